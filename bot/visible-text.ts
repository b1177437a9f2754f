/** Visible text: what somebody typed, without marks that nobody sees, and on one line. */

/** Marks that hide or reverse text: controls but for white space, zero-width and direction marks. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
}
