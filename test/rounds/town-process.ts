/** Town process: a town that runs by itself, does what it is told, and dies when it is told to. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { StoragePlace } from '../../bot/open-storage.ts'
import { COMPILE_CACHE } from '../stand-ins/compile-cache.ts'
import type { Fate } from './mortality.ts'

const PROGRAM = fileURLToPath(new URL('./programs/town-process.ts', import.meta.url))

export type Settings = Readonly<{
  place: StoragePlace
  /** See `aTown`. */
  units: Readonly<Record<string, number>>
  organisation?: Partial<Organisation>
}>

/** Somebody presses a button. */
export type Press = Readonly<{ n: number; action: Action }>

export type Job = Readonly<{
  /** Start a series; look what is due; remove what rounds left; press one after the other; send. */
  do: 'start' | 'tick' | 'clean' | 'press' | 'deliver'
  /** What the clock says. */
  at: number
  presses?: readonly Press[]
  fate?: Fate
}>

/** A word each: what happened, or what was replied. */
export type Words = readonly string[]

/** Something that arrived at somebody, in words such as "poll" or "poll reminder". */
export type Sent = Readonly<{ to: string; what: string }>

export type Heard =
  | Readonly<{ kind: 'replied'; job: number; n: number; word: string }>
  | Readonly<{ kind: 'sent' } & Sent>
  | Readonly<{ kind: 'done'; job: number; words: Words; steps: number }>
  | Readonly<{ kind: 'failed'; job: number; error: string }>

export type Told = Readonly<{ n: number; word: string }>

export type Outcome = Readonly<{
  /** Undefined when it died. */
  words: Words | undefined
  /** How many things it did to the world. */
  steps: number
  /** What people were told before that. */
  told: readonly Told[]
}>

export type TownProcess = Readonly<{
  /** Several at once do no harm. @throws Error when the job fails, or the process ends by itself */
  do: (job: Job) => Promise<Outcome>
  signal: (signal: NodeJS.Signals) => void
  /** Ends it, whatever it is at. */
  end: () => Promise<void>
}>

/** @param onSent the platform: what it hears here has arrived, also when the process dies */
export async function startTownProcess(
  { place, units, organisation = {} }: Settings,
  onSent: (sent: Sent) => void = () => undefined,
): Promise<TownProcess> {
  const { dataDir, databaseUrl } = place
  const own = { dataDir, ...(databaseUrl ? { databaseUrl } : {}) }
  const child = fork(PROGRAM, [JSON.stringify({ place: own, units, organisation })], {
    execArgv: [], // jest's own are not for it
    env: { ...process.env, ...COMPILE_CACHE },
  })
  const exit = once(child, 'exit')
  child.on('message', (message) => {
    const heard = message as Heard // our own program tells nothing else
    if (heard.kind === 'sent') onSent(heard)
  })
  const town = createTownProcess(child, exit)
  await listen(child, 0)
  return town
}

function createTownProcess(child: ChildProcess, exit: Promise<unknown>): TownProcess {
  let jobs = 0
  return {
    do: (job) => {
      jobs += 1
      const outcome = listen(child, jobs, job.fate)
      child.send({ ...job, id: jobs })
      return outcome
    },
    signal: (signal) => void child.kill(signal),
    end: async () => {
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** Longer than anything takes: a test that waits for ever tells nothing. */
const MOST_MS = 100_000

/** Until this job is done, or the process is no more. */
function listen(child: ChildProcess, job: number, fate?: Fate): Promise<Outcome> {
  const told: Told[] = []
  const result = Promise.withResolvers<Outcome>()
  const tooLong = () => result.reject(new Error('a town did not end what it was told to do'))
  const timer = setTimeout(tooLong, MOST_MS)
  const onMessage = (message: unknown) => {
    const heard = message as Heard // our own program tells nothing else
    if (heard.kind === 'sent' || heard.job !== job) return
    if (heard.kind === 'replied') told.push(heard)
    if (heard.kind === 'failed') result.reject(new Error(heard.error))
    if (heard.kind === 'done') result.resolve({ words: heard.words, steps: heard.steps, told })
  }
  // It comes after the last message; its exit may come before that.
  const onEnd = () => {
    if (fate === undefined) result.reject(new Error('a town ended by itself'))
    else result.resolve({ words: undefined, steps: 0, told })
  }
  child.on('message', onMessage)
  child.on('disconnect', onEnd)
  return result.promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage)
    child.off('disconnect', onEnd)
  })
}
