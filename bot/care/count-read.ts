/** Count read: who of the roster confirmed a section, by unit, as coarse as it may be shown. */
import type { Grant } from '../contract/role.ts'
import type { Thresholds } from '../polls/thresholds.ts'
import { unitTree } from '../polls/unit-tree.ts'
import type { Employee, RoundUnit } from '../polls/units.ts'
import type { Person, Roster } from '../storage/people.ts'
import type { CountedUnit } from '../storage/read-figures.ts'
import { confirmedOf, leastPeople } from './confirmed.ts'

export type Counting = Readonly<{
  roster: Roster
  /** Of the organisation. */
  name: string
  thresholds: Thresholds
}>

/** Whose own button is no secret to them when they see a figure. */
const VIEWERS: ReadonlySet<Grant['role']> = new Set(['manager', 'ciso', 'auditor'] as const)

/**
 * Units with too few people count in a larger one, as in polls; only people who are in the roster count.
 *
 * @returns empty when there are too few people to show anything
 */
export function countRead(
  { roster, name, thresholds }: Counting,
  hasConfirmed: (person: Person) => boolean,
): readonly CountedUnit[] {
  const eligible = leastPeople(thresholds)
  const { units, countedIn } = unitTree(roster.people.map(toEmployee), roster.units, {
    ...{ eligible, name },
  })
  if ((units[0]?.eligible ?? 0) < eligible) return []
  const confirmed = new Map<string, number>()
  for (const person of roster.people) {
    const unit = countedIn.get(person.id) ?? ''
    if (hasConfirmed(person)) confirmed.set(unit, (confirmed.get(unit) ?? 0) + 1)
  }
  return units.map((unit) => counted(unit, confirmed.get(unit.path) ?? 0, thresholds))
}

function toEmployee({ id, unit, roles }: Person): Employee {
  const viewer = roles.some(({ role }) => VIEWERS.has(role))
  return { id, viewer, ...(unit === undefined ? {} : { unit }) }
}

function counted(
  { path, parent, name, own: people, viewers }: RoundUnit,
  confirmed: number,
  { answers }: Thresholds,
): CountedUnit {
  return {
    ...{ path, name, people },
    ...(parent === undefined ? {} : { parent }),
    ...(people === 0 ? {} : { confirmed: confirmedOf({ people, confirmed, viewers }, answers) }),
  }
}
