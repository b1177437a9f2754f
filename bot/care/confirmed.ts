/**
 * Confirmed: how many of a group confirmed a section, as coarse as anybody may know it.
 *
 * Who looks knows exactly who work there. So "12 of 12" says of each of them that they did, "0 of 12"
 * that they did not, and "11 of 12" is a search for one person. Therefore:
 *
 * - A number below k, of those who did or of those who did not, is never told: it is "few" or "nearly
 *   all", and that is told of 0 and of everybody too. Of no single person anything follows.
 * - In between it is a multiple of ten percent.
 * - Who may see results and is in the group can take their own away: then k is one more.
 * - A group has people enough to have such a middle: `leastPeople`.
 * - Each group is told once a week. One who presses between two looks is not seen, unless nobody else
 *   of the group did that week and a step is passed; which of them it was, the step does not say.
 * - Of several groups together nothing is told but what follows from what each of them shows: there is
 *   nothing to subtract. That is why units need no rule for what is left, as those of polls do.
 */
import type { Confirmed } from '../contract/care.ts'

export type ReadGroup = Readonly<{
  people: number
  confirmed: number
  /** One of them may see results. */
  viewers: boolean
}>

/** @param k people in whatever could be known: the threshold of answers to polls */
export function confirmedOf({ people, confirmed, viewers }: ReadGroup, k: number): Confirmed {
  const least = viewers ? k + 1 : k
  const percent = toTen((100 * confirmed) / people)
  if (confirmed < least || percent === 0) return { kind: 'few' }
  if (people - confirmed < least || percent === 100) return { kind: 'most' }
  return { kind: 'about', percent }
}

/** With fewer people "few" and "nearly all" would meet, and each tell the other. */
export function leastPeople({ eligible, answers }: { eligible: number; answers: number }): number {
  return Math.max(eligible, 2 * (answers + 1))
}

/** Of groups of which each shows this: a sum of what is shown, never of what it was made from. */
export function confirmedTogether(
  groups: readonly Readonly<{ people: number; confirmed: Confirmed }>[],
  k: number,
): Confirmed {
  const [first] = groups
  if (first === undefined) return { kind: 'few' }
  const kinds = new Set(groups.map(({ confirmed }) => confirmed.kind))
  if (kinds.size === 1 && first.confirmed.kind !== 'about') return first.confirmed
  if (groups.length === 1) return first.confirmed
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  const confirmed = groups.reduce((sum, group) => sum + guess(group, k), 0)
  return { kind: 'about', percent: Math.min(90, Math.max(10, toTen((100 * confirmed) / people))) }
}

function guess(group: Readonly<{ people: number; confirmed: Confirmed }>, k: number): number {
  const { people, confirmed } = group
  switch (confirmed.kind) {
    case 'few':
      return (k - 1) / 2
    case 'about':
      return (people * confirmed.percent) / 100
    case 'most':
      return people - (k - 1) / 2
  }
}

const toTen = (percent: number): number => Math.round(percent / 10) * 10
