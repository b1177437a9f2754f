/**
 * Question bank: the questions that polls ask, in which order, and the national figures beside them.
 *
 * The files are written by hand, ours and that of a municipality, so every mistake is told at the
 * field where it stands.
 */
import { z } from 'zod'
import type { Question } from '../question.ts'
import { type Module, Series } from '../series.ts'
import { checkQuestions, checkSeries } from './check-bank.ts'
import { Areas, Entry, Scales, type Vocabulary } from './entry.ts'
import type { NationalFigures } from './national-figures.ts'

export type Bank = Vocabulary &
  Readonly<{
    questions: ReadonlyMap<string, Question>
    /** Asked every time. */
    anchors: readonly string[]
    /** In turn. */
    modules: readonly Module[]
  }>

const { anchors, modules } = Series.shape

/** Our own file. */
export function bankFile(national: NationalFigures): z.ZodType<Bank> {
  return z
    .strictObject({ scales: Scales, areas: Areas, anchors, modules, questions: z.array(Entry) })
    .superRefine((file, context) => {
      checkQuestions(file.questions, { ...national, ...file }, context)
      checkSeries(file, new Set(idsOf(file.questions)), context)
    })
    .transform((file) => ({
      ...file,
      ...national,
      questions: toQuestions(file.questions, { ...national, ...file }),
    }))
}

/**
 * A municipality's file: its questions are added to those of the bank or, with the same id, take
 * their place; anchors and modules take the place of the bank's. Scales stay ours, or figures of
 * one round could not be compared with those of another.
 */
export function ownBankFile(base: Bank): z.ZodType<Bank> {
  return z
    .strictObject({
      areas: Areas.default({}),
      anchors: anchors.optional(),
      modules: modules.optional(),
      questions: z.array(Entry).default([]),
    })
    .superRefine((file, context) => {
      checkQuestions(file.questions, withAreas(base, file.areas), context)
      checkSeries(file, new Set([...base.questions.keys(), ...idsOf(file.questions)]), context)
    })
    .transform((file) => {
      const vocabulary = withAreas(base, file.areas)
      const added = toQuestions(file.questions, vocabulary)
      return {
        ...vocabulary,
        questions: new Map([...base.questions, ...added]),
        anchors: file.anchors ?? base.anchors,
        modules: file.modules ?? base.modules,
      }
    })
}

const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map((entry) => entry.id)

function withAreas(base: Bank, areas: Vocabulary['areas']): Bank {
  return { ...base, areas: { ...base.areas, ...areas } }
}

function toQuestions(
  entries: readonly Entry[],
  { scales, areas }: Vocabulary,
): ReadonlyMap<string, Question> {
  const questions = entries.map(({ options = [], ...entry }): [string, Question] => [
    entry.id,
    {
      ...entry,
      options: [...options, ...scales[entry.scale]],
      areaName: areas[entry.area] ?? { nl: entry.area, en: entry.area },
    },
  ])
  return new Map(questions)
}
