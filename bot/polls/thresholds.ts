/**
 * Thresholds: how many people a figure needs, so that nobody can be found in it.
 *
 * A municipality may ask for more and never for less; a round keeps those that it opened with.
 */
import { z } from 'zod'

export const Thresholds = z
  .strictObject({
    /** People who can take part, to be a unit of their own in a round. */
    eligible: z.int().min(10),
    /** k: answers to show anything at all, and people in whatever could be worked out. */
    answers: z.int().min(5),
    /** Answers to show a percentage; fewer are shown as low, middle or high. */
    percentage: z.int().min(10),
    /** Answers to show how they are spread over the options. */
    distribution: z.int().min(30),
    /** Answers on either side of a percentage; fewer on one side are shown as "at least 80 %". */
    eitherSide: z.int().min(2),
  })
  .refine(({ answers, percentage }) => answers <= percentage, 'answers must not exceed percentage')
  .refine(
    ({ percentage, distribution }) => percentage <= distribution,
    'percentage must not exceed distribution',
  )
export type Thresholds = z.infer<typeof Thresholds>

export const DEFAULT_THRESHOLDS: Thresholds = {
  eligible: 10,
  answers: 5,
  percentage: 10,
  distribution: 30,
  eitherSide: 2,
}
