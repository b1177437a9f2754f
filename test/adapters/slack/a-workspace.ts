/**
 * A workspace: the bot behind Slack's adapter as it runs, with a stand-in of Slack before it.
 *
 * Storage, receiving, delivery, the web server and the adapter are the real ones; the bot is that of a
 * small handbook, or what a test puts in its place.
 */
import { randomUUID } from 'node:crypto'
import {
  connectSlack,
  type SlackParts,
  slackClients,
  slackSend,
} from '../../../bot/adapters/slack/connect.ts'
import { type Bot, createBot } from '../../../bot/bot.ts'
import type { Organisation } from '../../../bot/contract/organisation.ts'
import type { Observation } from '../../../bot/contract/ports.ts'
import { createDelivery } from '../../../bot/delivery/delivery.ts'
import { homeOf } from '../../../bot/home.ts'
import { createReceive } from '../../../bot/receive.ts'
import type { Person } from '../../../bot/storage/people.ts'
import type { Storage } from '../../../bot/storage/storage.ts'
import { createWebServer } from '../../../bot/web/server.ts'
import { aKnowledgeBase, secret, theParts, waterveen } from '../../bot/a-bot.ts'
import { removeFolders } from '../../knowledge/waterveen.ts'
import { type Slack, startSlack } from '../../stand-ins/slack/slack.ts'
import type { Json, SlackMessage, SlackOptions, SlackView } from '../../stand-ins/slack/types.ts'
import { anEmptyStorage } from '../../stand-ins/storage.ts'

export const knowledge = await aKnowledgeBase(`## Mag ik thuis printen? {#thuiswerken-printen}
<!-- vraagbaak
questions:
  - "kan ik ff iets printen thuis"
-->

**Nee, print op kantoor.** Thuis blijven stukken liggen.

## Hoe maak ik mijn wifi thuis veilig? {#thuiswerken-wifi}

**Verander het wachtwoord van je router.** Dat van de fabriek kent iedereen.

## Wat doe ik als mijn laptop weg is? {#incident-laptop-weg}
<!-- vraagbaak
incident: [general, lost-or-stolen]
-->

**Meld het meteen.** Ook als je twijfelt.

1. Bel het meldpunt.
2. Zeg wat erop stond.
`)
removeFolders()

export const BOT = 'U0VRAAGBAAK'
export const ALGEMEEN = 'C0ALGEMEEN'

export type WorkspaceChange = Readonly<{
  kind?: 'http' | 'socket'
  /** One that several bots share; it is not closed. */
  storage?: Storage
  /** One that several bots share; it is not closed. */
  slack?: Slack
  /** In the place of the bot with the small handbook. */
  bot?: Partial<Bot>
  organisations?: readonly Organisation[]
  people?: readonly Person[]
  slackOptions?: SlackOptions
  /** How long Slack waits at most, and how long a message waits for the store. */
  acknowledgeMs?: number
  patienceMs?: number
  againMs?: number
  clock?: () => number
  credentials?: Partial<Record<'botToken' | 'appToken' | 'apiUrl', string>>
  /** Left to the test to start. */
  isStarted?: false
}>

export type Workspace = Awaited<ReturnType<typeof aWorkspace>>

