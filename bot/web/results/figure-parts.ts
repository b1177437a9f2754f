/** Figure parts: what several pages say of a question, of the response and of what to do. */
import { lowResponsePhrase, responseLines } from '../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell, Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { responseOf } from '../../results/figures.ts'
import { weakestOf } from '../../results/headlines.ts'
import { changeInWords, figureInWords } from './cell-words.ts'
import { intervalBar } from './charts/interval.ts'
import { type Html, html } from './html.ts'
import type { PageContext } from './page-context.ts'

/** A percentage large, all else as quietly as it is. */
export function figureBlock(cell: Cell, context: PageContext): Html {
  const texts = textsFor(context.language)
  const { headline, details } = figureInWords(cell, context)
  if (cell.state !== 'percentage')
    return html`<p><b>${headline}</b></p>${details.map((detail) => html`<p class="soft">${detail}</p>`)}`
  const [interval = ''] = details
  return html`<p class="big">${cell.favourable}% <small>${texts.pageSafely}</small></p>
${intervalBar(cell)}<p class="soft small">${interval}</p>
${cell.change && html`<p>${changeInWords(cell.change, context)}</p>`}`
}

export function favourableLine(question: Question, context: PageContext): Html {
  const { language } = context
  const words = question.options.filter(({ value }) => question.favourable.includes(value))
  const or = new Intl.ListFormat(language, { type: 'disjunction' })
  const answer = or.format(words.map(({ text }) => text[language]))
  return html`<p class="soft small">${textsFor(language).pollFavourable({ answer })}</p>`
}

/** The handbook is in Dutch, whatever the language of the page. */
export function sectionLine(question: Question, context: PageContext): Html {
  const section = context.handbook.byId.get(question.section)
  if (section === undefined) return html``
  const texts = textsFor(context.language)
  return html`<p>${texts.pageSection({ number: section.number })} <b lang="nl">${section.title}</b><br><span class="soft small">${texts.pageSectionHow}</span></p>`
}

/** The weakest question of the unit, else of the whole. */
export function whatToDo(context: PageContext, plan: Plan, unit: string): Html {
  const weakest = weakestOf(plan, unit) ?? weakestOf(plan, '')
  if (weakest === undefined) return html``
  const { language } = context
  const texts = textsFor(language)
  return html`<section class="card do"><h2>${texts.pageDo}</h2>
<p>${texts.pageDoText({ topic: weakest.areaName[language] })}</p>
<p>“${weakest.text[language]}”</p>${sectionLine(weakest, context)}</section>`
}

/** How many took part; and for the whole, how many the invitation reached. */
export function responseFacts(context: PageContext, plan: Plan, unit: string): Html {
  const { language } = context
  const { round, demo, opensAt, closesAt, coverage, thresholds } = plan
  const view = {
    ...{ round, demo, opensAt, closesAt, coverage, response: responseOf(plan, unit) },
    ...{ questions: [], units: { shown: 0, hidden: 0 }, minimum: thresholds.answers },
  }
  const lines = responseLines(view, language).slice(0, unit === '' ? 2 : 1)
  const low = lowResponsePhrase(view, language)
  return html`<dl class="facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
${low !== undefined && html`<p>${low}</p>`}<p class="soft small">${textsFor(language).pollNonResponse}</p>`
}
