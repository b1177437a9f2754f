import { createHmac } from 'node:crypto'
import { panel } from '../../bot/polls/panel.ts'
import type { Employee } from '../../bot/polls/units.ts'

const tagOf = (person: string, cycle: number) =>
  createHmac('sha256', 'a key').update(`${person}|${cycle}`).digest('base64url')

const staff = (size: number, unitOf: (number: number) => string = () => 'A'): readonly Employee[] =>
  Array.from({ length: size }, (_, number) => ({
    id: `p${number}`,
    unit: unitOf(number),
    viewer: false,
  }))

const settings = { above: 1_000, tagOf, minimumPerUnit: 20 }
const asked = (employees: readonly Employee[], index: number, minimumPerUnit = 20) =>
  panel(employees, { ...settings, index, minimumPerUnit })

it('asks everybody where there are few enough', () => {
  expect(asked(staff(1_000), 0).size).toBe(1_000)
  expect(asked(staff(1_001), 0).size).toBeLessThan(1_000)
})

describe('in a cycle', () => {
  const employees = staff(4_321)
  const cycle = (number: number) =>
    [0, 1, 2, 3, 4].map((turn) => asked(employees, number * 5 + turn))

  it('everybody has one turn, as many people each time', () => {
    const panels = cycle(0)
    const all = panels.flatMap((ids) => [...ids])

    expect(all).toHaveLength(4_321)
    expect(new Set(all).size).toBe(4_321)
    expect(panels.map(({ size }) => size).toSorted()).toEqual([864, 864, 864, 864, 865])
  })

  it('people are together with others than in the cycle before', () => {
    const [before] = cycle(0)
    const [after] = cycle(1)
    const again = [...(after ?? [])].filter((id) => before?.has(id)).length

    expect(again).toBeGreaterThan(100) // a fifth of 864 by chance
    expect(again).toBeLessThan(250)
  })

  it('the order of the roster makes no difference', () => {
    expect(asked(employees.toReversed(), 3)).toEqual(asked(employees, 3))
  })

  it('the tag alone decides: equal tags go by id', () => {
    const one = panel(employees, { ...settings, index: 0, tagOf: () => 'same' })
    const other = panel(employees.toReversed(), { ...settings, index: 0, tagOf: () => 'same' })

    expect(one.size).toBe(864)
    expect(other).toEqual(one)
  })
})

describe('of each unit', () => {
  /** Ten units of 300, and one each of 60, 25 and 12. */
  const employees = staff(3_097, (number) => {
    if (number < 3_000) return `large ${number % 10}`
    if (number < 3_060) return 'middle'
    return number < 3_085 ? 'few' : 'small'
  })
  const inUnit = (ids: ReadonlySet<string>, unit: string) =>
    employees.filter((person) => ids.has(person.id) && person.unit === unit).length

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('round %i asks enough, or all of a smaller one', (index) => {
    const ids = asked(employees, index)

    expect(inUnit(ids, 'small')).toBe(12)
    expect(inUnit(ids, 'few')).toBe(20) // some 6 of them have their turn
    expect(inUnit(ids, 'middle')).toBeGreaterThanOrEqual(20)
    expect(inUnit(ids, 'middle')).toBeLessThan(40)
    expect(inUnit(ids, 'large 3')).toBeGreaterThanOrEqual(20)
    expect(ids.size).toBeLessThan(3_097 / 4 + 40)
  })

  it('still gives everybody a turn in a cycle', () => {
    const all = new Set([0, 1, 2, 3].flatMap((index) => [...asked(employees, index)]))

    expect(all.size).toBe(3_097)
  })

  it('asks no more than its turn where there are enough already', () => {
    expect(asked(employees, 0, 0).size).toBe(774)
  })

  it('counts people without a unit together', () => {
    const some = staff(1_600).map(({ id, viewer }) => ({ id, viewer }))

    expect(asked(some, 0).size).toBe(800)
  })
})
