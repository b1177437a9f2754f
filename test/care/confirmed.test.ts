/** Confirmed: nobody can find out of one person whether they confirmed; small towns are tried in full. */
import { confirmedOf } from '../../bot/care/confirmed.ts'
import { countRead } from '../../bot/care/count-read.ts'
import { readUnits } from '../../bot/care/read-units.ts'
import type { Grant } from '../../bot/contract/role.ts'
import { DEFAULT_THRESHOLDS } from '../../bot/polls/thresholds.ts'
import { viewerOf } from '../../bot/results/viewer.ts'
import type { Person } from '../../bot/storage/people.ts'

const THRESHOLDS = DEFAULT_THRESHOLDS
const K = THRESHOLDS.answers

type Town = Readonly<{ people: readonly Person[]; units: ReturnType<typeof unitsOf> }>

const unitsOf = (paths: readonly string[]) =>
  paths.map((path) => {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    return { path, name: path, ...(parent === '' ? {} : { parent }) }
  })

/** @param managers who leads a unit and works in it */
function aTown(sizes: Readonly<Record<string, number>>, managers: readonly string[] = []): Town {
  const people = Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, n): Person => {
      const leads = n === 0 && managers.includes(unit)
      const grant: Grant = { role: 'manager', unit }
      return { id: `${unit}-${n}`, unit, roles: leads ? [grant] : [] }
    }),
  )
  return { people, units: unitsOf(Object.keys(sizes)) }
}

type Show = (town: Town, counts: readonly number[]) => string

/** All that somebody with this grant sees, when so many of each unit confirmed; the manager among them, or not. */
const shownTo =
  (grant: Grant, isRead = true): Show =>
  (town, counts) => {
    const paths = town.units.map(({ path }) => path)
    const readers = new Set(paths.flatMap((path, at) => idsOf(town, path, counts[at] ?? 0, isRead)))
    const counted = countRead({ roster: town, name: 'x', thresholds: THRESHOLDS }, ({ id }) =>
      readers.has(id),
    )
    const viewer = viewerOf({ organisation: 'o', person: 'p', grants: [grant] })
    if (viewer === undefined) throw new Error('sees nothing')
    return JSON.stringify(readUnits(counted, viewer, K))
  }

function idsOf({ people }: Town, path: string, count: number, isRead: boolean): readonly string[] {
  const own = people.filter(({ unit }) => unit === path).map(({ id }) => id)
  return (isRead ? own : [...own.slice(1), ...own.slice(0, 1)]).slice(0, count)
}

/** Of every number of every unit: what is seen, and all that it may have been. */
function worldsOf(town: Town, show: Show): ReadonlyMap<string, readonly (readonly number[])[]> {
  const sizes = town.units.map(({ path }) => town.people.filter(({ unit }) => unit === path).length)
  let all: readonly (readonly number[])[] = [[]]
  for (const size of sizes)
    all = all.flatMap((counts) => Array.from({ length: size + 1 }, (_, n) => [...counts, n]))
  const worlds = new Map<string, (readonly number[])[]>()
  for (const counts of all) {
    const seen = show(town, counts)
    worlds.set(seen, [...(worlds.get(seen) ?? []), counts])
  }
  return worlds
}

/** Groups of units of which somebody knows that fewer than k did, or did not, and more than just that. */
function betrayals(town: Town, show: Show, least = K): readonly string[] {
  const sizes = town.units.map(({ path }) => town.people.filter(({ unit }) => unit === path).length)
  const groups = Array.from({ length: 2 ** sizes.length - 1 }, (_, bits) =>
    sizes.map((_, at) => ((bits + 1) >> at) % 2),
  )
  const sumOf = (counts: readonly number[], group: readonly number[]) =>
    counts.reduce((sum, count, at) => sum + count * (group[at] ?? 0), 0)
  return [...worldsOf(town, show)].flatMap(([seen, worlds]) =>
    groups.flatMap((group) => {
      const all = worlds.map((counts) => sumOf(counts, group))
      const size = sumOf(sizes, group)
      const isFew = Math.max(...all) < least - 1
      const isMost = Math.min(...all) > size - least + 1
      return size > 0 && (isFew || isMost) ? [`${seen} tells of ${group}`] : []
    }),
  )
}

const CISO: Grant = { role: 'ciso' }
const TOWNS: readonly Readonly<Record<string, number>>[] = [
  { A: 12 },
  { A: 12, B: 14 },
  { A: 12, B: 13, C: 12 },
  { A: 13, 'A/B': 12, 'A/C': 14 },
  { A: 0, 'A/B': 12, 'A/C': 12, D: 5 },
  { A: 12, B: 11 },
]

describe.each(TOWNS)('in a town of %j', (sizes) => {
  it('whatever is shown tells nobody of a group smaller than the threshold', () => {
    expect(betrayals(aTown(sizes), shownTo(CISO))).toEqual([])
  })

  it('nor does a manager learn it, of their own unit and the whole', () => {
    const [unit = ''] = Object.keys(sizes)
    const grant: Grant = { role: 'manager', unit }
    expect(betrayals(aTown(sizes), shownTo(grant))).toEqual([])
  })
})

it.each([true, false])('who is in the group and knows that they did (%s) learns no more', (did) => {
  const town = aTown({ A: 13, B: 12 }, ['A'])
  const grant: Grant = { role: 'manager', unit: 'A' }
  const show = shownTo(grant, did)
  const hasOwn = ([count = 0]: readonly number[]) => (did ? count > 0 : count < 13)
  const worlds = [...worldsOf(town, show).values()].map((all) => all.filter(hasOwn))

  for (const all of worlds.filter((some) => some.length > 0)) {
    const others = all.map(([count = 0]) => count - (did ? 1 : 0))
    expect(Math.max(...others)).toBeGreaterThanOrEqual(K - 1)
    expect(Math.min(...others)).toBeLessThanOrEqual(12 - K + 1)
  }
})

it('finds what exact numbers would betray', () => {
  const exact: Show = (_, counts) => JSON.stringify(counts)
  const total: Show = (_, counts) => `${counts.reduce((sum, n) => sum + n, 0)}`
  const bands: Show = (town, [a = 0, b = 0]) =>
    `${total(town, [a, b])} ${a} ${confirmedOf({ people: 12, confirmed: b, viewers: false }, K).kind}`

  expect(betrayals(aTown({ A: 12 }), exact).length).toBeGreaterThan(0)
  expect(betrayals(aTown({ A: 12, B: 12 }), bands).length).toBeGreaterThan(0)
})

it('tells nobody that everybody did, that nobody did, or that one is missing', () => {
  const of = (confirmed: number, people = 12) =>
    confirmedOf({ people, confirmed, viewers: false }, K).kind
  expect([of(0), of(1), of(4), of(5), of(7), of(8), of(11), of(12)]).toEqual([
    ...['few', 'few', 'few', 'about', 'about', 'most', 'most', 'most'],
  ])
  expect([of(5, 200), of(195, 200), of(20, 200)]).toEqual(['few', 'most', 'about'])
})

it('shows nothing where there are too few people', () => {
  const town = aTown({ A: 6, B: 5 })
  expect(shownTo(CISO)(town, [6, 5])).toBe('[]')
})

it('forgets who left: only people of the roster count', () => {
  const town = aTown({ A: 14 })
  const roster = { ...town, people: town.people.slice(2) }
  const counted = countRead({ roster, name: 'x', thresholds: THRESHOLDS }, () => true)
  expect(counted.map(({ people }) => people)).toEqual([0, 12])
})
