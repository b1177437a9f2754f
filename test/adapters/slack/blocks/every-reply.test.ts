/** Every reply, of every kind and any size, is one that Slack can show, as a message and as a modal. */
import fc from 'fast-check'
import { renderMessage } from '../../../../bot/adapters/slack/blocks/message.ts'
import { renderView } from '../../../../bot/adapters/slack/blocks/view.ts'
import type { Reply } from '../../../../bot/contract/reply.ts'
import { Language } from '../../../../knowledge/language.ts'
import { largestCare } from '../../../adaptive-cards/care-slots.ts'
import { largestPublishing } from '../../../adaptive-cards/publishing-slots.ts'
import { largestTelling } from '../../../adaptive-cards/telling-slots.ts'
import {
  aHit,
  aMyQuestion,
  anEscalationView,
  aReply,
  everyReply,
  richTextOf,
} from '../../../builders.ts'
import { aPollResult, aQuestionResult } from '../../../poll-builders.ts'
import { checkBlocks, isTooLong } from '../../../stand-ins/slack/check-blocks.ts'
import { checkView } from '../../../stand-ins/slack/check-view.ts'
import { NAMED_REPLIES, objectsIn, ofType, SLOTS } from './replies.ts'

function problemsOf(reply: Reply): readonly string[] {
  const { text, blocks } = renderMessage(reply, { possiblyDouble: true, shareable: true })
  const view = renderView(reply, { channel: 'C0123456789', ts: '1790000000.000100' })
  const said = objectsIn([blocks, view]).map((object) => object['type'])
  return [
    ...checkBlocks(blocks, 'message'),
    ...checkView(view),
    ...(isTooLong(blocks) ? ['msg_blocks_too_long'] : []),
    ...(text.trim() === '' || text.length > 4_000 ? ['top-level text'] : []),
    ...(blocks.length === 0 ? ['nothing to see'] : []),
    ...(said.includes('mrkdwn') || said.includes('markdown') ? ['mrkdwn'] : []),
    ...(said.includes('image') ? ['an image'] : []),
    ...objectsIn([blocks, view.blocks]).flatMap(({ url }) =>
      url === undefined || /^(https:\/\/|mailto:)/.test(String(url)) ? [] : [`leads to ${url}`],
    ),
    ...ofType([blocks, view], 'plain_text').flatMap(({ emoji }) =>
      emoji === false ? [] : ['emoji'],
    ),
  ]
}

it('there is a reply of every kind, in both languages', () => {
  const kinds = new Set(NAMED_REPLIES.map(({ reply }) => `${reply.kind} ${reply.language}`))
  const wanted = everyReply().flatMap(({ kind }) =>
    Language.options.map((lang) => `${kind} ${lang}`),
  )

  expect(wanted.filter((kind) => !kinds.has(kind))).toEqual([])
})

it.each(NAMED_REPLIES)('$name fits Slack', ({ reply }) => {
  expect(problemsOf(reply)).toEqual([])
})

const HOSTILE = {
  nothing: '',
  'a blank': ' ',
  'one long word': 'x'.repeat(40_000),
  sentences: 'Bewaar stukken op de plek die daarvoor is. '.repeat(250),
  emoji: '👩‍👩‍👧‍👦😀'.repeat(800),
  'right to left': 'מה מותר לי לעשות? '.repeat(500),
  lines: 'regel\n\n'.repeat(1_200),
  quotes: '"\\&<>'.repeat(1_500),
}

describe.each(Object.entries(HOSTILE))('of %s', (_, text) => {
  it('everything that others write fits Slack', () => {
    const wrong = Object.entries(SLOTS).flatMap(([name, replyWith]) =>
      problemsOf(replyWith(text)).map((problem) => `${name}: ${problem}`),
    )

    expect(wrong).toEqual([])
  })

  it('the largest replies fit Slack', () => {
    const endless = (text || 'x').repeat(Math.ceil(20_000 / (text.length || 1)))
    const of = (length: number) => endless.slice(0, length)
    const replies = [...largestCare(of), ...largestPublishing(of), ...largestTelling(of)]

    expect(replies.flatMap((reply) => problemsOf(reply))).toEqual([])
  })
})

it('any number of things of any size fits Slack', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 300 })
  const some = fc.array(words, { maxLength: 80 })

  fc.assert(
    fc.property(some, words, (all, question) => {
      const sections = all.map((title, index) => aHit({ id: `s${index}`, title }))
      const questions = all.map((asked) => anEscalationView({ question: asked }))
      const mine = all.map((asked) => aMyQuestion({ question: asked }))
      const results = all.slice(0, 5).map((asked) => aQuestionResult({ question: asked }))
      const content = richTextOf(all.map((line) => `- ${line}\n\n`).join('') + question)
      for (const reply of [
        aReply('chapter', { sections }),
        aReply('open-questions', { questions }),
        aReply('my-questions', { questions: mine }),
        aReply('section', { content, related: sections }),
        aReply('poll-result', { result: aPollResult({ questions: results }) }),
      ])
        expect(problemsOf(reply)).toEqual([])
    }),
    { numRuns: 25 },
  )
})

describe('what is too much', () => {
  const long = aReply('section', {
    content: richTextOf('Bewaar het goed. '.repeat(20).concat('\n\n').repeat(80)),
  })
  const many = aReply('open-questions', {
    questions: Array.from({ length: 60 }, (_, index) =>
      anEscalationView({ question: `Vraag nummer ${index}` }),
    ),
  })

  it.each([long, many])('is cut, and says so: $kind', (reply) => {
    const said = ofType(renderMessage(reply).blocks, 'context').map((block) =>
      JSON.stringify(block),
    )

    expect(said.join()).toMatch(/Er is meer dan hier past|te lang voor de chat/)
  })

  it('never takes away the source, or what can be pressed below the text', () => {
    const shown = JSON.stringify(renderMessage(long).blocks)

    expect(shown).toMatch(/Bron: Handboek/)
    expect(shown).toMatch(/Alle onderwerpen/)
  })

  it('takes a question away with all that belongs to it', () => {
    const { blocks } = renderMessage(many)
    const asked = ofType(blocks, 'section').length

    expect(ofType(blocks, 'button')).toHaveLength(asked)
    expect(ofType(blocks, 'context')).toHaveLength(asked + 1)
    expect(asked).toBeGreaterThan(15)
  })
})
