/** Percent: shares as they may be shown. */

/** From here on a share is shown in whole percent. */
const MANY_ANSWERS = 50
const COARSE_STEP = 5

/** Fewer answers, coarser percentages: at 20 answers one person is 5 points. */
export function stepFor(answers: number): number {
  return answers < MANY_ANSWERS ? COARSE_STEP : 1
}

/** To the nearest step, halves up, without the rounding errors of fractions. */
export function percentOf(part: number, whole: number, step = 1): number {
  return step * Math.floor((200 * part + whole * step) / (2 * whole * step))
}

/** A whole number; never -0, which is not the same once it is stored. */
export function wholePercent(round: (share: number) => number, share: number): number {
  // 0.29 * 100 is 28.999999999999996: what is so near to a whole number is that number
  return round(Number((share * 100).toFixed(9))) + 0
}
