/** Proportion: how many of those who answered did so in a certain way, and what can be said of it. */

/** Of one question, without "I do not know" and "I would rather not say". */
export type Proportion = Readonly<{
  /** From 0 to `answers`; a fraction when it was worked back from a rounded percentage. */
  successes: number
  answers: number
}>

/** Of shares 0 to 1, or of a difference between two: -1 to 1. */
export type Interval = Readonly<{ low: number; high: number }>

/**
 * @returns 0 to 1
 * @throws RangeError when there are no answers, or more successes than answers
 */
export function shareOf({ successes, answers }: Proportion): number {
  if (!(answers > 0 && answers < Infinity)) {
    throw new RangeError(`a share needs answers, got ${answers}`)
  }
  if (!(successes >= 0 && successes <= answers)) {
    throw new RangeError(`successes must be 0 to ${answers}, got ${successes}`)
  }
  return successes / answers
}

/** @throws RangeError when more people answered than there are */
export function requireEnough(population: number, answers: number): void {
  if (!(population >= answers && population < Infinity)) {
    throw new RangeError(`population must be at least the ${answers} answers, got ${population}`)
  }
}
