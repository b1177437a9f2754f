/** Import a roster: puts it in the place of the one before, with an audit row for each privileged change. */
import type { AuditEntry } from '../storage/audit.ts'
import type { Roster } from '../storage/people.ts'
import type { Stores } from '../storage/storage.ts'
import { compareRosters, isEmpty, type RoleChange, type RosterChange } from './compare-rosters.ts'
import { keepLinks } from './keep-links.ts'

/** A file that leaves out more people than this is more likely a part of the roster. */
const MAX_GONE = 0.2

export type Import = Readonly<{
  organisation: string
  roster: Roster
  /** Whoever imports, as in `AuditEntry`. */
  actor: string
  /** False only looks what it would change. */
  apply: boolean
  /** Also when it removes many. */
  force: boolean
}>

export type ImportOutcome = Readonly<{
  kind: 'nothing-changes' | 'removes-too-many' | 'not-applied' | 'applied'
  change: RosterChange
}>

/** To be called in a transaction, so that what it compared with is what it replaces. */
export async function importRoster(
  { organisation, roster: file, actor, apply, force }: Import,
  stores: Pick<Stores, 'people' | 'audit'>,
  now: number,
): Promise<ImportOutcome> {
  const people = await stores.people.list(organisation)
  const units = await stores.people.units(organisation)
  const roster = keepLinks(file, people)
  const change = compareRosters({ people, units }, roster)
  if (isEmpty(change)) return { kind: 'nothing-changes', change }
  if (removesTooMany(change) && !force) return { kind: 'removes-too-many', change }
  if (!apply) return { kind: 'not-applied', change }

  await stores.people.replace(organisation, roster)
  for (const entry of auditEntriesFor(change, organisation))
    await stores.audit.append(organisation, { actor, ...entry }, now)
  return { kind: 'applied', change }
}

const removesTooMany = ({ gone, before }: RosterChange): boolean => gone.length > before * MAX_GONE

function auditEntriesFor(
  change: RosterChange,
  organisation: string,
): readonly Omit<AuditEntry, 'actor'>[] {
  const details = {
    added: change.added.length,
    changed: change.changed.length,
    gone: change.gone.length,
    people: change.before + change.added.length - change.gone.length,
  }
  return [
    { action: 'roster-imported', object: organisation, details },
    ...change.granted.map((role) => ({ action: 'role-granted', ...aboutRole(role) })),
    ...change.withdrawn.map((role) => ({ action: 'role-withdrawn', ...aboutRole(role) })),
  ]
}

const aboutRole = ({ person, grant }: RoleChange) => ({ object: person, details: { ...grant } })
