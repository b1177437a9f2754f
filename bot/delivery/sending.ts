/** Sending: what one process has in hand for one organisation and platform, each to its end. */
import type { Address, Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Clock, Observe } from '../contract/ports.ts'
import type { Reply } from '../contract/reply.ts'
import type { Secret } from '../secret.ts'
import type { Claimed, Contents, Lane, Settlement } from '../storage/deliveries.ts'
import type { Storage } from '../storage/storage.ts'
import { type Attempted, addressOf, attempt } from './attempt.ts'
import { createDebt, type Debt } from './debt.ts'
import { settlementOf } from './outcome.ts'
import { createPace, type Pace } from './pace.ts'
import { bulkPerSecond, PLATFORM_LIMITS } from './platform-limits.ts'
import { isPaused, slowDown, startRate } from './rate.ts'
import { createReach, type Reach } from './reach.ts'
import type { Outcome, Send } from './send.ts'
import { createSettler, type Settler } from './settler.ts'
import { createTenantPace, type TenantPace } from './tenant-pace.ts'

export type SendingParts = Readonly<{
  organisation: Organisation
  platform: Platform
  send: Send
  storage: Storage
  secret: Secret
  /** A new one after each start. */
  owner: string
  clock: Clock
  /** 0 up to, not including, 1. */
  random: () => number
  wait: (ms: number) => Promise<unknown>
  observe: Observe
  /** What went wrong in the store: it is tried again. */
  onFailure: (error: unknown) => void
  /** Nothing more is begun. */
  isStopped: () => boolean
  /** There is room again after there was none, or the platform answers again. */
  onRoom: () => void
}>

export type Sending = Readonly<{
  start: (claims: readonly Claimed[], contents: Contents) => void
  /** How many more of a lane may be taken in hand; none, or one to find out, while it is lost. */
  room: (lane: Lane) => number
  /** Nobody can be reached there, and nothing of that lane is begun now. */
  isShut: (lane: Lane) => boolean
  /** Ids of what is being sent, or has ended and is not written down. */
  inHand: () => readonly string[]
  debt: Debt
  /** Writes down what could not be written before. */
  writeDown: () => Promise<void>
  /** Resolves when nothing is in hand, and all of it is written down. */
  settled: () => Promise<void>
}>

/** Who would wait longer for a place in the conversation goes back to the queue. */
const LONGEST_WAIT_MS = 5_000

const CALL_BACK_EVERY_MS = 60_000

type InHand = SendingParts &
  Readonly<{
    settler: Settler
    pace: Pace
    tenantPace: TenantPace
    debt: Debt
    reach: Reach
  }> & {
    /** As far as this process knows: who waits for a place here does not look it up again. */
    pausedUntil: number
    /** Of what is in hand, how many are past their wait for a place. */
    underWay: number
    /** When what waited for another time was last called back. */
    calledBackAt: number
  }

export function createSending(parts: SendingParts): Sending {
  const settler = createSettler({ ...parts, organisation: parts.organisation.id })
  const limits = PLATFORM_LIMITS[parts.platform]
  const inHand: InHand = {
    ...parts,
    settler,
    pace: createPace(limits.conversation),
    tenantPace: createTenantPace(limits.tenant),
    debt: createDebt(parts.clock),
    reach: createReach(),
    pausedUntil: 0,
    underWay: 0,
    calledBackAt: 0,
  }
  const tasks = new Map<string, Promise<void>>()
  let isFull = false
  const isShut = (lane: Lane) => inHand.reach.isShut(lane, tasks.size, parts.clock())

  const ended = (id: string): void => {
    tasks.delete(id)
    if (!isFull) return
    isFull = false
    parts.onRoom()
  }
  return {
    start: (claims, contents) => {
      for (const claimed of claims) {
        const task = tryOne(claimed, contents, inHand)
          .catch(parts.onFailure)
          .finally(() => ended(claimed.id))
        tasks.set(claimed.id, task)
      }
    },
    room: (lane) => {
      const most = limits.mostInHand[lane]
      isFull ||= tasks.size >= most
      if (isShut(lane)) return 0
      return Math.min(Math.max(0, most - tasks.size), inHand.reach.isLost() ? 1 : most)
    },
    isShut,
    inHand: () => [...tasks.keys(), ...settler.unwritten()],
    debt: inHand.debt,
    writeDown: settler.flush,
    settled: async () => {
      while (tasks.size > 0) await Promise.allSettled(tasks.values())
      await settler.flush()
    },
  }
}

