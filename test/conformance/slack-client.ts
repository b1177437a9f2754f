/** Slack client: somebody in Slack, through the stand-in's own rules. */
import { readPressed } from '../../bot/adapters/slack/blocks/payload.ts'
import type { Slack } from '../stand-ins/slack/slack.ts'
import type { Json, SlackMessage, SlackView } from '../stand-ins/slack/types.ts'
import type { Client, Inputs, Sight, Verb, Who } from './client.ts'
import type { Municipality } from './municipality.ts'

const CHANNEL = 'C0ALGEMEEN'
const BOT = 'U0VRAAGBAAK'

/** Which button shows the form that one of these stands on. */
const OPENERS: Readonly<Partial<Record<Verb, Verb>>> = {
  escalate: 'ask-human',
  'answer-escalation': 'show-escalation',
  'answer-with-section': 'show-escalation',
  'close-escalation': 'show-escalation',
  'send-incident': 'report-incident',
  'answer-poll': 'my-poll',
  'plan-polls': 'edit-polls',
  'save-section': 'edit-section',
  'publish-draft': 'show-draft',
  'ask-approval': 'show-draft',
  'plan-announcement': 'announce',
}

export function slackClient({ slack, settle }: Municipality): Client {
  const messagesOf = ({ slack: user }: Who) =>
    slack.seenBy(user).filter((message) => message.user === BOT)
  const shown = (who: Who): readonly (SlackMessage | SlackView)[] => {
    const view = slack.viewOf(who.slack)
    return view === undefined ? messagesOf(who) : [...messagesOf(who), view]
  }

  /** Where the button is; what lies in a modal is opened first. */
  async function reveal(who: Who, verb: Verb): Promise<SlackMessage | SlackView> {
    const place = shown(who).findLast((one) => has(one, verb))
    if (place !== undefined) return place
    const opener = OPENERS[verb]
    if (opener === undefined) throw new Error(`${who.role} sees no button to ${verb}`)
    await press(who, opener)
    const opened = shown(who).findLast((one) => has(one, verb))
    if (opened === undefined) throw new Error(`${opener} opened nothing to ${verb}`)
    return opened
  }

  async function press(who: Who, verb: Verb, inputs: Inputs = {}, which?: string): Promise<Sight> {
    const place = await reveal(who, verb)
    const before = slack.viewOf(who.slack)
    const ack = await pressIn(slack, who, { place, verb, inputs, which })
    if (ack.problems.length > 0) throw new Error(ack.problems.join('; '))
    await settle()
    const after = slack.viewOf(who.slack)
    if (after !== undefined && (after !== before || isOn(after, place))) return sightOf(after)
    return sightOf(newest(messagesOf(who)))
  }

  return {
    platform: 'Slack',
    say: async ({ slack: user }, text) => {
      closeAll(slack, user)
      await slack.dm(user, text)
      await settle()
    },
    sayInChannel: async ({ slack: user }, text) => {
      closeAll(slack, user)
      await slack.mention(user, CHANNEL, text)
      await settle()
    },
    press,
    choices: async (who, verb) => {
      await reveal(who, verb)
      const view = slack.viewOf(who.slack)
      return Object.fromEntries((view?.blocks ?? []).flatMap(firstChoiceIn))
    },
    send: async ({ slack: user }, name, content) => {
      await slack.dm(user, '', { files: [{ name, mimetype: mimetypeOf(name), content }] })
      await settle()
    },
    close: async ({ slack: user }) => closeAll(slack, user),
    sees: (who) => shown(who).map(sightOf),
    inChannel: () =>
      slack
        .messagesIn(CHANNEL)
        .filter(({ user }) => user === BOT)
        .map(sightOf),
  }
}

const mimetypeOf = (name: string): string =>
  name.endsWith('.docx')
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : 'text/markdown'

/** Who types in the chat has closed what lay over it. */
function closeAll(slack: Slack, user: string): void {
  if (slack.viewOf(user) !== undefined) void slack.closeModal(user, { all: true })
}

type Press = Readonly<{
  place: SlackMessage | SlackView
  verb: Verb
  inputs: Inputs
  which: string | undefined
}>

function pressIn(slack: Slack, { slack: user }: Who, { place, verb, inputs, which }: Press) {
  if ('privateMetadata' in place && submits(place, verb)) return slack.submit(user, inputs)
  const [first] = buttonsIn(place).filter(
    (button) => verbOf(button) === verb && (which === undefined || labelOf(button) === which),
  )
  if (first === undefined) throw new Error(`there is no button "${which}"`)
  return slack.press(user, place, String(first['action_id']), inputs)
}

const isOn = (view: SlackView, place: SlackMessage | SlackView): boolean =>
  'privateMetadata' in place && place.id === view.id

const has = (place: SlackMessage | SlackView, verb: Verb): boolean =>
  ('privateMetadata' in place && submits(place, verb)) ||
  buttonsIn(place).some((button) => verbOf(button) === verb)

const submits = ({ privateMetadata }: SlackView, verb: Verb): boolean => {
  const carried = readPressed(privateMetadata, undefined) as
    | { payload?: { verb?: string } }
    | undefined
  return carried?.payload?.verb === verb
}

/** Everything that can be pressed, however deep it stands. */
function buttonsIn({ blocks }: Pick<SlackMessage, 'blocks'>): readonly Json[] {
  return nodesIn(blocks).filter(({ type, value }) => type === 'button' && value !== undefined)
}

function nodesIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(nodesIn)]
}

function verbOf({ value }: Json): string {
  const payload = readPressed(String(value), undefined) as { verb?: string } | undefined
  return payload?.verb ?? ''
}

function firstChoiceIn({ element }: Json): readonly (readonly [string, string])[] {
  const { action_id: id, options } = (element ?? {}) as { action_id?: string; options?: unknown }
  if (id === undefined || !Array.isArray(options)) return []
  return [[id, String((options[0] as { value?: unknown } | undefined)?.value ?? '')]]
}

const labelOf = ({ text }: Json): string => String((text as Json | undefined)?.['text'] ?? '')

function newest<T>(all: readonly T[]): T {
  const last = all.at(-1)
  if (last === undefined) throw new Error('nothing was said')
  return last
}

function sightOf(place: SlackMessage | SlackView): Sight {
  const words = nodesIn(place.blocks).flatMap(({ text, title }) =>
    [text, title].filter((one) => typeof one === 'string'),
  )
  const verbs = buttonsIn(place).map(verbOf)
  const links = nodesIn(place.blocks).flatMap(({ type, url }) =>
    type === 'button' && typeof url === 'string' ? [url] : [],
  )
  if (!('privateMetadata' in place)) return { words: words.join(' '), verbs, links }
  const remarks = Object.values(place.errors)
  return { words: [place.title ?? '', ...words, ...remarks].join(' '), verbs, links }
}
