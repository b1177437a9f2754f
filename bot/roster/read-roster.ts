/** Read a roster: people, units and roles out of a CSV file, or everything that is wrong with it. */
import type { Person, Roster, Unit } from '../storage/people.ts'
import { type Problem, readTable } from './read-table.ts'
import { COLUMNS, type Column, readRow } from './roster-row.ts'

export type RosterReading =
  | Readonly<{ kind: 'roster'; roster: Roster; warnings: readonly string[] }>
  /** In order of line. */
  | Readonly<{ kind: 'problems'; problems: readonly Problem[] }>

/** Somebody, and the line that says so. */
type Entry = Readonly<{ line: number; person: Person }>

export function readRoster(source: string): RosterReading {
  const table = readTable(source, COLUMNS, 'id')
  const readings = table.rows.map((row) => ({ line: row.line, ...readRow(row) }))
  const entries = readings.flatMap(({ line, person }) => (person ? [{ line, person }] : []))
  const problems = [
    ...table.problems,
    ...readings.flatMap((reading) => reading.problems),
    ...repeatsIn(entries),
    ...spellingsIn(entries),
    ...unknownUnitsIn(entries),
  ].sort((a, b) => a.line - b.line)

  if (problems.length > 0) return { kind: 'problems', problems }
  if (entries.length === 0)
    return { kind: 'problems', problems: [{ line: 1, message: 'no people follow' }] }
  const people = entries.map(({ person }) => person)
  return {
    kind: 'roster',
    roster: { people, units: unitsOf(people) },
    warnings: warningsFor(people),
  }
}

const UNIQUE: readonly Readonly<{ column: Column; key: (person: Person) => string | undefined }>[] =
  [
    { column: 'id', key: ({ id }) => id.toLowerCase() },
    { column: 'email', key: ({ email }) => email },
    { column: 'entra_id', key: ({ entraId }) => entraId },
    { column: 'slack_id', key: ({ slackId }) => slackId },
  ]

/** Two people may share no id or address: the bot would take one for the other. */
function repeatsIn(entries: readonly Entry[]): readonly Problem[] {
  return UNIQUE.flatMap(({ column, key }) => {
    const first = new Map<string, number>()
    return entries.flatMap(({ line, person }) => {
      const value = key(person)
      const earlier = value === undefined ? undefined : first.get(value)
      if (value !== undefined && earlier === undefined) first.set(value, line)
      return earlier === undefined
        ? []
        : [{ line, column, message: `is the same as on line ${earlier}` }]
    })
  })
}

/** "ruimte" beside "Ruimte" would be two units. */
function spellingsIn(entries: readonly Entry[]): readonly Problem[] {
  const first = new Map<string, Readonly<{ path: string; line: number }>>()
  return entries.flatMap(({ line, person }) => {
    for (const path of withAbove(person.unit)) {
      const earlier = first.get(path.toLowerCase())
      if (earlier === undefined) first.set(path.toLowerCase(), { path, line })
      else if (earlier.path !== path) {
        const message = `"${path}" is written "${earlier.path}" on line ${earlier.line}`
        return [{ line, column: 'unit', message }]
      }
    }
    return []
  })
}

/** A manager of a unit without people is a mistake in the unit's name. */
function unknownUnitsIn(entries: readonly Entry[]): readonly Problem[] {
  const known = new Set(entries.flatMap(({ person }) => withAbove(person.unit)))
  return entries.flatMap(({ line, person }) =>
    person.roles
      .filter(({ unit }) => unit !== undefined && !known.has(unit))
      .map(({ unit }) => ({ line, column: 'roles', message: `nobody is in the unit "${unit}"` })),
  )
}

/** A unit's path after those of all units above it. */
function withAbove(path: string | undefined): readonly string[] {
  const parts = path?.split('/') ?? []
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function unitsOf(people: readonly Person[]): readonly Unit[] {
  const paths = new Set(people.flatMap(({ unit }) => withAbove(unit)))
  return [...paths].sort().map((path) => {
    const end = path.lastIndexOf('/')
    const name = path.slice(end + 1)
    return end < 0 ? { path, name } : { path, name, parent: path.slice(0, end) }
  })
}

function warningsFor(people: readonly Person[]): readonly string[] {
  const strangers = people.filter(({ entraId, slackId }) => !entraId && !slackId)
  const hasCiso = people.some(({ roles }) => roles.some(({ role }) => role === 'ciso'))
  const addresses = people.filter(({ id }) => id.includes('@'))
  return [
    ...(hasCiso ? [] : ['nobody is ciso: questions and reports may reach no one']),
    ...(strangers.length === 0
      ? []
      : [`${strangers.length} without entra_id and slack_id: the bot will not recognise them`]),
    ...(addresses.length === 0
      ? []
      : [`${addresses.length} ids are addresses: the audit log will show them`]),
  ]
}
