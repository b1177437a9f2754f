/** Preview: what a series does before it does it: when, what, how many people, how long sending takes. */
import type { Language } from '../../knowledge/language.ts'
import type { PollPlanView, UpcomingRound } from '../contract/poll.ts'
import { estimate } from '../delivery/estimate.ts'
import { nextOccurrences, questionsOf } from '../polls/occurrences.ts'
import type { Series } from '../polls/series.ts'
import { detectableChange } from '../polls/statistics/detectable-change.ts'
import { addressOf } from '../recipients.ts'
import type { RoundContext } from './context.ts'
import { askedIn, electorate } from './eligible.ts'

const SHOWN = 3
/** Of ten people five answer: what polls of this kind get, and less than hoped for. */
const ANSWERING = 0.5

export type PreviewContext = Omit<RoundContext, 'keys' | 'newId' | 'knowledge'> &
  Readonly<{ language: Language }>

export async function preview(series: Series, context: PreviewContext): Promise<PollPlanView> {
  const { stores, organisation, now } = context
  const last = await stores.polls.lastPlanned(organisation.id, series.id)
  const after = last === undefined ? {} : { afterPlanned: last }
  const next = nextOccurrences(series, organisation, { ...after, now, count: SHOWN })
  const { tree, people, merged } = await electorate(context)
  const asked = people.filter(({ id }) => tree.countedIn.has(id))
  const unreachable = asked.filter((one) => addressOf(one, context.platform) === undefined).length
  return {
    recurrence: series.recurrence,
    openDays: series.openDays,
    people: askedIn(tree),
    needed: organisation.polls.thresholds.eligible,
    unreachable,
    // Also those who want no poll ever: how many they are is nobody's business.
    sendingSeconds: await sendingSeconds(asked.length - unreachable, context),
    upcoming: next.map((one) => upcoming(one, series, context)),
    mergedUnits: merged,
    detectablePoints: detectableChange(Math.max(1, Math.round(askedIn(tree) * ANSWERING))),
  }
}

function upcoming(
  { opensAt, closesAt, index }: ReturnType<typeof nextOccurrences>[number],
  series: Series,
  { bank, language }: PreviewContext,
): UpcomingRound {
  const questions = questionsOf(series, index, bank).map(({ text }) => text[language])
  return { opensAt, closesAt, questions }
}

async function sendingSeconds(recipients: number, context: PreviewContext): Promise<number> {
  const { stores, organisation, platform = 'teams', now } = context
  const known = await stores.conversations.countPeople(organisation.id, platform)
  const { seconds } = estimate({
    recipients,
    firstContacts: Math.max(0, recipients - known),
    perSecond: organisation.delivery.bulkPerSecond,
    calendar: organisation,
    now,
  })
  return seconds
}
