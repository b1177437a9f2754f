/** Table: a table of a card as Slack's, of which a message holds one; others as a block of text a row. */
import type { ITable, ITableCell } from '@microsoft/teams.cards'
import type { RichTextBlock, RichTextElement, TableBlock } from '@slack/types'
import type { Language } from '../../../../knowledge/language.ts'
import { MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, MAX_TABLE_TEXT } from './limits.ts'
import type { Part } from './part.ts'
import { type Rich, richOf, runsOf } from './rich.ts'
import { textElement } from './words.ts'

type Row = readonly Rich[]
type Cell = TableBlock['rows'][number][number]

export function* tableParts(
  { rows = [] }: ITable,
  language: Language,
  asTable: boolean,
): Generator<Part> {
  const cells = rows.map(({ cells = [] }) => cells.map((cell) => richCell(cell, language)))
  if (asTable && fits(cells)) {
    yield { kind: 'block', block: tableOf(cells) }
    const links = cells.flat().flatMap((cell) => cell.links)
    if (links.length > 0) yield { kind: 'buttons', buttons: links }
  } else yield* records(cells)
}

function richCell({ items = [] }: ITableCell, language: Language): Rich {
  const runs = items.flatMap((item) => (item.type === 'RichTextBlock' ? runsOf(item) : []))
  return richOf(runs, language)
}

function fits(rows: readonly Row[]): boolean {
  const text = rows.flat().reduce((sum, { elements }) => sum + lengthOf(elements), 0)
  const columns = Math.max(0, ...rows.map(({ length }) => length))
  const isSmall = rows.length <= MAX_TABLE_ROWS && columns <= MAX_TABLE_COLUMNS
  return rows.length > 0 && columns > 0 && isSmall && text <= MAX_TABLE_TEXT
}

export const lengthOf = (elements: readonly RichTextElement[]): number =>
  elements.reduce((sum, element) => sum + ('text' in element ? (element.text?.length ?? 0) : 0), 0)

function tableOf(rows: readonly Row[]): TableBlock {
  const width = Math.max(...rows.map(({ length }) => length))
  return {
    type: 'table',
    column_settings: Array.from({ length: width }, () => ({ is_wrapped: true })),
    rows: rows.map((row) => Array.from({ length: width }, (_, index) => cellOf(row[index]))),
  }
}

/** An empty cell is refused. */
function cellOf(cell: Rich | undefined): Cell {
  if (cell === undefined || cell.elements.length === 0) return { type: 'raw_text', text: '–' }
  return richText(cell.elements)
}

export const richText = (elements: readonly RichTextElement[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [...elements] }],
})

/** "First cell / Header: cell / Header: cell", as tables that do not fit a phone stand on a card. */
function* records([header = [], ...rows]: readonly Row[]): Generator<Part> {
  const labels = header.map(({ elements }) => textOf(elements))
  for (const row of rows) {
    const elements = row.flatMap((cell, index) => [
      ...(index === 0 ? [] : [textElement(`\n${labels[index] ?? ''}: `)]),
      ...cell.elements,
    ])
    const links = row.flatMap((cell) => cell.links)
    if (elements.length > 0)
      yield { kind: 'text', form: 'section', mark: '', indent: 0, elements, links, tight: false }
  }
}

const textOf = (elements: readonly RichTextElement[]): string =>
  elements.map((element) => ('text' in element ? (element.text ?? '') : '')).join('')
