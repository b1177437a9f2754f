/** `npm run handbook -- import FILE`: a document becomes a draft, with what there is to say about it. */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openStorage } from '../../bot/open-storage.ts'
import { aMunicipality, type Municipality, ORGANISATION } from '../journey/municipality.ts'
import { aWordFile, h1, h2, p } from '../knowledge/import/a-word-file.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { hostCommands } from './host-commands.ts'

const BEFORE = `---
title: Werken
owner: ciso@heidemeer.example
review: 2031-01-01
---

## Mag ik thuis printen? {#printen}

Nee, print alleen op kantoor, want thuis ziet je bezoek wat er uit de printer komt.
`

let municipality: Municipality
beforeEach(async () => {
  municipality = aMunicipality(0)
  const storage = await openStorage({ dataDir: dirname(municipality.databaseFile) }, 'bot')
  const files = new Map([['01-werken.md', BEFORE]])
  const first = { files, author: 'installation', note: '', publishedAt: 0 }
  await storage.stores.handbooks.publish(ORGANISATION, first, 0)
  await storage.close()
})
afterEach(() => municipality.remove())
afterAll(removeFolders)

const hosted = hostCommands()
const handbook = (...args: readonly string[]) => hosted(municipality.variables, 'handbook', ...args)

function aFile(name: string, content: Uint8Array | string): string {
  const path = join(aFolder({}), name)
  writeFileSync(path, content)
  return path
}

const HALF = 'Dat mag voortaan, als je bezoek maar niet ziet wat er uit de printer komt.'

it('makes a draft of a Word file, and says what became of it', async () => {
  const body = p('Versie 3') + h1('Werken') + h2('Mag ik thuis printen?') + p('Ja.')
  const { output, code } = await handbook('import', aFile('boek.docx', aWordFile(body)))

  expect(code).toBe(0)
  expect(output).toContain('The text before the first heading was left out.')
  expect(output).toContain('~ 1.1 Mag ik thuis printen? (#printen): text')
  const [, draft = ''] = /^Draft (\w+)\./m.exec(output) ?? []
  expect((await handbook('publish', draft, '--yes')).output).toContain('Version 2 is published')
})

it('asks which section it is, and takes the answer', async () => {
  const file = aFile('boek.docx', aWordFile(h1('Werken') + h2('Afdrukken') + p(HALF)))

  const asked = await handbook('import', file)
  expect(asked.output).toMatch(
    /^\? "Afdrukken" looks like #printen .* \(\d\d %\): --same werken-afdrukken=printen/m,
  )
  expect((await handbook('drafts')).output).toBe('No drafts.\n')

  const same = await handbook('import', file, '--same', 'werken-afdrukken=printen')
  expect(same.output).toContain('~ 1.1 Afdrukken (#printen): title, text')
  const fresh = await handbook('import', file, '--new', 'werken-afdrukken')
  expect(fresh.output).toContain('+ 1.1 Afdrukken (#werken-afdrukken)')
})

it.each([
  ['a file that is no document', 'a.docx', 'hoi', 'I cannot read this kind of file.'],
  ['a text without headings', 'a.md', 'hoi', 'I find no headings.'],
])('refuses %s, and keeps nothing', async (_, name, content, words) => {
  const { code, errors } = await handbook('import', aFile(name, content))

  expect([code, errors]).toEqual([1, expect.stringContaining(words)])
  expect((await handbook('drafts')).output).toBe('No drafts.\n')
})

it('makes no draft of a file that says the same', async () => {
  const { output } = await handbook('import', aFile('01-werken.md', BEFORE))

  expect(output).toContain('says what version 1 says: no draft was made.')
})
