/** Plan worker: makes one plan in a thread, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan } from '../polls/plan.ts'
import type { ClosedRound } from '../polls/publication/draft-plan.ts'
import { makePlan, PublicationRefused } from '../polls/publication/make-plan.ts'

export type Planned =
  | Readonly<{ kind: 'made'; plan: Plan }>
  | Readonly<{ kind: 'refused'; why: string }>

function plan(closed: ClosedRound): Planned {
  try {
    return { kind: 'made', plan: makePlan(closed) }
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error
    return { kind: 'refused', why: error.why }
  }
}

parentPort?.postMessage(plan(workerData as ClosedRound)) // only `planAside` starts this
