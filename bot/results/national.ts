/** National: the figure of a study beside our own, as context only: another group, year and wording. */
import type { Language } from '../../knowledge/language.ts'
import type { NationalView } from '../contract/poll.ts'
import type { Bank } from '../polls/bank/bank.ts'
import type { Cell } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'

/** Undefined for a question that no study asked. */
export function nationalOf(
  question: Question,
  cell: Cell,
  { bank, language }: Readonly<{ bank: Bank; language: Language }>,
): NationalView | undefined {
  const { national } = question
  const figure = national && bank.figures.get(national.figure)
  if (national === undefined || figure === undefined) return undefined
  const own = ownShare(question, cell)
  return {
    figure: figure.display[language],
    label: figure.label[language],
    ...(own === undefined ? {} : { own }),
    ...(national.note === undefined ? {} : { note: national.note[language] }),
    source: bank.study.source[language],
    caveat: bank.study.caveat[language],
  }
}

/** Beside a national figure few answers of our own would say nothing. */
const MIN_OWN = 30

/** The share that gave the answer which the figure counts: the favourable ones, or all others. */
function ownShare({ national, favourable, options }: Question, cell: Cell): NationalView['own'] {
  if (national === undefined || cell.state !== 'percentage' || cell.answers < MIN_OWN)
    return undefined
  const substantive = options.filter((option) => option.substantive).map(({ value }) => value)
  const others = substantive.filter((value) => !favourable.includes(value))
  const { answers } = cell
  if (isSame(national.counts, favourable)) return { percent: cell.favourable, answers }
  if (isSame(national.counts, others)) return { percent: 100 - cell.favourable, answers }
  return undefined
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((value) => others.includes(value))
