/** The largest card of every kind still fits what Teams delivers, and every form still works. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { bytesOf, MAX_CARD_BYTES } from '../../adaptive-cards/fit.ts'
import { MAX_ANSWER, MAX_LINE, MAX_QUESTION } from '../../bot/contract/action.ts'
import type { HumanAnswer, Reply } from '../../bot/contract/reply.ts'
import { MAX_QUESTIONS } from '../../bot/polls/question.ts'
import { Language } from '../../knowledge/language.ts'
import {
  aHit,
  aMyQuestion,
  anEscalationView,
  anIncidentReport,
  anOrganisation,
  aReply,
  aSource,
  everyReply,
  richTextOf,
} from '../builders.ts'
import {
  aLesson,
  aNationalView,
  anOption,
  aPollPlanView,
  aPollResult,
  aPollView,
  aQuestion,
  aQuestionResult,
} from '../poll-builders.ts'
import { aHeadline, aResultsView } from '../results-builders.ts'
import { lintProblems } from './card-lint.ts'
import { largestCare } from './care-slots.ts'
import { largestPublishing } from './publishing-slots.ts'
import { largestTelling } from './telling-slots.ts'

/** Three bytes a UTF-16 unit is the most that UTF-8 makes of text; in JSON, quotes and line ends grow too. */
const ALPHABETS = {
  letters: 'aan huis ',
  'letters of three bytes': '漢字',
  'characters of four bytes': '😀',
  'quotes and line ends': '"\n',
}

const fill = (letters: string, length: number): string =>
  letters.repeat(Math.ceil(length / letters.length)).slice(0, length)

type Fill = (length: number) => string
const TITLE = 400

const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index))

function longAnswers(of: Fill): readonly HumanAnswer[] {
  const section = aHit({ title: of(TITLE) })
  const lead = richTextOf(many(20, () => of(900)).join('\n\n'))
  return [
    { kind: 'text', text: of(MAX_ANSWER) },
    { kind: 'reason', reason: of(MAX_ANSWER) },
    {
      kind: 'section',
      section,
      lead,
      source: aSource({ handbook: of(TITLE), reviewOverdue: true }),
    },
  ]
}

/** Every kind that shows what people wrote, as long as the contract lets it be. */
function largest(of: Fill): readonly Reply[] {
  const question = of(MAX_QUESTION)
  const section = aHit({ title: of(TITLE) })
  const organisation = anOrganisation({
    name: of(MAX_LINE),
    ciso: { name: of(MAX_LINE), email: 'ciso@lindedam.example' },
  })
  const masked = ['bsn', 'iban', 'email', 'phone'] as const
  const escalation = anEscalationView({ question, asker: of(MAX_LINE), about: section })
  const answers = longAnswers(of)
  const about = { organisation, masked, question }
  return [
    aReply('welcome', { organisation, examples: many(3, () => question) }),
    aReply('help', { organisation }),
    aReply('suggestions', { ...about, sections: many(5, () => section) }),
    aReply('no-answer', { ...about, elsewhere: { topic: of(MAX_LINE), ask: of(MAX_LINE) } }),
    aReply('incident', { organisation, masked, section, steps: many(3, () => of(1_000)) }),
    aReply('rating-reasons', { section, question }),
    aReply('reason-noted', { section, question }),
    aReply('human-form', { section, question, organisation }),
    aReply('escalated', { ...about }),
    aReply('nobody-to-ask', { organisation }),
    aReply('outsider', { organisation }),
    ...answers.flatMap((answer) => [
      aReply('my-questions', { questions: many(10, () => aMyQuestion({ question, answer })) }),
      aReply('escalation-handled', { escalation, answer }),
      aReply('human-answer', { question, answer, organisation }),
    ]),
    aReply('escalation', {
      escalation,
      sections: many(8, (index) => ({ ...section, id: `paragraaf-${index}` })),
      draft: of(MAX_ANSWER),
    }),
    aReply('open-questions', { questions: many(30, () => escalation) }),
    aReply('incident-form', { organisation }),
    aReply('incident-reported', { organisation, masked, delivered: false }),
    aReply('incident-alert', { report: largestReport(of) }),
    aReply('gaps', { groups: many(10, () => ({ question, times: 99, people: 99, section })) }),
    aReply('route-set', { topic: { kind: 'chapter', number: 99, title: of(TITLE) } }),
    ...largestPolls(of),
    ...largestResults(of),
    ...largestTelling(of),
    ...largestPublishing(of),
    ...largestCare(of),
  ]
}

