/** Handbook use: what the handbook is asked, whether it knows, and whether that helps; never by whom. */
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import type { Organisation } from '../contract/organisation.ts'
import { newcombe } from '../polls/statistics/newcombe.ts'
import type { Proportion } from '../polls/statistics/proportion.ts'
import { DEMO_VERSION, type Feedback } from '../storage/feedback.ts'
import { REPLY_KINDS, type ReplyCounts, type ReplyKind } from '../storage/reply-counts.ts'
import type { Stores } from '../storage/storage.ts'
import { addWeeks, localDate, localWeek, momentOn, nextWeekday } from '../working-time.ts'
import { type GapTopic, gapTopics } from './gap-topics.ts'
import {
  MIN_QUESTIONS,
  NEARLY_ALL,
  NEARLY_NONE,
  roundedAmount,
  roundedShare,
} from './use-figures.ts'
import { type WaitingQuestions, waitingQuestions } from './waiting-questions.ts'

/** Figures are rounded; undefined where there are too few. */
export type HandbookUse = Readonly<{
  /** What was asked and rated is made up; what waits and what is missing never is. */
  demo: boolean
  /** Moments in the middle of the Monday, oldest first; the running week is not among them. */
  weeks: readonly WeekUse[]
  /** All that the handbook was asked, reports of incidents not among it. */
  questions: number | undefined
  kinds: readonly Readonly<{ kind: ReplyKind; n: number | undefined }>[]
  /** Share of questions for the handbook that it had no answer to, in percent. */
  unanswered: number | undefined
  /** Of that share, the last six weeks beside the first six. */
  change: 'less' | 'more' | 'no-evidence' | undefined
  /** The ten that were answered with most. */
  topics: readonly Readonly<{ section: Section; n: number }>[]
  /** The ten that helped least, the least first. */
  ratings: readonly Rating[]
  gaps: readonly GapTopic[]
  waiting: WaitingQuestions
}>

export type WeekUse = Readonly<{ week: string; monday: number; unanswered: number | undefined }>
/** Which share found it helpful, from 10 (or less) to 90 (or more) percent, of about how many ratings. */
export type Rating = Readonly<{ section: Section; helpful: number; n: number }>

export type UseTools = Readonly<{
  organisation: Organisation
  handbook: Handbook
  stores: Pick<Stores, 'replyCounts' | 'feedback' | 'gaps' | 'escalations'>
  now: number
}>

const WEEKS = 13
/** Of the thirteen the one in the middle belongs to neither half. */
const HALF = 6
const MOST = 10
/** Of gaps, where the organisation keeps them for longer than it may. */
export const GAP_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

export async function handbookUse(tools: UseTools): Promise<HandbookUse> {
  const { organisation, handbook, stores, now } = tools
  const { id, timeZone } = organisation
  const weeks = wholeWeeks(now, organisation)
  const counts = await stores.replyCounts.during(id, {
    from: weeks[0]?.week ?? '',
    until: weeks.at(-1)?.week ?? '',
  })
  const since = now - GAP_DAYS * DAY_MS
  const gaps = await stores.gaps.since(id, localDate(since, timeZone))
  const timings = await stores.escalations.timing(id, since)
  return {
    ...askedIn(counts, weeks),
    topics: topicsOf(counts, handbook),
    ratings: ratingsOf(await stores.feedback.list(id), counts.demo, handbook),
    gaps: gapTopics(gaps, handbook),
    waiting: waitingQuestions(timings, now, organisation),
  }
}

type Week = Pick<WeekUse, 'week' | 'monday'>

/** The figures change once a week: whoever looks twice in a week learns nothing from the difference. */
function wholeWeeks(now: number, organisation: Organisation): readonly Week[] {
  const sunday = nextWeekday(SUNDAY, localDate(now, organisation.timeZone))
  return Array.from({ length: WEEKS }, (_, index) => {
    const date = nextWeekday(MONDAY, addWeeks(sunday, index - WEEKS - 1))
    const monday = momentOn(date, '12:00', organisation)
    return { monday, week: localWeek(monday, organisation.timeZone) }
  })
}

const MONDAY = 1
const SUNDAY = 7

type Asked = Pick<HandbookUse, 'demo' | 'weeks' | 'questions' | 'kinds' | 'unanswered' | 'change'>

function askedIn({ demo, kinds }: ReplyCounts, weeks: readonly Week[]): Asked {
  const sumOf = (kind: ReplyKind, some: readonly Week[]) =>
    kinds
      .filter((one) => one.kind === kind && some.some(({ week }) => week === one.week))
      .reduce((sum, { n }) => sum + n, 0)
  const unansweredIn = (some: readonly Week[]) => unanswered((kind) => sumOf(kind, some))
  const all = unansweredIn(weeks)
  return {
    demo,
    weeks: weeks.map((week) => ({ ...week, unanswered: roundedShare(unansweredIn([week])) })),
    questions: roundedAmount(all.answers + sumOf('elsewhere', weeks)),
    kinds: REPLY_KINDS.map((kind) => ({ kind, n: roundedAmount(sumOf(kind, weeks)) })),
    unanswered: roundedShare(all),
    change: changeOf(unansweredIn(weeks.slice(0, HALF)), unansweredIn(weeks.slice(-HALF))),
  }
}

/** A question that was met with suggestions and then with "none of these" is one question. */
function unanswered(sumOf: (kind: ReplyKind) => number): Proportion {
  const suggested = sumOf('suggestions')
  const refused = Math.min(sumOf('none-of-these'), suggested) // the button can be pressed twice
  const missed = sumOf('no-answer')
  return { successes: missed + refused, answers: sumOf('answer') + suggested + missed }
}

function changeOf(before: Proportion, after: Proportion): HandbookUse['change'] {
  if (before.answers < MIN_QUESTIONS || after.answers < MIN_QUESTIONS) return undefined
  const { low, high } = newcombe(before, after)
  if (high < 0) return 'less'
  return low > 0 ? 'more' : 'no-evidence'
}

/** Sections that are not in the handbook any more have no title to show. */
function topicsOf({ sections }: ReplyCounts, { byId }: Handbook): HandbookUse['topics'] {
  return sections
    .toSorted((one, other) => other.n - one.n || (one.section < other.section ? -1 : 1))
    .flatMap(({ section: id, n: exact }) => {
      const [section, n] = [byId.get(id), roundedAmount(exact)]
      return section === undefined || n === undefined ? [] : [{ section, n }]
    })
    .slice(0, MOST)
}

/**
 * Of all versions of a text together. The store cannot tell two raters from one who came back the next
 * day, so it takes as many ratings as it takes questions.
 */
function ratingsOf(
  feedback: readonly Feedback[],
  demo: boolean,
  { sections }: Handbook,
): readonly Rating[] {
  const counted = Map.groupBy(
    feedback.filter(({ version }) => (version === DEMO_VERSION) === demo),
    ({ section }) => section,
  )
  return sections
    .flatMap((section) => {
      const own = counted.get(section.id) ?? []
      const sumOf = (verdict: Feedback['verdict']) =>
        own.filter((one) => one.verdict === verdict).reduce((sum, { n }) => sum + n, 0)
      const successes = sumOf('helpful')
      const answers = successes + sumOf('unhelpful')
      const [n, helpful] = [roundedAmount(answers), roundedShare({ successes, answers })]
      if (n === undefined || helpful === undefined) return []
      return [{ section, n, helpful: Math.min(NEARLY_ALL, Math.max(NEARLY_NONE, helpful)) }]
    })
    .sort((one, other) => one.helpful - other.helpful)
    .slice(0, MOST)
}
