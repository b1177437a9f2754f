/** Compare rosters: what a new one changes. */
import type { Grant } from '../contract/role.ts'
import { describeGrant, type Person, type Roster } from '../storage/people.ts'

export type RoleChange = Readonly<{ person: string; grant: Grant }>

/** People by their id in the roster. */
export type RosterChange = Readonly<{
  added: readonly string[]
  gone: readonly string[]
  changed: readonly Readonly<{ id: string; fields: readonly string[] }>[]
  unitsAdded: readonly string[]
  unitsGone: readonly string[]
  granted: readonly RoleChange[]
  withdrawn: readonly RoleChange[]
  /** How many people the roster had. */
  before: number
}>

export function compareRosters(before: Roster, after: Roster): RosterChange {
  const old = new Map(before.people.map((person) => [person.id, person]))
  const fresh = new Map(after.people.map((person) => [person.id, person]))
  const [oldUnits, units] = [pathsOf(before), pathsOf(after)]

  return {
    added: [...fresh.keys()].filter((id) => !old.has(id)),
    gone: [...old.keys()].filter((id) => !fresh.has(id)),
    changed: after.people.flatMap((person) => changeOf(old.get(person.id), person)),
    unitsAdded: [...units].filter((path) => !oldUnits.has(path)),
    unitsGone: [...oldUnits].filter((path) => !units.has(path)),
    granted: after.people.flatMap((person) => grantsBeyond(old.get(person.id), person)),
    withdrawn: before.people.flatMap((person) => grantsBeyond(fresh.get(person.id), person)),
    before: before.people.length,
  }
}

export const isEmpty = ({ before: _, ...changes }: RosterChange): boolean =>
  Object.values(changes).every((list) => list.length === 0)

const pathsOf = ({ units }: Roster): ReadonlySet<string> => new Set(units.map(({ path }) => path))

const FIELDS = ['email', 'entraId', 'slackId', 'unit', 'language'] as const

function changeOf(before: Person | undefined, after: Person): RosterChange['changed'] {
  const fields = FIELDS.filter((field) => before && before[field] !== after[field])
  return fields.length === 0 ? [] : [{ id: after.id, fields }]
}

/** What `person` has and `other` lacks. */
function grantsBeyond(other: Person | undefined, person: Person): readonly RoleChange[] {
  const known = new Set(other?.roles.map(describeGrant))
  return person.roles
    .filter((grant) => !known.has(describeGrant(grant)))
    .map((grant) => ({ person: person.id, grant }))
}
