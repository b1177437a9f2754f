/** Delivery processes: starts the stand-in and the workers, and sees that none outlives its use. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { StandInLog, type WorkerOrder, WorkerReport, type WorkerTask } from './delivery-measured.ts'

const ANSWER_MS = 60_000
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** Removed, with all that is in it, when the work ends or is broken off. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-bench-'))
  const remove = async () => rmSync(folder, { recursive: true, force: true })
  return finallyDo(remove, () => work(folder))
}

/** Also when somebody breaks the measurement off. */
export async function finallyDo<T>(
  cleanUp: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const breakOff = () => void cleanUp().finally(() => process.exit(1))
  for (const signal of SIGNALS) process.once(signal, breakOff)
  try {
    return await work()
  } finally {
    for (const signal of SIGNALS) process.off(signal, breakOff)
    await cleanUp()
  }
}

export type StandIn = Readonly<{
  serviceUrl: string
  /** How many messages to recipients it accepted so far. */
  count: () => Promise<number>
  log: () => Promise<StandInLog>
}>

export async function withStandIn<T>(work: (standIn: StandIn) => Promise<T>): Promise<T> {
  const file = fileURLToPath(new URL('./delivery-stand-in.ts', import.meta.url))
  const child = fork(file, { execArgv: [] })
  try {
    const port = z.int().parse(await messageOf(child))
    return await work({
      serviceUrl: `http://127.0.0.1:${port}/`,
      count: async () => z.int().parse(await ask(child, 'count')),
      log: async () => StandInLog.parse(await ask(child, 'log')),
    })
  } finally {
    child.kill('SIGKILL')
  }
}

export type Worker = Readonly<{
  start: () => void
  /** Resolves when what it was sending has ended. */
  stop: () => Promise<WorkerReport>
  /** Kills it by SIGKILL with a message on its way; resolves when it is dead. */
  die: () => Promise<void>
}>

/** Workers that are ready, and wait to be started. */
export async function withWorkers<T>(
  tasks: readonly WorkerTask[],
  work: (workers: readonly Worker[]) => Promise<T>,
): Promise<T> {
  const file = fileURLToPath(new URL('./delivery-worker.ts', import.meta.url))
  const children = tasks.map((task) =>
    fork(file, [JSON.stringify(task)], { execArgv: ['--expose-gc'] }),
  )
  try {
    await Promise.all(children.map(messageOf))
    return await work(children.map(workerOf))
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}

function workerOf(child: ChildProcess): Worker {
  const tell = (order: WorkerOrder) => child.send(order)
  return {
    start: () => void tell('start'),
    stop: async () => WorkerReport.parse(await ask(child, 'stop')),
    die: async () => {
      const exit = once(child, 'exit', { signal: AbortSignal.timeout(ANSWER_MS) })
      tell('die')
      await exit
    },
  }
}

function ask(child: ChildProcess, what: string): Promise<unknown> {
  const answer = messageOf(child)
  child.send(what)
  return answer
}

async function messageOf(child: ChildProcess): Promise<unknown> {
  const signal = AbortSignal.timeout(ANSWER_MS)
  const done = new AbortController()
  const either = AbortSignal.any([signal, done.signal])
  const ended = once(child, 'exit', { signal: either }).then(([code]) => {
    throw new Error(`a process of the measurement ended with ${code} before it answered`)
  })
  const answered = once(child, 'message', { signal: either }).then(([message]) => message)
  try {
    return await Promise.race([answered, ended])
  } finally {
    ended.catch(() => undefined)
    answered.catch(() => undefined)
    done.abort()
  }
}
