/**
 * Gap topics: what the handbook does not help with, as far as enough different people asked it.
 *
 * An auditor sees this too, who may not read questions. So what nobody found an answer to is named by
 * words that at least five people used, and never by one person's sentence.
 */
import { isEnglishStopWord, isStopWord } from '../../knowledge/dutch/stop-words.ts'
import { tokens } from '../../knowledge/dutch/tokens.ts'
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import { withoutMasks } from '../../knowledge/personal-data.ts'
import { groupQuestions } from '../../knowledge/similar-questions.ts'
import type { Gap } from '../storage/gaps.ts'

export type GapTopic = Readonly<
  { n: number } & (
    | { kind: 'no-answer'; words: readonly string[] }
    | { kind: 'unhelpful'; section: Section }
  )
>

/** Different people. Somebody on two platforms counts once, from when the roster knows both on. */
export const MIN_ASKERS = 5
const MAX_TOPICS = 10
const MAX_WORDS = 4

/** The ten that were asked most, most first. */
export function gapTopics(gaps: readonly Gap[], handbook: Handbook): readonly GapTopic[] {
  const unanswered = gaps.filter(({ origin }) => origin === 'no-answer')
  const unhelpful = gaps.filter(({ origin }) => origin === 'unhelpful')
  return [...unansweredTopics(unanswered), ...unhelpfulTopics(unhelpful, handbook)]
    .sort((one, other) => other.n - one.n)
    .slice(0, MAX_TOPICS)
}

/** Putting questions together takes time: only those are, that could be in a group to tell of. */
function unansweredTopics(gaps: readonly Gap[]): readonly GapTopic[] {
  const shared = new Set(sharedWords(gaps))
  const able = gaps.filter(({ question }) => tellingWords(question).some((one) => shared.has(one)))
  return groupQuestions(able.map(({ question }) => question))
    .map((places) => places.flatMap((place) => able[place] ?? []))
    .filter((group) => askersOf(group) >= MIN_ASKERS)
    .map((group) => ({
      kind: 'no-answer' as const,
      n: group.length,
      words: sharedWords(group).slice(0, MAX_WORDS),
    }))
    .filter(({ words }) => words.length > 0)
}

function unhelpfulTopics(gaps: readonly Gap[], { sections }: Handbook): readonly GapTopic[] {
  const bySection = Map.groupBy(gaps, (gap) => gap.section)
  return sections.flatMap((section) => {
    const group = bySection.get(section.id) ?? []
    if (askersOf(group) < MIN_ASKERS) return []
    return [{ kind: 'unhelpful' as const, n: group.length, section }]
  })
}

const askersOf = (gaps: readonly Gap[]): number =>
  new Set(gaps.map(({ askerTag }) => askerTag)).size

/** In the form in which enough people typed them; those that most used come first. */
function sharedWords(gaps: readonly Gap[]): readonly string[] {
  const askers = new Map<string, Set<string>>()
  for (const { question, askerTag } of gaps)
    for (const word of tellingWords(question))
      askers.set(word, (askers.get(word) ?? new Set()).add(askerTag))
  return [...askers]
    .filter(([, tags]) => tags.size >= MIN_ASKERS)
    .sort(([one, some], [other, others]) => others.size - some.size || (one < other ? -1 : 1))
    .map(([word]) => word)
}

const tellingWords = (question: string): readonly string[] =>
  tokens(withoutMasks(question)).filter((word) => !isStopWord(word) && !isEnglishStopWord(word))
