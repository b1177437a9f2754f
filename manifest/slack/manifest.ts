/** The Slack app manifest: what Slack shows of Vraagbaak, sends to it and lets it do, in Dutch. */
import type { SlackManifest } from './check-manifest.ts'
import { EVENTS, SCOPES } from './needs.ts'

/** Slack sends events, buttons and commands to one address of ours. */
const PATH = '/slack/events'

export type Connection =
  /** Slack calls the bot. */
  | Readonly<{ kind: 'http'; publicUrl: string }>
  /** The bot calls Slack: for a network that lets nobody in. */
  | Readonly<{ kind: 'socket' }>

export function slackManifest(connection: Connection): SlackManifest {
  const address =
    connection.kind === 'http' ? new URL(PATH, connection.publicUrl).toString() : undefined
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: DISPLAY,
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'vraagbaak', always_online: true },
      slash_commands: [{ ...COMMAND, ...(address === undefined ? {} : { url: address }) }],
      shortcuts: [SHORTCUT],
    },
    oauth_config: { scopes: { bot: SCOPES.map(({ name }) => name) } },
    settings: {
      event_subscriptions: { ...requestUrl(address), bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...requestUrl(address) },
      org_deploy_enabled: false,
      socket_mode_enabled: connection.kind === 'socket',
      token_rotation_enabled: false,
    },
  }
}

function requestUrl(address: string | undefined): Readonly<{ request_url?: string }> {
  return address === undefined ? {} : { request_url: address }
}

const DISPLAY = {
  name: 'Vraagbaak',
  description: 'Stel je vraag over veilig werken en krijg het antwoord uit het handboek.',
  long_description: [
    'Vraagbaak beantwoordt je vragen over veilig werken. Het antwoord is de tekst van het handboek informatieveiligheid van je gemeente: letterlijk, met de bron erbij.',
    'Typ je vraag zoals je hem aan een collega zou stellen. Typfouten zijn geen probleem. Weet Vraagbaak het niet zeker, dan kun je kiezen uit een paar onderwerpen. Weet Vraagbaak het niet, dan zegt het dat. Je kunt je vraag dan aan de CISO stellen, met of zonder je naam. Vraagbaak verzint niets.',
    'Is er net iets misgegaan, zoals een verkeerde klik of een laptop die kwijt is? Typ wat er is gebeurd. Je ziet meteen wie je moet bellen en wat je nu moet doen. Je kunt het ook meteen melden.',
    'In een kanaal noem je @vraagbaak of typ je /vraagbaak met je vraag. Alleen jij ziet dan het antwoord.',
    'Een vraag waarop het handboek antwoord geeft, bewaart Vraagbaak niet. Typ geen gegevens van inwoners: BSN, adressen of dossiers horen niet in de chat.',
  ].join('\n\n'),
  /** Also accentColor of the Teams app. */
  background_color: '#0B4F6C',
}

const COMMAND = {
  command: '/vraagbaak',
  description: 'Stel een vraag over veilig werken; alleen jij ziet het antwoord',
  usage_hint: 'mag ik ChatGPT gebruiken?',
  /**
   * The question stays as it was typed: escaped, a colleague's name would become an id, and an
   * address a link, which no search understands. It is shown in text that Slack does not parse.
   */
  should_escape: false,
}

const SHORTCUT = {
  type: 'message' as const,
  name: 'Vraag dit aan Vraagbaak',
  callback_id: 'ask-about-message',
  description: 'Zoek in het handboek wat er over dit bericht staat; alleen jij ziet het antwoord',
}
