/** CSV: results as one table of text, for a spreadsheet or a program. */
import { safeText } from '../../../knowledge/safe-text.ts'
import { ALL_COLUMNS, rowsOf, titlesIn, type Value } from './exports.ts'
import type { PageContext } from './page-context.ts'

/** Without it Excel reads é as two other characters. */
const BYTE_ORDER_MARK = '\ufeff'

/** RFC 4180 with ";", as Excel expects where a comma is the decimal sign. Numbers are whole. */
export function csvOf(context: PageContext): string {
  const titles = titlesIn(context.language)
  const { results, response } = rowsOf(context)
  const rows = [...results, ...response].map((row) => ALL_COLUMNS.map((column) => row[column]))
  const lines = [ALL_COLUMNS.map((column) => titles[column]), ...rows].map(lineOf)
  return `${BYTE_ORDER_MARK}${lines.join('')}`
}

function lineOf(values: ReadonlyArray<Value | undefined>): string {
  return `${values.map(fieldOf).join(';')}\r\n`
}

function fieldOf(value: Value | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  return `"${withoutFormulas(value).replaceAll('"', '""')}"`
}

/**
 * What a spreadsheet takes for the start of a formula, in any width that it reads as the same sign;
 * after a comma or semicolon as well, because another separator may be set there.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(^|[,;])(\s*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu

/** An apostrophe makes a spreadsheet take what follows as text. */
function withoutFormulas(text: string): string {
  return safeText(text).replace(/\s+/gu, ' ').trim().replace(FORMULA, "$1'$2")
}
