/** Clean text: what somebody typed in Teams, without what Teams adds to it. */
import { visibleText } from '../../visible-text.ts'

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

export function cleanText(text: string): string {
  const typed = text
    .replace(MENTION, ' ')
    .replace(TAG, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/giu, decodeEntity)
  return visibleText(typed)
}

function decodeEntity(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity

  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const exists = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return exists ? String.fromCodePoint(code) : ''
}
