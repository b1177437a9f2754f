/** Unit page: all questions of a round for one unit, beside the whole organisation. */
import type { Language } from '../../../knowledge/language.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { type RoundUnit, WHOLE } from '../../polls/units.ts'
import { cellOf, type Relation, relationOf, trendOf } from '../../results/figures.ts'
import { maySee } from '../../results/viewer.ts'
import { trendChart } from './charts/trend.ts'
import { favourableLine, figureBlock, responseFacts, whatToDo } from './figure-parts.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { layout, type Place } from './layout.ts'
import { questionLink, unitLink } from './links.ts'
import { messagePage } from './message-page.ts'
import type { PageContext } from './page-context.ts'
import { partsOf } from './unit-rows.ts'

/** As any round knows it; undefined where there is none that the viewer may see. */
export function unitAt({ plan, plans, viewer }: PageContext, path: string): RoundUnit | undefined {
  if (!maySee(path, viewer)) return undefined
  const all = plan === undefined ? plans : [plan, ...plans]
  return all.flatMap(({ units }) => units.filter((unit) => unit.path === path))[0]
}

/** Of a unit that is not there, or not theirs to see, it is the message that there is no such page. */
export function unitPage(context: PageContext, path: string): string {
  const { plan, language } = context
  const unit = unitAt(context, path)
  if (plan === undefined || unit === undefined) return messagePage(language, 'not-found')
  const texts = textsFor(language)
  const known = plan.units.some((one) => one.path === path)
  const body = known ? content(context, plan, path) : html`<p>${texts.pageUnitNotThen}</p>`
  return layout(context, unit.name, body, placeOf(context, plan, unit))
}

function placeOf(context: PageContext, plan: Plan, { path }: RoundUnit): Place {
  const above = plan.units
    .filter((unit) => unit.path !== WHOLE && path.startsWith(`${unit.path}/`))
    .filter((unit) => maySee(unit.path, context.viewer))
    .map((unit) => ({ title: unit.name, link: unitLink(context, unit.path) }))
  return { path: '/units', query: path === WHOLE ? {} : { path }, above, ofRound: true }
}

function content(context: PageContext, plan: Plan, path: string): Html {
  const texts = textsFor(context.language)
  const questions = plan.questions.map((question) =>
    questionCard(question, context, { plan, path }),
  )
  const hasParts = partsOf(plan, context.viewer, path).length > 0
  return html`<section class="card">${responseFacts(context, plan, path)}</section>
${whatToDo(context, plan, path)}<h2>${texts.pageQuestions}</h2><div class="grid wide">${questions}</div>
${hasParts && html`<h2>${texts.pageHeatTitle}</h2><p class="soft">${texts.pageHeatText}</p>${heatMap(context, plan, path)}`}`
}

type Of = Readonly<{ plan: Plan; path: string }>

/** Of each question, to keep the page light; the page of a question has all rounds. */
const MOST_ROUNDS = 12

function questionCard(question: Question, context: PageContext, { plan, path }: Of): Html {
  const { language, plans } = context
  const texts = textsFor(language)
  const topic = question.areaName[language]
  const trend = trendOf(plans, path, question.id).slice(-MOST_ROUNDS)
  return html`<section class="card"><h3><a href="${questionLink(context, question.id)}">${topic}</a></h3>
<p>“${question.text[language]}”</p>${favourableLine(question, context)}${figureBlock(cellOf(plan, path, question.id), context)}
${beside(relationOf(plan, path, question.id), language)}
${trend.length > 1 && trendChart(`trend-${question.id}`, texts.pageTrendTitle({ topic }), trend, context)}</section>`
}

function beside(relation: Relation, language: Language): Html {
  const texts = textsFor(language)
  if (relation === 'unknown') return html``
  const words = {
    above: `▲ ${texts.pageAboveWhole}`,
    below: `▼ ${texts.pageBelowWhole}`,
    same: `≈ ${texts.pageSameWhole}`,
  }
  return html`<p class="tag ${relation}">${words[relation]}</p>`
}
