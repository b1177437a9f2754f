/** National figures: what a study found elsewhere, shown beside our own figures as context. */
import { z } from 'zod'

const InTwoLanguages = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const Percentage = z.number().min(0).max(100)

/** Computed by us from the published percentage, and to be labelled so: [low, high] in percent. */
const Wilson95 = z.tuple([Percentage, Percentage])

const Published = {
  /** In percent. */
  percentage: Percentage,
  /** Word for word, as it was published. */
  quote: z.string().min(1),
  /** Where the quote stands. */
  source: z.string().min(1),
  wilson95: Wilson95,
}

const Figure = z.strictObject({
  key: z.string().regex(/^[a-z0-9_-]{1,40}$/, 'use lower case letters, digits, - and _'),
  ...Published,
  /** As it is shown; names both where two values were published. */
  display: InTwoLanguages,
  label: InTwoLanguages,
  note: InTwoLanguages.optional(),
  alternative: z.strictObject(Published).optional(),
})
export type NationalFigure = Readonly<z.infer<typeof Figure>>

const Study = z.strictObject({
  title: z.string().min(1),
  /** How many answered. */
  respondents: z.int().positive(),
  /** Printed under every comparison, both of these. */
  source: InTwoLanguages,
  caveat: InTwoLanguages,
  /** In the place of a comparison that there is no figure for. */
  noFigure: InTwoLanguages,
  /** How the intervals are labelled. */
  computed: InTwoLanguages,
})
export type Study = Readonly<z.infer<typeof Study>>

export type NationalFigures = Readonly<{
  study: Study
  /** By key. */
  figures: ReadonlyMap<string, NationalFigure>
}>

export const NationalFiguresFile = z
  .strictObject({ study: Study, figures: z.array(Figure) })
  .transform(
    ({ study, figures }): NationalFigures => ({
      study,
      figures: new Map(figures.map((figure) => [figure.key, figure])),
    }),
  )
