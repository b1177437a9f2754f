/** Teams client: somebody in Teams; what is pressed changes the card it stands on, for who pressed. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { nodesOfType, payloadsOf, runTexts } from '../adaptive-cards/nodes.ts'
import { listen, type Received } from '../stand-ins/listen.ts'
import type { Client, Sight, Verb, Who } from './client.ts'
import type { Municipality } from './municipality.ts'

const BOT = '28:00000000-0000-4000-8000-000000000101'
const CHANNEL = '19:algemeen@thread.tacv2'
const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities/

/** A message on a screen: what is pressed may take its card's place. */
type Shown = { card: unknown; text: string }
type Payload = Readonly<Record<string, unknown>>

export async function teamsClient({
  port,
  settle,
}: Municipality): Promise<Client & { stop: () => Promise<void> }> {
  const told = new Map<string, Shown[]>()
  const files = new Map<string, string | Uint8Array>()
  const drive = await serveFiles(files)
  const server = await listen(({ path, body }: Received) => {
    if (path === '/v3/conversations') return { status: 201, body: { id: firstContact(body) } }
    const [, conversation = ''] = ACTIVITIES.exec(path) ?? []
    const place = decodeURIComponent(conversation).replace(/;messageid=.*$/, '')
    told.set(place, [...(told.get(place) ?? []), shownIn(body)])
    return { status: 201, body: { id: randomUUID() } }
  })
  const screenOf = (who: Who): Shown[] => told.get(chatOf(who)) ?? []

  const hand = async (who: Who, more: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...activityOf(who, server.url), ...more }),
    })
    if (response.status !== 200) throw new Error(`the bot answered ${response.status}`)
    const text = await response.text()
    await settle()
    return text === '' ? undefined : JSON.parse(text)
  }

  return {
    platform: 'Teams',
    say: async (who, text) => {
      await hand(who, { type: 'message', text })
    },
    sayInChannel: async (who, text) => {
      await hand(who, { type: 'message', text: `<at>Vraagbaak</at> ${text}`, ...IN_CHANNEL })
    },
    press: async (who, verb, inputs = {}, which) => {
      const screen = screenOf(who)
      const pressed = screen.findLast(({ card }) => buttonOf(card, verb, which) !== undefined)
      const payload = pressed && buttonOf(pressed.card, verb, which)
      if (pressed === undefined || payload === undefined)
        throw new Error(`${who.role} sees no button to ${verb} ${which ?? ''}`)
      const data = { ...filledIn(pressed.card), ...inputs, ...payload }
      const answer = await hand(who, invokeOf(data))
      return sightOf(take(answer, pressed, screenOf(who)))
    },
    choices: async (who, verb) => {
      const shown = screenOf(who).findLast(({ card }) => buttonOf(card, verb) !== undefined)
      const fields = nodesOfType(shown?.card, 'Input.ChoiceSet')
      return Object.fromEntries(
        fields.map(({ id, choices }) => [String(id), firstOf(choices)] as const),
      )
    },
    send: async (who, name, content) => {
      files.set(`/files/${name}`, content)
      await hand(who, { type: 'message', attachments: [fileOf(name, drive.url)] })
    },
    close: async () => undefined,
    sees: (who) => screenOf(who).map(sightOf),
    inChannel: () => (told.get(CHANNEL) ?? []).map(sightOf),
    stop: async () => {
      await Promise.all([server.close(), drive.close()])
    },
  }
}

/** Teams makes the chat of the bot and the only member. */
function firstContact(body: unknown): string {
  const { members } = body as { members: readonly [Readonly<{ id: string }>] }
  return `a:${members[0].id}`
}

/** The sender's OneDrive. */
async function serveFiles(files: ReadonlyMap<string, string | Uint8Array>) {
  const server = createServer((request, response) => response.end(files.get(request.url ?? '')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const chatOf = ({ teams }: Who): string => `a:${teams}`

const IN_CHANNEL = {
  conversation: { id: CHANNEL, conversationType: 'channel' },
  entities: [{ type: 'mention', mentioned: { id: BOT, name: 'Vraagbaak' } }],
}

function activityOf(who: Who, service: string): object {
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: `${service}/`,
    from: { id: `29:${who.teams}`, aadObjectId: who.teams, name: who.name },
    recipient: { id: BOT, name: 'Vraagbaak' },
    conversation: { id: chatOf(who), conversationType: 'personal' },
    locale: 'nl-NL',
  }
}

const invokeOf = (data: Payload): object => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb: data['verb'], data }, trigger: 'manual' },
})

const fileOf = (name: string, service: string): object => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `${service}/files/${name}`,
  name,
  content: {
    downloadUrl: `${service}/files/${name}`,
    uniqueId: randomUUID(),
    fileType: extname(name).slice(1),
  },
})

function shownIn(body: unknown): Shown {
  const activity = body as { text?: string; attachments?: readonly { content: unknown }[] }
  return { text: activity.text ?? '', card: activity.attachments?.[0]?.content }
}

/** A card takes the pressed one's place; a text lies over it; a message came by itself. */
function take(answer: unknown, pressed: Shown, screen: readonly Shown[]): Shown {
  const { type = '', value } = (answer ?? {}) as { type?: string; value?: unknown }
  if (type.endsWith('card.adaptive')) {
    pressed.card = value
    return pressed
  }
  const newest = screen.at(-1)
  const isBelow = /hieronder|below/i.test(String(value))
  return isBelow && newest !== undefined ? newest : { card: undefined, text: String(value) }
}

/** The fields as they stand: a client sends all of them. */
function filledIn(card: unknown): Payload {
  const fields = ['Input.Text', 'Input.ChoiceSet', 'Input.Date'].flatMap((type) =>
    nodesOfType(card, type),
  )
  return Object.fromEntries(fields.map(({ id, value }) => [String(id), String(value ?? '')]))
}

const firstOf = (choices: unknown): string =>
  Array.isArray(choices) ? String((choices[0] as { value?: unknown } | undefined)?.value ?? '') : ''

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null

function buttonOf(card: unknown, verb: Verb, which?: string): Payload | undefined {
  const buttons = nodesOfType(card, 'Action.Execute').filter(
    ({ title }) => which === undefined || title === which,
  )
  return buttons
    .map(({ data }) => data)
    .filter(isPayload)
    .find((payload) => payload['verb'] === verb)
}

function sightOf({ card, text }: Shown): Sight {
  const headings = nodesOfType(card, 'TextBlock').map((block) => String(block.text))
  const verbs = payloadsOf(card)
    .filter(isPayload)
    .map((payload) => String(payload['verb']))
  const links = nodesOfType(card, 'Action.OpenUrl').map(({ url }) => String(url))
  return { words: [text, ...headings, ...runTexts(card)].join(' '), verbs, links }
}
