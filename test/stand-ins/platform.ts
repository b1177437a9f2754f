/**
 * Platform: plays Teams toward a bot in a process of its own, which may die at any moment.
 *
 * As Teams does, it delivers a message again under the same id until the bot took it; as people
 * do, they press a button again when it got no answer. It delivers again as soon as the bot is
 * back, where Teams waits fifteen seconds. Its own log tells what passed: tests believe that.
 */
import { randomUUID } from 'node:crypto'
import { payloadsOf } from '../adaptive-cards/nodes.ts'
import { type Answered, listen, type Received } from './listen.ts'

export type Somebody = Readonly<{ name: string; entraId: string; conversation: string }>

/** A message of the bot. */
export type Told = Readonly<{
  conversation: string
  /** Beside the card. */
  text: string
  summary: string
  card: unknown
}>

/** The answer to a pressed button: a card that takes the place of the pressed one, or a text. */
export type Pressed = Readonly<{ type: string; value: unknown }>

export type Payload = Readonly<Record<string, unknown>>

export type Platform = Readonly<{
  /** Where the bot is from now on; undefined while it is down. */
  botIsAt: (port: number | undefined) => void
  install: (who: Somebody) => Promise<void>
  /** Resolves when the bot took it. */
  say: (who: Somebody, text: string) => Promise<void>
  press: (who: Somebody, payload: Payload, inputs?: Payload) => Promise<Pressed>
  /** Everything that the bot said there, oldest first. */
  toldTo: (who: Somebody) => readonly Told[]
  /** Resolves to the first that is so, also when the bot said it before. */
  waitFor: (who: Somebody, isIt: (told: Told) => boolean) => Promise<Told>
  /** Called at everything that passes: sent to the bot, answered by it, said by it. */
  onWire: (listener: () => void) => void
  /** How often something had to be delivered or pressed again. */
  repeats: () => number
  close: () => Promise<void>
}>

const BOT = '28:00000000-0000-4000-8000-000000000101'

export async function startPlatform(): Promise<Platform> {
  const said = createSaid()
  let notify: () => void = () => undefined
  const server = await listen((received) => {
    const answered = said.take(received)
    notify()
    return answered
  })
  const bot = createLine(() => notify())
  const from = (who: Somebody, more: object) => activityOf(who, `${server.url}/`, more)

  return {
    botIsAt: bot.isAt,
    install: async (who) => {
      await bot.untilTaken(from(who, { type: 'installationUpdate', action: 'add' }))
    },
    say: async (who, text) => {
      await bot.untilTaken(from(who, { type: 'message', text }))
    },
    press: (who, payload, inputs) =>
      bot.untilAnswered(() => from(who, invokeOf({ ...payload, ...inputs }))),
    toldTo: ({ conversation }) => said.in(conversation),
    waitFor: ({ conversation }, isIt) => said.waitFor(conversation, isIt),
    onWire: (listener) => {
      notify = listener
    },
    repeats: bot.repeats,
    close: server.close,
  }
}

/** What the button with this verb on a card sends, without what is filled in. */
export function buttonOf(card: unknown, verb: string): Payload | undefined {
  return payloadsOf(card)
    .filter(isPayload)
    .find((payload) => payload['verb'] === verb)
}

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null

function invokeOf(data: Payload): object {
  const action = { type: 'Action.Execute', verb: data['verb'], data }
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
}

function activityOf(who: Somebody, serviceUrl: string, more: object): object {
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${who.entraId}`, aadObjectId: who.entraId, name: who.name },
    recipient: { id: BOT, name: 'Vraagbaak' },
    conversation: { id: who.conversation, conversationType: 'personal' },
    locale: 'nl-NL',
    ...more,
  }
}

type Said = Readonly<{
  take: (received: Received) => Answered
  in: (conversation: string) => readonly Told[]
  waitFor: (conversation: string, isIt: (told: Told) => boolean) => Promise<Told>
}>

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities$/

/** What the bot said, as the service that carries it to Teams accepted it. */
function createSaid(): Said {
  const log: Told[] = []
  const waiting = new Set<(told: Told) => void>()

  return {
    take: ({ path, body }) => {
      const [, conversation] = ACTIVITIES.exec(path) ?? []
      if (conversation === undefined) return { status: 404 }

      const told = toldIn(decodeURIComponent(conversation), body)
      log.push(told)
      for (const hear of waiting) hear(told)
      return { status: 201, body: { id: `sent-${log.length}` } }
    },
    in: (conversation) => log.filter((told) => told.conversation === conversation),
    waitFor: (conversation, isIt) => {
      const isThere = (told: Told) => told.conversation === conversation && isIt(told)
      const before = log.find(isThere)
      if (before !== undefined) return Promise.resolve(before)
      return new Promise((resolve) => {
        const hear = (told: Told) => {
          if (!isThere(told)) return
          waiting.delete(hear)
          resolve(told)
        }
        waiting.add(hear)
      })
    },
  }
}

function toldIn(conversation: string, body: unknown): Told {
  // As the bot sent it; whatever is not there shows as empty.
  const activity = body as Partial<Told> & { attachments?: readonly { content: unknown }[] }
  const { text = '', summary = '', attachments = [] } = activity
  return { conversation, text, summary, card: attachments[0]?.content }
}

type Line = Readonly<{
  isAt: (port: number | undefined) => void
  untilTaken: (activity: object) => Promise<void>
  untilAnswered: (activity: () => object) => Promise<Pressed>
  repeats: () => number
}>

/** The line to the bot, which is cut when the bot dies. */
function createLine(notify: () => void): Line {
  let port: number | undefined
  let waiting: (() => void)[] = []
  let repeats = 0

  const untilUp = async (after?: number): Promise<number> => {
    while (port === undefined || port === after)
      await new Promise<void>((resolve) => waiting.push(resolve))
    return port
  }
  /** With every bot that comes up, until one answers. */
  const exchange = async (activity: () => object): Promise<unknown> => {
    for (let at = await untilUp(); ; at = await untilUp(at)) {
      const answer = await post(at, activity(), notify)
      if (answer !== undefined) return answer.body
      repeats += 1
    }
  }

  return {
    isAt: (now) => {
      port = now
      if (now === undefined) return
      const up = waiting
      waiting = []
      for (const resume of up) resume()
    },
    untilTaken: async (activity) => {
      await exchange(() => activity)
    },
    untilAnswered: async (activity) => (await exchange(activity)) as Pressed, // the test looks
    repeats: () => repeats,
  }
}

/**
 * Undefined when the bot died before it had answered.
 *
 * @throws Error for an answer that would make Teams give up, or that no bot in health gives.
 */
async function post(
  port: number,
  activity: object,
  notify: () => void,
): Promise<{ body: unknown } | undefined> {
  const answering = exchanged(port, activity)
  notify()
  const answered = await answering
  if (answered === undefined) return undefined

  notify()
  const { status, text } = answered
  if (status !== 200) throw new Error(`the bot answered ${status}: ${text}`)
  return { body: text === '' ? undefined : JSON.parse(text) }
}

async function exchanged(
  port: number,
  activity: object,
): Promise<{ status: number; text: string } | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined // refused or cut off
  }
}
