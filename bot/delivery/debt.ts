/** Debt: calls that were made beside the bucket of messages to many, which then sends that many fewer. */

export type Debt = Readonly<{
  owe: (calls: number) => void
  /** Of the last second: what is longer ago weighs on no limit any more. */
  take: () => number
}>

const COUNTS_MS = 1_000

export function createDebt(clock: () => number): Debt {
  let calls = 0
  let since = 0
  const fresh = () => (Math.abs(clock() - since) <= COUNTS_MS ? calls : 0) // or the clock was put back

  return {
    owe: (more) => {
      if (more <= 0) return
      const before = fresh()
      if (before === 0) since = clock()
      calls = before + more
    },
    take: () => {
      const taken = fresh()
      calls = 0
      return taken
    },
  }
}
