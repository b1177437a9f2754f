/** XLSX: results as a workbook, with how to read them on a sheet of its own. */
import writeWorkbook, { type CellObject } from 'write-excel-file/node'
import { safeText } from '../../../knowledge/safe-text.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import {
  type Column,
  notesOf,
  RESPONSE_COLUMNS,
  RESULT_COLUMNS,
  type Row,
  rowsOf,
  titlesIn,
  type Value,
} from './exports.ts'
import type { PageContext } from './page-context.ts'

/** Text stays text and is never a formula, so that nothing has to be put before it. */
export async function xlsxOf(context: PageContext): Promise<Uint8Array> {
  const { results, response } = rowsOf(context)
  const { exportResults, exportResponse } = textsFor(context.language)
  const sheets = [
    tableSheet(exportResults, RESULT_COLUMNS, results, context),
    tableSheet(exportResponse, RESPONSE_COLUMNS, response, context),
    notesSheet(context),
  ]
  return await writeWorkbook(sheets).toBuffer()
}

function tableSheet(
  sheet: string,
  columns: readonly Column[],
  rows: readonly Row[],
  { language }: PageContext,
) {
  const titles = titlesIn(language)
  const head = columns.map((column) => headCell(titles[column]))
  const data = [head, ...rows.map((row) => columns.map((column) => cellFor(row[column])))]
  const widths = columns.map((column) => ({ width: widthOf(titles[column], rows, column) }))
  return { sheet, data, columns: widths, stickyRowsCount: 1 }
}

/** Characters; wide enough to read a sentence, narrow enough to see several columns. */
const NOTES_WIDTH = 100
const MAX_WIDTH = 48

function notesSheet(context: PageContext) {
  const { exportNotes } = textsFor(context.language)
  const notes = notesOf(context).map((note) => [{ ...cellFor(note), wrap: true }])
  const columns = [{ width: NOTES_WIDTH }]
  return { sheet: exportNotes, data: [[headCell(exportNotes)], ...notes], columns }
}

function widthOf(title: string, rows: readonly Row[], column: Column): number {
  const lengths = rows.map((row) => String(row[column] ?? '').length)
  return Math.min(MAX_WIDTH, lengths.reduce((most, one) => Math.max(most, one), title.length) + 2)
}

const headCell = (title: string): CellObject => ({ ...cellFor(title), fontWeight: 'bold' })

function cellFor(value: Value | undefined): CellObject {
  if (value === undefined || value === '') return {}
  if (typeof value === 'number') return { value, type: Number }
  return { value: safeText(value).replace(/\s+/gu, ' ').trim(), type: String }
}
