/**
 * Receive: what somebody said, handled in one transaction with everything that follows from it.
 *
 * Nothing is acknowledged before it is durable: a crash before the end of the transaction leaves
 * nothing, and the platform delivers again. When the store is down, what can be said without it is
 * said at once, because an incident never waits.
 */
import type { Bot } from './bot.ts'
import type { Address, Platform } from './contract/message.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Clock, Observe } from './contract/ports.ts'
import type { Reply } from './contract/reply.ts'
import type { Request } from './contract/request.ts'
import { notingPosts } from './noting-posts.ts'
import type { Secret } from './secret.ts'
import { createSeenMemory, type SeenMemory } from './seen-memory.ts'
import type { Conversation } from './storage/conversations.ts'
import type { Storage, Stores } from './storage/storage.ts'
import { isStorageFailure } from './storage/storage-error.ts'
import { timelyTransaction } from './timely-transaction.ts'
import { commandOf } from './use-cases/command.ts'
import { controlWordOf } from './use-cases/control-word.ts'

export type Arrival = Readonly<{
  request: Request
  organisation: Organisation
  /** The platform's id of what came in; the same when it is delivered again. */
  id: string
  /** Where it came from, to be kept for later. */
  conversation: Conversation
  /** The same words again are asked again: nobody's client sends them twice by itself. */
  mayRepeat?: boolean
  /** Makes known who speaks, where the platform tells more of them than their id. */
  introduce?: (stores: Stores) => Promise<void>
  /** Where an answer goes. */
  address: Address
  /** False when the platform shows the reply itself, as the answer to a pressed button. */
  isMessage: (reply: Reply) => boolean
  /** Says it without the store. @returns whether it certainly arrived */
  tell: (reply: Reply) => Promise<boolean>
}>

export type Received =
  | Readonly<{ kind: 'replied'; reply: Reply }>
  | Readonly<{ kind: 'repeated' }>
  /** Neither kept nor told: the platform must deliver it again. */
  | Readonly<{ kind: 'failed' }>

export type ReceiveParts = Readonly<{
  bot: Bot
  storage: Storage
  /** Called after something was put in the outbox, with the platforms that it is for. */
  hurry: (organisation: string, platforms: ReadonlySet<Platform>) => void
  secret: Secret
  observe: Observe
  clock: Clock
  newId: () => string
  /** Names a failure in the log and to the user. */
  newReference: () => string
  /** How long a message may wait for the store before it is answered without. */
  patienceMs?: number
}>

export type Receive = (arrival: Arrival) => Promise<Received>

/** Longer than any token holds, so nothing can be played again. */
const HOUR_MS = 60 * 60 * 1000
const REMEMBER_MS = 25 * HOUR_MS
/** Some clients send a message anew, under another id, when they heard nothing for half a minute. */
const SAID_AGAIN_MS = 60_000
/** Teams tells twice that the bot was added; one welcome is enough. */
const ONE_WELCOME_MS = 60_000

/** Teams gives up after 15 seconds, and telling takes up to 10. */
const PATIENCE_MS = 3_000

type Handling = ReceiveParts & Readonly<{ memory: SeenMemory }>

export function createReceive(parts: ReceiveParts): Receive {
  const handling = { ...parts, memory: createSeenMemory(parts.clock) }

  return async (arrival) => {
    if (handling.memory.has(keyOf(arrival))) return { kind: 'repeated' }
    try {
      return await inTransaction(arrival, handling, (stores) =>
        parts.bot.reply(arrival.request, stores),
      )
    } catch (error) {
      return isStorageFailure(error)
        ? withoutStore(arrival, error, handling)
        : excuse(arrival, error, handling)
    }
  }
}

async function inTransaction(
  arrival: Arrival,
  parts: Handling,
  replyOn: (stores: Stores) => Promise<Reply>,
): Promise<Received> {
  const { storage, patienceMs = PATIENCE_MS } = parts
  const { received, platforms } = await timelyTransaction(storage, patienceMs, async (given) => {
    const { organisation, conversation } = arrival
    const { stores, platforms } = notingPosts(given)
    if (!arrival.request.speaker.outsider)
      await stores.conversations.keep(organisation.id, conversation, true)
    if (!(await isFirst(arrival, stores, parts)))
      return { received: { kind: 'repeated' } as const, platforms }

    await arrival.introduce?.(stores)
    const reply = await replyOn(stores)
    if (arrival.isMessage(reply)) await post(reply, arrival, { stores, ...parts })
    return { received: { kind: 'replied', reply } as const, platforms }
  })
  if (platforms.size > 0) parts.hurry(arrival.organisation.id, platforms)
  return received
}

