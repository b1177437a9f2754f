/** Audience: who gets an announcement: everybody in the roster, or a unit and all below it. */
import type { Address } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { UnitChoice } from '../contract/telling.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import { mapInParts } from '../rounds/in-parts.ts'
import type { Person, Unit } from '../storage/people.ts'
import type { Stores } from '../storage/storage.ts'

export type Reached = Person & Readonly<{ address: Address }>

export type Audience = Readonly<{
  people: readonly Reached[]
  /** Beside these. */
  unreachable: number
}>

/** As the roster is at this moment. @param unit path; undefined for everybody */
export async function audienceOf(
  unit: string | undefined,
  {
    organisation,
    stores,
  }: Readonly<{ organisation: Organisation; stores: Pick<Stores, 'people'> }>,
): Promise<Audience> {
  const all = await stores.people.list(organisation.id)
  const wanted = all.filter((person) => isWithin(person, unit))
  const found = await mapInParts(wanted, (person): readonly Reached[] => {
    const address = addressOf(person, preferredOf(organisation))
    return address === undefined ? [] : [{ ...person, address }]
  })
  const people = found.flat()
  return { people, unreachable: wanted.length - people.length }
}

function isWithin({ unit }: Person, above: string | undefined): boolean {
  if (above === undefined) return true
  return unit === above || unit?.startsWith(`${above}/`) === true
}

/** By path, else by a name that only one unit has; case does not count. */
export function unitNamed(typed: string, units: readonly Unit[]): UnitChoice | undefined {
  const wanted = folded(typed)
  const byPath = units.find(({ path }) => folded(path) === wanted)
  if (byPath !== undefined) return byPath
  const [first, ...others] = units.filter(({ name }) => folded(name) === wanted)
  return others.length === 0 ? first : undefined
}

const folded = (text: string): string => text.trim().replace(/\s+/gu, ' ').toLowerCase()
