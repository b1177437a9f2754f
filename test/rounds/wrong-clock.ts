/** Wrong clock: one round through a clock that jumps, and what must be true of it all the same. */
import type { Storage } from '../../bot/storage/storage.ts'
import { DAY, HOUR } from './a-town.ts'
import { aTownBefore, type Night } from './nights.ts'
import { chanceSteps, type Happening, momentsOf, type Span, walk } from './skewed-clock.ts'

/** The most that the clock was off, and never for longer than this either. */
const MOST = DAY

/** @returns what goes against the promises */
export async function throughWrongClock(
  storage: Storage,
  night: Night,
  { random, ...looks }: Readonly<{ random: () => number }> & Pick<Span, 'everyMs' | 'closeMs'>,
): Promise<readonly string[]> {
  const { town, opens, closes } = await aTownBefore(storage, night)
  const span = { from: opens - DAY - 2 * HOUR, to: closes + DAY + 2 * HOUR, ...looks }
  const steps = chanceSteps(random, span, [opens, closes, (opens + closes) / 2])
  const moments = momentsOf(span, [opens, closes, ...steps.map(({ at }) => at)])

  const happened = await walk(town, moments, steps)

  const { polls } = storage.stores
  const rounds = await polls.rounds(town.organisation.id)
  const plans = await polls.plans(town.organisation.id)
  const states = rounds.map(({ planned, state }) => `${planned} ${state}`)
  return [
    ...inTime(happened, 'opened', opens),
    ...inTime(happened, 'closed', closes),
    ...reminders(happened),
    ...unless(states.join() === `${night.from} closed`, `rounds: ${states.join()}`),
    ...unless(plans.length === 1, `${plans.length} plans`),
  ].map((problem) => `${night.name}: ${problem}, with ${JSON.stringify(steps)}`)
}

/** Once, and never further from its time than the clock was. */
function inTime(happened: readonly Happening[], event: Happening['event'], at: number) {
  const times = happened.filter((one) => one.event === event)
  const early = times.filter((one) => one.at < at - MOST || one.read < at)
  const late = times.filter((one) => one.at > at + MOST)
  return [
    ...unless(times.length === 1, `${event} ${times.length} times`),
    ...unless(early.length === 0, `${event} too early: ${JSON.stringify(early)}`),
    ...unless(late.length === 0, `${event} too late: ${JSON.stringify(late)}`),
  ]
}

function reminders(happened: readonly Happening[]) {
  const { length } = happened.filter(({ event }) => event === 'reminded')
  return unless(length <= 2, `reminded ${length} times`)
}

const unless = (holds: boolean, problem: string): readonly string[] => (holds ? [] : [problem])
