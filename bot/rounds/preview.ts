/** Preview: what a series does before it does it: when, what, how many people, how long sending takes. */
import type { Language } from '../../knowledge/language.ts'
import type { PollPlanView, UpcomingRound } from '../contract/poll.ts'
import { nextOccurrences, questionsOf } from '../polls/occurrences.ts'
import type { Series } from '../polls/series.ts'
import { detectableChange } from '../polls/statistics/detectable-change.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import { sendingTime } from '../sending-time.ts'
import type { RoundContext } from './context.ts'
import { askedIn, electorate } from './eligible.ts'

const SHOWN = 3
/** Of ten people five answer: what polls of this kind get, and less than hoped for. */
const ANSWERING = 0.5

export type PreviewContext = Omit<RoundContext, 'keys' | 'newId' | 'knowledge'> &
  Readonly<{ language: Language }>

export async function preview(series: Series, context: PreviewContext): Promise<PollPlanView> {
  const { stores, organisation, platform, now } = context
  const last = await stores.polls.lastPlanned(organisation.id, series.id)
  const after = last === undefined ? {} : { afterPlanned: last }
  const next = nextOccurrences(series, organisation, { ...after, now, count: SHOWN })
  const { tree, people, merged } = await electorate(context)
  const asked = people.filter(({ id }) => tree.countedIn.has(id))
  const preferred = preferredOf(organisation, platform)
  const addresses = asked.flatMap((person) => addressOf(person, preferred) ?? [])
  // Also those who want no poll ever: how many they are is nobody's business.
  const { seconds: sendingSeconds } = await sendingTime(addresses, context)
  return {
    recurrence: series.recurrence,
    openDays: series.openDays,
    people: askedIn(tree),
    needed: organisation.polls.thresholds.eligible,
    unreachable: asked.length - addresses.length,
    sendingSeconds,
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
