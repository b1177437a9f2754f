/** Group: how many people a figure is about, as far as that protects them. */

export type Group = Readonly<{
  answers: number
  /** One of them may see results, and knows what they answered themselves. */
  viewer: boolean
}>

/** People who answered: whoever may see results counts only where somebody did. */
export function groupOf(answers: number, viewers: boolean): Group {
  return { answers, viewer: viewers && answers > 0 }
}

export function together(one: Group, other: Group): Group {
  return { answers: one.answers + other.answers, viewer: one.viewer || other.viewer }
}

/**
 * One less when somebody can take their own answer away. With more people it never gets smaller, so
 * what holds for parts holds for all of them together.
 */
export function safeCount({ answers, viewer }: Group): number {
  return viewer ? answers - 1 : answers
}

/** Nobody is in it, or enough to disappear among. */
export function isSafe(group: Group, minimum: number): boolean {
  return group.answers === 0 || safeCount(group) >= minimum
}
