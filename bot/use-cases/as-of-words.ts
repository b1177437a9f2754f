/** As-of words: how somebody asks what the handbook said, or would have answered, on a day. */
import type { Language } from '../../knowledge/language.ts'

/** A day as it was typed: it may not exist. Without a year the latest one is meant. */
export type TypedDay = Readonly<{ day: number; month: number; year?: number }>

export type AskAsOf = TypedDay & Readonly<{ verb: 'ask-as-of'; question: string }>

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
    ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  ],
  en: [
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
  ],
}

const dayIn = (language: Language): string =>
  `(?<day>\\d{1,2})(?:[-/.](?<number>\\d{1,2})[-/.](?<full>\\d{4})| (?<month>${MONTHS[language].join('|')})(?: (?<year>\\d{4}))?)`

/** The colon is what tells it from a question about a day to come. */
const asked = (language: Language, on: string): RegExp =>
  new RegExp(`^${on} ${dayIn(language)} ?:(?<question>[\\s\\S]+)$`, 'iu')
const named = (language: Language, words: string): RegExp =>
  new RegExp(`^${words} ${dayIn(language)} ?[?.]?$`, 'iu')

const PATTERNS: Readonly<Record<Language, readonly RegExp[]>> = {
  nl: [asked('nl', 'op'), named('nl', '(?:het )?handboek (?:van|op)')],
  en: [asked('en', 'on'), named('en', '(?:the )?handbook (?:of|on)')],
}

export function asOfCommand(text: string, language: Language): AskAsOf | undefined {
  const said = text.trim().replace(/^(\S+(?: \S+)?)\s+/u, '$1 ')
  for (const pattern of PATTERNS[language]) {
    const groups = pattern.exec(said)?.groups
    if (groups === undefined) continue
    const { day, number, month = '', question = '' } = groups
    const year = groups['full'] ?? groups['year']
    return {
      ...{ verb: 'ask-as-of', day: Number(day), question: question.trim() },
      month:
        number === undefined ? MONTHS[language].indexOf(month.toLowerCase()) + 1 : Number(number),
      ...(year === undefined ? {} : { year: Number(year) }),
    }
  }
  return undefined
}
