/**
 * Check data: tables and charts.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/table-block
 * @see https://docs.slack.dev/reference/block-kit/blocks/data-table-block
 * @see https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
import {
  type At,
  all,
  byType,
  type Check,
  fields,
  inside,
  isRecord,
  isTrueOrFalse,
  list,
  number,
  oneOf,
  string,
  textIn,
} from './check-kit.ts'
import { richText } from './check-rich-text.ts'

const CELLS = 10_000
const ANY = Number.MAX_SAFE_INTEGER
const common = { type: () => undefined }
const ids = { block_id: () => undefined } // looked at where ids must differ

/** An empty cell is refused. */
const cell = byType({
  raw_text: fields({ ...common, text: string(CELLS) }),
  raw_number: fields({ ...common, value: number(-ANY, ANY, false), text: string(CELLS) }),
  rich_text: richText,
})

const sameWidth: Check = (value, at) => {
  if (!Array.isArray(value)) return
  const widths = new Set(value.map((row) => (Array.isArray(row) ? row.length : 0)))
  if (widths.size > 1) at.say('all rows must have as many cells', at.path)
}

/** All cells of a table together. */
const fits: Check = (value, at) => {
  if (textIn(value) > CELLS) at.say(`no more than ${CELLS} characters in all cells`, at.path)
}

const plainHead: Check = (value, at) => {
  const head: unknown = Array.isArray(value) ? value[0] : undefined
  if (Array.isArray(head) && head.some((held) => isRecord(held) && held['type'] === 'rich_text'))
    at.say('the first row must be raw_text', inside(at, 0).path)
}

const column: Check = (value, at) => {
  if (value === null) return // leaves a column as it is
  fields({}, { align: oneOf('left', 'center', 'right'), is_wrapped: isTrueOrFalse })(value, at)
}

export const table = fields(
  { ...common, rows: all(list(1, 100, list(1, 20, cell)), sameWidth, fits) },
  { ...ids, column_settings: list(1, 20, column) },
)

export const dataTable = fields(
  {
    ...common,
    caption: string(CELLS),
    rows: all(list(2, 101, list(1, 20, cell)), sameWidth, fits, plainHead),
  },
  { ...ids, page_size: number(1, 100), row_header_column_index: number(0, 19) },
)

const label = string(20)
const point = fields({ label, value: number(-ANY, ANY, false) })
const slice: Check = (value, at) => {
  point(value, at)
  if (isRecord(value) && Number(value['value']) <= 0)
    at.say('must be more than 0', inside(at, 'value').path)
}

const namesOf = (value: unknown, key: string): readonly unknown[] =>
  Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? item[key] : undefined)) : []

/** Each series has one value for each category, and a name of its own. */
const seriesFit: Check = (value, at) => {
  if (!isRecord(value)) return
  const axis = isRecord(value['axis_config']) ? value['axis_config'] : {}
  const categories = JSON.stringify(axis['categories'])
  const names = namesOf(value['series'], 'name')
  if (new Set(names).size < names.length) at.say('series must have unique names', at.path)
  for (const points of namesOf(value['series'], 'data'))
    if (JSON.stringify(namesOf(points, 'label')) !== categories)
      at.say('labels must match the categories', inside(at, 'series').path)
}

const axes = fields(
  { categories: list(1, 20, label) },
  { x_label: string(50), y_label: string(50) },
)
const plotted = all(
  seriesFit,
  fields({
    ...common,
    series: list(1, 6, fields({ name: label, data: list(1, 20, point) })),
    axis_config: axes,
  }),
)

export const chart = fields(
  {
    ...common,
    title: string(50),
    chart: byType({
      pie: fields({ ...common, segments: list(1, 6, slice) }),
      bar: plotted,
      area: plotted,
      line: plotted,
    }),
  },
  ids,
)

/** One table and two charts in a message; the second of these is not documented, but kept. */
export function checkCounts(blocks: readonly unknown[], at: At): void {
  const count = (...types: readonly string[]) =>
    blocks.filter((block) => isRecord(block) && types.includes(String(block['type']))).length
  if (count('table', 'data_table') > 1) at.say('only_one_table_allowed', at.path)
  if (count('data_visualization') > 2) at.say('no more than 2 data_visualization blocks', at.path)
}
