/** JSON output of the commands: stable, so that scripts can rely on it. */
import { z } from 'zod'

const share = z.number().min(0).max(1)
const count = z.int().nonnegative()

/** `npm run ask -- "vraag" --json` */
export const AskJson = z.object({
  kind: z.string(),
  /** Best first; the first is the answer when kind is "answer". */
  sections: z.array(z.object({ id: z.string(), title: z.string(), score: z.number() })),
  /** The reply as plain text. */
  text: z.string(),
  confidence: share,
})
export type AskJson = z.infer<typeof AskJson>

/** `npm run evaluate -- --json`; shares are of the answerable questions. */
export const EvaluationJson = z.object({
  questions: count,
  answerable: count,
  mrr10: share,
  recall1: share,
  recall3: share,
  recall10: share,
  band: z.object({
    answerRight: share,
    answerWrong: share,
    suggestedRight: share,
    suggestedWrong: share,
    refused: share,
  }),
  unanswerable: z.object({ answered: count, suggested: count, refused: count }),
  incident: z.object({ caught: count, missed: count, falseAlarms: count }),
  latencyMs: z.object({ p50: z.number(), p99: z.number() }),
})

/** `npm run gaps -- --json`; the largest group first. */
export const GapsJson = z.object({
  /** How far back it looks. */
  days: count,
  groups: z.array(
    z.object({
      /** The most typical one, masked. */
      question: z.string(),
      times: count,
      people: count,
      /** Id of the section that did not help. */
      section: z.string().optional(),
    }),
  ),
})
export type GapsJson = z.infer<typeof GapsJson>
