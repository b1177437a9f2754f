/** Reading in steps: the same as at once, while others get their turn, and one organisation's words stay its own. */
import { openKnowledgeBase, underVersion } from '../../knowledge/knowledge-base.ts'
import { readHandbook, readHandbookInSteps } from '../../knowledge/read-handbook.ts'

const section = (i: number) =>
  `## Onderwerp ${i} {#s${i}}\n<!-- vraagbaak\nquestions: ["hoe zit het met ${i}"]\n-->\n\nTekst ${i}, zie [ander](#s1).\n`
const chapter = (sections: number) =>
  `---\ntitle: Groot\nreview: gisteren\n---\n\n${Array.from({ length: sections }, (_, i) => section(i)).join('\n')}`

it('finds the same sections, on the same lines, with the same problems', async () => {
  const files = new Map([
    [
      '01.md',
      `${chapter(5)}\n## Code {#code}\n\n\`\`\`\n## geen kop\n\`\`\`\n\n## Zonder id\n\nTekst.\n`,
    ],
    ['02.md', chapter(3).replaceAll('{#s', '{#t')],
  ])

  expect(await readHandbookInSteps(files, '7')).toEqual(readHandbook(files, '7'))
  expect(await readHandbookInSteps(files)).toEqual(readHandbook(files))
})

it('gives others a turn within one large chapter, and reads it once for all who ask', async () => {
  const files = new Map([['01.md', chapter(300)]])
  let turns = 0
  let busy = true
  const others = () => {
    turns += 1
    if (busy) setImmediate(others)
  }
  setImmediate(others)

  const [one, other] = await Promise.all([
    readHandbookInSteps(files),
    readHandbookInSteps(files, '2'),
  ])
  busy = false

  expect(turns).toBeGreaterThan(3)
  expect(other.handbook.sections).toBe(one.handbook.sections)
  expect(other.handbook.version).toBe('2')
})

it('keeps the words of one organisation from another', async () => {
  const text: readonly [string, string] = ['01.md', '## Sesamzin {#sesamzin}\n\nKies hem zelf.\n']
  const own = 'concepts:\n  - same: [wachtwoord, sesamzin]\n'
  const withWords = await openKnowledgeBase(new Map([text, ['synonyms.yaml', own]]))
  const without = await openKnowledgeBase(new Map([text]))

  const found = ({ find }: typeof without) => find('wachtwoord').hits.map(({ item }) => item.id)

  expect(found(withWords)).toEqual(['sesamzin'])
  expect(found(without)).toEqual([])
})

it('gets another version name without another index', async () => {
  const draft = await openKnowledgeBase(new Map([['01.md', '## A {#a}\n\nTekst.\n']]))

  const published = underVersion(draft, '8')

  expect(published.handbook.version).toBe('8')
  expect(published.find).toBe(draft.find)
  expect(draft.handbook.version).not.toBe('8')
})
