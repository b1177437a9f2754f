/** Titles: what a heading says without its number, and whether two of them are the same. */

/** "2.", "2.3", "2.3.1)", "§ 4" and "Artikel 4:" are numbers wherever they stand. */
const NUMBER = /^(?:§\s*\d+(?:\.\d+)*|\d+(?:\.\d+)+|\d+(?=[.):]\s))[.):]?\s+/u
const NAMED_NUMBER =
  /^(?:artikel|art\.?|hoofdstuk|paragraaf|par\.?|deel|chapter|section|article)\s+\d+(?:\.\d+)*[a-z]?\s*[.):–—-]\s+/iu
/** "2 Wachtwoorden" is one where its neighbours have one too: "72 uur" is not. */
const BARE_NUMBER =
  /^(?:(?:artikel|art\.?|hoofdstuk|paragraaf|par\.?|deel|chapter|section|article)\s+)?\d+(?:\.\d+)*[a-z]?\s+/iu
const MAX_TITLE = 300

/** All titles of a document. What would leave nothing is left as it was. */
export function withoutNumbers(titles: readonly string[]): readonly string[] {
  const withNumber = titles.filter((title) => BARE_NUMBER.test(title)).length
  const numbered = withNumber >= 2 && withNumber * 2 > titles.length
  return titles.map((title) => {
    const stripped = title.replace(NAMED_NUMBER, '').replace(NUMBER, '')
    const rest = numbered && stripped === title ? title.replace(BARE_NUMBER, '') : stripped
    return (rest.trim() || title).slice(0, MAX_TITLE).toWellFormed()
  })
}

/** For comparing: case, spaces, accents, punctuation and a number say nothing. */
export const sameTitle = (title: string): string =>
  (withoutNumbers([title])[0] ?? title)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const CONTENTS = new Set(['inhoud', 'inhoudsopgave', 'contents', 'table of contents'])

export const isContentsTitle = (title: string): boolean => CONTENTS.has(sameTitle(title))

const EXPLICIT_ID = /\s*\{#([A-Za-z0-9][\w-]{0,99})\}\s*$/

export type Explicit = Readonly<{ title: string; id?: string }>

/** "Datalek melden {#datalek}" as a title and an id. */
export function explicitId(text: string): Explicit {
  const id = EXPLICIT_ID.exec(text)?.[1]
  return id === undefined ? { title: text } : { title: text.replace(EXPLICIT_ID, ''), id }
}
