/** Tally: how often each answer was given, by unit; all that is ever kept of answers. */

/** For one unit, what is counted there and not below it. */
export type UnitTally = Readonly<{
  /** Path. */
  unit: string
  /** By question id, by option value: how many chose it. Every question and option is there. */
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>
}>
