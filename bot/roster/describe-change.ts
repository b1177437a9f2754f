/** Describe a change of the roster: lines for who imports it, with ids and never with names. */
import { describeGrant } from '../storage/people.ts'
import type { RoleChange, RosterChange } from './compare-rosters.ts'

/** More are counted, not named. */
const MAX_NAMED = 20

export function describeChange(change: RosterChange): readonly string[] {
  return [
    ...listing('new', change.added),
    ...listing(
      'changed',
      change.changed.map(({ id, fields }) => `${id} (${fields.join(', ')})`),
    ),
    ...listing('gone', change.gone),
    ...listing('new units', change.unitsAdded),
    ...listing('units gone', change.unitsGone),
    ...listing('roles granted', change.granted.map(roleOf)),
    ...listing('roles withdrawn', change.withdrawn.map(roleOf)),
  ]
}

const roleOf = ({ person, grant }: RoleChange): string => `${person} ${describeGrant(grant)}`

function listing(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return []
  const more = items.length - MAX_NAMED
  const named = items.slice(0, MAX_NAMED).join(', ')
  return [`${title}: ${items.length}`, `  ${named}${more > 0 ? ` and ${more} more` : ''}`]
}
