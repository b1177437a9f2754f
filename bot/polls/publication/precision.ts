/** Precision: how exactly a figure may be shown, so that it tells of nobody. */
import type { Question } from '../question.ts'
import type { Thresholds } from '../thresholds.ts'
import { type Count, smallerSide } from './counts.ts'
import { safeCount } from './group.ts'

export type Precision = 'band' | 'extreme' | 'percentage'

/**
 * People in whatever is shown of a question, or found by subtraction. Of what one admits, few answers
 * are not even shown as a band: nothing is shown or found of fewer than a percentage takes.
 */
export function minimumFor({ sensitive }: Question, thresholds: Thresholds): number {
  return sensitive ? thresholds.percentage : thresholds.answers
}

export function precisionOf(count: Count, { percentage, eitherSide }: Thresholds): Precision {
  if (safeCount(count.answered) < percentage) return 'band'
  return smallerSide(count) < eitherSide ? coarse(count) : 'percentage'
}

/** What is shown instead of a percentage; it is true of the exact share. */
export function coarse(count: Count): 'band' | 'extreme' {
  return extremeSide(count) === undefined ? 'band' : 'extreme'
}

export function extremeSide({
  answered: { answers },
  favourable,
}: Count): 'at-least-80' | 'at-most-20' | undefined {
  if (favourable * 5 >= answers * 4) return 'at-least-80'
  return favourable * 5 <= answers ? 'at-most-20' : undefined
}

/** Thirds: less than one is low, more than two is high. */
export function bandOf({ answered: { answers }, favourable }: Count): 'low' | 'middle' | 'high' {
  if (favourable * 3 < answers) return 'low'
  return favourable * 3 > answers * 2 ? 'high' : 'middle'
}

/** On both sides are enough people, or there is nobody. */
export function isMixed(count: Count, eitherSide: number): boolean {
  return count.answered.answers === 0 || smallerSide(count) >= eitherSide
}