function largestPolls(of: Fill): readonly Reply[] {
  const section = aHit({ title: of(TITLE) })
  const lead = richTextOf(many(20, () => of(900)).join('\n\n'))
  const upcoming = { opensAt: 0, closesAt: 0, questions: many(MAX_QUESTIONS, () => of(TITLE)) }
  const plan = aPollPlanView({
    upcoming: many(3, () => upcoming),
    mergedUnits: many(40, () => of(TITLE)),
  })
  const lesson = aLesson({ question: of(TITLE), right: of(TITLE), section, lead })
  return [
    aReply('poll', {
      poll: aPollView({ questions: many(MAX_QUESTIONS, (index) => largestQuestion(of, index)) }),
      reminder: true,
    }),
    aReply('poll-thanks', { lessons: many(MAX_QUESTIONS, () => lesson), report: true }),
    aReply('poll-plan', { plan }),
    aReply('poll-confirm', { plan, changes: true }),
    aReply('poll-result', { result: largestResult(of) }),
  ]
}

function largestResults(of: Fill): readonly Reply[] {
  const name = of(TITLE)
  const units = many(400, () => ({ path: of(400), name }))
  const organisation = anOrganisation({ name })
  const view = aResultsView({
    demo: true,
    unit: { path: of(400), name },
    response: { state: 'shown', answers: 1, eligible: 10, rate: 10 },
    headlines: many(3, () => aHeadline({ topic: name, question: name })),
    suggestion: { question: name, section: { id: 'paragraaf', title: name } },
    others: units,
    merged: many(400, () => name),
    refused: of(160),
  })
  return [
    aReply('results', { view }),
    aReply('results-choice', { asked: of(160), units }),
    aReply('results-link', { organisation }),
  ]
}

/** As many answers as a question can have. */
function largestQuestion(of: Fill, index: number) {
  const text = { nl: of(TITLE), en: of(TITLE) }
  const options = many(8, (nth) => ({ ...anOption(`${index}-${nth}`, ''), text }))
  return aQuestion({ text, options: [...options], sensitive: true })
}

function largestResult(of: Fill) {
  const words = of(TITLE)
  const national = aNationalView({ label: words, note: words, source: words, caveat: words })
  const result = aQuestionResult({ question: words, favourable: words, national })
  const section = { id: 'paragraaf', title: words }
  return aPollResult({
    demo: true,
    unit: words,
    questions: many(MAX_QUESTIONS, () => ({ ...result, section })),
  })
}

function largestReport(of: Fill) {
  const lines = { when: of(MAX_LINE), devices: of(MAX_LINE), callBack: of(MAX_LINE) }
  return anIncidentReport({ what: of(MAX_ANSWER), reporter: of(MAX_LINE), ...lines })
}

describe.each(Object.entries(ALPHABETS))('the largest card, of %s', (_, letters) => {
  const replies = largest((length) => fill(letters, length))
  const cards = Language.options.flatMap((language) =>
    replies.map((reply) => ({ kind: reply.kind, card: cardFor({ ...reply, language }) })),
  )

  it('fits what Teams delivers', () => {
    const sizes = cards.map(({ kind, card }) => ({ kind, bytes: bytesOf(card) }))

    expect(sizes.filter(({ bytes }) => bytes > MAX_CARD_BYTES)).toEqual([])
  })

  it('keeps our own rules', () => {
    const problems = cards.flatMap(({ kind, card }) =>
      lintProblems(card).map((problem) => `${kind}: ${problem}`),
    )

    expect(problems).toEqual([])
  })
})

it('covers every kind that shows what people wrote', () => {
  const covered = new Set(largest((length) => fill('a', length)).map(({ kind }) => kind))
  const left = everyReply().filter(({ kind }) => !covered.has(kind))

  // Of the handbook alone, which has tests of its own, or of our own words alone.
  expect(left.map(({ kind }) => kind)).toEqual([
    ...['answer', 'section', 'chapters', 'chapter'],
    ...['poll-declined', 'poll-form', 'poll-stop', 'poll-news'],
    ...['forget-me', 'forgotten', 'notice', 'failure'],
  ])
})
