/**
 * Use figures: from when on a figure of how the handbook is used is told, and how exactly.
 *
 * A counter of questions does not know how many people asked them, so it takes twice the five people
 * that a figure of people takes. What is told is rounded, so that nobody can subtract: neither one
 * text from all, nor a week from the next.
 */
import { type Proportion, shareOf } from '../polls/statistics/proportion.ts'

export const MIN_QUESTIONS = 10
const PERCENT_STEP = 5

/** Where nearly all said the same, the exact share would tell what each of them said. */
export const NEARLY_ALL = 90
export const NEARLY_NONE = 10

/** To the nearest ten. @returns undefined for fewer than ten */
export function roundedAmount(n: number): number | undefined {
  return n < MIN_QUESTIONS ? undefined : Math.round(n / 10) * 10
}

/** In percent, to the nearest five. @returns undefined for a share of fewer than ten */
export function roundedShare(proportion: Proportion): number | undefined {
  if (proportion.answers < MIN_QUESTIONS) return undefined
  return Math.round((100 * shareOf(proportion)) / PERCENT_STEP) * PERCENT_STEP
}
