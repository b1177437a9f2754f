/** Fixture: an activity as Teams sent it, with made-up people. */
import { readFileSync } from 'node:fs'

export function readFixture(name: string): Record<string, unknown> {
  const file = new URL(`../fixtures/teams/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}
