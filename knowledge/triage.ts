/**
 * Triage: recognises a message that reports an incident, before and without any search.
 *
 * A message is cut into clauses; each word is looked up as a concept ("geklikt" = clicked), one
 * typing error forgiven. A rule names an event and the company it must keep ("clicked" with a link).
 * An event counts only where it is told as a fact: not in a question, a condition or a denial, and
 * not when the whole message is about an exercise, another organisation or long ago. A message that
 * asks nothing needs less company. Nothing here needs the handbook, so it works when search does not.
 */
import { tokens } from './dutch/tokens.ts'
import type { IncidentKind } from './handbook.ts'
import { createLexicon } from './triage/lexicon.ts'
import { PLAIN_RULES } from './triage/plain-rules.ts'
import { continues, isNegated, reportedWords } from './triage/reported.ts'
import { ALARMING, RULES, type Rule } from './triage/rules.ts'
import { type Concept, WORDS } from './triage/words.ts'

/** The rest of a message cannot make it less of a report; it also bounds the work. */
const MAX_CHARACTERS = 500
/** Words that may stand between the words of a phrase: "op de foute link gedrukt". */
const MAX_GAP = 4

type Phrase = Readonly<{ concept: Concept; rest: readonly string[] }>
type Words = Readonly<{ patterns: readonly ReadonlySet<string>[]; present: ReadonlySet<string> }>
type Clause = Readonly<{
  concepts: ReadonlySet<Concept>
  /** Those that are told as a fact and not denied. */
  told: ReadonlySet<Concept>
  asks: boolean
}>

const ALL_RULES = [...RULES, ...PLAIN_RULES]
const phrases = phrasesByFirstWord()
const lexicon = createLexicon(
  new Set(Object.values(WORDS).flatMap((list) => list.trim().split(/[\s~]+/))),
)

/** The kind of incident that the message reports, if it reports any. */
export function triage(message: string): IncidentKind | undefined {
  const text = message.slice(0, MAX_CHARACTERS)
  const clauses = readClauses(text)
  const concepts = new Set(clauses.flatMap((clause) => [...clause.concepts]))
  if (DISMAY.test(text)) concepts.add('regret')

  const asks = clauses.some((clause) => clause.asks)
  if (isNoReport(concepts) || (asks && !isAlarming(clauses))) return undefined
  const rules = asks ? RULES : ALL_RULES
  return rules.find((rule) => holds(rule, clauses, concepts))?.kind
}

const DISMAY = /[\u{1F605}\u{1F612}\u{1F61E}-\u{1F633}\u{1F648}\u{1F926}]/u
/** A full stop within a word, as in factuur.xlsm, is no border. */
const CLAUSE_BORDER = /[!?;:,()\n\u2028\u2029]+|\.+(?=\s|$)|\.{2,}|\s[-–—]+\s/u

function readClauses(text: string): readonly Clause[] {
  let before: readonly boolean[] = []
  return text
    .replace(/n['’]t(?!\p{L})/giu, ' not')
    .split(CLAUSE_BORDER)
    .map(tokens)
    .filter((words) => words.length > 0)
    .map((words) => {
      before = continues(words, before) ? words.map(() => false) : reportedWords(words)
      return readClause(words, before)
    })
}

function readClause(words: readonly string[], reported: readonly boolean[]): Clause {
  const patterns = words.map(lexicon)
  const present = new Set(patterns.flatMap((found) => [...found]))
  const concepts = words.map((_, at) => conceptsAt({ patterns, present }, at))
  const isTold = (at: number) => reported[at] === true && !isNegated(words, at)
  return {
    concepts: new Set(concepts.flat()),
    told: new Set(concepts.flatMap((found, at) => (isTold(at) ? found : []))),
    asks: reported.includes(false),
  }
}

function conceptsAt(clause: Words, at: number): readonly Concept[] {
  return [...(clause.patterns[at] ?? [])]
    .flatMap((pattern) => phrases.get(pattern) ?? [])
    .filter(({ rest }) => follows(clause, at, rest))
    .map(({ concept }) => concept)
}

/** Whether the rest of a phrase follows, with few words between. */
function follows(clause: Words, start: number, rest: readonly string[]): boolean {
  let at = start
  for (const pattern of rest) {
    if (!clause.present.has(pattern)) return false
    const last = at + 1 + MAX_GAP
    at += 1
    while (at <= last && clause.patterns[at]?.has(pattern) === false) at += 1
    if (at > last || at >= clause.patterns.length) return false
  }
  return true
}

function isAlarming(clauses: readonly Clause[]): boolean {
  return ALARMING.some((concept) => clauses.some(({ told }) => told.has(concept)))
}

function isNoReport(concepts: ReadonlySet<Concept>): boolean {
  if (ELSEWHERE.some((concept) => concepts.has(concept))) return true
  return concepts.has('permission') && !URGENT.some((concept) => concepts.has(concept))
}

const ELSEWHERE = ['exercise', 'theory', 'elsewhere'] as const
const URGENT = ['regret', 'now', 'suspicion', 'wrong'] as const

function holds(rule: Rule, clauses: readonly Clause[], concepts: ReadonlySet<Concept>): boolean {
  const isIn = (where: ReadonlySet<Concept>) => (wanted: Concept | readonly Concept[]) =>
    [wanted].flat().some((concept) => where.has(concept))
  if (rule.unless?.some(isIn(concepts)) || !rule.with.every(isIn(concepts))) return false

  const [nearest] = rule.near ? rule.with : []
  return clauses.some(
    (clause) =>
      isIn(clause.told)(rule.event) && (nearest === undefined || isIn(clause.concepts)(nearest)),
  )
}

/** `as`: the keys of WORDS are the concepts, which Object.entries forgets. */
function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const [concept, list] of Object.entries(WORDS)) {
    for (const phrase of list.trim().split(/\s+/)) {
      const [first = '', ...rest] = phrase.split('~')
      const known = byFirst.get(first) ?? []
      byFirst.set(first, [...known, { concept: concept as Concept, rest }])
    }
  }
  return byFirst
}
