/**
 * Stem: brings the forms of a Dutch word together.
 *
 * The Snowball stemmer with light corrections around it: diminutives, participles, separable verbs
 * and spelling alternations (huizen/huis, doorgestuurd/doorsturen, gewist/wissen, wordt/word).
 */
import snowball from 'snowball-stemmers'

const dutch = snowball.newStemmer('dutch')

/** Words of this kind are names, codes or too short to have an ending. */
const MIN_LETTERS = 4

const cache = new Map<string, string>()
const MAX_CACHED = 50_000

/** @param word lower case, as {@link tokens} gives it. */
export function stem(word: string): string {
  const known = cache.get(word)
  if (known !== undefined) return known

  const made = makeStem(word)
  if (cache.size >= MAX_CACHED) cache.clear()
  cache.set(word, made)
  return made
}

/** fotos, programmas, collegas: the plural of foto and the like, its apostrophe left out. */
const withoutPlainPlural = (word: string): string => word.replace(/^(.{2,}[^aeiou][ao])s$/, '$1')

function makeStem(typed: string): string {
  const word = withoutPlainPlural(typed)
  if (word.length < MIN_LETTERS || /\d/.test(word)) return word
  return finish(withoutParticiple(withoutDiminutive(word) ?? dutch.stem(word)))
}

const VOWEL_LIKE = /[aeiouylnrw]$/

/** mailtje → mail, autootje → auto, kopjes → kop, bonnetje → bon, pasje → pas; undefined when it is no diminutive. */
function withoutDiminutive(word: string): string | undefined {
  const singular = word.replace(/s$/, '')
  if (singular.length < 5) return undefined
  const [, base = '', ending] = /^(.+?)(etje|pje|tje|je)$/.exec(singular) ?? []
  switch (ending) {
    case 'etje':
      return base.replace(/([bdfgklmnprst])\1$/, '$1')
    case 'pje':
      return /m$/.test(base) ? base : `${base}p`
    case 'tje':
      return VOWEL_LIKE.test(base) ? base.replace(/([aou])\1$/, '$1') : `${base}t`
    case 'je':
      return base
    default:
      return undefined
  }
}

/** Verbs whose own stem begins with ge-, and nouns. */
const NO_PARTICIPLE =
  /^ge(?:beur|bruik|lo[ov]|niet|bied|heug|luid|ld|wicht|zicht|est|drag|meent|gev)/
const SEPARABLE = new RegExp(
  '^(aan|af|bij|door|in|mee|na|om|op|over|toe|uit|voor|weg|terug|thuis|samen|kwijt|vast|open|af|rond)' +
    'ge(.{2,}[tdn])$',
)

function withoutParticiple(word: string): string {
  const separable = SEPARABLE.exec(word)
  if (separable) return `${separable[1]}${separable[2]}`
  if (word.length >= 6 && /^ge.{2,}[td]$/.test(word) && !NO_PARTICIPLE.test(word)) {
    return word.slice(2)
  }
  return word
}

function finish(word: string): string {
  const ending = word.length >= 7 ? word.replace(/ig[td]?$/, '') : word
  const base = ending
    .replace(/dt$/, 'd')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/(?<=..)([bdfgklmnprst])\1$/, '$1') // app, apps and appen stay the same
    .replace(/(a|e|o|u)\1(?=[^aeiou]{1,2}$)/, '$1')
  return base.length >= 4 ? base.replace(/([bcfghklmnprs])[td]$/, '$1') : base
}
