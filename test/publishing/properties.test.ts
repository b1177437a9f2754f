/** Properties of editing: whatever a handbook says, a change touches what it is about and nothing else. */
import fc from 'fast-check'
import {
  isOneSection,
  sectionText,
  withNewSection,
  withSection,
} from '../../knowledge/edit-section.ts'
import { blocksOf, joined } from '../../knowledge/handbook-blocks.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { mergeHandbooks } from '../../knowledge/merge-handbooks.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { aBook, filesOf, inOtherBytes, twoEditors, twoMovers } from './a-random-handbook.ts'

const FEW = { numRuns: 40 }
const texts = (files: HandbookFiles): ReadonlyMap<string, string> =>
  new Map(
    [...blocksOf(files).values()].flatMap(({ blocks }) =>
      blocks.map(({ id, text }) => [id, text.trimEnd()] as const),
    ),
  )
const otherBytes = aBook.map(filesOf).chain(inOtherBytes)

describe('the blocks of a handbook', () => {
  it('are its files again when they are put together, in whatever bytes', () => {
    fc.assert(
      fc.property(otherBytes, (files) => {
        for (const [name, chapter] of blocksOf(files)) expect(joined(chapter)).toBe(files.get(name))
      }),
      FEW,
    )
  })

  it('are those files also when they hold whatever bytes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '## A {#a}',
        '\n',
        '\r',
        '\r\n',
        '\uFEFF',
        '\u2028',
        '```',
        '<!--',
        '---\n',
        '[a]: b',
      ),
    )
    const text = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (one) => {
        const chapter = blocksOf(new Map([['01.md', one]])).get('01.md')
        expect(chapter && joined(chapter)).toBe(one)
      }),
      { numRuns: 150 },
    )
  })
})

