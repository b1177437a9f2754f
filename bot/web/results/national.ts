/** National: the figure of a study beside our own, as context and never as a verdict. */

import type { NationalView } from '../../contract/poll.ts'
import { nationalPhrases } from '../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { type Html, html } from './html.ts'
import type { PageContext } from './page-context.ts'

/** @param cell of the whole organisation: a study says nothing about a unit */
export function nationalPart(question: Question, cell: Cell, context: PageContext): Html {
  const { language } = context
  const national = nationalOf(question, cell, context)
  const phrases = nationalPhrases(
    {
      ...{ question: '', favourable: '', section: undefined, cell },
      ...(national === undefined ? {} : { national }),
    },
    language,
  )
  if (phrases.length === 0) return html``
  return html`<h2>${textsFor(language).pageNational}</h2><section class="card">${phrases.map((phrase) => html`<p>${phrase}</p>`)}</section>`
}

function nationalOf(
  { national, favourable, options }: Question,
  cell: Cell,
  { bank: { figures, study }, language }: PageContext,
): NationalView | undefined {
  const figure = national && figures.get(national.figure)
  if (national === undefined || figure === undefined) return undefined
  const substantive = options.filter((option) => option.substantive).map(({ value }) => value)
  const others = substantive.filter((value) => !favourable.includes(value))
  const own = ownShare(cell, national.counts, { favourable, others })
  return {
    figure: figure.display[language],
    label: figure.label[language],
    ...(own === undefined ? {} : { own }),
    ...(national.note === undefined ? {} : { note: national.note[language] }),
    source: study.source[language],
    caveat: study.caveat[language],
  }
}

/** Beside a national figure few answers of our own would say nothing. */
const MIN_OWN = 30

type Sides = Readonly<{ favourable: readonly string[]; others: readonly string[] }>

function ownShare(
  cell: Cell,
  counted: readonly string[],
  { favourable, others }: Sides,
): NationalView['own'] {
  if (cell.state !== 'percentage' || cell.answers < MIN_OWN) return undefined
  const { answers } = cell
  if (isSame(counted, favourable)) return { percent: cell.favourable, answers }
  if (isSame(counted, others)) return { percent: 100 - cell.favourable, answers }
  return undefined
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((value) => others.includes(value))
