/** Calibration: cut-offs between the bands, from judged questions. */
import fc from 'fast-check'
import { calibrate } from '../../knowledge/calibrate.ts'
import { Calibration, DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import type { Outcome } from '../../knowledge/evaluate.ts'

const anOutcome = (confidence: number, right = true, change: Partial<Outcome> = {}): Outcome => ({
  trial: { question: 'x', sections: ['goed'], answerable: true, incident: false, earlier: [] },
  incident: false,
  band: 'suggest',
  confidence,
  sections: right ? ['goed'] : ['fout', 'goed'],
  tookMs: 1,
  ...change,
})

const many = (count: number, confidence: number, right: boolean) =>
  Array.from({ length: count }, () => anOutcome(confidence, right))

it('keeps the default when there are fewer than thirty questions', () => {
  expect(calibrate(many(29, 0.5, true))).toEqual(DEFAULT_CALIBRATION)
  expect(calibrate([])).toEqual(DEFAULT_CALIBRATION)
})

it('answers from just above where the answers go wrong', () => {
  const outcomes = [...many(50, 0.8, true), ...many(50, 0.4, false)]

  expect(calibrate(outcomes).answerFrom).toBeGreaterThan(0.4)
  expect(calibrate(outcomes).answerFrom).toBeLessThanOrEqual(0.8)
})

it('lets at most six in a hundred direct answers be wrong', () => {
  const judged = fc.array(fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.boolean()), {
    minLength: 30,
    maxLength: 200,
  })

  fc.assert(
    fc.property(judged, (pairs) => {
      const outcomes = pairs.map(([confidence, right]) => anOutcome(confidence, right))
      const { answerFrom } = calibrate(outcomes)
      const answered = pairs.filter(([confidence]) => confidence >= answerFrom)
      const wrong = answered.filter(([, right]) => !right)

      // Rounding the cut up to two decimals may leave out a few right ones at its edge.
      const atEdge = pairs.filter(([c]) => Math.abs(c - answerFrom) <= 0.011).length
      expect(wrong.length).toBeLessThanOrEqual(0.05 * (answered.length + atEdge) + 1e-9)
    }),
  )
})

it('offers a choice to 95 in a hundred of the answerable questions', () => {
  const outcomes = Array.from({ length: 100 }, (_, i) => anOutcome((i + 1) / 100, i >= 30))
  const { suggestFrom } = calibrate(outcomes)

  expect(
    outcomes.filter(({ confidence }) => confidence >= suggestFrom).length,
  ).toBeGreaterThanOrEqual(95)
  expect(suggestFrom).toBeGreaterThan(0)
})

it('counts an unanswerable question that would be answered as wrong', () => {
  const off = { ...anOutcome(0.9), sections: ['goed'] }
  const unanswerable = { ...off, trial: { ...off.trial, sections: [], answerable: false } }
  const outcomes = [...Array.from({ length: 20 }, () => unanswerable), ...many(20, 0.5, true)]

  expect(calibrate(outcomes).answerFrom).toBe(1)
})

it('leaves incidents out, because they never reach the search', () => {
  const right = many(40, 0.6, true)
  const incidents = many(40, 0.9, false).map((one) => ({ ...one, incident: true }))

  expect(calibrate([...right, ...incidents])).toEqual(calibrate(right))
})

it('never offers a choice above where it answers, and always fits in its file', () => {
  const confidence = fc.double({ min: 0, max: 1, noNaN: true })

  fc.assert(
    fc.property(fc.array(fc.tuple(confidence, fc.boolean()), { maxLength: 120 }), (pairs) => {
      const calibration = calibrate(pairs.map(([value, right]) => anOutcome(value, right)))

      expect(Calibration.safeParse(calibration).success).toBe(true)
      expect(calibration.suggestFrom).toBeLessThanOrEqual(calibration.answerFrom)
    }),
  )
})
