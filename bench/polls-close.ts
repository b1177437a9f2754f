/** Polls, close: 400 units and five questions, from the counters to a plan that was audited. */
import { join } from 'node:path'
import { participationTag } from '../bot/rounds/participation-tag.ts'
import type { Round } from '../bot/storage/rounds.ts'
import { inFolder } from './delivery-processes.ts'
import { figures } from './measurement.ts'
import { aPollTown, type PollTown } from './polls-town.ts'
import { collectGarbage, watchEventLoop } from './timing.ts'

const UNITS = 400

export async function closing(people: number): Promise<string> {
  const { tookMs, longestBlockMs, scrubMs, shown } = await inFolder((folder) =>
    oneClose(folder, people),
  )
  const rows = figures('—', [
    {
      what: `close and publish a round of ${people} people, ${UNITS} units, 5 questions, SQLite`,
      ours: tookMs / 1000,
      unit: 's',
      target: { atMost: 10 },
    },
    { what: 'longest block of the event loop meanwhile', ours: longestBlockMs, unit: 'ms' },
    { what: 'and to wipe the traces from the file', ours: scrubMs, unit: 'ms' },
  ])
  return `${rows}\n\n${shown} cells of the plan show a figure.`
}

async function oneClose(folder: string, people: number) {
  const town = await aPollTown(join(folder, 'ours'), people, UNITS)
  const { rounds, storage, organisation, occurrence, clockHand } = town
  await rounds.runDue(organisation.id)
  const round = await storage.stores.polls.openRound(organisation.id)
  if (round === undefined) throw new Error('no round opened')
  clockHand.now += 60_000
  await letHalfAnswer(people, round, town)

  clockHand.now = occurrence.closesAt
  collectGarbage()
  const { tookMs, longestBlockMs, result } = await watchEventLoop(() =>
    rounds.runDue(organisation.id),
  )
  if (!result.includes('closed')) throw new Error(`the round did not close: ${result.join(', ')}`)
  const started = performance.now()
  await rounds.cleanUp()
  const scrubMs = performance.now() - started
  const [plan] = await storage.stores.polls.plans(organisation.id)
  const shown = plan?.cells.filter(({ cell }) => cell.state !== 'hidden').length ?? 0
  await storage.close()
  return { tookMs, longestBlockMs, scrubMs, shown }
}

/** Straight into the store, many in a transaction: what is measured is the close. */
async function letHalfAnswer(people: number, round: Round, town: PollTown): Promise<void> {
  const { storage, organisation, keys, clockHand } = town
  const where = { organisation: organisation.id, round: round.id }
  for (let from = 0; from < people; from += 500)
    await storage.transaction(async (stores) => {
      const key = await keys.open(organisation.id, round.id, stores)
      if (key === undefined) throw new Error('the round has no key')
      for (let n = from; n < Math.min(people, from + 500); n += 1) {
        if (n % 7 < 3) continue // so that units differ
        const person = `p-${n}`
        const unit = await stores.participation.unitOf(organisation.id, round.id, person)
        const chosen = Object.fromEntries(
          (round.frozen?.questions ?? []).map(({ id, options }, index) => [
            id,
            options[(n * (index + 3)) % options.length]?.value ?? '',
          ]),
        )
        const tag = participationTag(key, where, person)
        const taking = { tag, unit: unit ?? '', chosen }
        await stores.participation.take(organisation.id, round.id, taking, clockHand.now)
      }
    })
}
