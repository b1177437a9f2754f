/** Lint: what makes a question hard to answer, or its figure hard to read. */
import type { Language } from '../../../knowledge/language.ts'
import type { Question } from '../question.ts'
import { asksTwoThings } from './double-barrelled.ts'

const LANGUAGES = ['nl', 'en'] as const
const MAX_WORDS = 25
const MAX_CHARACTERS = 140

/** The scale asks how often already: "I never …" with the answer "never" is a riddle. */
const FREQUENCY: Readonly<Record<Language, RegExp>> = {
  nl: /\b(altijd|meestal|vaak|soms|zelden|nooit)\b/i,
  en: /\b(always|usually|often|sometimes|rarely|never)\b/i,
}

const DO_NOT_KNOW = /weet|n\.?v\.?t/i

/**
 * In English, for who writes questions; empty for a good one. Some are about taste: read, then decide.
 *
 * @param sections ids of the handbook's sections; absent: sections are not looked up
 */
export function lintQuestion(
  question: Question,
  sections?: ReadonlySet<string>,
): readonly string[] {
  return [
    ...LANGUAGES.flatMap((language) => lintText(question, language)),
    ...lintOptions(question),
    ...lintFavourable(question),
    ...lintReferences(question, sections),
  ]
}

function lintText(question: Question, language: Language): readonly string[] {
  const text = question.text[language]
  const words = text.split(/\s+/).length
  const together = asksTwoThings(question, language)
  return problems([
    [words > MAX_WORDS, `has ${words} words: say it in at most ${MAX_WORDS}`],
    [text.length > MAX_CHARACTERS, `has ${text.length} characters: use at most ${MAX_CHARACTERS}`],
    [text.split('?').length > 2, 'has two question marks: ask one thing'],
    [together !== undefined, `asks two things ("${together}"): ask one, or name both as one`],
    [
      question.scale === 'frequency' && FREQUENCY[language].test(text),
      'says how often, which the answers are about',
    ],
  ]).map((problem) => `the text (${language}) ${problem}`)
}

function lintOptions({ options }: Question): readonly string[] {
  const values = options.map(({ value }) => value)
  const outside = options.filter(({ substantive }) => !substantive)
  return problems([
    [new Set(values).size < values.length, 'two options have the same value'],
    [
      !outside.some(({ text }) => DO_NOT_KNOW.test(text.nl)),
      'there is no option "weet ik niet" or "n.v.t.": who does not know has to guess',
    ],
  ])
}

function lintFavourable({ options, favourable, scale }: Question): readonly string[] {
  const counted = options.filter(({ substantive }) => substantive).map(({ value }) => value)
  const safe = counted.filter((value) => favourable.includes(value))
  return problems([
    [safe.length === 0, 'no answer counts as favourable'],
    [safe.length === counted.length, 'every answer counts as favourable'],
    [scale === 'quiz' && safe.length > 1, 'a quiz has one right answer'],
  ])
}

function lintReferences(question: Question, sections?: ReadonlySet<string>): readonly string[] {
  const { options, favourable, reportOn, national, section } = question
  const counted = options.filter(({ substantive }) => substantive).map(({ value }) => value)
  const missing = (field: string, named: readonly string[]) =>
    named
      .filter((value) => !counted.includes(value))
      .map((value) => `${field} names "${value}", which is not an answer that counts`)
  return [
    ...missing('favourable', favourable),
    ...missing('reportOn', reportOn),
    ...missing('national.counts', national?.counts ?? []),
    ...problems([[sections?.has(section) === false, `the handbook has no section "${section}"`]]),
  ]
}

const problems = (
  found: readonly (readonly [isProblem: boolean, message: string])[],
): readonly string[] => found.flatMap(([isProblem, message]) => (isProblem ? [message] : []))
