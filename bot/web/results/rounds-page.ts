/** Rounds page: all rounds that closed, newest first. */
import { dayOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Plan } from '../../polls/plan.ts'
import { responseOf } from '../../results/figures.ts'
import { figureInWords } from './cell-words.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { linkTo } from './links.ts'
import type { PageContext } from './page-context.ts'
import { homeOf } from './unit-rows.ts'

export function roundsPage(context: PageContext): string {
  const { plans, language } = context
  const texts = textsFor(language)
  const heads = [texts.pageRoundHead, texts.pageClosed, texts.pageTopics, texts.pageResponseHead]
  const table = html`<table class="stack"><caption>${texts.pageRoundsCaption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${plans.map((plan) => roundRow(plan, context))}</tbody></table>`
  return layout(
    context,
    texts.pageRounds,
    html`<p>${texts.pageRoundsText}</p>${plans.length > 0 ? table : html`<p>${texts.pageNoRound}</p>`}`,
    { path: '/rounds' },
  )
}

function roundRow(plan: Plan, context: PageContext): Html {
  const { language, organisation } = context
  const texts = textsFor(language)
  const day = (at: number) => dayOf(at, organisation.timeZone, language)
  const topics = plan.questions.map(({ areaName }) => areaName[language])
  const link = linkTo({ ...context, plan }, '')
  return html`<tr><th scope="row"><a href="${link}">${day(plan.opensAt)}</a>${plan.demo && html`<br><small>${texts.pageDemoWord}</small>`}</th>
<td data-of="${texts.pageClosed}">${day(plan.closesAt)}</td><td data-of="${texts.pageTopics}">${[...new Set(topics)].join(', ')}</td><td data-of="${texts.pageResponseHead}">${response(plan, context)}</td></tr>`
}

function response(plan: Plan, context: PageContext): string {
  const home = homeOf(plan, context.viewer)
  const cell = responseOf(plan, home?.path ?? '')
  if (cell.state === 'hidden') return figureInWords(cell, context).headline
  return `${cell.rate}% (${home?.name ?? ''})`
}
