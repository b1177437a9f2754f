/** Seeded random: the same numbers for the same seed. */

export type Random = Readonly<{
  /** 0 up to, not including, 1. */
  next: () => number
  /** Mean 0, standard deviation 1. */
  normal: () => number
  /** How many of so many succeed. */
  binomial: (trials: number, chance: number) => number
  oneOf: <T>(items: readonly T[]) => T
}>

/** Mulberry32, a generator of 32 bits by Tommy Ettinger (public domain): fine for a demo, not for keys. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    // Box and Muller 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    binomial: (trials, chance) => {
      let successes = 0
      for (let trial = 0; trial < trials; trial++) if (next() < chance) successes++
      return successes
    },
    oneOf: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('there is nothing to choose from')
      return item
    },
  }
}
