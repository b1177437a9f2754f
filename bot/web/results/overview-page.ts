/** Overview page: how safely people work, whether that changed, and what to do about it. */
import { dayOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { type RoundUnit, WHOLE } from '../../polls/units.ts'
import { questionsIn, trendOf } from '../../results/figures.ts'
import { type Headline, headlinesOf } from '../../results/headlines.ts'
import { mergedFor } from '../../results/viewer.ts'
import { changeInWords, figureInWords } from './cell-words.ts'
import { intervalBar } from './charts/interval.ts'
import { trendChart } from './charts/trend.ts'
import { favourableLine, responseFacts, whatToDo } from './figure-parts.ts'
import { heatMap } from './heat-map.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import { questionLink, unitLink } from './links.ts'
import type { PageContext } from './page-context.ts'
import { homeOf } from './unit-rows.ts'

const PLACE = { path: '', ofRound: true }

export function overviewPage(context: PageContext): string {
  const { plan, language, viewer } = context
  const texts = textsFor(language)
  const home = plan && homeOf(plan, viewer)
  if (plan === undefined || home === undefined)
    return layout(context, texts.pageOverviewTitle, html`<p>${texts.pageNoRound}</p>`, PLACE)
  return layout(
    context,
    texts.pageOverviewTitle,
    html`${intro(context, plan, home)}${headlines(context, plan, home)}
${whatToDo(context, plan, home.path)}
<h2>${texts.pageResponseTitle}</h2><section class="card">${responseFacts(context, plan, home.path)}</section>
${trends(context, plan, home)}
<h2>${texts.pageHeatTitle}</h2><p class="soft">${texts.pageHeatText}</p>${heatMap(context, plan, WHOLE)}`,
    PLACE,
  )
}

/** About whom this is, and who of theirs has no figure. */
function intro(context: PageContext, plan: Plan, home: RoundUnit): Html {
  const { language, organisation, viewer } = context
  const texts = textsFor(language)
  const day = (at: number) => dayOf(at, organisation.timeZone, language)
  const others = viewer.leads
    .filter((path) => path !== home.path)
    .flatMap((path) => plan.units.filter((unit) => unit.path === path))
  const merged = mergedFor(plan, viewer)
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(merged)
  return html`<p><b>${nameOf(home, context)}</b>: ${texts.pollResultRound({ from: day(plan.opensAt), until: day(plan.closesAt) })}.</p>
${others.length > 0 && html`<p>${texts.pageOthers} ${others.map((unit, n) => html`${n > 0 && ', '}<a href="${unitLink(context, unit.path)}">${unit.name}</a>`)}</p>`}
${merged.length > 0 && html`<p>${texts.pageMerged({ list })}</p>`}`
}

function nameOf(unit: RoundUnit, { language }: PageContext): string {
  return unit.path === WHOLE ? textsFor(language).pageWhole({ organisation: unit.name }) : unit.name
}

function headlines(context: PageContext, plan: Plan, home: RoundUnit): Html {
  const texts = textsFor(context.language)
  const found = headlinesOf(plan, home.path)
  if (found.length > 0)
    return html`<div class="grid">${found.map((headline) => headlineCard(headline, context))}</div>`
  return html`<section class="card"><p>${texts.pageNoHeadlines}</p>${plan.questions.map(
    (question) =>
      html`<p><b>${question.areaName[context.language]}</b>: ${wordsFor(plan, home, question, context)}</p>`,
  )}</section>`
}

function wordsFor(plan: Plan, home: RoundUnit, { id }: Question, context: PageContext): string {
  const found = plan.cells.find(({ unit, question }) => unit === home.path && question === id)
  const cell = found?.cell ?? ({ state: 'hidden', reason: 'too-few' } as const)
  return figureInWords(cell, context).headline
}

function headlineCard({ question, cell, finding }: Headline, context: PageContext): Html {
  const { language } = context
  const texts = textsFor(language)
  const tags = {
    better: { style: 'above', text: `▲ ${texts.pageFoundBetter}` },
    worse: { style: 'below', text: `▼ ${texts.pageFoundWorse}` },
    lowest: { style: '', text: `↓ ${texts.pageFoundLowest}` },
    highest: { style: '', text: `↑ ${texts.pageFoundHighest}` },
    unchanged: { style: '', text: `≈ ${texts.pageFoundSame}` },
  }
  const { style, text } = tags[finding]
  if (cell.state !== 'percentage') return html``
  const { low, high } = cell.interval
  return html`<article class="card"><p class="tag ${style}">${text}</p>
<h2 class="topic"><a href="${questionLink(context, question.id)}">${question.areaName[language]}</a></h2>
<p class="big">${cell.favourable}% <small>${texts.pageSafely}</small></p>${intervalBar(cell)}
<p class="soft small">${texts.pageBetween({ low: String(low), high: String(high) })}</p>
<p>${cell.change ? changeInWords(cell.change, context) : texts.pageFirstTime}</p>
<p>“${question.text[language]}”</p>${favourableLine(question, context)}</article>`
}

/** Of what is asked every time; of the unit itself where it has a percentage. */
function trends(context: PageContext, plan: Plan, home: RoundUnit): Html {
  const { bank, plans, language } = context
  const texts = textsFor(language)
  const anchors = questionsIn(plans).filter(({ id }) => bank.anchors.includes(id))
  if (anchors.length === 0) return html``
  const has = (path: string) =>
    anchors.some(({ id }) =>
      trendOf(plans, path, id).some(({ cell }) => cell.state === 'percentage'),
    )
  const whole = plan.units.find(({ path }) => path === WHOLE)
  const unit = has(home.path) || whole === undefined ? home : whole
  const charts = anchors.map(
    (question) => html`<section class="card"><h3>${question.areaName[language]}</h3>
<p class="small">“${question.text[language]}”</p>${trendChart(`trend-${question.id}`, texts.pageTrendTitle({ topic: question.areaName[language] }), trendOf(plans, unit.path, question.id), context)}</section>`,
  )
  return html`<h2>${texts.pageTrends}</h2><p class="soft">${nameOf(unit, context)}. ${texts.pageTrendText}</p><div class="grid wide">${charts}</div>`
}
