/**
 * Queues: what one organisation has to say on one platform.
 *
 * Answers and reports go as soon as they are there; messages to many go at the organisation's
 * rate, within working hours. Both stop while the platform asks for a pause.
 */
import type { Platform } from '../contract/message.ts'
import type { Claimed, Hours, Lease } from '../storage/deliveries.ts'
import type { Stores } from '../storage/storage.ts'
import { isWorkingTime } from '../working-time.ts'
import { CRASHED, settlementOf } from './outcome.ts'
import { bulkPerSecond } from './platform-limits.ts'
import { available, isPaused, refill, spend, startRate } from './rate.ts'
import type { Outcome } from './send.ts'
import { createSending, observeEnd, type Sending, type SendingParts } from './sending.ts'

export type Queues = Pick<Sending, 'writeDown' | 'settled'> &
  Readonly<{
    /** Whose they are. */
    organisation: string
    platform: Platform
    /** Begins to send answers and reports that are due. @returns how many */
    sendInteractive: () => Promise<number>
    /** Begins to send as many messages to many as may go now. @returns undefined when none is due */
    sendBulk: () => Promise<number | undefined>
    /** What a process that died was sending: nobody can know whether it arrived. */
    takeOver: () => Promise<void>
    /** Removes texts that nobody will get any more. */
    sweep: () => Promise<void>
  }>

/** Longer than the slowest attempt, with its wait for a place in the conversation. */
const LEASE_MS = 120_000
/** Of what a process that died was sending, in one transaction. */
const MOST_TAKEN_OVER = 100

export function createQueues(parts: SendingParts): Queues {
  const sending = createSending(parts)
  const inTurn = createTurns()
  let isInDoubt = false

  /** One after the other, so that whatever is claimed is known here, but for what a broken call took. */
  const claimWith = <T>(claim: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      if (isInDoubt) await putBackLost(sending, parts)
      isInDoubt = true
      const begun = await claim()
      isInDoubt = false
      return begun
    })
  return {
    organisation: parts.organisation.id,
    platform: parts.platform,
    writeDown: sending.writeDown,
    settled: sending.settled,
    sendInteractive: () =>
      claimWith(async () => start(await claimInteractive(sending, parts), sending, parts)),
    sendBulk: () =>
      claimWith(async () => {
        const claims = await claimBulk(sending, parts)
        return claims && start(claims, sending, parts)
      }),
    takeOver: () => takeOver(parts),
    sweep: () => parts.storage.stores.outbox.sweep(parts.organisation.id, parts.clock()),
  }
}

function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }
}

function putBackLost(sending: Sending, parts: SendingParts): Promise<void> {
  const { storage, organisation, platform, owner } = parts
  const inHand = sending.inHand()
  return storage.stores.outbox.putBack(organisation.id, platform, { owner, inHand })
}

async function start(
  claims: readonly Claimed[],
  sending: Sending,
  { storage, organisation }: SendingParts,
): Promise<number> {
  if (claims.length === 0) return 0
  const messages = [...new Set(claims.map(({ message }) => message))]
  sending.start(claims, await storage.stores.outbox.contents(organisation.id, messages))
  return claims.length
}

/** In one transaction: who is interrupted here has changed nothing. */
async function takeOver(parts: SendingParts): Promise<void> {
  const { storage, organisation, owner, clock, random, observe } = parts
  const outcome: Outcome = { kind: 'unknown', reason: CRASHED }
  const taken = await storage.transaction(async ({ outbox }) => {
    const claims = await outbox.takeOver(organisation.id, leaseOf(parts, MOST_TAKEN_OVER))
    const moment = () => ({ now: clock(), random: random() })
    const ends = claims.map((claimed) => settlementOf(claimed, outcome, moment()))
    await outbox.settle(organisation.id, ends, { owner, now: clock() })
    return claims.map((claimed, index) => [claimed, ends[index]] as const)
  })
  for (const [claimed, end] of taken) if (end) observeEnd(claimed, outcome, end, observe)
}

const leaseOf = ({ owner, clock }: SendingParts, limit: number): Lease => ({
  owner,
  now: clock(),
  until: clock() + LEASE_MS,
  limit,
})

async function claimInteractive(
  sending: Sending,
  parts: SendingParts,
): Promise<readonly Claimed[]> {
  const { storage, organisation, platform, clock } = parts
  if (sending.isShut('interactive')) return []
  const { outbox, rates } = storage.stores
  const queue = {
    organisation: organisation.id,
    platform,
    lane: 'interactive',
    hours: 'any',
  } as const
  if (!(await outbox.isDue(queue, clock()))) return []

  const rate = await rates.find(organisation.id, platform)
  const room = sending.room('interactive')
  if (room === 0 || (rate !== undefined && isPaused(rate, clock()))) return []
  return outbox.claim(queue, leaseOf(parts, room))
}

/** @returns undefined when nothing is due, or nothing may be sent for some time */
async function claimBulk(
  sending: Sending,
  parts: SendingParts,
): Promise<readonly Claimed[] | undefined> {
  const { storage, organisation, platform, clock } = parts
  if (sending.isShut('bulk')) return undefined
  for (const hours of openHours(parts)) {
    const queue = { organisation: organisation.id, platform, lane: 'bulk', hours } as const
    if (!(await storage.stores.outbox.isDue(queue, clock()))) continue
    return storage.transaction((stores) =>
      takeAndClaim(stores, sending, parts, (limit) =>
        stores.outbox.claim(queue, leaseOf(parts, limit)),
      ),
    )
  }
  return undefined
}

function openHours({ organisation, clock }: SendingParts): readonly Hours[] {
  return isWorkingTime(clock(), organisation) ? ['any', 'working'] : ['any']
}

/** In one transaction with the bucket, which all processes share. */
async function takeAndClaim(
  { rates }: Stores,
  sending: Sending,
  { organisation, platform, clock }: SendingParts,
  claim: (limit: number) => Promise<readonly Claimed[]>,
): Promise<readonly Claimed[]> {
  const perSecond = bulkPerSecond(organisation, platform)
  let claims: readonly Claimed[] = []
  await rates.change(organisation.id, platform, async (known) => {
    const now = clock()
    const full = refill(known ?? startRate(perSecond, now), perSecond, now)
    const rate = spend(full, sending.debt.take())
    const room = sending.room('bulk')
    const limit = Math.min(room, available(rate, now))
    claims = limit > 0 ? await claim(limit) : []
    return spend(rate, claims.length)
  })
  return claims
}
