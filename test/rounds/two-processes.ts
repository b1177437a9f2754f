/** Two processes over one database: both look, send and count, at the same time. */
import { setTimeout as pause } from 'node:timers/promises'
import { waterveen } from '../bot/a-bot.ts'
import type { Place } from '../storage/engines.ts'
import { answerWith, CLOSES, DAY, HOUR, MONDAY, OPENS } from './a-town.ts'
import {
  type Job,
  type Sent,
  startTownProcess,
  type Told,
  type TownProcess,
} from './town-process.ts'
import { whatIsKept } from './what-is-kept.ts'

const UNITS = { Jeugd: 12, Wmo: 12 }
/** With the CISO, who is number 0 and does not answer. */
export const PEOPLE = 25
/** On each of the first four days so many more answer: 1 up to 5, 6 up to 10, and so on. */
export const A_DAY = 5
const ANSWER_DAYS = 4
const DAYS = 6
const TICK_MS = 50

export type Seen = Readonly<{
  /** What both did, in order. */
  events: readonly string[]
  /** What people were told, each of whom pressed in both processes. */
  told: readonly Told[]
  /** What arrived, by the ear of the test. */
  sent: readonly Sent[]
  /** Looks that failed. */
  failures: readonly string[]
}>

/** From the day before a round until the hour after it. */
export async function throughARound(place: Place): Promise<Seen> {
  const pair = await startPair(place)
  try {
    await pair.start()
    await pair.goTo(OPENS - HOUR)
    for (let day = 0; day <= DAYS; day++) {
      await pair.goTo(OPENS + day * DAY)
      if (day < ANSWER_DAYS) await pair.answer(1 + day * A_DAY)
      await pair.goTo(OPENS + day * DAY + 3 * HOUR)
    }
    await pair.goTo(CLOSES)
    await pair.goTo(CLOSES + HOUR)
  } finally {
    await pair.end()
  }
  return pair.seen
}

type Growing = { events: string[]; told: Told[]; sent: Sent[]; failures: string[] }
type State = { now: number; isStopping: boolean; readonly looks: number[]; readonly seen: Growing }

async function startPair(place: Place) {
  const seen: Growing = { events: [], told: [], sent: [], failures: [] }
  const state: State = { now: MONDAY, isStopping: false, looks: [0, 0], seen }
  const onSent = (one: Sent) => void seen.sent.push(one)
  const first = await startTownProcess({ place, units: UNITS }, onSent)
  const second = await startTownProcess({ place, units: UNITS }, onSent)
  const both = [first, second]
  const loops = both.map((process, index) => lookOn(process, index, state))
  return {
    seen,
    start: () => first.do({ do: 'start', at: state.now }),
    /** Both look at the very moment, and then until each has done it twice more. */
    goTo: async (moment: number) => {
      state.now = moment
      await Promise.all(both.map((process) => look(process, 'tick', state)))
      const enough = state.looks.map((looks) => looks + 2)
      while (enough.some((looks, index) => (state.looks[index] ?? 0) < looks)) await pause(5)
    },
    answer: async (from: number) => {
      const presses = await pressesOf(place, from)
      const job = { do: 'press', at: state.now, presses } as const
      for (const { told } of await Promise.all(both.map((process) => process.do(job))))
        seen.told.push(...told)
    },
    end: async () => {
      state.isStopping = true
      await Promise.all(loops)
      await Promise.all(both.map((process) => process.end()))
    },
  }
}

/** As the chores of a bot do, but twenty times a second. */
async function lookOn(process: TownProcess, index: number, state: State): Promise<void> {
  while (!state.isStopping) {
    for (const job of ['tick', 'deliver', 'clean'] as const) await look(process, job, state)
    state.looks[index] = (state.looks[index] ?? 0) + 1
    await pause(TICK_MS)
  }
}

async function look(process: TownProcess, job: Job['do'], { now, seen }: State): Promise<void> {
  try {
    const { words = [] } = await process.do({ do: job, at: now })
    if (job === 'tick') seen.events.push(...words)
  } catch (error) {
    seen.failures.push(`${job}: ${String(error)}`)
  }
}

async function pressesOf(place: Place, from: number) {
  const { round } = await whatIsKept(place, waterveen.id)
  if (round?.frozen === undefined) throw new Error('no round is open')
  const { id, frozen } = round
  return Array.from({ length: A_DAY }, (_, index) => ({
    n: from + index,
    action: answerWith(id, frozen.questions, () => index % 3),
  }))
}