export async function aWorkspace(change: WorkspaceChange = {}) {
  const { clock = Date.now, kind = 'http', organisations = [waterveen] } = change
  const slack =
    change.slack ?? (await startSlack({ clock, limits: 'none', ...change.slackOptions }))
  const storage = change.storage ?? (await anEmptyStorage())
  const { people = [] } = change
  if (people.length > 0)
    await storage.transaction((stores) =>
      stores.people.replace(waterveen.id, { people, units: UNITS }),
    )

  const seen = { failures: [] as Observation[], broken: [] as unknown[], dropped: [] as string[] }
  const credentials = credentialsFor(slack, kind, change)
  const clients = slackClients(credentials)
  const { parts: botParts } = theParts(knowledge)
  const common = {
    ...{ storage, secret, clock, organisations, newId: randomUUID, newReference: () => '3f9a00' },
    observe: (one: Observation) => void (one.kind === 'failed' && seen.failures.push(one)),
  }
  const sends = { slack: slackSend(credentials, { clients, storage }) }
  const delivery = createDelivery({ ...common, sends, random: Math.random })
  const bot = { ...createBot({ ...botParts, ...common }), ...change.bot }
  const received = createReceive({
    ...{ ...common, bot, hurry: delivery.hurry },
    ...(change.patienceMs === undefined ? {} : { patienceMs: change.patienceMs }),
  })
  const parts: SlackParts = {
    ...{ ...common, credentials, clients, receive: received },
    homeOf: (speaker) => {
      const served = {
        organisation: waterveen,
        knowledge,
        bank: botParts.served.get('waterveen')?.bank,
      }
      return homeOf(speaker, served as Parameters<typeof homeOf>[1], storage.stores) // as is served
    },
    onDropped: (reason) => seen.dropped.push(reason),
    onBroken: (error) => seen.broken.push(error),
    ...(change.acknowledgeMs === undefined ? {} : { acknowledgeMs: change.acknowledgeMs }),
    ...(change.againMs === undefined ? {} : { againMs: change.againMs }),
  }
  const adapter = connectSlack(parts)
  const server = createWebServer({
    endpoints: { '/api/messages': async () => ({ status: 200, body: { by: 'teams' } }) },
    ...(adapter.listener && { unread: { prefix: '/slack/', listener: adapter.listener } }),
    ...{ ready: async () => true, metrics: async () => '', metricsFor: 'loopback' },
    ...{ behindProxy: false, onAnswered: () => undefined },
    onBroken: (error) => seen.broken.push(error),
    limits: { drainMs: 200 },
  })
  const port = await server.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}/slack/events`
  if (adapter.listener && change.slack === undefined) slack.botIsAt(url)
  if (change.isStarted !== false) await adapter.start()

  return {
    ...{ slack, storage, seen, port, url, adapter, clients },
    send: sends.slack,
    /** All that was said is sent, and Slack has told the bot of it. */
    settle: async () => {
      await slack.quiet()
      await delivery.idle()
      await slack.quiet()
    },
    close: async () => {
      await Promise.all([server.stop(), adapter.stop()])
      await delivery.stop()
      if (change.storage === undefined) await storage.close()
      if (change.slack === undefined) await slack.close()
    },
  }
}

function credentialsFor(slack: Slack, kind: 'http' | 'socket', { credentials }: WorkspaceChange) {
  const { botToken, appToken, signingSecret, apiUrl } = { ...slack, ...credentials }
  return kind === 'http'
    ? ({ kind, botToken, signingSecret, apiUrl } as const)
    : ({ kind, botToken, appToken, apiUrl } as const)
}

const UNITS = [{ path: 'Ruimte', name: 'Ruimte' }]

/** Somebody of the roster, with this mail address in it. */
export const inRoster = (email: string, roles: Person['roles'] = []): Person => ({
  ...{ id: email.split('@')[0] ?? '', email, unit: 'Ruimte', roles },
})

/** What the bot said that somebody sees, oldest first. */
export const saidTo = ({ slack }: Workspace, user: string): readonly SlackMessage[] =>
  slack.seenBy(user).filter((message) => message.user === BOT)

/** All words that stand in blocks. */
export const wordsOf = (place: Readonly<{ blocks: readonly Json[] }> | undefined): string =>
  textsIn(place?.blocks).join(' ')

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && (key === 'text' || key === 'title') ? [inner] : textsIn(inner),
  )
}

/** What stands on the buttons. */
export function labelsOf(place: SlackMessage | SlackView | undefined): readonly string[] {
  return buttonsIn(place?.blocks).map(({ text }) => textsIn({ text }).join(''))
}

function buttonsIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn)
  if (typeof value !== 'object' || value === null) return []
  const one = value as Json // any object is
  return one['type'] === 'button' ? [one] : Object.values(one).flatMap(buttonsIn)
}

export function last<T>(all: readonly T[]): T {
  const one = all.at(-1)
  if (one === undefined) throw new Error('there is none')
  return one
}
