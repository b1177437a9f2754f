/** Interval: a share and its margin on a line from 0 to 100, beside the numbers that say the same. */
import type { Cell } from '../../../polls/plan.ts'
import { type Html, html, raw } from '../html.ts'

/** One unit of the drawing is one percent. */
const OPEN = raw(
  '<svg class="row" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">',
)

/** @param whole of the organisation, drawn behind it; left out where there is none to compare with */
export function intervalBar(cell: Cell, whole?: Cell): Html {
  const behind =
    whole?.state === 'percentage' && spanOf(whole.interval, 'bnd', { y: 0, height: 10 })
  if (cell.state !== 'percentage') return html`${OPEN}${behind}</svg>`
  const { favourable, interval } = cell
  const dot = html`<rect class="dot" x="${favourable - 0.5}" y="1" width="1" height="8"/>`
  return html`${OPEN}${behind}${spanOf(interval, 'iv', { y: 3, height: 4 })}${dot}</svg>`
}

function spanOf(
  { low, high }: Readonly<{ low: number; high: number }>,
  style: string,
  { y, height }: Readonly<{ y: number; height: number }>,
): Html {
  return html`<rect class="${style}" x="${low}" y="${y}" width="${high - low}" height="${height}"/>`
}
