/** Load a roster from a file. */
import { readFileSync, statSync } from 'node:fs'
import type { Roster } from '../storage/people.ts'
import { readRoster } from './read-roster.ts'
import type { Problem } from './read-table.ts'

/** Some 100,000 people. */
const MAX_BYTES = 10_000_000
/** A mistake repeated on every line is told once a screen. */
const MAX_TOLD = 50

/** @throws Error that names file, line and column of everything that is wrong. */
export function loadRoster(
  file: string,
): Readonly<{ roster: Roster; warnings: readonly string[] }> {
  const reading = readRoster(textIn(file))
  if (reading.kind === 'roster') return reading

  const lines = reading.problems.map((problem) => describeProblem(file, problem))
  const more = lines.length - MAX_TOLD
  throw new Error(
    [...lines.slice(0, MAX_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  )
}

const describeProblem = (file: string, { line, column, message }: Problem): string =>
  `${file}, line ${line}${column === undefined ? '' : `, column "${column}"`}: ${message}`

function textIn(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new Error(`${file} does not exist`)
  if (!found.isFile()) throw new Error(`${file} is not a file`)
  if (found.size > MAX_BYTES)
    throw new Error(`${file} has more than ${MAX_BYTES / 1_000_000} MB: that is no roster`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (cause) {
    throw new Error(`${file} is not UTF-8: in Excel, save it as "CSV UTF-8"`, { cause })
  }
}
