/** Question page: one question for the whole organisation, through time and by unit. */
import { dayOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { WHOLE } from '../../polls/units.ts'
import { cellOf, trendOf } from '../../results/figures.ts'
import { distributionChart } from './charts/distribution.ts'
import { trendChart } from './charts/trend.ts'
import { favourableLine, figureBlock, sectionLine } from './figure-parts.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { messagePage } from './message-page.ts'
import { nationalPart } from './national-part.ts'
import type { PageContext } from './page-context.ts'
import { unitsByInterval } from './units-by-interval.ts'

/** The round that the page is about: the chosen one, else the newest in which it was asked. */
export function planWith(context: PageContext, questionId: string): Plan | undefined {
  const asks = ({ questions }: Plan) => questions.some(({ id }) => id === questionId)
  return context.plan && asks(context.plan) ? context.plan : context.plans.find(asks)
}

/** Of an unknown question it is the message that there is no such page. */
export function questionPage(context: PageContext, questionId: string): string {
  const plan = planWith(context, questionId)
  const question = plan?.questions.find(({ id }) => id === questionId)
  if (plan === undefined || question === undefined)
    return messagePage(context.language, 'not-found')
  const { language } = context
  const path = `/questions/${encodeURIComponent(questionId)}`
  return layout(
    { ...context, plan },
    question.areaName[language],
    html`${whole(context, plan, question)}
${unitsByInterval(context, plan, question)}
${nationalPart(question, cellOf(plan, WHOLE, questionId), context)}
<h2>${textsFor(language).pageHandbook}</h2>${sectionLine(question, context)}`,
    { path, ofRound: true },
  )
}

function whole(context: PageContext, plan: Plan, question: Question): Html {
  const { language, organisation, plans } = context
  const texts = textsFor(language)
  const cell = cellOf(plan, WHOLE, question.id)
  const date = dayOf(plan.opensAt, organisation.timeZone, language)
  const name = plan.units.find(({ path }) => path === WHOLE)?.name ?? organisation.name
  const shares = cell.state === 'percentage' ? cell.distribution : undefined
  const trend = trendOf(plans, WHOLE, question.id)
  return html`<p>“${question.text[language]}”</p>${favourableLine(question, context)}
<h2>${texts.pageWhole({ organisation: name })}</h2>
<div class="grid"><section class="card"><h3>${texts.pageRoundFrom} ${date}</h3>${figureBlock(cell, context)}</section>
${shares && html`<section class="card"><h3>${texts.pageDistribution}</h3>${distributionChart(question, shares, context)}</section>`}
<section class="card"><h3>${texts.pageTrend}</h3>${trendChart('trend', texts.pageTrendTitle({ topic: question.areaName[language] }), trend, context)}</section></div>`
}
