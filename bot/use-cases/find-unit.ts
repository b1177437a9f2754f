/** Find unit: which units of a round somebody means by the name that they typed. */
import type { Plan } from '../polls/plan.ts'
import { type RoundUnit, WHOLE } from '../polls/units.ts'
import { lastName } from '../results/results-view.ts'
import { mergedFor, unitsFor, type Viewer } from '../results/viewer.ts'
import { bareWords } from './control-word.ts'

const WHOLE_WORDS: ReadonlySet<string> = new Set([
  ...['organisatie', 'de organisatie', 'hele organisatie', 'de hele organisatie', 'alles'],
  ...['organisation', 'the organisation', 'whole organisation', 'the whole organisation', 'all'],
])

/**
 * By whole name or path, else by the beginning of a name, else of a path; case and punctuation do
 * not count.
 *
 * @returns in order of the tree, only what this person may see
 */
export function unitsNamed(typed: string, plan: Plan, viewer: Viewer): readonly RoundUnit[] {
  const words = bareWords(typed)
  const units = unitsFor(plan, viewer)
  if (words === '') return []
  if (WHOLE_WORDS.has(words)) return units.filter(({ path }) => path === WHOLE)
  const ways: readonly ((unit: RoundUnit) => boolean)[] = [
    ({ name, path }) => bareWords(name) === words || bareWords(path) === words,
    ({ name }) => bareWords(name).startsWith(words),
    ({ path }) => bareWords(path).startsWith(words),
  ]
  for (const way of ways) {
    const found = units.filter(way)
    if (found.length > 0) return found
  }
  return []
}

/** They lead it, and the round added it to a larger one. */
export function isMerged(typed: string, plan: Plan, viewer: Viewer): boolean {
  const words = bareWords(typed)
  return mergedFor(plan, viewer).some((path) =>
    [path, lastName(path)].some((name) => bareWords(name) === words),
  )
}
