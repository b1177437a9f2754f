/** Chart: a drawing with its name, its description and, behind it, a table of the same numbers. */
import { textsFor } from '../../../contract/texts/texts.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page-context.ts'

type Drawing = Readonly<{
  /** Unique on its page: letters, digits and hyphens. */
  id: string
  title: string
  /** What there is to see, in a sentence. */
  description: string
  width: number
  height: number
  shapes: readonly Html[]
  head: readonly string[]
  rows: readonly (readonly string[])[]
}>

export function chart(drawing: Drawing, { language }: PageContext): Html {
  const { id, title, description, width, height, shapes, head, rows } = drawing
  const [first = '', ...others] = head
  return html`<figure class="chart"><svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${width} ${height}">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${shapes}</svg>
<details><summary>${textsFor(language).pageTable({ title })}</summary><table>
<thead><tr><th scope="col">${first}</th>${others.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map(tableRow)}</tbody></table></details></figure>`
}

const tableRow = ([first = '', ...cells]: readonly string[]): Html =>
  html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`

/** Positions are drawn to a tenth of a point: finer cannot be seen. */
export const at = (value: number): number => Math.round(value * 10) / 10
