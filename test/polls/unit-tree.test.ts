import fc from 'fast-check'
import { unitTree } from '../../bot/polls/unit-tree.ts'
import type { Employee, RoundUnit, UnitTree } from '../../bot/polls/units.ts'

const MINIMUM = 10
const SETTINGS = { eligible: MINIMUM, name: 'gemeente Waterveen' }

/** So many people in each unit, none of them a viewer. */
function staff(sizes: Readonly<Record<string, number>>): readonly Employee[] {
  return Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, number) => ({ id: `${unit}-${number}`, unit, viewer: false })),
  )
}

const units = (...paths: readonly string[]) =>
  paths.map((path) => ({ path, name: path.split('/').at(-1) ?? path }))

/** As "path: people of its own / all". */
const shape = ({ units: found }: UnitTree) =>
  found.map(({ path, own, eligible }) => `${path || '(whole)'}: ${own}/${eligible}`)

describe('merging', () => {
  it('keeps units that are large enough', () => {
    const tree = unitTree(
      staff({ 'Sociaal/Jeugd': 12, 'Sociaal/Werk': 10, Ruimte: 11 }),
      units('Ruimte', 'Sociaal', 'Sociaal/Jeugd', 'Sociaal/Werk'),
      SETTINGS,
    )

    expect(tree.units.map(({ name }) => name)).toEqual([
      'gemeente Waterveen',
      'Ruimte',
      'Sociaal',
      'Jeugd',
      'Werk',
    ])
    expect(shape(tree)).toEqual([
      '(whole): 0/33',
      'Ruimte: 11/11',
      'Sociaal: 0/22',
      'Sociaal/Jeugd: 12/12',
      'Sociaal/Werk: 10/10',
    ])
  })

  it('adds a unit that is too small to the one above it', () => {
    const tree = unitTree(
      staff({ Sociaal: 4, 'Sociaal/Jeugd': 9, 'Sociaal/Werk': 20 }),
      units('Sociaal', 'Sociaal/Jeugd', 'Sociaal/Werk'),
      SETTINGS,
    )

    expect(shape(tree)).toEqual(['(whole): 0/33', 'Sociaal: 13/33', 'Sociaal/Werk: 20/20'])
    expect(tree.countedIn.get('Sociaal/Jeugd-0')).toBe('Sociaal')
  })

  it('adds the smallest unit below when the part of its own is too small: the lone manager', () => {
    const tree = unitTree(
      staff({ Sociaal: 1, 'Sociaal/Jeugd': 30, 'Sociaal/Werk': 12, 'Sociaal/Zorg': 15 }),
      units('Sociaal', 'Sociaal/Jeugd', 'Sociaal/Werk', 'Sociaal/Zorg'),
      SETTINGS,
    )

    expect(shape(tree)).toEqual([
      '(whole): 0/58',
      'Sociaal: 13/58',
      'Sociaal/Jeugd: 30/30',
      'Sociaal/Zorg: 15/15',
    ])
  })

  it('adds all that is below a unit with it', () => {
    const tree = unitTree(
      staff({ '': 2, Ruimte: 30, 'Sociaal/Jeugd': 10, 'Sociaal/Werk': 11 }),
      units('Ruimte', 'Sociaal', 'Sociaal/Jeugd', 'Sociaal/Werk'),
      SETTINGS,
    )

    expect(shape(tree)).toEqual(['(whole): 23/53', 'Ruimte: 30/30'])
    expect(tree.countedIn.get('Sociaal/Werk-0')).toBe('')
  })

  it('adds small units together until they are large enough, from the bottom up', () => {
    const tree = unitTree(
      staff({ 'A/B/C': 4, 'A/B/D': 4, 'A/B': 3, A: 0, 'A/E': 2 }),
      units('A', 'A/B', 'A/B/C', 'A/B/D', 'A/E'),
      SETTINGS,
    )

    // Of A only the 2 of A/E are not in A/B: A/B cannot stay apart.
    expect(shape(tree)).toEqual(['(whole): 0/13', 'A: 13/13'])
  })

  it('takes along what was added before', () => {
    const tree = unitTree(
      staff({ A: 20, 'A/B': 3, 'A/B/C': 4, Z: 10 }),
      units('A', 'A/B', 'A/B/C', 'Z'),
      SETTINGS,
    )

    expect(shape(tree)).toEqual(['(whole): 0/37', 'A: 27/27', 'Z: 10/10'])
    expect(tree.countedIn.get('A/B/C-0')).toBe('A')
  })

  it('leaves the whole organisation, however few there are', () => {
    expect(shape(unitTree(staff({ A: 3 }), units('A'), SETTINGS))).toEqual(['(whole): 3/3'])
    expect(shape(unitTree([], units('A'), SETTINGS))).toEqual(['(whole): 0/0'])
  })
})

