/** Share bar: how much of the most, as a bar beside the number that says the same. */
import { type Html, html, raw } from '../html.ts'

/** One unit of the drawing is one percent. */
const OPEN = raw(
  '<svg class="row" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">',
)

/** @param percent 0 to 100 */
export const shareBar = (percent: number): Html =>
  html`${OPEN}<rect class="f1" x="0" y="1" width="${percent}" height="8"/></svg>`
