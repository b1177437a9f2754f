/**
 * Double-barrelled: finds a question that asks two things, of which one answer says nothing.
 *
 * A list of words, not grammar: it points at every "and" and "or" between two things that are not
 * known to be one.
 */
import type { Language } from '../../../knowledge/language.ts'
import type { Question } from '../question.ts'

/** Asked together on purpose: one of them is enough, or nobody has the one without the other. */
const ONE_THING: Readonly<Record<Language, readonly string[]>> = {
  nl: [
    'af en toe',
    'een of twee',
    'gebruikersnaam en wachtwoord',
    'laptop of op een eigen stick',
    'laptop en telefoon',
    'laptop of telefoon',
    'meekijken of meeluisteren',
    'meldknop of bij het meldpunt',
    'min of meer',
    'naam en adres',
    'telefoon en laptop',
    'telefoon of laptop',
    'wachtwoord, of ik dat van een collega',
    'werk en privé',
    'wifi en router',
    'zien of mijn gesprekken horen',
  ],
  en: [
    'laptop and phone',
    'laptop or on my own USB stick',
    'laptop or phone',
    'more or less',
    'name and address',
    'one or two',
    'password, or I know a colleague',
    'phone and laptop',
    'phone or laptop',
    'report button or at the reporting desk',
    'screen or hear my calls',
    'user name and password',
    'wifi and router',
    'work and private life',
  ],
}

/** Two words on either side show which things are meant. */
const JOINED: Readonly<Record<Language, RegExp>> = {
  nl: /\S+(?:\s+(?:en|of|en\/of)\s+|\s*\/\s*)\S+/i,
  en: /\S+(?:\s+(?:and|or|and\/or)\s+|\s*\/\s*)\S+/i,
}

/** An example ("of een andere app"), and "of" that means "whether" after a verb of knowing. */
const HARMLESS: Readonly<Record<Language, RegExp>> = {
  nl: /\bof (?:een |iets |iemand )?ander\S*|\b(?:weet|weten|controleer|kijk|check|vraag|zie)(?: \S+)? of\b/gi,
  en: /\bor (?:an|any|some|the )?other\b/gi,
}

/** The words that join them; undefined when it asks one thing. */
export function asksTwoThings(question: Question, language: Language): string | undefined {
  const asked = withoutExamples(whatIsAsked(question, language))
  const oneThing = [...ONE_THING[language], ...answersOf(question, language)]
  const rest = oneThing.reduce(
    (text, words) => text.replaceAll(new RegExp(escaped(words), 'gi'), '·'),
    asked.replace(HARMLESS[language], '·'),
  )
  return JOINED[language].exec(rest)?.[0]
}

/** Of a quiz the last sentence; what comes before it sets the scene. */
function whatIsAsked({ text, scale }: Question, language: Language): string {
  const sentences = text[language].split(/(?<=[.?!])\s+/)
  return scale === 'quiz' ? (sentences.at(-1) ?? '') : text[language]
}

const withoutExamples = (text: string): string => text.replace(/\([^)]*\)/g, '')

/** "afgenomen, gelijk gebleven of toegenomen" only names the answers. */
function answersOf({ options }: Question, language: Language): readonly string[] {
  const answers = options.map(({ text }) => text[language])
  const or = language === 'nl' ? 'of' : 'or'
  return answers.flatMap((a) => answers.map((b) => `${a} ${or} ${b}`))
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