describe('who counts where', () => {
  it('takes the nearest known unit above one that is not known', () => {
    const tree = unitTree(
      [...staff({ 'Sociaal/Nieuw/Team': 10, Onbekend: 10 }), { id: 'nowhere', viewer: false }],
      units('Sociaal'),
      SETTINGS,
    )

    expect(tree.countedIn.get('Sociaal/Nieuw/Team-0')).toBe('Sociaal')
    expect(tree.countedIn.get('Onbekend-0')).toBe('')
    expect(tree.countedIn.get('nowhere')).toBe('')
  })

  it('hangs a unit below the nearest known one above it', () => {
    const tree = unitTree(staff({ 'A/B/C': 10, A: 10 }), units('A', 'A/B/C'), SETTINGS)

    expect(tree.units.map(({ path, parent }) => [path, parent])).toEqual([
      ['', undefined],
      ['A', ''],
      ['A/B/C', 'A'],
    ])
  })

  it('does not take a unit with the same beginning for one above it', () => {
    const tree = unitTree(staff({ Zorg: 10, Zorgloket: 10 }), units('Zorg', 'Zorgloket'), SETTINGS)

    expect(shape(tree)).toEqual(['(whole): 0/20', 'Zorg: 10/10', 'Zorgloket: 10/10'])
  })

  it('counts who is not asked as staff only', () => {
    const employees = staff({ A: 30, B: 30 })
    const asked = new Set(employees.filter(({ id }) => /^A|-[0-8]$/.test(id)).map(({ id }) => id))
    const tree = unitTree(employees, units('A', 'B'), { ...SETTINGS, asked })

    expect(shape(tree)).toEqual(['(whole): 39/39']) // 9 of B are asked: too few, and then A as well
    expect(tree.units[0]?.staff).toBe(60)
    expect(tree.countedIn.has('B-9')).toBe(false)
    expect(tree.countedIn.size).toBe(39)
  })

  it('tells where a viewer is counted, who is asked', () => {
    const employees = [...staff({ A: 10, B: 10 }), { id: 'boss', unit: 'A', viewer: true }]
    const viewers = (asked?: ReadonlySet<string>) =>
      unitTree(employees, units('A', 'B'), {
        ...SETTINGS,
        ...(asked === undefined ? {} : { asked }),
      }).units.flatMap(({ path, viewers: some }) => (some ? [path] : []))

    expect(viewers()).toEqual(['A'])
    expect(viewers(new Set(employees.slice(0, 20).map(({ id }) => id)))).toEqual([])
  })

  it('moves a viewer along with the unit', () => {
    const employees = [...staff({ B: 10 }), { id: 'boss', unit: 'A', viewer: true }]
    const tree = unitTree(employees, units('A', 'B'), SETTINGS)

    expect(tree.units).toMatchObject([{ path: '', own: 11, viewers: true }])
  })
})

