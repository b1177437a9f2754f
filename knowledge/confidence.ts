/**
 * Confidence: how sure we may be that the first section found answers the question.
 *
 * Raw BM25 scores grow with the question and change with every edit of the handbook, so they say
 * nothing by themselves. Four signals that do not are weighed by a logistic regression; the cut-offs
 * between the bands come from the handbook's own calibration.
 */
import { z } from 'zod'
import type { Question } from './question.ts'
import type { SearchHit } from './search.ts'

/** Answer with the section; offer a choice of three; or say that we do not know. */
export type Band = 'answer' | 'suggest' | 'none'

export const Calibration = z.strictObject({
  /** Confidence from which the first section is the answer. */
  answerFrom: z.number().min(0).max(1),
  /** Confidence from which the first three are offered. */
  suggestFrom: z.number().min(0).max(1),
})
export type Calibration = z.infer<typeof Calibration>

/** For a handbook without calibration of its own; measured on several handbooks, see DESIGN.md. */
export const DEFAULT_CALIBRATION: Calibration = { answerFrom: 0.75, suggestFrom: 0.15 }

/** None of these depends on the length of the handbook or the scale of BM25. */
type Signals = Readonly<{
  /** Share of what the question asks, weighed by idf, that stands in the first section: 0 to 1. */
  coverage: number
  /** How many times the second score the first one is: 1 to 3. */
  lead: number
  /** How many times the third score the first one is: 1 to 3. */
  longLead: number
  /** How many words the judgement rests on: 0 to 8. */
  evidence: number
}>

type AnyHit = SearchHit<unknown>

/** Fitted on the development half of the golden set; see bench/README.md. */
const WEIGHTS = { bias: -5.8, coverage: 5.3, lead: 1.75, longLead: 1.45, evidence: 0.39 }

const MAX_LEAD = 3
const MAX_EVIDENCE = 8

/** 0 (nothing known) to 1 (certain). */
export function confidenceOf(question: Question, hits: readonly AnyHit[]): number {
  const [first] = hits
  if (first === undefined) return 0
  const { coverage, lead, longLead, evidence } = signalsOf(question, first, hits)
  const logit =
    WEIGHTS.bias +
    WEIGHTS.coverage * coverage +
    WEIGHTS.lead * Math.log(lead) +
    WEIGHTS.longLead * Math.log(longLead) +
    WEIGHTS.evidence * evidence
  return 1 / (1 + Math.exp(-logit))
}

function signalsOf({ concepts }: Question, first: AnyHit, hits: readonly AnyHit[]): Signals {
  const asked = concepts.reduce((sum, { idf }) => sum + idf, 0)
  const matched = new Set(first.matched())
  const found = concepts.reduce((sum, { idf, stems }) => sum + idf * bestOf(stems, matched), 0)
  const leadOver = (other: AnyHit | undefined) =>
    other === undefined ? MAX_LEAD : Math.min(MAX_LEAD, first.score / other.score)
  return {
    coverage: found / asked,
    lead: leadOver(hits[1]),
    longLead: leadOver(hits[2]),
    evidence: Math.min(MAX_EVIDENCE, concepts.length),
  }
}

/** Weight of the best stem that stands for the concept in the section; 0 when none does. */
function bestOf(stems: ReadonlyMap<string, number>, matched: ReadonlySet<string>): number {
  let best = 0
  for (const [stem, weight] of stems) if (matched.has(stem)) best = Math.max(best, weight)
  return best
}

export function bandOf(confidence: number, { answerFrom, suggestFrom }: Calibration): Band {
  if (confidence >= answerFrom) return 'answer'
  return confidence >= suggestFrom ? 'suggest' : 'none'
}
