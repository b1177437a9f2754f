/** Tables: a grid where it fits a phone, one block a row where it does not. */
import type { ITableRow } from '@microsoft/teams.cards'
import type { Table, TableCell, TableRow } from 'mdast'
import { textOf } from '../knowledge/safe-text.ts'
import { richText, run } from './elements.ts'
import { type Block, bytesOf } from './fit.ts'
import { clipRuns, runsOf } from './inline.ts'

/** In a chat of 300 pixels a fourth column leaves less than a word's width. */
const MAX_COLUMNS = 3
const MAX_TABLE_BYTES = 8_000
const MAX_CELL_BYTES = 2_000
const MAX_ROW_BYTES = 6_000

export function tableBlocks(table: Table): Iterable<Block> {
  const [header, ...rows] = table.children
  if (header === undefined) return []
  return header.children.length > MAX_COLUMNS ? records(header, rows) : [grid(table)]
}

function grid(table: Table): Block {
  const rows: ITableRow[] = []
  let room = MAX_TABLE_BYTES
  for (const [index, row] of table.children.entries()) {
    const shown = gridRow(row, index === 0)
    room -= bytesOf(shown)
    if (room < 0) break
    rows.push(shown)
  }
  const columns = columnWidths(table.children.slice(0, rows.length)).map((width) => ({ width }))
  return {
    element: { type: 'Table', firstRowAsHeaders: true, showGridLines: true, columns, rows },
    cut: rows.length < table.children.length,
  }
}

function gridRow(row: TableRow, isHeader: boolean): ITableRow {
  return {
    type: 'TableRow',
    ...(isHeader && { style: 'emphasis' }),
    cells: row.children.slice(0, MAX_COLUMNS).map((cell) => ({
      type: 'TableCell',
      items: [richText(cellRuns(cell, isHeader))],
    })),
  }
}

function cellRuns(cell: TableCell, isHeader: boolean) {
  const runs = runsOf(cell.children, isHeader ? { weight: 'Bolder' } : {})
  return clipRuns(runs, MAX_CELL_BYTES).inlines
}

/** Shares of the width: enough for the longest word, and more for columns with more text. */
function columnWidths(rows: readonly TableRow[]): number[] {
  const columns = rows[0]?.children ?? []
  return columns.map((_, index) => Math.max(...rows.map((row) => shareOf(row.children[index]))))
}

function shareOf(cell: TableCell | undefined): number {
  const words = cell === undefined ? '' : textOf(cell, 60)
  const longestWord = Math.max(...words.split(' ').map((word) => word.length))
  return Math.min(24, Math.max(6, longestWord, Math.round(words.length / 2)))
}

/** "**First cell** / Header: cell / Header: cell", as wide tables read best on a phone. */
function* records(header: TableRow, rows: readonly TableRow[]): Generator<Block> {
  const labels = header.children.map((cell) => textOf(cell, 100))
  for (const row of rows) {
    const { inlines, cut } = clipRuns(recordRuns(labels, row), MAX_ROW_BYTES)
    yield { element: richText(inlines, { separator: true }), cut }
  }
}

function* recordRuns(labels: readonly string[], row: TableRow) {
  for (const [index, cell] of row.children.entries()) {
    if (index > 0) yield run(`\n${labels[index] ?? ''}: `, { isSubtle: true })
    yield* runsOf(cell.children, index === 0 ? { weight: 'Bolder' } : {})
  }
}
