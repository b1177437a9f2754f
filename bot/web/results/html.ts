/** HTML: markup in which whatever comes from elsewhere is text, unless it was made by this tag. */

/** Markup that is ready to be sent; only `html` and `raw` make it. */
export type Html = Readonly<{ html: string }>

/** Nothing is shown of undefined and false, so that parts can be left out. */
export type Value = string | number | Html | readonly Value[] | undefined | false

/** Attributes must stand in double quotes: every value is escaped for those and for text alike. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? ''
  values.forEach((value, index) => {
    text += markupOf(value) + (parts[index + 1] ?? '')
  })
  return { html: text }
}

/** For constants of ours that are markup already; never for anything that somebody can type. */
export const raw = (markup: string): Html => ({ html: markup })

function markupOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map(markupOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Control characters are not allowed in HTML; those of direction could turn a sentence around. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu

function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\r]/g, ' ')
    .replace(UNSEEN, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
