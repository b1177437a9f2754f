/** Language: the languages the bot speaks, and which of them a message is written in. */
import { z } from 'zod'

export const Language = z.enum(['nl', 'en'])
export type Language = z.infer<typeof Language>

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Function words of one language that are no words in the other; "is", "in", "was", "of" are both. */
const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: words(
    'de het een en ik je jij mijn mn me wij we ze zij hij dat dit die deze wat hoe waar wie wanneer ' +
      'waarom welke mag mogen kan kunnen moet moeten wil niet geen wel ook nog maar als dan met van ' +
      'voor op aan bij naar uit om te door over zonder onder tussen heb heeft hebben ben bent zijn ' +
      'wordt word worden er iets iemand onze ons jullie zo nu net even ff hier daar zal zou doe doen ' +
      'via thuis hallo hoi bedankt graag',
  ),
  en: words(
    'the a an and i you my your he she we they it that this these those what how where who when why ' +
      'which may can could should must would will do does did not no yes with from for on at by to ' +
      'about into without between have has had am are been be our us their there here something ' +
      'someone anyone if then than so just please hello hi thanks allowed need',
  ),
}

/**
 * Which language a message is in, by counting function words.
 *
 * @param fallback for messages without any, such as "wetransfer?": the language of the platform.
 */
export function detectLanguage(text: string, fallback: Language): Language {
  const tokens = text.toLowerCase().split(/[^\p{L}]+/u)
  const count = (language: Language) =>
    tokens.filter((token) => FUNCTION_WORDS[language].has(token)).length
  const difference = count('nl') - count('en')

  if (difference === 0) return fallback
  return difference > 0 ? 'nl' : 'en'
}
