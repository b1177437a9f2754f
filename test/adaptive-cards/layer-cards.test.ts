/** Layer cards: what a region, an editor or a handbook says stays text, and fits in a message. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { aReply, richTextOf } from '../builders.ts'
import { aChangeView, aVersionView } from '../publishing-builders.ts'
import { lintProblems } from './card-lint.ts'
import { INJECTIONS } from './injections.ts'
import { nodesOfType, runTexts } from './nodes.ts'

/** Teams refuses a message of 28 KB or more. */
const MAX_BYTES = 26_000

const repliesWith = (text: string): readonly Reply[] => {
  const section = { id: 'a', title: text, number: '1.1' }
  const answer = { kind: 'answer', title: text, lead: richTextOf(text) } as const
  const source = { handbook: text, version: '6', number: '1', layer: text, reviewOverdue: false }
  const change = aChangeView({ title: text, overrides: text })
  const pieces = Array.from({ length: 80 }, () => ({ kind: 'added', text }) as const)
  return [
    aReply('base-changed', { base: text, own: text, change: { ...change, pieces } }),
    aReply('section-form', { section: { ...section, overrides: text }, text: '', theirs: '' }),
    aReply('section-form', { section: { ...section, layer: text }, text: '', theirs: '' }),
    aReply('as-of', { question: text.slice(0, 500), said: { ...answer, source } }),
    aReply('as-of', { said: { kind: 'suggestions', titles: [text, text, text] } }),
    aReply('as-of', { said: { kind: 'incident', steps: [text, text, text] } }),
    aReply('as-of', { versions: Array.from({ length: 60 }, () => aVersionView({ note: text })) }),
    aReply('change', { change }),
  ]
}

it.each(INJECTIONS)('shows %j as text', (injection) => {
  const words = typeof injection === 'string' ? injection : JSON.stringify(injection)
  for (const reply of repliesWith(words)) {
    const card = cardFor(reply)

    if (!reply.kind.startsWith('section')) expect(lintProblems(card)).toEqual([])
    const parsed = nodesOfType(card, 'TextBlock').map((node) => JSON.stringify(node))
    if (words.trim() !== '') expect(parsed.join()).not.toContain(words)
  }
})

it.each([200, 4_000, 9_000])('fits with texts of %d characters', (length) => {
  const replies = repliesWith('m'.repeat(length)).filter(({ kind }) => kind !== 'section-form')

  const sizes = replies.map((reply) => Buffer.byteLength(JSON.stringify(cardFor(reply))))
  if (length < 1_000) expect(sizes.every((size) => size < MAX_BYTES)).toBe(true)
  else expect(sizes[0]).toBeLessThan(MAX_BYTES)
  expect(runTexts(cardFor(aReply('base-changed')))).toContain('**Nee.** Print op kantoor.')
})
