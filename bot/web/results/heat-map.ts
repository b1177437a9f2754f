/** Heat map: units by topics; a colour never stands without its symbol and its word. */
import { amountOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell, Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { WHOLE } from '../../polls/units.ts'
import type { Relation } from '../../results/figures.ts'
import { cellOf, relationOf } from '../../results/figures.ts'
import { cellWords } from './cell-words.ts'
import { type Html, html, raw } from './html.ts'
import { questionLink, unitLink } from './links.ts'
import type { PageContext } from './page-context.ts'
import { type UnitRow, unitTables } from './unit-rows.ts'

/** @param top the unit that it is about; '' is the whole organisation */
export function heatMap(context: PageContext, plan: Plan, top: string): Html {
  const texts = textsFor(context.language)
  const { first, folded, left } = unitTables(plan, context.viewer, top)
  const more = folded.map(({ of, rows }) => {
    const title = texts.pageUnitsBelow({
      name: of.name,
      amount: amountOf(rows.length, context.language),
    })
    return html`<details><summary>${title}</summary>${unitTable(context, plan, rows, of.name)}</details>`
  })
  const rest = amountOf(left, context.language)
  return html`${unitTable(context, plan, first, texts.pageHeatCaption)}${more}
${left > 0 && html`<p>${texts.pageUnitsLeft({ amount: rest })}</p>`}${legend(context, plan)}`
}

function unitTable(
  context: PageContext,
  plan: Plan,
  rows: readonly UnitRow[],
  caption: string,
): Html {
  const texts = textsFor(context.language)
  const head = plan.questions.map((question) => topicHead(question, context))
  return html`<table class="stack"><caption>${caption}</caption>
<thead><tr><th scope="col">${texts.pageUnit}</th>${head}</tr></thead><tbody>${rows.map((row) => unitRow(row, context, plan))}</tbody></table>`
}

const topicHead = (question: Question, context: PageContext): Html =>
  html`<th scope="col"><a href="${questionLink(context, question.id)}">${question.areaName[context.language]}</a><small>${question.text[context.language]}</small></th>`

function unitRow({ unit, depth }: UnitRow, context: PageContext, plan: Plan): Html {
  const { language } = context
  const cells = plan.questions.map(({ id, areaName }) =>
    cellHtml(cellOf(plan, unit.path, id), relationOf(plan, unit.path, id), {
      of: areaName[language],
      language,
    }),
  )
  const style = unit.path === WHOLE ? raw(' class="whole"') : ''
  const indent = depth > 0 && html` class="d${Math.min(depth, 4)}"`
  return html`<tr${style}><th scope="row"${indent}><a href="${unitLink(context, unit.path)}">${unit.name}</a></th>${cells}</tr>`
}

function cellHtml(
  cell: Cell,
  relation: Relation,
  { of, language }: Readonly<{ of: string; language: PageContext['language'] }>,
): Html {
  const words = cellWords(cell, relation, language)
  const style = words.style !== 's' && html` class="${words.style}"`
  return html`<td${style} data-of="${of}">${cell.state === 'percentage' ? html`<b>${words.short}</b>` : words.short}${words.symbol !== '' && ` ${words.symbol}`}${words.relation !== '' && ` ${words.relation}`}</td>`
}

/** Only what can be seen above it is explained. */
function legend(context: PageContext, plan: Plan): Html {
  const texts = textsFor(context.language)
  const { answers, percentage } = plan.thresholds
  const few = { amount: String(answers) }
  const lines: readonly (readonly [symbol: string, style: string, text: string])[] = [
    ['▲', 'above', texts.pageLegendAbove],
    ['▼', 'below', texts.pageLegendBelow],
    ['≈', '', texts.pageLegendSame],
    ['◔◑◕', '', texts.pageLegendBand({ count: percentage })],
    ['≥≤', '', texts.pageLegendExtreme],
    ['–', '', `${texts.pollMinimum(few)} ${texts.pageLegendProtected}`],
  ]
  return html`<h3>${texts.pageLegend}</h3><ul class="legend">${lines.map(([symbol, style, text]) => html`<li><b class="${style}">${symbol}</b> ${text}</li>`)}</ul>`
}
