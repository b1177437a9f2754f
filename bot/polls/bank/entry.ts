/** Entry: a question as it stands in a file of the bank, and what it may refer to. */
import { z } from 'zod'
import { Option, Question, Scale } from '../question.ts'
import type { NationalFigures } from './national-figures.ts'

const { id, text, scale, area, areaName, section, favourable, national } = Question.shape
const { sensitive, organisationOnly, reportOn } = Question.shape

const Choice = z
  .strictObject({
    value: Option.shape.value,
    nl: z.string().min(1),
    en: z.string().min(1),
    substantive: z.boolean().default(true),
  })
  .transform(({ value, substantive, ...words }): Option => ({ value, text: words, substantive }))

/** What follows from its scale and area is filled in when it becomes a question. */
export const Entry = z.strictObject({
  id,
  text,
  scale,
  /** Of a quiz: its own answers. */
  options: z.array(Choice).min(2).max(6).optional(),
  area,
  section,
  favourable,
  sensitive: sensitive.default(false),
  organisationOnly: organisationOnly.default(false),
  reportOn: reportOn.default([]),
  national,
})
export type Entry = z.infer<typeof Entry>

export const Areas = z.record(area, areaName)
export const Scales = z.record(Scale, z.array(Choice).min(2))

/** What a question may refer to. */
export type Vocabulary = NationalFigures &
  Readonly<{
    /** For each scale its answers; those of a quiz come after its own. */
    scales: Readonly<z.infer<typeof Scales>>
    areas: Readonly<z.infer<typeof Areas>>
  }>
