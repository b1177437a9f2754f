/** Evaluation: every figure worked out by hand on a few outcomes. */
import { EvaluationJson } from '../../bot/contract/json.ts'
import { evaluate, type Outcome, rankOf, tryOut } from '../../knowledge/evaluate.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { createKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { aFolder, removeFolders } from './waterveen.ts'

afterAll(removeFolders)

type Change = Partial<Outcome['trial']> & Partial<Omit<Outcome, 'trial'>>

const anOutcome = ({
  incident = false,
  ...change
}: Change & { reports?: boolean } = {}): Outcome => ({
  trial: {
    question: 'vraag',
    sections: ['goed'],
    answerable: change.answerable ?? true,
    incident: change.reports ?? false,
    earlier: [],
  },
  incident,
  band: change.band ?? 'answer',
  confidence: change.confidence ?? 0.9,
  sections: change.sections ?? ['goed'],
  tookMs: change.tookMs ?? 1,
})

const WRONG = ['a', 'b', 'c', 'd']

const OUTCOMES: readonly Outcome[] = [
  anOutcome({ tookMs: 4 }),
  anOutcome({ sections: ['a', 'goed'], tookMs: 3 }),
  anOutcome({ sections: ['a', 'b', 'goed'], band: 'suggest', tookMs: 2 }),
  anOutcome({ sections: [...WRONG, 'goed'], band: 'suggest', tookMs: 1 }),
  anOutcome({ sections: WRONG, band: 'none', tookMs: 5 }),
  anOutcome({ answerable: false, band: 'answer', sections: WRONG }),
  anOutcome({ answerable: false, band: 'suggest', sections: WRONG }),
  anOutcome({ answerable: false, band: 'none', sections: WRONG }),
  anOutcome({ answerable: false, band: 'none', sections: WRONG }),
]

it('has the figures that one works out by hand', () => {
  expect(evaluate(OUTCOMES)).toMatchObject({
    questions: 9,
    answerable: 5,
    mrr10: (1 + 1 / 2 + 1 / 3 + 1 / 5 + 0) / 5,
    recall1: 1 / 5,
    recall3: 3 / 5,
    recall10: 4 / 5,
    band: {
      answerRight: 1 / 5,
      answerWrong: 1 / 5,
      suggestedRight: 1 / 5,
      suggestedWrong: 1 / 5,
      refused: 1 / 5,
    },
    unanswerable: { answered: 1, suggested: 1, refused: 2 },
  })
})

it('gives everybody exactly one band', () => {
  const { band, unanswerable } = evaluate(OUTCOMES)

  expect(Object.values(band).reduce((a, b) => a + b)).toBeCloseTo(1)
  expect(Object.values(unanswerable).reduce((a, b) => a + b)).toBe(4)
})

it('counts an incident block as a direct answer: right for an incident, else a false alarm', () => {
  const outcomes = [
    anOutcome({ reports: true, incident: true, sections: WRONG, band: 'none' }),
    anOutcome({ reports: true, incident: false, band: 'suggest' }),
    anOutcome({ reports: false, incident: true }),
    anOutcome({ reports: false, incident: true, answerable: false, band: 'none' }),
  ]

  expect(evaluate(outcomes)).toMatchObject({
    incident: { caught: 1, missed: 1, falseAlarms: 2 },
    band: { answerRight: 1 / 3, answerWrong: 1 / 3, suggestedRight: 1 / 3 },
    unanswerable: { answered: 1 },
  })
})

it('takes the best of several right sections', () => {
  const outcome = anOutcome({ sections: ['a', 'goed', 'ook'] })
  const trial = { ...outcome.trial, sections: ['ook', 'goed'] }

  expect(rankOf({ ...outcome, trial })).toBe(2)
  expect(rankOf(anOutcome({ sections: [] }))).toBe(Number.POSITIVE_INFINITY)
})

it('gives the median and the slowest per cent', () => {
  const outcomes = Array.from({ length: 200 }, (_, i) => anOutcome({ tookMs: 200 - i }))

  expect(evaluate(outcomes).latencyMs).toEqual({ p50: 101, p99: 199 })
})

it('gives noughts, and not NaN, for no questions at all', () => {
  expect(EvaluationJson.parse(evaluate([]))).toMatchObject({ questions: 0, mrr10: 0, recall3: 0 })
})

it('is what the command prints as JSON', () => {
  expect(EvaluationJson.safeParse(evaluate(OUTCOMES)).success).toBe(true)
})

it('tries questions out on a real handbook, dialogues with what was asked before', async () => {
  const source =
    '## Mag ik thuis printen? {#printen}\n\nNee.\n\n## Mag ik thuis scannen? {#scannen}\n\nJa.\n'
  const { handbook } = readHandbook(filesIn(aFolder({ 'a.md': source })))
  const knowledge = await createKnowledgeBase(handbook, {
    thesaurus: emptyThesaurus,
    calibration: { answerFrom: 0.9, suggestFrom: 0.1 },
    elsewhere: [],
  })
  const trial = { sections: ['scannen'], answerable: true, incident: false }

  const outcomes = tryOut(knowledge, [
    { ...trial, question: 'mag ik scannen', earlier: [] },
    { ...trial, question: 'en thuis dan', earlier: ['mag ik scannen'] },
    { ...trial, question: 'ik heb net op een foute link geklikt', earlier: [], incident: true },
  ])

  expect(outcomes.map(({ sections }) => sections[0]).slice(0, 2)).toEqual(['scannen', 'scannen'])
  expect(outcomes.map(({ incident }) => incident)).toEqual([false, false, true])
})
