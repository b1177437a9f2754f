/** Load a roster: files that are no roster at all. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadRoster } from '../../bot/roster/load-roster.ts'

const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-roster-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function aFile(content: string | Uint8Array): string {
  const file = join(folder, 'people.csv')
  writeFileSync(file, content)
  return file
}

it('reads a file', () => {
  expect(loadRoster(aFile('id\n1001\n')).roster.people).toEqual([{ id: '1001', roles: [] }])
})

it.each([
  ['Windows-1252, as Excel saves by default', Buffer.from('id;unit\n1;Financi\xebn', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFid;unit\n1;Ruimte', 'utf16le')],
  ['a spreadsheet itself', Buffer.from('504b03041400ff', 'hex')],
])('refuses %s', (_what, bytes) => {
  expect(() => loadRoster(aFile(bytes))).toThrow(
    /people\.csv is not UTF-8: in Excel, save it as "CSV UTF-8"/,
  )
})

it('refuses what is far too large before it reads it', () => {
  const file = aFile('id\n')
  truncateSync(file, 10_000_001)

  expect(() => loadRoster(file)).toThrow(/has more than 10 MB/)
})

it('refuses a folder, and what is not there', () => {
  expect(() => loadRoster(folder)).toThrow(/is not a file/)
  expect(() => loadRoster('/nergens.csv')).toThrow(/^\/nergens\.csv does not exist/)
})

it('tells a mistake that is on every line no more than fifty times', () => {
  const file = aFile(
    `id,language\n${Array.from({ length: 80 }, (_, n) => `${n},fries\n`).join('')}`,
  )

  const told = messageOf(() => loadRoster(file)).split('\n')

  expect(told).toHaveLength(51)
  expect(told[50]).toBe('and 30 more')
})

function messageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('nothing was thrown')
}
