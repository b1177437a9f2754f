/** Texts: the bot's own words in the language of a reply; a missing key or parameter does not compile. */
import type { Language } from '../../../knowledge/language.ts'
import { en } from './en.ts'
import { type Messages, nl } from './nl.ts'

const CATALOGUE: Readonly<Record<Language, Messages>> = { nl, en }

export function textsFor(language: Language): Messages {
  return CATALOGUE[language]
}
