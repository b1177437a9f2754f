/** What two editors made of a handbook at once, where one of them moved a section to another file. */
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { mergeHandbooks } from '../../knowledge/merge-handbooks.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const PRINT = '## Printen {#printen}\n\nPrint thuis niet.\n\n'
const NEW_PRINT = PRINT.replace('niet', 'nooit')
const MAIL = '## Mail {#mail}\n\nStuur niets naar privé.\n\n'
const WIFI = '## Wifi {#wifi}\n\nVerander het wachtwoord.\n\n'
const book = (...files: readonly (readonly [name: string, title: string, text: string])[]) =>
  new Map(files.map(([name, title, text]) => [name, `# ${title}\n\n${text}`]))
const placesIn = (files: HandbookFiles) =>
  readHandbook(files).handbook.sections.map(({ id, file }) => `${file} ${id}`)

const base = book(['1.md', 'Thuis', PRINT + WIFI], ['2.md', 'Kantoor', MAIL])
const moved = book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', PRINT + MAIL])
const changed = book(['1.md', 'Thuis', NEW_PRINT + WIFI], ['2.md', 'Kantoor', MAIL])

it.each([
  ['I', { base, mine: moved, theirs: changed }],
  ['they', { base, mine: changed, theirs: moved }],
] as const)('puts a change at the new place when %s moved the section', (_, versions) => {
  const { files, conflicts } = mergeHandbooks(versions)

  expect([...files]).toEqual([
    ...book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', NEW_PRINT + MAIL]),
  ])
  expect(conflicts).toEqual([])
})

it('follows a file that got another name', () => {
  const mine = book(['0.md', 'Thuis', PRINT + WIFI], ['2.md', 'Kantoor', MAIL])

  expect(mergeHandbooks({ base, mine, theirs: changed })).toEqual({
    files: book(['0.md', 'Thuis', NEW_PRINT + WIFI], ['2.md', 'Kantoor', MAIL]),
    conflicts: [],
  })
})

const elsewhere = book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', MAIL], ['3.md', 'Post', PRINT])

it.each([
  ['mine', '2.md printen'],
  ['theirs', '3.md printen'],
] as const)('asks where it goes when both moved it, and takes %s', (side, place) => {
  const { files, conflicts } = mergeHandbooks({ base, mine: moved, theirs: elsewhere }, side)

  expect(conflicts).toEqual(['printen'])
  expect(placesIn(files).filter((one) => one.endsWith('printen'))).toEqual([place])
})

it.each([
  ['mine', '2.md printen', 'Print thuis niet.'],
  ['theirs', '3.md printen', 'Print thuis nooit.'],
] as const)('has one of two additions with the same id, of %s', (side, place, text) => {
  const before = book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', MAIL])
  const theirs = book(
    ...([
      ['1.md', 'Thuis', WIFI],
      ['2.md', 'Kantoor', MAIL],
      ['3.md', 'Post', NEW_PRINT],
    ] as const),
  )
  const { files, conflicts } = mergeHandbooks({ base: before, mine: moved, theirs }, side)

  expect(conflicts).toEqual(['printen'])
  expect(placesIn(files).filter((one) => one.endsWith('printen'))).toEqual([place])
  expect([...files.values()].join('')).toContain(text)
})

it('asks about a section that one moved and changed, and the other removed', () => {
  const mine = book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', NEW_PRINT + MAIL])
  const theirs = book(['1.md', 'Thuis', WIFI], ['2.md', 'Kantoor', MAIL])

  expect(mergeHandbooks({ base, mine, theirs }).conflicts).toEqual(['printen'])
  expect(placesIn(mergeHandbooks({ base, mine, theirs }, 'mine').files)).toContain('2.md printen')
})