/** By keyed hashes: kept for a day, they must not tell who spoke when, or what was said. */
async function isFirst(
  { request, id, mayRepeat = false }: Arrival,
  { seen }: Stores,
  { secret, clock }: Handling,
): Promise<boolean> {
  const { organisation, platform, conversation, person } = request.speaker
  const first = (forMs: number, ...what: readonly string[]) =>
    seen.firstTime(
      secret.tag('seen', organisation, platform, conversation, ...what),
      forMs,
      clock(),
    )

  // By the hour: when exactly somebody pressed a button, such as that of a poll, stands nowhere.
  const hour = Math.floor(clock() / HOUR_MS) * HOUR_MS
  const isNewId = () =>
    seen.firstTime(
      secret.tag('seen', organisation, platform, conversation, 'id', id),
      REMEMBER_MS,
      hour,
    )

  if (request.kind === 'joined') return first(ONE_WELCOME_MS, 'joined')
  if (!(await isNewId())) return false
  return (
    request.kind !== 'message' ||
    mayRepeat ||
    !mayBeDoubled(request.text) ||
    first(SAID_AGAIN_MS, 'text', person, request.text)
  )
}

/** "help", "dank je" and "mijn vragen" change nothing, and somebody may well say them twice. */
function mayBeDoubled(text: string): boolean {
  return controlWordOf(text) === undefined && commandOf(text) === undefined
}

function post(
  content: Reply,
  arrival: Arrival,
  { stores, secret, newId, clock }: Handling & { stores: Stores },
): Promise<boolean> {
  const { organisation, request } = arrival
  const { platform } = request.speaker
  const id = newId()
  const address = addressFor(content, request, arrival.address)
  return stores.outbox.post(
    {
      id,
      organisation: organisation.id,
      class: content.kind === 'incident' ? 'incident' : 'answer',
      dedupeKey: `reply:${id}`,
      // Until it is sent the row holds what was asked: it must not tell by whom.
      address: { kind: 'sealed', platform, sealed: secret.seal(JSON.stringify(address)) },
      content,
    },
    clock(),
  )
}

/** What only the asker may see, although it was asked where others read along. */
const PRIVATE: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>([
  'escalated',
  'my-questions',
  'escalation',
  'escalation-handled',
  'open-questions',
  'human-answer',
  'incident-reported',
  'gaps',
  'poll',
  'poll-thanks',
  'poll-declined',
  'poll-plan',
  'poll-form',
  'poll-confirm',
  'poll-stop',
  'poll-result',
  'results',
  'results-choice',
  'results-link',
  'to-read',
  'read-receipts',
  'reviews',
  'review-confirmed',
  'tell-me-offer',
  'telling-on',
  'changed-answers',
  'announcement-form',
  'announcement-confirm',
  'announcements',
  'document-received',
  'document-refused',
  'document-doubts',
  'document-read',
  'versions',
  'difference',
  'rollback-confirm',
  'drafts',
  'section-form',
  'draft-kept',
  'draft-review',
  'change',
  'draft-conflict',
  'published',
  'base-changed',
  'as-of',
  'forget-me',
  'forgotten',
])

function addressFor(reply: Reply, { speaker }: Request, address: Address): Address {
  const { shared, platform, person } = speaker
  return shared && isPrivate(reply) ? { kind: 'person', platform, person } : address
}

const PRIVATE_NOTICE = /^(poll-|telling-|announcement-|acknowledge|nothing-to-read)/

function isPrivate(reply: Reply): boolean {
  if (reply.kind === 'notice') return PRIVATE_NOTICE.test(reply.notice)
  return PRIVATE.has(reply.kind)
}

/** A fault of ours: nothing of it is kept but the word that it went wrong. */
async function excuse(arrival: Arrival, error: unknown, parts: Handling): Promise<Received> {
  const { organisation, request } = arrival
  const { language } = request.speaker
  const reference = fail(organisation, error, parts)
  const reply: Reply = { kind: 'failure', language, reference, organisation }
  try {
    return await inTransaction(arrival, parts, async () => reply)
  } catch (again) {
    fail(organisation, again, parts)
    return tell(reply, arrival, parts)
  }
}

async function withoutStore(arrival: Arrival, error: unknown, parts: Handling): Promise<Received> {
  const { organisation, request } = arrival
  const reference = fail(organisation, error, parts)
  try {
    return await tell(parts.bot.replyFromMemory(request), arrival, parts)
  } catch (fault) {
    fail(organisation, fault, parts)
    const { language } = request.speaker
    return tell({ kind: 'failure', language, reference, organisation }, arrival, parts)
  }
}

async function tell(reply: Reply, arrival: Arrival, { memory }: Handling): Promise<Received> {
  const key = keyOf(arrival)
  if (memory.has(key)) return { kind: 'repeated' }

  memory.remember(key, REMEMBER_MS)
  if (!arrival.isMessage(reply) || (await arrival.tell(reply))) return { kind: 'replied', reply }

  memory.forget(key)
  return { kind: 'failed' }
}

function fail({ id }: Organisation, error: unknown, { observe, newReference }: Handling): string {
  const reference = newReference()
  observe({ kind: 'failed', organisation: id, reference, error })
  return reference
}

function keyOf({ id, request }: Arrival): string {
  const { organisation, platform, conversation } = request.speaker
  return JSON.stringify([organisation, platform, conversation, id])
}