describe('merging', () => {
  it('gives what one wrote, byte for byte, when the other changed nothing', () => {
    const all = twoEditors.chain(({ base, mine }) =>
      fc.tuple(fc.constant(filesOf(base)), inOtherBytes(filesOf(mine))),
    )
    fc.assert(
      fc.property(all, ([base, changed]) => {
        const mineOnly = mergeHandbooks({ base, mine: changed, theirs: base })
        const theirsOnly = mergeHandbooks({ base, mine: base, theirs: changed })
        for (const { files, conflicts } of [mineOnly, theirsOnly]) {
          expect([...files]).toEqual([...changed])
          expect(conflicts).toEqual([])
        }
      }),
      FEW,
    )
  })

  it('loses no text of theirs, and of mine none but in a conflict that it names', () => {
    fc.assert(
      fc.property(twoEditors, (books) => {
        const [base, mine, theirs] = [books.base, books.mine, books.theirs].map(filesOf)
        if (base === undefined || mine === undefined || theirs === undefined) return
        const { files, conflicts } = mergeHandbooks({ base, mine, theirs })
        const merged = texts(files)
        const [was, m, t] = [texts(base), texts(mine), texts(theirs)]
        const isNew = ([id, text]: readonly [string, string]) => was.get(id) !== text
        const kept = [...t].filter(([id, text]) => isNew([id, text]) || m.get(id) === was.get(id))
        const ours = [...m].filter(isNew).filter(([id]) => !conflicts.includes(id))

        expect([...kept, ...ours].filter(([id, text]) => merged.get(id) !== text)).toEqual([])
        expect([...merged.keys()].filter((id) => !m.has(id) && !t.has(id))).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  const sides = fc.constantFrom('mine' as const, 'theirs' as const)
  const idsOf = (files: HandbookFiles) => readHandbook(files).handbook.sections.map(({ id }) => id)

  it('never has a section twice, wherever the two moved and added sections', () => {
    fc.assert(
      fc.property(twoMovers, sides, (books, side) => {
        const [base, mine, theirs] = [books.base, books.mine, books.theirs].map(filesOf)
        if (base === undefined || mine === undefined || theirs === undefined) return
        const { files } = mergeHandbooks({ base, mine, theirs }, side)
        const ids = idsOf(files)
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
        expect([...files.keys()]).toEqual([...files.keys()].toSorted())
        const again = mergeHandbooks({ base, mine: files, theirs }, side)
        // It may name one then: of a file that is gone, of which theirs has lost a section.
        if (again.conflicts.length === 0) expect(new Set(idsOf(again.files))).toEqual(new Set(ids))
      }),
      { numRuns: 80 },
    )
  })

  it('loses no text where sections moved, but in a conflict that it names', () => {
    fc.assert(
      fc.property(twoMovers, (books) => {
        const [base, mine, theirs] = [books.base, books.mine, books.theirs].map(filesOf)
        if (base === undefined || mine === undefined || theirs === undefined) return
        const { files, conflicts } = mergeHandbooks({ base, mine, theirs })
        const merged = texts(files)
        const [was, m, t] = [texts(base), texts(mine), texts(theirs)]
        const isTold = (id: string) =>
          conflicts.includes(id) ||
          [books.mine, books.theirs].some((book) =>
            [...book].some(
              ([file, { blocks }]) =>
                conflicts.includes(file) && blocks.some((block) => block.id === id),
            ),
          )
        const isNew = ([id, text]: readonly [string, string]) => was.get(id) !== text
        const wanted = [...m, ...t].filter(isNew).filter(([id]) => !isTold(id))
        expect(wanted.filter(([id, text]) => merged.get(id) !== text)).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('says the same when it is done again', () => {
    fc.assert(
      fc.property(
        twoEditors,
        fc.constantFrom('mine' as const, 'theirs' as const),
        (books, side) => {
          const base = filesOf(books.base)
          const theirs = filesOf(books.theirs)
          const once = mergeHandbooks({ base, mine: filesOf(books.mine), theirs }, side)
          const again = mergeHandbooks({ base, mine: once.files, theirs }, side)
          expect([...again.files]).toEqual([...once.files])
          const onTop = mergeHandbooks({ base: theirs, mine: once.files, theirs })
          expect([...onTop.files]).toEqual([...once.files])
          expect(onTop.conflicts).toEqual([])
        },
      ),
      { numRuns: 50 },
    )
  })
})

/** What somebody may write in a form, with what could reach beyond it. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom('Ja.', '```', '~~~~', '<!--', '-->', '<pre>', '<script>', '<?', '<![CDATA['),
      fc.constantFrom(
        '[a]: https://a.example',
        '[a]',
        '| a |\n|---|',
        '> x',
        '- ',
        '\\',
        '### Meer',
      ),
      fc.constantFrom('\n', '\n\n', '    ', '&#35;&#35; x', '---', '{#s1-1}', '<textarea>', '$'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.join('\n').trim())
  .filter((text) => text !== '' && isOneSection(text))
const title = fc
  .array(fc.constantFrom('mag', 'dit', '#', '{#s1-2}', '`', '[', '<b', '*', '\\', '"', 'é'), {
    ...{ minLength: 1, maxLength: 5 },
  })
  .map((all) => all.join(' '))
const words = fc.record({ title, text: typed, questions: fc.array(title, { maxLength: 2 }) })

const sectionsBut = (files: HandbookFiles, id: string) =>
  readHandbook(files)
    .handbook.sections.filter((one) => one.id !== id)
    .map(({ id: other, title: name, questions }) => [
      other,
      name,
      questions,
      texts(files).get(other),
    ])

describe('a section in a form', () => {
  it('changes nothing else, whatever is written in it', () => {
    fc.assert(
      fc.property(otherBytes, fc.nat(), words, (files, at, text) => {
        const { sections } = readHandbook(files).handbook
        const { id } = sections[at % sections.length] ?? { id: '' }
        const changed = withSection(files, id, text)
        expect(sectionsBut(changed, id)).toEqual(sectionsBut(files, id))
        expect(sectionText(changed, id)?.text).toBe(text.text)
      }),
      { numRuns: 60 },
    )
  })

  it('is one more when it is new', () => {
    fc.assert(
      fc.property(otherBytes, words, (files, text) => {
        const added = withNewSection(files, 2, text)
        const { id = '', files: changed = files } = added ?? {}
        expect(readHandbook(files).handbook.byId.has(id)).toBe(false)
        expect(sectionsBut(changed, id)).toEqual(sectionsBut(files, id))
        expect(sectionText(changed, id)?.text).toBe(text.text)
      }),
      { numRuns: 60 },
    )
  })
})
