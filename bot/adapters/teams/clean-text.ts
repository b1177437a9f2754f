/** Clean text: what somebody typed in Teams, without what Teams adds to it. */

/** A mention holds a name, which no question needs. */
const MENTION = /<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/giu

/** Tags that Teams writes; anything else between brackets is what somebody typed. */
const TAG =
  /<\/?(?:a|at|attachment|b|blockquote|br|code|div|em|h[1-6]|hr|i|img|li|ol|p|pre|s|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]{0,2000}>/giu

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
}

/** Marks that hide or reverse text: controls but for white space, zero-width and direction marks. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

export function cleanText(text: string): string {
  return text
    .replace(MENTION, ' ')
    .replace(TAG, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/giu, decodeEntity)
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity

  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const exists = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return exists ? String.fromCodePoint(code) : ''
}
