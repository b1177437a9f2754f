/** Units by interval: each beside the whole organisation, in the order of the tree. */
import { amountOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell, Plan } from '../../polls/plan.ts'
import type { Question } from '../../polls/question.ts'
import { WHOLE } from '../../polls/units.ts'
import { cellOf, relationOf } from '../../results/figures.ts'
import { cellWords } from './cell-words.ts'
import { intervalBar } from './charts/interval.ts'
import { type Html, html, raw } from './html.ts'
import { unitLink } from './links.ts'
import type { PageContext } from './page-context.ts'
import { type UnitRow, unitTables } from './unit-rows.ts'

/** The numbers stand beside each drawing, so it needs no words of its own. */
export function unitsByInterval(context: PageContext, plan: Plan, question: Question): Html {
  const texts = textsFor(context.language)
  if (question.organisationOnly)
    return html`<h2>${texts.pageUnitsTitle}</h2><p>${texts.pollHiddenOrganisation}</p>`
  const { first, folded, left } = unitTables(plan, context.viewer, WHOLE)
  const more = folded.map(({ of, rows }) => {
    const amount = amountOf(rows.length, context.language)
    const title = texts.pageUnitsBelow({ name: of.name, amount })
    return html`<details><summary>${title}</summary>${table(context, plan, { question, rows, caption: of.name })}</details>`
  })
  const rest = amountOf(left, context.language)
  return html`<h2>${texts.pageUnitsTitle}</h2><p class="soft">${texts.pageUnitsText}</p>
${table(context, plan, { question, rows: first, caption: texts.pageUnitsCaption })}${more}
${left > 0 && html`<p>${texts.pageUnitsLeft({ amount: rest })}</p>`}`
}

type Rows = Readonly<{ question: Question; rows: readonly UnitRow[]; caption: string }>

function table(context: PageContext, plan: Plan, { question, rows, caption }: Rows): Html {
  const texts = textsFor(context.language)
  const heads = [texts.pageUnit, texts.pageShareHead, texts.pageMargin, texts.pageCompared]
  return html`<table class="stack units"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => unitRow(row, context, { plan, question }))}</tbody></table>`
}

type Of = Readonly<{ plan: Plan; question: Question }>

function unitRow({ unit, depth }: UnitRow, context: PageContext, { plan, question }: Of): Html {
  const { language } = context
  const cell = cellOf(plan, unit.path, question.id)
  const words = cellWords(cell, relationOf(plan, unit.path, question.id), language)
  const style = unit.path === WHOLE ? raw(' class="whole"') : ''
  const indent = depth > 0 && html` class="d${Math.min(depth, 4)}"`
  const relation = cell.state === 'percentage' ? `${words.symbol} ${words.relation}`.trim() : ''
  const share = cell.state === 'percentage' ? words.short : `${words.symbol} ${words.short}`
  return html`<tr${style}><th scope="row"${indent}><a href="${unitLink(context, unit.path)}">${unit.name}</a></th>
<td${words.style === 'h' && raw(' class="h"')}>${share}</td><td>${margin(cell, plan, question)}</td><td${words.style.length > 0 && relation !== '' && html` class="${words.style}"`}>${relation}</td></tr>`
}

function margin(cell: Cell, plan: Plan, { id }: Question): Html {
  if (cell.state !== 'percentage') return html``
  const { low, high } = cell.interval
  return html`${intervalBar(cell, cellOf(plan, WHOLE, id))}<small>${low}–${high}%</small>`
}
