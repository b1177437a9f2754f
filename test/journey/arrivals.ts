/** Arrivals: what people say and press, as a platform brings it to the bot, again where it must. */
import { randomUUID } from 'node:crypto'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Request } from '../../bot/contract/request.ts'
import { isMessage } from '../../bot/pressed.ts'
import type { Arrival, Receive, Received } from '../../bot/receive.ts'
import type { Conversation } from '../../bot/storage/conversations.ts'

export type Person = 'employee' | 'ciso'

/** What somebody was told as a message: through the outbox, or past it while the store was down. */
export type Told = Readonly<{
  to: string
  reply: Reply
  /** What marks it as one that may have come before. */
  mark: 'none' | 'possibly-double' | 'past-the-store'
}>

export type Arrivals = Readonly<{
  say: (who: Person, text: string) => Promise<void>
  /** Again when nothing was kept, as people do. @returns what took the place of the card */
  press: (who: Person, action: Action) => Promise<Reply>
  /** What came in last, once more under the same id. */
  again: () => Promise<Received>
}>

export type ArrivalsParts = Readonly<{
  receive: Receive
  organisation: Organisation
  /** Takes what is said past the store. */
  tell: (told: Told) => void
  /** After each arrival of which nothing was kept. */
  onRefused: () => Promise<void>
}>

const TRIES = 3

export function createArrivals(parts: ArrivalsParts): Arrivals {
  let last: () => Promise<Received> = async () => ({ kind: 'failed' })
  const arrive = (request: Request, id: string): Promise<Received> => {
    last = () => bring(request, id, parts)
    return last()
  }

  return {
    say: (who, text) => {
      const id = randomUUID()
      const speaker = speakerOf(who, parts.organisation)
      return untilTaken(() => arrive({ kind: 'message', text, speaker }, id))
    },
    press: (who, action) => {
      const speaker = speakerOf(who, parts.organisation)
      return untilKept(() => arrive({ kind: 'action', action, speaker }, randomUUID()))
    },
    again: () => last(),
  }
}

async function untilTaken(arrive: () => Promise<Received>): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1)
    if ((await arrive()).kind !== 'failed') return
  throw new Error('a message was not taken, however often it was delivered')
}

async function untilKept(arrive: () => Promise<Received>): Promise<Reply> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const received = await arrive()
    if (received.kind === 'replied' && !isRefusal(received.reply)) return received.reply
  }
  throw new Error('a button did nothing, however often it was pressed')
}

/** Says that nothing was kept, so people try again. */
const isRefusal = (reply: Reply): boolean =>
  reply.kind === 'failure' || (reply.kind === 'notice' && reply.notice === 'not-stored')

async function bring(request: Request, id: string, parts: ArrivalsParts): Promise<Received> {
  let isPastStore = false
  const received = await parts.receive({
    ...arrivalOf(request, id, parts),
    tell: async (reply) => {
      isPastStore = true
      parts.tell({ to: request.speaker.person, reply, mark: 'past-the-store' })
      return true
    },
  })
  const isKept = received.kind === 'replied' && !isPastStore && !isRefusal(received.reply)
  if (!isKept && received.kind !== 'repeated') await parts.onRefused()
  return received
}

function arrivalOf(
  request: Request,
  id: string,
  { organisation }: ArrivalsParts,
): Omit<Arrival, 'tell'> {
  const { conversation, person } = request.speaker
  return {
    request,
    organisation,
    id,
    conversation: conversationOf(person),
    address: { kind: 'conversation', platform: 'teams', conversation },
    isMessage: (reply) => isMessage(reply, request),
  }
}

const speakerOf = (person: Person, { id }: Organisation) =>
  ({
    organisation: id,
    person,
    platform: 'teams',
    conversation: person,
    shared: false,
    language: 'nl',
  }) as const

export const conversationOf = (person: string): Conversation => ({
  platform: 'teams',
  id: person,
  person,
  serviceUrl: 'http://127.0.0.1/',
  bot: 'bot',
  language: 'nl',
})
