/** Delivery: sends what is in the outbox, for every organisation and platform, until it is stopped. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Clock, Observe } from '../contract/ports.ts'
import type { Secret } from '../secret.ts'
import type { Storage } from '../storage/storage.ts'
import { createQueues, type Queues } from './queues.ts'
import type { Send } from './send.ts'

export type DeliveryParts = Readonly<{
  storage: Storage
  /** The platforms that can be written to. */
  sends: Readonly<Partial<Record<Platform, Send>>>
  secret: Secret
  organisations: readonly Organisation[]
  clock: Clock
  newId: () => string
  /** 0 up to, not including, 1. */
  random: () => number
  observe: Observe
  /** Milliseconds. */
  wait?: (ms: number) => Promise<unknown>
}>

export type Delivery = Readonly<{
  /**
   * An answer or report was put in: it is sent now, and not at the next look.
   *
   * @param organisation whose it is; without it, all are looked at
   * @param platforms where it was put in; without it, each is looked at. What was tried before on
   *   another platform can wait: each attempt takes the store a moment
   */
  hurry: (organisation?: string, platforms?: ReadonlySet<Platform>) => void
  /** Looks for work from now on. */
  start: () => void
  /** Sends what is due and may be sent now; resolves when that has ended. */
  runOnce: () => Promise<void>
  /** Resolves when no answer or report is due that may be tried now, and nothing is being sent. */
  idle: () => Promise<void>
  /** Begins nothing more; resolves when what is being sent has ended. */
  stop: () => Promise<void>
}>

/** Between two looks while messages to many are being sent, and while nothing is. */
const BUSY_MS = 50
const IDLE_MS = 1_000
const TIDY_MS = 15_000

export function createDelivery(parts: DeliveryParts): Delivery {
  const stopping = Promise.withResolvers<void>()
  const state: State = {
    ...parts,
    wait: parts.wait ?? pause,
    parts,
    queues: [],
    stopping: stopping.promise,
    isStopped: false,
    hurried: new Set(),
  }
  state.queues = queuesOf(state)
  let loop: Promise<void> | undefined

  return {
    hurry: (organisation, platforms) => hurry(state, organisation, platforms),
    start: () => {
      loop ??= lookUntilStopped(state)
    },
    runOnce: async () => {
      for (const queues of state.queues) {
        await queues.takeOver()
        await queues.sendInteractive()
        await queues.sendBulk()
      }
      await settled(state)
    },
    idle: async () => {
      do {
        hurry(state)
        await state.hurrying
        await settled(state)
      } while (await anythingDue(state))
    },
    stop: async () => {
      state.isStopped = true
      stopping.resolve()
      await Promise.all([loop, state.hurrying])
      await settled(state)
    },
  }
}

/** What changes while it runs. */
type State = Omit<DeliveryParts, 'wait'> & {
  wait: (ms: number) => Promise<unknown>
  parts: DeliveryParts
  queues: readonly Queues[]
  stopping: Promise<void>
  isStopped: boolean
  /** In which something was put after the last look. */
  hurried: Set<Queues>
  hurrying?: Promise<void>
}

function hurry(state: State, organisation?: string, platforms?: ReadonlySet<Platform>): void {
  for (const queues of state.queues)
    if (
      (organisation === undefined || queues.organisation === organisation) &&
      (platforms === undefined || platforms.has(queues.platform))
    )
      state.hurried.add(queues)
  state.hurrying ??= sendInteractive(state).finally(() => {
    delete state.hurrying
  })
}

async function sendInteractive(state: State): Promise<void> {
  while (state.hurried.size > 0 && !state.isStopped) {
    const hurried = [...state.hurried]
    state.hurried.clear()
    for (const queues of hurried) {
      const begun = await guarded(queues, queues.sendInteractive, state)
      if (begun !== undefined && begun > 0) state.hurried.add(queues) // there may be more
    }
  }
}

async function settled({ queues }: State): Promise<void> {
  for (const one of queues) await one.settled()
}

async function anythingDue(state: State): Promise<boolean> {
  if (state.isStopped) return false
  let begun = 0
  for (const queues of state.queues)
    begun += (await guarded(queues, queues.sendInteractive, state)) ?? 0
  return begun > 0
}

function queuesOf(state: State): readonly Queues[] {
  const owner = state.newId()
  return state.organisations.flatMap((organisation) =>
    platformsOf(state.sends).map(([platform, send]) => {
      const onFailure = (error: unknown) => report(error, organisation.id, state)
      const onRoom = () => hurry(state, organisation.id, new Set([platform]))
      const isStopped = () => state.isStopped
      return createQueues({
        ...state,
        organisation,
        platform,
        send,
        owner,
        onFailure,
        onRoom,
        isStopped,
      })
    }),
  )
}

function report(error: unknown, organisation: string, { observe }: State): void {
  observe({ kind: 'delivery-failed', organisation, error })
}

function platformsOf(sends: DeliveryParts['sends']): readonly (readonly [Platform, Send])[] {
  const platforms: readonly Platform[] = ['teams', 'slack', 'terminal']
  return platforms.flatMap((platform) => {
    const send = sends[platform]
    return send === undefined ? [] : [[platform, send] as const]
  })
}

/** A store that fails is tried again at the next look: what is due stays due. */
async function lookUntilStopped(state: State): Promise<void> {
  let tidiedAt = Number.NEGATIVE_INFINITY
  while (!state.isStopped) {
    const isTime = state.clock() - tidiedAt >= TIDY_MS
    if (isTime) tidiedAt = state.clock()
    const isBusy = await look(state, isTime)
    await Promise.race([rest(isBusy ? BUSY_MS : IDLE_MS, state), state.stopping])
  }
}

/** Holds no process back that has nothing else to do. */
function rest(ms: number, { parts }: State): Promise<unknown> {
  return parts.wait?.(ms) ?? pause(ms, undefined, { ref: false })
}

/** @returns whether messages to many are being sent */
async function look(state: State, tidy: boolean): Promise<boolean> {
  hurry(state)
  let isBusy = false
  for (const queues of state.queues) {
    await queues.writeDown()
    if (tidy) {
      await guarded(queues, queues.takeOver, state)
      await guarded(queues, queues.sweep, state)
    }
    const begun = await guarded(queues, queues.sendBulk, state)
    isBusy ||= begun !== undefined
  }
  return isBusy
}

async function guarded<T>(
  { organisation }: Queues,
  work: () => Promise<T>,
  state: State,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    report(error, organisation, state)
    return undefined
  }
}
