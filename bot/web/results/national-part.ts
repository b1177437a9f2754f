/** National part: the figure of a study below our own, with what it can and cannot say. */
import { nationalPhrases } from '../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { nationalOf } from '../../results/national.ts'
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
