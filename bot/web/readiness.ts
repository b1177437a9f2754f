/** Readiness: whether what an answer needs works now, asked no more often than it is worth. */
import type { Clock } from '../contract/ports.ts'

export type ReadinessOptions = Readonly<{
  /** Rejects while it does not work. */
  check: () => Promise<unknown>
  clock: Clock
  /** A check that takes longer has failed. */
  limitMs?: number
  /** A verdict holds for this time: anybody may ask, and each check costs a write. */
  holdsMs?: number
}>

const LIMIT_MS = 1_000
const HOLDS_MS = 1_000

export function createReadiness(options: ReadinessOptions): () => Promise<boolean> {
  const { check, clock, limitMs = LIMIT_MS, holdsMs = HOLDS_MS } = options
  let verdict: Promise<boolean> | undefined
  let askedAt = Number.NEGATIVE_INFINITY

  return () => {
    if (verdict === undefined || clock() - askedAt >= holdsMs) {
      askedAt = clock()
      verdict = works(check, limitMs)
    }
    return verdict
  }
}

async function works(check: () => Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs)
  })
  const answer = check().then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answer, tooLong])
  } finally {
    clearTimeout(timer)
  }
}
