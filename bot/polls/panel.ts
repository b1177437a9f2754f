/** Panel: who is asked this time, where there are so many people that a part of them tells enough. */
import type { Employee } from './units.ts'

type Settings = Readonly<{
  /** Of the round in its series. */
  index: number
  /** With more people than this they take turns. */
  above: number
  /** A keyed hash, other in every cycle: nobody can work out who is asked when. */
  tagOf: (person: string, cycle: number) => string
  /** People of each unit who are asked at least, or all when it has fewer. */
  minimumPerUnit: number
}>

/**
 * Ids of who is asked. In a cycle of rounds everybody has one turn; beside that some are asked
 * again where a unit would have too few.
 */
export function panel(employees: readonly Employee[], settings: Settings): ReadonlySet<string> {
  const { index, above, tagOf, minimumPerUnit } = settings
  if (employees.length <= above) return new Set(employees.map(({ id }) => id))

  const panels = Math.ceil(employees.length / above)
  const turn = index % panels
  const ranked = rank(employees, (id) => tagOf(id, Math.floor(index / panels)))
  const start = (which: number) => Math.floor((which * ranked.length) / panels)
  const inTurn = ranked.slice(start(turn), start(turn + 1))
  const nextInTurn = [...ranked.slice(start(turn + 1)), ...ranked.slice(0, start(turn))]
  return new Set([...inTurn, ...topUp(inTurn, nextInTurn, minimumPerUnit)].map(({ id }) => id))
}

/** The same for every order of the roster. */
function rank(employees: readonly Employee[], tagOf: (id: string) => string): readonly Employee[] {
  return employees
    .map((employee) => ({ employee, key: `${tagOf(employee.id)} ${employee.id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ employee }) => employee)
}

/** From those whose turn is next, until each unit has enough. */
function topUp(
  asked: readonly Employee[],
  others: readonly Employee[],
  minimumPerUnit: number,
): readonly Employee[] {
  const perUnit = new Map<string | undefined, number>()
  const add = ({ unit }: Employee) => perUnit.set(unit, (perUnit.get(unit) ?? 0) + 1)
  asked.forEach(add)
  return others.filter((employee) => {
    if ((perUnit.get(employee.unit) ?? 0) >= minimumPerUnit) return false
    add(employee)
    return true
  })
}
