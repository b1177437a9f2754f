/** Skewed clock: time passes, and the clock that the bot reads is put forward and back on the way. */
import type { RoundEvent } from '../../bot/rounds/context.ts'
import { DAY, HOUR, type Town } from './a-town.ts'

export const MINUTE = 60_000

/** From a moment on, in true time, the clock is off by so much; or it begins again at 1970. */
export type Step = Readonly<{ at: number; offBy: number | 'since 1970' }>

export type Happening = Readonly<{
  event: RoundEvent
  /** True time. */
  at: number
  /** What the bot took it for. */
  read: number
}>

/** The bot looks what is due at each of these moments. @returns all that it did, in order */
export async function walk(
  { rounds, organisation, clock }: Pick<Town, 'rounds' | 'organisation' | 'clock'>,
  moments: readonly number[],
  steps: readonly Step[] = [],
): Promise<readonly Happening[]> {
  const happenings: Happening[] = []
  for (const at of moments) {
    clock.now = readingAt(at, steps)
    for (const event of await rounds.runDue(organisation.id))
      happenings.push({ event, at, read: clock.now })
  }
  return happenings
}

function readingAt(at: number, steps: readonly Step[]): number {
  const step = steps.findLast((one) => one.at <= at)
  if (step === undefined) return at
  return step.offBy === 'since 1970' ? at - step.at : at + step.offBy
}

export type Span = Readonly<{
  from: number
  to: number
  everyMs: number
  /** For so long before and after what counts closely, the bot looks every minute. */
  closeMs: number
}>

/** @param closely moments around which every minute counts */
export function momentsOf(span: Span, closely: readonly number[] = []): readonly number[] {
  const around = closely.flatMap((at) =>
    grid({ from: at - span.closeMs, to: at + span.closeMs, everyMs: MINUTE }),
  )
  return [...new Set([...grid(span), ...around])].sort((one, other) => one - other)
}

const grid = ({ from, to, everyMs }: Omit<Span, 'closeMs'>): readonly number[] =>
  Array.from(
    { length: Math.floor((to - from) / everyMs) + 1 },
    (_, index) => from + index * everyMs,
  )

const OFF_BY = [10 * MINUTE, -10 * MINUTE, DAY, -DAY]
const EPISODES = 6
const LONGEST_EPISODE = 4 * HOUR

/** Half of the times that it goes wrong lie close to a moment that matters; once it reads 1970. */
export function chanceSteps(
  random: () => number,
  { from, to }: Pick<Span, 'from' | 'to'>,
  closely: readonly number[],
): readonly Step[] {
  const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)]
  const someTime = () => from + random() * (to - from)
  const near = () => (oneOf(closely) ?? from) + (random() - 0.5) * HOUR
  const episodes = Array.from({ length: EPISODES }, (_, index) => {
    const at = wholeMinute(index % 2 === 0 ? near() : someTime())
    const offBy = index === 0 ? 'since 1970' : (oneOf(OFF_BY) ?? 0)
    const end = { at: at + wholeMinute(MINUTE + random() * LONGEST_EPISODE), offBy: 0 }
    return [{ at, offBy } as const, end]
  })
  return episodes.flat().sort((one, other) => one.at - other.at)
}

const wholeMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE
