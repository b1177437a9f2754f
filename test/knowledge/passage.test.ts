/** Passage: what an answer quotes beside the short answer. */
import { stem } from '../../knowledge/dutch/stem.ts'
import { plainTextOf } from '../../knowledge/markdown.ts'
import { parseChapter } from '../../knowledge/parse-chapter.ts'
import { choosePassage } from '../../knowledge/passage.ts'
import { aSection } from '../builders.ts'

/** The passage, as text, for a section with this body when these words of the question matched. */
function passage(body: string, matched: string): string | undefined {
  const [parsed] = parseChapter('a.md', `## Kop {#a}\n\n${body}`).sections
  const { content, shortAnswer } = parsed ?? aSection()
  const found = choosePassage(aSection({ content, shortAnswer }), matched.split(' ').map(stem))
  return found && plainTextOf(found)
}

const BODY = `**Nee.** Print op kantoor.

**Waarom:** Thuis leest de buurman mee met het dossier.

**Niet**

- Een dossier in de trein lezen.
- Het scherm open laten.

**Zie ook:** [de trein en het dossier](#b)
`

it('is the paragraph that holds most of the question', () => {
  expect(passage(BODY, 'buurman dossier')).toContain('Thuis leest de buurman')
})

it('is a list together with its label', () => {
  expect(passage(BODY, 'trein lezen scherm')).toMatch(/^Niet .*trein.*scherm/)
})

it('is absent when the short answer holds as much', () => {
  expect(passage(BODY, 'print kantoor')).toBeUndefined()
  expect(passage(BODY, 'print dossier')).toBeUndefined()
})

it('is absent when nothing or only one word matches', () => {
  expect(passage(BODY, 'fiets')).toBeUndefined()
  expect(passage(BODY, 'buurman')).toBeUndefined()
})

it('is never the line with other sections', () => {
  expect(passage(BODY, 'zie ook')).toBeUndefined()
})

it('is never the short answer itself, also when a list comes first', () => {
  expect(
    passage('1. Bel meteen.\n2. Wacht.\n\nBewaar de mail en het bericht.', 'mail bericht'),
  ).toBe(undefined)
})

it('is absent in an empty section', () => {
  expect(passage('', 'mail')).toBeUndefined()
})
