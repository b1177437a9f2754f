/** Plan aside: a large plan is made in a thread of its own, so that nobody who reports an incident waits for it. */
import { Worker } from 'node:worker_threads'
import type { Plan } from '../polls/plan.ts'
import type { ClosedRound } from '../polls/publication/draft-plan.ts'
import { makePlan, PublicationRefused } from '../polls/publication/make-plan.ts'
import type { Planned } from './plan-worker.ts'

/** A fraction of a millisecond each; a thread takes 0.1 s to begin. */
const FEW_CELLS = 150

/** @throws PublicationRefused as `makePlan` does */
export async function planAside(closed: ClosedRound): Promise<Plan> {
  const { units, questions } = closed
  return units.length * questions.length <= FEW_CELLS ? makePlan(closed) : inThread(closed)
}

async function inThread(closed: ClosedRound): Promise<Plan> {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), {
    workerData: closed,
    execArgv: [],
  })
  const planned = await new Promise<Planned>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the plan was not made: exit ${code}`)))
  })
  if (planned.kind === 'refused') throw new PublicationRefused(planned.why)
  return planned.plan
}
