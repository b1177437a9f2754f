/**
 * Unit tree: divides the people of a round over parts of the organisation that are large enough.
 *
 * Parts with too few people are added to a larger one before anything is asked: what is never
 * counted apart cannot leak.
 */
import { type Employee, type RoundUnit, type UnitTree, WHOLE } from './units.ts'

/** As the roster has it; the path tells what stands above it. */
type OrganisationUnit = Readonly<{ path: string; name: string }>

type Settings = Readonly<{
  /** People who are asked, to be a unit of its own. */
  eligible: number
  /** Of the organisation. */
  name: string
  /** Ids of who is asked this time; absent: everybody. */
  asked?: ReadonlySet<string>
}>

type Count = Readonly<{ asked: number; staff: number; viewers: boolean }>
const NOBODY: Count = { asked: 0, staff: 0, viewers: false }

type Part = Readonly<{
  path: string
  name: string
  own: Count
  /** Its own path, and those of the parts that were added to it. */
  paths: readonly string[]
  children: readonly Part[]
}>

/**
 * Who is in a unit that is not known counts in the nearest one above it that is.
 *
 * Every unit's own part is 0 or at least the threshold, except when the whole organisation is
 * smaller than that: such a round must not be held.
 */
export function unitTree(
  employees: readonly Employee[],
  organisationUnits: readonly OrganisationUnit[],
  { eligible, name, asked }: Settings,
): UnitTree {
  const names = new Map([...organisationUnits.map(namedPath), [WHOLE, name] as const])
  const isAsked = ({ id }: Employee) => asked?.has(id) ?? true
  const own = new Map<string, Count>()
  for (const employee of employees) {
    const path = nearestKnown(employee.unit, names)
    own.set(path, sum([own.get(path) ?? NOBODY, countOf(employee, isAsked(employee))]))
  }

  const root = merge(partsOf(names, own), eligible)
  const home = homes(root)
  const countedIn = employees
    .filter(isAsked)
    .map(({ id, unit }) => [id, home.get(nearestKnown(unit, names)) ?? WHOLE] as const)
  return { units: inTreeOrder(root), countedIn: new Map(countedIn) }
}

const namedPath = ({ path, name }: OrganisationUnit) => [path, name] as const

const countOf = ({ viewer }: Employee, isAsked: boolean): Count => ({
  asked: isAsked ? 1 : 0,
  staff: 1,
  viewers: isAsked && viewer,
})

const sum = (counts: readonly Count[]): Count => ({
  asked: counts.reduce((total, { asked }) => total + asked, 0),
  staff: counts.reduce((total, { staff }) => total + staff, 0),
  viewers: counts.some(({ viewers }) => viewers),
})

type Names = ReadonlyMap<string, string>

function nearestKnown(path: string | undefined, names: Names): string {
  let nearest = path ?? WHOLE
  while (!names.has(nearest)) nearest = above(nearest)
  return nearest
}

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** The whole organisation, as the roster divides it. */
function partsOf(names: Names, own: ReadonlyMap<string, Count>): Part {
  const below = new Map<string, string[]>()
  for (const path of names.keys()) {
    if (path === WHOLE) continue
    const parent = nearestKnown(above(path), names)
    below.set(parent, [...(below.get(parent) ?? []), path])
  }
  const partOf = (path: string): Part => ({
    path,
    name: names.get(path) ?? path,
    own: own.get(path) ?? NOBODY,
    paths: [path],
    children: (below.get(path) ?? []).sort(byCodeUnit).map(partOf),
  })
  return partOf(WHOLE)
}

/** The order must not depend on the language of the machine. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** From the bottom up, so that what is added to a part is as large as it gets. */
function merge(part: Part, minimum: number): Part {
  const children = part.children.map((child) => merge(child, minimum))
  const merged = absorb({ ...part, children }, (child) => whole(child).asked < minimum)
  if (merged.own.asked === 0 || merged.own.asked >= minimum) return merged

  const smallest = [...merged.children].sort((a, b) => whole(a).asked - whole(b).asked)[0]
  return absorb(merged, (child) => child === smallest)
}

/** Adds those children, with all below them, to the part's own people. */
function absorb(part: Part, which: (child: Part) => boolean): Part {
  const absorbed = part.children.filter(which)
  return {
    ...part,
    own: sum([part.own, ...absorbed.map(whole)]),
    paths: [...part.paths, ...absorbed.flatMap(allPaths)],
    children: part.children.filter((child) => !absorbed.includes(child)),
  }
}

const whole = ({ own, children }: Part): Count => sum([own, ...children.map(whole)])

const allPaths = ({ paths, children }: Part): readonly string[] => [
  ...paths,
  ...children.flatMap(allPaths),
]

/** Each unit after the one above it. */
function inTreeOrder(part: Part, parent?: string): readonly RoundUnit[] {
  const { asked: eligible, staff } = whole(part)
  const unit: RoundUnit = {
    path: part.path,
    ...(parent === undefined ? {} : { parent }),
    name: part.name,
    own: part.own.asked,
    eligible,
    staff,
    viewers: part.own.viewers,
  }
  return [unit, ...part.children.flatMap((child) => inTreeOrder(child, part.path))]
}

/** By path of the roster: the unit in which its people are counted. */
function homes(part: Part): ReadonlyMap<string, string> {
  const ownHomes = part.paths.map((path) => [path, part.path] as const)
  return new Map([...ownHomes, ...part.children.flatMap((child) => [...homes(child)])])
}
