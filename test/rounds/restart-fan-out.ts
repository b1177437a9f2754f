/** Restart a fan-out: the process that sends the invitations of a round is killed, again and again. */
import { openStorage } from '../../bot/open-storage.ts'
import { batchOf } from '../../bot/rounds/invite.ts'
import type { Progress } from '../../bot/storage/deliveries.ts'
import { waterveen } from '../bot/a-bot.ts'
import type { Place } from '../storage/engines.ts'
import { MONDAY, OPENS } from './a-town.ts'
import { type Sent, startTownProcess, type TownProcess } from './town-process.ts'

/** As fast as Teams allows, by the clock of the test: about five at each look, a second apart. */
const FAST = { delivery: { bulkPerSecond: 40 } }
const LOOKS_A_MESSAGE = 1 / 4
/** On a server, what a dead process was sending is another's when its lease ends: two minutes. */
const LEASE_MS = 130_000
const MOST_LOOKS = 100

export type Arrived = Readonly<{
  /** How often an invitation arrived, by person. */
  invitations: Readonly<Record<string, number>>
  /** How many deliveries ended in which state. */
  counts: Progress['counts'] | undefined
  kills: number
}>

type Fan = {
  readonly place: Place
  readonly people: number
  readonly invitations: Record<string, number>
  process: TownProcess
  /** What the clock says. */
  at: number
  arrived: number
  /** After so many have arrived the process is killed. */
  stop: number
  kills: number
}

/** @param stops after how many invitations in all a process is killed, in order */
export async function inviteThroughKills(
  place: Place,
  people: number,
  stops: readonly number[],
): Promise<Arrived> {
  const fan = await openARound(place, people)
  for (const stop of stops) await sendUntilKilled(fan, stop)
  await sendTheRest(fan)
  await fan.process.end()
  return { invitations: fan.invitations, counts: await countsOf(place), kills: fan.kills }
}

async function openARound(place: Place, people: number): Promise<Fan> {
  const nobody: TownProcess = { do: () => Promise.reject(), signal: () => {}, end: async () => {} }
  const start = { arrived: 0, stop: Number.POSITIVE_INFINITY, kills: 0 }
  const fan: Fan = { place, people, invitations: {}, process: nobody, at: OPENS, ...start }
  fan.process = await startProcess(fan)
  await fan.process.do({ do: 'start', at: MONDAY })
  await fan.process.do({ do: 'tick', at: OPENS })
  return fan
}

function startProcess(fan: Fan): Promise<TownProcess> {
  const { place, people } = fan
  const hear = ({ to, what }: Sent) => {
    if (what !== 'poll') return
    fan.invitations[to] = (fan.invitations[to] ?? 0) + 1
    fan.arrived += 1
    if (fan.arrived === fan.stop) fan.process.signal('SIGKILL')
  }
  const units = { Wmo: people - 1 } // and the CISO
  return startTownProcess({ place, units, organisation: FAST }, hear)
}

async function sendUntilKilled(fan: Fan, stop: number): Promise<void> {
  if (stop <= fan.arrived) return // it came further than that while it was being killed
  fan.stop = stop
  for (let look = 0; look < MOST_LOOKS && (await send(fan)); look++);
  await fan.process.end()
  fan.kills += 1
  fan.at += LEASE_MS
  fan.process = await startProcess(fan)
}

/** @returns whether it lives on */
async function send(fan: Fan): Promise<boolean> {
  const before = fan.arrived
  const { at } = fan
  try {
    await fan.process.do({ do: 'deliver', at })
    return true
  } catch {
    return false
  } finally {
    fan.at += 10_000 + (fan.arrived - before) * LOOKS_A_MESSAGE * 1_000
  }
}

async function sendTheRest(fan: Fan): Promise<void> {
  fan.stop = Number.POSITIVE_INFINITY
  for (let look = 0; look < MOST_LOOKS; look++) {
    await send(fan)
    const { ready = 0, sending = 0 } = (await countsOf(fan.place)) ?? {}
    if (ready + sending === 0) return
  }
}

async function countsOf(place: Place): Promise<Progress['counts'] | undefined> {
  const storage = await openStorage(place, 'guest')
  const round = await storage.stores.polls.openRound(waterveen.id)
  const progress = round && (await storage.stores.outbox.progress(waterveen.id, batchOf(round)))
  await storage.close()
  return progress?.counts
}

/** @param random 0 up to 1 */
export function chanceStops(
  random: () => number,
  people: number,
  kills: number,
): readonly number[] {
  const stops = Array.from({ length: kills }, () => 1 + Math.floor(random() * (people - 1)))
  return stops.sort((one, other) => one - other)
}

/** Nobody twice; and of each who got nothing, the outbox says that it does not know. */
export function checkInvited({ invitations, counts, kills }: Arrived, people: number): void {
  const { sent = 0, unknown = 0, ...others } = counts ?? {}
  expect(Object.values(invitations).filter((times) => times > 1)).toEqual([])
  expect(Object.values(others).filter((n) => n > 0)).toEqual([])
  expect(sent + unknown).toBe(people)
  const arrived = Object.keys(invitations).length
  expect(arrived).toBeGreaterThanOrEqual(sent)
  expect(arrived).toBeLessThanOrEqual(people)
  // A process has at most fifty in hand.
  expect(unknown).toBeLessThanOrEqual(50 * kills)
}
