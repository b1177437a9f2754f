/**
 * Gate: asks the handbook that answers and the one that may follow it the same questions, and tells
 * which of them would be answered worse, or better.
 */
import type { Handbook } from './handbook.ts'
import type { KnowledgeBase } from './knowledge-base.ts'
import { withoutMasks } from './personal-data.ts'
import { inSteps, type Steps } from './steps.ts'
import { triage } from './triage.ts'

/** Who says what the right answer is: a judge, an employee, the editor; of a gap nobody does. */
export type GateSource = 'golden' | 'helpful' | 'example' | 'gap'

export type GateQuestion = Readonly<{
  question: string
  source: GateSource
  /**
   * Ids of the sections that would be right. Without any, the handbook is not to answer it, unless
   * it is a gap: then any answer is news.
   */
  sections: readonly string[]
}>

/**
 * A right section was the answer; was one of the three choices; or neither, also where another
 * section was the answer. A question without right sections was "answered" by any.
 *
 * A message that reports an incident is never searched for: it was answered when the section that
 * first aid comes from is a right one, and else lost.
 */
export type GateOutcome = 'answered' | 'suggested' | 'lost'

export type GateChange = Readonly<{
  question: string
  source: GateSource
  before: GateOutcome
  after: GateOutcome
  /** What the new one answers with, or which of its choices is right, else the first; absent: nothing. */
  section?: string
}>

export type GateReport = Readonly<{
  asked: number
  /** The worst first. */
  regressions: readonly GateChange[]
  /** The best first. */
  improvements: readonly GateChange[]
}>

/** As many as the bot offers when it is unsure. */
const CHOICES = 3

/** Beside a bot that answers: others get their turn. */
export const askGate = (
  questions: readonly GateQuestion[],
  before: KnowledgeBase,
  after: KnowledgeBase,
): Promise<GateReport> => inSteps(asking(questions, before, after))

function* asking(
  questions: readonly GateQuestion[],
  before: KnowledgeBase,
  after: KnowledgeBase,
): Steps<GateReport> {
  const changes: Weighed[] = []
  for (const question of questions) {
    const was = outcomeOf(question, before)
    yield
    changes.push(weighed(question, was, outcomeOf(question, after)))
    yield
  }
  const told = (kept: readonly Weighed[]) =>
    kept.toSorted((one, other) => other.weight - one.weight).map(({ change }) => change)
  return {
    asked: questions.length,
    regressions: told(changes.filter(({ kind }) => kind === 'worse')),
    improvements: told(changes.filter(({ kind }) => kind === 'better')),
  }
}

type Got = Readonly<{ outcome: GateOutcome; section?: string; isDirect: boolean }>

function outcomeOf({ question, sections }: GateQuestion, knowledge: KnowledgeBase): Got {
  const { shown, isDirect } = reply(question, knowledge)
  const right = shown.find((id) => sections.length === 0 || sections.includes(id))
  const section = right ?? shown[0]
  const found = isDirect ? 'answered' : 'suggested'
  return {
    outcome: right === undefined ? 'lost' : found,
    ...(section === undefined ? {} : { section }),
    isDirect,
  }
}

/** What an employee would get: one answer, or some to choose from. */
function reply(question: string, knowledge: KnowledgeBase) {
  const kind = triage(question)
  if (kind !== undefined) {
    const aid = knowledge.firstAid(kind)
    return { shown: aid === undefined ? [] : [aid.id], isDirect: true }
  }
  const { band, hits } = knowledge.find(withoutMasks(question))
  const ids = hits.map(({ item }) => item.id)
  if (band === 'none') return { shown: [], isDirect: false }
  return { shown: ids.slice(0, band === 'answer' ? 1 : CHOICES), isDirect: band === 'answer' }
}

type Weighed = Readonly<{ kind: 'worse' | 'better' | 'same'; weight: number; change: GateChange }>

function weighed(asked: GateQuestion, was: Got, is: Got): Weighed {
  const { question, source, sections } = asked
  const isUnanswerable = source !== 'gap' && sections.length === 0
  const way = isUnanswerable ? silence(is) - silence(was) : RANK[is.outcome] - RANK[was.outcome]
  const { outcome: before } = was
  const { outcome: after, section } = is
  return {
    kind: source === 'gap' && way < 0 ? 'same' : kindOf(way),
    weight: isUnanswerable ? WRONG_ANSWER : 2 * Math.abs(way) + misleads(is),
    change: { question, source, before, after, ...(section === undefined ? {} : { section }) },
  }
}

/** An answer to what must not be answered: worse than all but the loss of a right answer. */
const WRONG_ANSWER = 3.5
const RANK: Readonly<Record<GateOutcome, number>> = { lost: 0, suggested: 1, answered: 2 }

const silence = ({ outcome }: Got): number => (outcome === 'answered' ? 0 : 1)
/** Of two that are lost, the one that gets a wrong answer is worse off than the one that gets none. */
const misleads = ({ outcome, isDirect }: Got): number => (outcome === 'lost' && isDirect ? 1 : 0)

function kindOf(way: number): Weighed['kind'] {
  if (way === 0) return 'same'
  return way > 0 ? 'better' : 'worse'
}

/** Of both, also of a section that only one of them has: what found it may still be asked. */
export const exampleQuestions = (before: Handbook, after: Handbook): readonly GateQuestion[] =>
  [before, after].flatMap(({ sections }) =>
    sections.flatMap(({ id, questions }) =>
      questions.map((question) => ({ question, source: 'example' as const, sections: [id] })),
    ),
  )

const SOURCES: readonly GateSource[] = ['golden', 'helpful', 'example', 'gap']

/**
 * The same question once, whatever its capitals: what a judge says of it holds above what employees
 * or the editor say, and where two of a kind name different sections, each of those is right.
 */
export function onceEach(questions: readonly GateQuestion[]): readonly GateQuestion[] {
  const known = new Map<string, GateQuestion>()
  const ranked = SOURCES.flatMap((source) => questions.filter((one) => one.source === source))
  for (const one of ranked) {
    const key = one.question.trim().toLowerCase()
    const other = known.get(key)
    if (other === undefined) known.set(key, one)
    else if (other.source === one.source)
      known.set(key, { ...other, sections: [...new Set([...other.sections, ...one.sections])] })
  }
  return [...known.values()]
}
