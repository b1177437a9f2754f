/** Held process: one of two stands still in the middle of a step, and goes on when the other has done it. */
import { setTimeout as pause } from 'node:timers/promises'
import { waterveen } from '../bot/a-bot.ts'
import type { Place } from '../storage/engines.ts'
import { CLOSES, MONDAY, OPENS } from './a-town.ts'
import type { Fate } from './mortality.ts'
import { brokenPromises } from './promises.ts'
import { startTownProcess, type TownProcess, type Words } from './town-process.ts'
import { whatIsKept } from './what-is-kept.ts'

const UNITS = { Jeugd: 12, Wmo: 12 }
const PEOPLE = 25
const LONGEST_MS = 60_000
const TICK_MS = 50

export type Held = Readonly<{
  /** What both processes did of the step, in the end. */
  events: Words
  /** How long the other needed to do it, in milliseconds. */
  tookOver: number
  /** Whether the one that stood still was refused when it went on. */
  isRefused: boolean
  problems: readonly string[]
}>

/** @param step at which it is held; in a round that opened, for "close" */
export async function holdInTheMiddle(
  place: Place,
  step: 'open' | 'close',
  held: Omit<Fate, 'signal'>,
): Promise<Held> {
  const one = await startTownProcess({ place, units: UNITS })
  const other = await startTownProcess({ place, units: UNITS })
  await one.do({ do: 'start', at: MONDAY })
  if (step === 'close') await one.do({ do: 'tick', at: OPENS })
  const tick = { do: 'tick', at: step === 'open' ? OPENS : CLOSES } as const

  const standing = one.do({ ...tick, fate: { ...held, signal: 'SIGSTOP' } }).then(
    ({ words = [] }) => ({ words, isRefused: false }),
    () => ({ words: [], isRefused: true }),
  )
  await pause(20 * TICK_MS) // it has come that far by now
  const from = performance.now()
  const done = await lookUntilDone(other, tick, place)
  const tookOver = performance.now() - from
  const goOn = setInterval(() => one.signal('SIGCONT'), TICK_MS) // it may come to stand still later
  const { words, isRefused } = await standing.finally(() => clearInterval(goOn))
  const again = [...(await wordsOf(one, tick)), ...(await wordsOf(other, tick))]
  const kept = await whatIsKept(place, waterveen.id)
  await Promise.all([one.end(), other.end()])
  const problems = brokenPromises(kept, { people: PEOPLE, told: [], unheard: 0 })
  return { events: [...words, ...done, ...again], tookOver, isRefused, problems }
}

type Tick = Readonly<{ do: 'tick'; at: number }>

/** What is refused because the one that stands still holds it is tried again, as at every look. */
async function lookUntilDone(process: TownProcess, tick: Tick, place: Place): Promise<Words> {
  const wanted = tick.at === OPENS ? 'open' : 'closed'
  const events: string[] = []
  for (const from = performance.now(); performance.now() - from < LONGEST_MS; ) {
    events.push(...(await wordsOf(process, tick).catch(() => [])))
    const { round } = await whatIsKept(place, waterveen.id)
    if (round?.state === wanted) break // the one that stands still may just have done it itself
    await pause(TICK_MS)
  }
  return events
}

async function wordsOf(process: TownProcess, tick: Tick): Promise<Words> {
  return (await process.do(tick)).words ?? []
}