async function tryOne(claimed: Claimed, contents: Contents, parts: InHand): Promise<void> {
  const { pace, tenantPace, clock, debt, wait, isStopped } = parts
  const address = addressOf(claimed, parts.secret)
  // By the address itself: one that is sealed looks different every time.
  const waitMs = pace.reserve(placeOf(address), clock(), LONGEST_WAIT_MS)
  if (waitMs > LONGEST_WAIT_MS) return putBack(claimed, clock() + waitMs, parts)
  if (waitMs > 0) await wait(waitMs)
  const tenantMs = tenantPace.reserve(clock())
  if (tenantMs > 0) await wait(tenantMs)
  if (isStopped()) return putBack(claimed, clock(), parts)
  if (isPaused(parts, clock())) return putBack(claimed, parts.pausedUntil, parts)
  if (parts.reach.isShut(claimed.lane, parts.underWay, clock()))
    return putBack(claimed, clock(), parts)

  parts.underWay += 1
  const attempted = await attempt(claimed, address, { contents, send: parts.send })
  parts.underWay -= 1
  debt.owe(claimed.lane === 'interactive' ? attempted.calls : attempted.calls - 1)
  finish(claimed, attempted, { ...parts, isQuiet: isQuiet(contents.get(claimed.message)) })
  await noteThrottling(attempted, parts)
  await noteReach(claimed, attempted, parts)
}

async function noteReach({ id }: Claimed, attempted: Attempted, parts: InHand): Promise<void> {
  const { reach, clock, random, observe, onRoom, platform } = parts
  const news = reach.note(id, attempted, { now: clock(), random: random() })
  if (news === 'lost' || news === 'found')
    observe({ kind: `platform-${news}`, organisation: parts.organisation.id, platform })
  if (news !== 'found' && news !== 'back') return
  try {
    await callBack(parts)
  } finally {
    onRoom()
  }
}

/**
 * What waits for another time because nothing came back need not wait for it any more. Seldom: on a
 * platform that comes and goes, the few attempts of what may have arrived would soon be over.
 */
async function callBack(parts: InHand): Promise<void> {
  const { settler, storage, organisation, platform, clock } = parts
  const sinceMs = clock() - parts.calledBackAt
  if (sinceMs >= 0 && sinceMs < CALL_BACK_EVERY_MS) return
  await settler.flush()
  await storage.stores.outbox.bringForward(organisation.id, platform, clock())
  parts.calledBackAt = clock()
}

/** Answers below different messages of one conversation are in one place. */
function placeOf(address: Address | undefined): string {
  if (address === undefined) return ''
  const to = address.kind === 'person' ? address.person : address.conversation
  return JSON.stringify([address.kind, address.platform, to])
}

/** Untried. */
function putBack({ id, lane }: Claimed, runAt: number, { settler }: InHand): void {
  settler.add({ id, lane, next: { state: 'ready', runAt }, isUnknown: false })
}

/** That somebody answered a poll, or would not, is told to nobody: the moment leads to the person. */
function isQuiet(content: Reply | undefined): boolean {
  if (content?.kind === 'notice') return content.notice.startsWith('poll-')
  return content?.kind === 'poll-thanks' || content?.kind === 'poll-declined'
}

type Ending = InHand & Readonly<{ isQuiet: boolean }>

function finish(claimed: Claimed, attempted: Attempted, parts: Ending): void {
  const { clock, random, settler } = parts
  const settlement = settlementOf(claimed, attempted, { now: clock(), random: random() })
  settler.add(settlement)
  if (!parts.isQuiet) observeEnd(claimed, attempted, settlement, parts.observe)
}

export function observeEnd(
  claimed: Claimed,
  attempted: Outcome,
  { next: { state } }: Settlement,
  observe: Observe,
): void {
  if (claimed.class === 'reminder') return // their number tells how many did not answer
  observe({
    kind: 'delivery-tried',
    organisation: claimed.organisation,
    class: claimed.class,
    state: state === 'ready' ? 'again' : state,
    outcome: attempted.kind,
    ...(attempted.kind === 'sent' ? {} : { reason: attempted.reason }),
  })
}

/** The platform refuses the whole tenant, so the whole tenant slows down. */
async function noteThrottling(attempted: Attempted, parts: InHand): Promise<void> {
  if (attempted.kind !== 'not-sent' || !attempted.throttled) return
  const { organisation, platform, storage, clock, random, observe } = parts
  const { retryAfterMs } = attempted
  const { perSecond, pausedUntil } = await storage.stores.rates.change(
    organisation.id,
    platform,
    (known) =>
      slowDown(known ?? startRate(bulkPerSecond(organisation, platform), clock()), {
        now: clock(),
        random: random(),
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      }),
  )
  parts.pausedUntil = pausedUntil
  observe({ kind: 'throttled', organisation: organisation.id, platform, perSecond })
}
