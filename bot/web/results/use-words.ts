/** Use words: a rounded figure of how the handbook is used in words, or that there is none. */
import type { Language } from '../../../knowledge/language.ts'
import { amountOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'

export function amountInWords(n: number | undefined, language: Language): string {
  const texts = textsFor(language)
  if (n === undefined) return texts.pageUseFew
  return texts.pageUseAbout({ amount: amountOf(n, language) })
}

/** A share that was rounded to nothing may still be something. */
export function shareInWords(share: number | undefined, language: Language): string {
  const texts = textsFor(language)
  if (share === undefined) return texts.pageUseFew
  return share === 0
    ? texts.pageUseLess({ amount: '5%' })
    : texts.pageUseAbout({ amount: `${share}%` })
}
