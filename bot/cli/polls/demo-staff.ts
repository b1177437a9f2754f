/** Demo staff: a municipality of any size, with large and small teams as real ones have. */
import type { Employee } from '../../polls/units.ts'
import type { Unit } from '../../storage/people.ts'
import type { Random } from './seeded-random.ts'

/** Departments with their teams; the share is of all staff. */
const DEPARTMENTS: readonly Readonly<{ name: string; share: number; teams: readonly string[] }>[] =
  [
    { name: 'Sociaal Domein', share: 0.28, teams: ['Jeugd', 'Wmo', 'Werk en Inkomen', 'Toegang'] },
    { name: 'Ruimte', share: 0.2, teams: ['Vergunningen', 'Beheer', 'Ontwikkeling', 'Geo'] },
    { name: 'Dienstverlening', share: 0.16, teams: ['Publiekszaken', 'Belastingen', 'Archief'] },
    {
      name: 'Bedrijfsvoering',
      share: 0.2,
      teams: ['ICT', 'Financiën', 'HR', 'Inkoop', 'Juridisch'],
    },
    { name: 'Veiligheid', share: 0.09, teams: ['Handhaving', 'Openbare Orde'] },
    { name: 'Bestuur', share: 0.05, teams: ['Communicatie', 'Kabinet'] },
    { name: 'Griffie', share: 0.02, teams: [] },
  ]

/** People who lead a department, and its office. */
const OFFICE = 0.04
/** A team of more is split in groups. */
const TEAM_SIZE = 45

export type DemoStaff = Readonly<{ employees: readonly Employee[]; units: readonly Unit[] }>

export function demoStaff(people: number, random: Random): DemoStaff {
  const parts = DEPARTMENTS.flatMap((department) => partsOf(department, people, random))
  const employees = parts.flatMap(({ unit, size }) =>
    Array.from({ length: size }, (_, index) => ({
      id: `${unit.path}/${index}`,
      unit: unit.path,
      viewer: index === 0, // somebody leads it
    })),
  )
  return { employees: employees.slice(0, people), units: parts.map(({ unit }) => unit) }
}

type Part = Readonly<{ unit: Unit; size: number }>

function partsOf(
  { name, share, teams }: (typeof DEPARTMENTS)[number],
  people: number,
  random: Random,
): readonly Part[] {
  const all = Math.round(people * share)
  const department = { unit: { path: name, name }, size: teams.length === 0 ? all : office(all) }
  const weights = teams.map(() => 0.5 + random.next())
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return [
    department,
    ...teams.flatMap((team, index) => {
      const size = Math.round((all - department.size) * ((weights[index] ?? 0) / sum))
      return teamParts({ path: `${name}/${team}`, name: team, parent: name }, size)
    }),
  ]
}

const office = (all: number): number => Math.max(1, Math.round(all * OFFICE))

function teamParts(unit: Unit, size: number): readonly Part[] {
  if (size <= TEAM_SIZE * 1.5) return [{ unit, size }]
  const groups = Math.round(size / TEAM_SIZE)
  const each = Math.floor(size / groups)
  const parts = Array.from({ length: groups }, (_, index) => {
    const name = `${unit.name} ${index + 1}`
    return { unit: { path: `${unit.path}/${name}`, name, parent: unit.path }, size: each }
  })
  return [{ unit, size: size - each * groups }, ...parts]
}
