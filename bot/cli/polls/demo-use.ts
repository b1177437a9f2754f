/** Demo use: questions that nobody asked, to try and to show the page on the use of the handbook with. */
import type { Organisation } from '../../contract/organisation.ts'
import type { Bank } from '../../polls/bank/bank.ts'
import type { DemoWeek } from '../../storage/reply-counts.ts'
import type { Stores } from '../../storage/storage.ts'
import { addWeeks, localDate, localWeek, momentOn } from '../../working-time.ts'
import { type Random, seededRandom } from './seeded-random.ts'

export type DemoUseOrder = Readonly<{
  people: number
  seed: number
  organisation: Organisation
  bank: Bank
  now: number
}>

const WEEKS = 13

/**
 * About the texts that the polls are about as well. While it is there the page shows nothing else, so
 * made-up and real questions are never added up. What waits for the CISO and what the handbook lacks
 * are rows of real questions: of those nothing is made up.
 */
export async function storeDemoUse(order: DemoUseOrder, stores: Stores): Promise<void> {
  const { organisation, bank, seed, people, now } = order
  // Other numbers than the rounds are drawn from, which stay what they were.
  const random = seededRandom(seed + 1_000_000_007)
  const sections = [...new Set([...bank.questions.values()].map(({ section }) => section))]
  const weeks = wholeWeeks(now, organisation).map((week, index) =>
    demoWeek(week, sections, { random, asked: askedIn(people, random), index }),
  )
  await stores.replyCounts.setDemo(organisation.id, weeks)
  await stores.feedback.setDemo(organisation.id, sections.flatMap(ratingsOf(random)))
}

/** By dates: by hours, where the clock changes, a week would be there twice and another not at all. */
function wholeWeeks(now: number, organisation: Organisation): readonly string[] {
  const { timeZone } = organisation
  const today = localDate(now, timeZone)
  return Array.from({ length: WEEKS }, (_, index) =>
    localWeek(momentOn(addWeeks(today, index - WEEKS), '12:00', organisation), timeZone),
  )
}

export async function removeDemoUse(organisation: string, stores: Stores): Promise<void> {
  await stores.replyCounts.setDemo(organisation, [])
  await stores.feedback.setDemo(organisation, [])
}

/** One in fifteen asks something in a week. */
const askedIn = (people: number, random: Random): number =>
  Math.round((people / 15) * (0.8 + 0.4 * random.next()))

type Drawing = Readonly<{ random: Random; asked: number; index: number }>

/** The handbook gets better: week by week a little less is missing. */
function demoWeek(
  week: string,
  sections: readonly string[],
  { random, asked, index }: Drawing,
): DemoWeek {
  const missed = random.binomial(asked, 0.24 - 0.01 * index)
  const suggestions = random.binomial(asked - missed, 0.2)
  const answer = asked - missed - suggestions
  const bySection: Record<string, number> = {}
  for (let n = 0; n < answer; n += 1) {
    // Some are asked far more often than others.
    const section = sections[Math.floor(sections.length * random.next() ** 2)] ?? ''
    bySection[section] = (bySection[section] ?? 0) + 1
  }
  const kinds = {
    ...{ answer, suggestions, 'no-answer': missed },
    'none-of-these': random.binomial(suggestions, 0.2),
    elsewhere: random.binomial(asked, 0.1),
    incident: random.binomial(asked, 0.02),
  }
  return { week, kinds, sections: bySection }
}

const ratingsOf = (random: Random) => (section: string) => {
  const rated = random.binomial(40, 0.5)
  const helpful = random.binomial(rated, 0.35 + 0.6 * random.next())
  return [
    { section, verdict: 'helpful' as const, n: helpful },
    { section, verdict: 'unhelpful' as const, n: rated - helpful },
  ].filter(({ n }) => n > 0)
}
