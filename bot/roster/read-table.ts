/** Read a table: a CSV file with known columns, as Excel or a personnel system writes it. */
import { CsvError, parse } from 'csv-parse/sync'

/** Lines count from 1, the heading's. */
export type Problem = Readonly<{ line: number; column?: string; message: string }>

/** A row's cells by column; what the file has no column for is ''. */
export type TableRow<C extends string> = Readonly<{
  line: number
  cells: Readonly<Record<C, string>>
}>

export type TableReading<C extends string> = Readonly<{
  rows: readonly TableRow<C>[]
  problems: readonly Problem[]
}>

type Line = Readonly<{ line: number; cells: readonly string[] }>
type RecordsReading =
  | Readonly<{ records: readonly Line[]; problem?: never }>
  | Readonly<{ problem: Problem }>

/** Columns may stand in any order; which of them must be there is up to the rows' own checks. */
export function readTable<C extends string>(
  source: string,
  columns: readonly C[],
  required: C,
): TableReading<C> {
  const reading = readRecords(source.replace(/\r\n?/g, '\n')) // the parser counts one within quotes twice
  if (reading.problem !== undefined) return { rows: [], problems: [reading.problem] }
  const [heading, ...others] = reading.records
  const names = (heading?.cells ?? []).map((name) => name.toLowerCase())
  const problems = headingProblems(names, columns, required)
  if (problems.length > 0) return { rows: [], problems }

  const filled = others.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const ragged = filled.flatMap((record) => raggedness(record, names.length))
  const rows = filled.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      columns.map((column) => [column, cells[names.indexOf(column)] ?? '']),
    ) as Record<C, string>, // fromEntries forgets the names of the keys
  }))
  return { rows, problems: ragged }
}

function readRecords(source: string): RecordsReading {
  const records: Line[] = []
  try {
    parse(source, {
      bom: true,
      delimiter: delimiterOf(source),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (cells: readonly string[], { lines }) => {
        records.push({ line: lines - lineBreaksIn(cells), cells })
        return null
      },
    })
    return { records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problem: quotingProblem(error) }
  }
}

/** A Dutch Excel separates by semicolons, others by commas or tabs. */
function delimiterOf(source: string): string {
  const [heading = ''] = source.split(/[\r\n]/, 1)
  const counted = [';', ',', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }))
  return counted.reduce((most, other) => (other.count > most.count ? other : most)).mark
}

/** The parser tells the line on which a record ends. */
const lineBreaksIn = (cells: readonly string[]): number => cells.join('').split('\n').length - 1

function quotingProblem({ code, lines }: CsvError): Problem {
  const line = Number(lines) || 1
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? { line, message: 'a field on or before this line starts with a quote that never ends' }
    : { line, message: 'a quote stands in the middle of a field: put the whole field in quotes' }
}

function headingProblems<C extends string>(
  names: readonly string[],
  columns: readonly C[],
  required: C,
): readonly Problem[] {
  if (names.length === 0)
    return [
      { line: 1, message: `is empty; the first line names the columns: ${columns.join(', ')}` },
    ]
  const known: readonly string[] = columns
  const wrong = names.flatMap((column, index) => {
    if (names.indexOf(column) < index) return [{ line: 1, column, message: 'stands here twice' }]
    if (known.includes(column)) return []
    const message = `is none of ${known.join(', ')}: remove it, the bot keeps no more than it needs`
    return [{ line: 1, column, message }]
  })
  const missing = names.includes(required)
    ? []
    : [{ line: 1, column: required, message: 'is missing' }]
  return [...missing, ...wrong]
}

/** Excel leaves empty cells at the end of a line; anything else may have moved to another column. */
function raggedness({ line, cells }: Line, width: number): readonly Problem[] {
  const isWhole = cells.length >= width && cells.slice(width).every((cell) => cell === '')
  if (isWhole) return []
  return [{ line, message: `has ${cells.length} fields, the first line has ${width}` }]
}
