/** Question: one item of a poll, with its answers; closed answers only. */
import { z } from 'zod'

const Word = z.string().regex(/^[a-z0-9_-]{1,40}$/, 'use lower case letters, digits, - and _')
const InTwoLanguages = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

/** How a question is answered. `quiz` has one right answer, which is the favourable one. */
export const Scale = z.enum(['frequency', 'agreement', 'yesno', 'change', 'quiz'])
export type Scale = z.infer<typeof Scale>

export const Option = z.strictObject({
  value: Word,
  text: InTwoLanguages,
  /** False for "I do not know" and "I would rather not say": outside every percentage. */
  substantive: z.boolean(),
})
export type Option = z.infer<typeof Option>

export const QuestionId = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,20}$/, 'use at most 20 letters, digits and hyphens')

/** As a round keeps it: nothing that changes later in the bank changes a round. */
export const Question = z.strictObject({
  id: QuestionId,
  text: InTwoLanguages,
  scale: Scale,
  /** The answers to choose from, in order, those outside the percentages last. */
  options: z.array(Option).min(3).max(8),
  /** Key of the topic, such as "papier". */
  area: Word,
  areaName: InTwoLanguages,
  /** Id of the handbook's section that it teaches. */
  section: z.string().min(1).max(100),
  /** Values of the answers that are safe behaviour. */
  favourable: z.array(Word).min(1),
  /** It asks to admit something: introduced as confidential, never shown for few. */
  sensitive: z.boolean(),
  /** Shown for the whole organisation only, because it is about one person such as a manager. */
  organisationOnly: z.boolean(),
  /** Answers upon which this person, and nobody else, is told to report it now. */
  reportOn: z.array(Word),
  /** A national figure to show as context, never as a verdict. */
  national: z
    .strictObject({
      figure: Word,
      /** Values that the figure counts. */
      counts: z.array(Word).min(1),
      note: InTwoLanguages.optional(),
    })
    .optional(),
})
export type Question = z.infer<typeof Question>

/** A poll takes less than 45 seconds with three; nobody answers more than five. */
export const MAX_QUESTIONS = 5
