/** Tokens: a text as lower-case words without accents, possessives or punctuation. */

/**
 * Compatibility decomposition folds "ĳ" (U+0133) and full-width letters too; plain NFD would not.
 * Zero-width characters, soft hyphens and direction marks would split or hide a word.
 */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")

/** "'s" and "'tje" after a word or abbreviation: foto's, bsn'etje. The "n" of "'n" stays a word. */
const ENDING = /'(?:s|tje|tjes|er|ers)(?![\p{L}\d])/gu

/** Words in order, repeats kept; one-letter words are dropped, digits are not. */
export function tokens(text: string): string[] {
  const words =
    fold(text)
      .replace(ENDING, '')
      .match(/[\p{L}\d]+/gu) ?? []
  return words.filter((word) => word.length > 1 || /\d/.test(word))
}
