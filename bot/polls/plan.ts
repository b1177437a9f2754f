/**
 * Plan: all that is ever shown of a round, written once when it closes.
 *
 * Every card, page and file shows a part of this and computes nothing from finer figures: those
 * are gone. Figures are as they may be shown: what is rounded here is exact nowhere.
 */
import { z } from 'zod'
import { Question, QuestionId } from './question.ts'
import { Thresholds } from './thresholds.ts'
import { RoundUnit, UnitPath } from './units.ts'

/** A share in whole percent, 0 to 100. */
const Percent = z.int().min(0).max(100)
const Interval = z.strictObject({ low: Percent, high: Percent })

/** Why there is no figure. */
export const HiddenReason = z.enum([
  /** Fewer answers than the threshold. */
  'too-few',
  /** By subtraction it would tell of too few others. */
  'remainder',
  /** A question to admit something: too few answers for a percentage, and no band is shown. */
  'sensitive',
  /** The question is shown for the whole organisation only. */
  'organisation-only',
])
export type HiddenReason = z.infer<typeof HiddenReason>

/** Compared with the round before in which this was asked. */
export const Change = z.strictObject({
  verdict: z.enum(['better', 'worse', 'no-evidence']),
  /** Id of that round. */
  since: z.string(),
  /** When it opened, in milliseconds since the epoch. */
  sinceAt: z.int(),
  /** In points, this round minus that one, -100 to 100. */
  difference: z.strictObject({
    estimate: z.int().min(-100).max(100),
    low: z.int().min(-100).max(100),
    high: z.int().min(-100).max(100),
  }),
})
export type Change = z.infer<typeof Change>

/** What is shown of one question for one unit, everything below it included. */
export const Cell = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('hidden'), reason: HiddenReason }),
  /** Few answers: only whether few, about half or many answered safely. */
  z.strictObject({ state: z.literal('band'), band: z.enum(['low', 'middle', 'high']) }),
  /** (Nearly) all on one side: at least 80 % or at most 20 %. */
  z.strictObject({
    state: z.literal('extreme'),
    side: z.enum(['at-least-80', 'at-most-20']),
    answers: z.int(),
  }),
  z.strictObject({
    state: z.literal('percentage'),
    /** Of the answers, without "I do not know" and "I would rather not say". */
    favourable: Percent,
    /** Wilson, 95 %, with finite-population correction. */
    interval: Interval,
    /** Answers that the percentage is of. */
    answers: z.int(),
    /** Share of each option, by value, of all who answered; absent when there are too few. */
    distribution: z.record(z.string(), Percent).optional(),
    change: Change.optional(),
  }),
])
export type Cell = z.infer<typeof Cell>

/** How many took part. */
export const ResponseCell = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('hidden'), reason: HiddenReason }),
  z.strictObject({ state: z.literal('shown'), answers: z.int(), eligible: z.int(), rate: Percent }),
])
export type ResponseCell = z.infer<typeof ResponseCell>

export const Plan = z.strictObject({
  /** Of this form of the plan. */
  version: z.literal(1),
  round: z.string(),
  /** Made up, for trying: said wherever it is shown. */
  demo: z.boolean(),
  /** Milliseconds since the epoch. */
  opensAt: z.int(),
  closesAt: z.int(),
  thresholds: Thresholds,
  questions: z.array(Question),
  /** In order of the tree, the whole organisation first. */
  units: z.array(RoundUnit),
  /** People whom the invitation reached, of all who were asked. */
  coverage: z.strictObject({ reached: z.int(), eligible: z.int(), rate: Percent }),
  response: z.array(z.strictObject({ unit: UnitPath, cell: ResponseCell })),
  cells: z.array(z.strictObject({ unit: UnitPath, question: QuestionId, cell: Cell })),
})
export type Plan = z.infer<typeof Plan>
