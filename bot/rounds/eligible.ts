/** Eligible: who can be asked, how they are counted, and how they are reached. */
import type { Organisation } from '../contract/organisation.ts'
import type { Grant } from '../contract/role.ts'
import { panel } from '../polls/panel.ts'
import type { Thresholds } from '../polls/thresholds.ts'
import { unitTree } from '../polls/unit-tree.ts'
import type { Employee, UnitTree } from '../polls/units.ts'
import type { Secret } from '../secret.ts'
import type { Person, Unit } from '../storage/people.ts'
import type { Stores } from '../storage/storage.ts'
import { mapInParts } from './in-parts.ts'

/** Whose own answer is no secret to them when they see a figure. */
const VIEWERS: ReadonlySet<Grant['role']> = new Set(['manager', 'ciso', 'auditor'] as const)

/** People of each unit who are asked each time, so that no unit drops out of the figures. */
const PANEL_MINIMUM = 10

export type Electorate = Readonly<{
  people: readonly Person[]
  /** Of whom is asked this time. */
  tree: UnitTree
  /** Names of units that have too few people and were added to a larger one. */
  merged: readonly string[]
}>

export type ElectorateContext = Readonly<{
  organisation: Organisation
  stores: Pick<Stores, 'people' | 'polls'>
  secret: Secret
}>

/** Of the next round. */
export async function electorate({
  organisation,
  stores,
  secret,
}: ElectorateContext): Promise<Electorate> {
  const people = await stores.people.list(organisation.id)
  const units = await stores.people.units(organisation.id)
  const { thresholds, panelAbove } = organisation.polls
  const employees = await mapInParts(people, toEmployee)
  const asked = panel(employees, {
    index: await roundsBefore(organisation.id, stores),
    above: panelAbove,
    tagOf: (person, cycle) => secret.tag('poll panel', organisation.id, person, String(cycle)),
    minimumPerUnit: PANEL_MINIMUM,
  })
  const name = organisation.name
  const tree = unitTree(employees, units, { eligible: thresholds.eligible, name, asked })
  return { people, tree, merged: mergedUnits(units, tree) }
}

/** Whatever series they were of: whose turn it is goes on when a series changes. */
async function roundsBefore(
  organisation: string,
  { polls }: ElectorateContext['stores'],
): Promise<number> {
  const rounds = await polls.rounds(organisation)
  return rounds.filter(({ frozen, demo }) => frozen !== undefined && !demo).length
}

function toEmployee({ id, unit, roles }: Person): Employee {
  const viewer = roles.some(({ role }) => VIEWERS.has(role))
  return { id, viewer, ...(unit === undefined ? {} : { unit }) }
}

function mergedUnits(units: readonly Unit[], { units: kept }: UnitTree): readonly string[] {
  const paths = new Set(kept.map(({ path }) => path))
  return units.filter(({ path }) => !paths.has(path)).map(({ name }) => name)
}

/** Everybody who is asked, here and below. */
export function askedIn({ units }: UnitTree): number {
  return units[0]?.eligible ?? 0
}

/** Nothing could ever be shown of fewer. */
export function isEnough(tree: UnitTree, { eligible }: Thresholds): boolean {
  return askedIn(tree) >= eligible
}
