/** The sample handbook as a whole: every section can be read in the chat, from beginning to end. */
import { fileURLToPath } from 'node:url'
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { textOf } from '../../knowledge/safe-text.ts'
import { aReply } from '../builders.ts'
import { lintProblems } from './card-lint.ts'
import { runTexts } from './nodes.ts'

const folder = fileURLToPath(new URL('../../knowledge/handbook', import.meta.url))
const { handbook } = readHandbook(filesIn(folder))
const cards = handbook.sections.map((section) => ({
  section,
  card: cardFor(aReply('section', { section, content: section.content })),
}))

it('has sections', () => {
  expect(cards.length).toBeGreaterThan(50)
})

it('fits the chat', () => {
  expect(cards.flatMap(({ card }) => lintProblems(card))).toEqual([])
})

it('is shown word for word', () => {
  const words = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ')
  const missing = cards.filter(({ section, card }) => {
    const shown = words(runTexts(card).join(' '))
    return !section.content.children
      .filter((node) => node.type === 'paragraph')
      .every((node) => shown.includes(words(textOf(node)).trim()))
  })

  expect(missing.map(({ section }) => section.id)).toEqual([])
})
