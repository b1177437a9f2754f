/** Open a round: everybody who is asked is fixed, and so is all by which the answers are counted. */
import type { PollNews } from '../contract/poll.ts'
import { dueOccurrences, questionsOf } from '../polls/occurrences.ts'
import type { Occurrence, Series } from '../polls/series.ts'
import type { Round } from '../storage/rounds.ts'
import { isWorkingTime } from '../working-time.ts'
import type { RoundContext, RoundEvent } from './context.ts'
import { askedIn, type Electorate, electorate, isEnough } from './eligible.ts'
import { mapInParts } from './in-parts.ts'
import { sendInvitations } from './invite.ts'
import { report } from './report.ts'

/** What is due and was not dealt with, oldest first; all but the last were missed. */
export async function openDue(context: RoundContext): Promise<readonly RoundEvent[]> {
  const { stores, organisation, now } = context
  const series = await stores.polls.series(organisation.id)
  if (series === undefined) return []
  const last = await stores.polls.lastPlanned(organisation.id, series.id)
  const after = last === undefined ? {} : { afterPlanned: last }
  const events: RoundEvent[] = []
  for (const occurrence of dueOccurrences(series, organisation, { ...after, now })) {
    const event = await begin(occurrence, series, context)
    if (event !== undefined) events.push(event)
  }
  return events
}

/** Late is better than never, while people still have half of the time to answer. */
function isTooLate({ opensAt, closesAt }: Occurrence, now: number): boolean {
  return now >= opensAt + (closesAt - opensAt) / 2
}

async function begin(
  occurrence: Occurrence,
  series: Series,
  context: RoundContext,
): Promise<RoundEvent | undefined> {
  const { stores, organisation, now } = context
  const here = { series, context }
  if (isTooLate(occurrence, now)) return note({ news: 'missed' }, occurrence, here)
  if (!isWorkingTime(now, organisation)) return undefined
  if ((await stores.polls.openRound(organisation.id)) !== undefined) return undefined

  const { thresholds } = organisation.polls
  const asked = await electorate(context)
  if (isEnough(asked.tree, thresholds)) return open(occurrence, series, { asked, context })
  const people = askedIn(asked.tree)
  return note({ news: 'refused', people, needed: thresholds.eligible }, occurrence, here)
}

async function open(
  occurrence: Occurrence,
  series: Series,
  { asked, context }: Readonly<{ asked: Electorate; context: RoundContext }>,
): Promise<RoundEvent | undefined> {
  const { stores, organisation, keys } = context
  const round = openedRound(occurrence, series, asked, context)
  if (!(await stores.polls.addRound(organisation.id, round))) return undefined

  await keys.make(organisation.id, round.id, stores)
  const { countedIn } = asked.tree
  const counted = asked.people.filter(({ id }) => countedIn.has(id))
  const eligible = await mapInParts(counted, ({ id }) => ({
    person: id,
    unit: countedIn.get(id) ?? '',
  }))
  const { units, questions } = round.frozen
  await stores.participation.open(organisation.id, round.id, { eligible, units, questions })
  await sendInvitations(counted, round, context)
  const late = round.opensAt > occurrence.opensAt
  const { asked: people } = round.frozen
  await report({ news: 'opened', people, closesAt: round.closesAt, late }, round, context)
  return 'opened'
}

/** A minute or two of the clock that looks is not late. */
const LATE_MS = 10 * 60 * 1000

function openedRound(
  occurrence: Occurrence,
  series: Series,
  { tree }: Electorate,
  { organisation, bank, newId, now }: RoundContext,
) {
  const { planned, index, opensAt, closesAt } = occurrence
  const frozen = {
    questions: questionsOf(series, index, bank),
    thresholds: organisation.polls.thresholds,
    units: tree.units,
    asked: askedIn(tree),
  }
  const at = { opensAt: now - opensAt > LATE_MS ? now : opensAt, closesAt }
  const state = { state: 'open', reminders: 0, demo: false, frozen } as const
  return { id: newId(), series: series.id, planned, index, ...at, ...state }
}

type NeverOpened = Extract<PollNews, { news: 'missed' | 'refused' }>

/** Once: the date is taken, so that nothing tries it again. */
async function note(
  news: NeverOpened,
  occurrence: Occurrence,
  { series, context }: Readonly<{ series: Series; context: RoundContext }>,
): Promise<RoundEvent | undefined> {
  const { stores, organisation, newId } = context
  const { planned, index, opensAt, closesAt } = occurrence
  const place = { id: newId(), series: series.id, planned, index, opensAt, closesAt }
  const round: Round = { ...place, state: news.news, reminders: 0, demo: false }
  if (!(await stores.polls.addRound(organisation.id, round))) return undefined
  await report(news, round, context)
  return news.news
}