describe('for any organisation', () => {
  const segment = fc.constantFrom('a', 'B', 'é')
  const path = fc.array(segment, { maxLength: 3 }).map((parts) => parts.join('/'))
  const organisation = fc
    .record({
      known: fc.uniqueArray(
        path.filter((known) => known !== ''),
        { maxLength: 25 },
      ),
      people: fc.array(
        fc.record({ unit: fc.option(path, { nil: undefined }), viewer: fc.boolean() }),
        { maxLength: 20 },
      ),
      crowd: fc.array(fc.record({ unit: path, size: fc.integer({ min: 1, max: 30 }) }), {
        maxLength: 10,
      }),
      skipped: fc.integer({ min: 2, max: 9 }),
    })
    .map(({ known, people, crowd, skipped }) => {
      const crowded = crowd.flatMap(({ unit, size }) =>
        Array.from({ length: size }, () => ({ unit, viewer: false })),
      )
      const employees = [...people, ...crowded].map(({ unit, viewer }, number): Employee => {
        const person = { id: `p${number}`, viewer }
        return unit === undefined ? person : { ...person, unit }
      })
      const asked = new Set(employees.filter((_, n) => n % skipped > 0).map(({ id }) => id))
      return { employees, known: units(...known), asked }
    })

  const options = { seed: 2026, numRuns: 150 }
  const childrenOf = ({ units: all }: UnitTree, { path: parent }: RoundUnit) =>
    all.filter((unit) => unit.parent === parent)

  it('every own part is 0 or large enough, and so is every unit', () => {
    fc.assert(
      fc.property(organisation, ({ employees, known, asked }) => {
        const tree = unitTree(employees, known, { ...SETTINGS, asked })
        const [root, ...rest] = tree.units
        const fits = (own: number) => own === 0 || own >= MINIMUM

        expect(rest.every(({ own, eligible }) => fits(own) && eligible >= MINIMUM)).toBe(true)
        expect(asked.size < MINIMUM || fits(root?.own ?? -1)).toBe(true)
      }),
      options,
    )
  })

  it('everybody who is asked is counted once, and all sums agree', () => {
    fc.assert(
      fc.property(organisation, ({ employees, known, asked }) => {
        const tree = unitTree(employees, known, { ...SETTINGS, asked })

        expect(new Set(tree.countedIn.keys())).toEqual(asked)
        for (const { id, unit = '' } of employees) {
          const where = tree.countedIn.get(id) ?? ''
          expect(where === '' || `${unit}/`.startsWith(`${where}/`)).toBe(true)
        }
        expect(tree.units[0]).toMatchObject({ eligible: asked.size, staff: employees.length })
        for (const unit of tree.units) {
          const below = childrenOf(tree, unit).reduce((sum, { eligible }) => sum + eligible, 0)
          const counted = [...tree.countedIn.values()].filter((where) => where === unit.path)
          expect(unit.eligible).toBe(unit.own + below)
          expect(counted).toHaveLength(unit.own)
        }
      }),
      options,
    )
  })

  it('each unit comes after the one above it and before its next sibling, by code unit', () => {
    fc.assert(
      fc.property(organisation, ({ employees, known, asked }) => {
        const tree = unitTree(employees, known, { ...SETTINGS, asked })
        const inOrder = (unit: RoundUnit): readonly RoundUnit[] => [
          unit,
          ...[...childrenOf(tree, unit)]
            .sort((a, b) => (a.path < b.path ? -1 : 1))
            .flatMap(inOrder),
        ]

        expect(tree.units.slice(0, 1).flatMap(inOrder)).toEqual(tree.units)
      }),
      options,
    )
  })

  it('does not depend on the order of the roster', () => {
    fc.assert(
      fc.property(organisation, ({ employees, known, asked }) => {
        const tree = unitTree(employees, known, { ...SETTINGS, asked })
        const other = unitTree(employees.toReversed(), known.toReversed(), { ...SETTINGS, asked })

        expect(other.units).toEqual(tree.units)
        expect(new Map([...other.countedIn].sort())).toEqual(new Map([...tree.countedIn].sort()))
      }),
      options,
    )
  })

  it('has nothing left to merge', () => {
    fc.assert(
      fc.property(organisation, ({ employees, known, asked }) => {
        const tree = unitTree(employees, known, { ...SETTINGS, asked })
        const settled = employees.map(({ id, viewer, unit }) => ({
          id,
          viewer,
          unit: tree.countedIn.get(id) ?? unit ?? '',
        }))
        const again = unitTree(settled, tree.units, { ...SETTINGS, asked })

        expect(again.units.map(({ staff: _, ...unit }) => unit)).toEqual(
          tree.units.map(({ staff: _, ...unit }) => unit),
        )
        expect(again.countedIn).toEqual(tree.countedIn)
      }),
      options,
    )
  })
})

it('divides 20,000 people over 800 units in a moment', () => {
  const paths = Array.from({ length: 800 }, (_, n) => `D${n % 8}/A${n % 80}/T${n}`)
  const employees = staff(Object.fromEntries(paths.map((path) => [path, 25])))
  const above = [...new Set(paths.flatMap((path) => [path.slice(0, 2), path.replace(/\/T.*/, '')]))]
  const before = performance.now()
  const tree = unitTree(employees, units(...above, ...paths), SETTINGS)

  expect(performance.now() - before).toBeLessThan(2_000)
  expect(tree.units).toHaveLength(889)
})
