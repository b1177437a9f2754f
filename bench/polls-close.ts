/** Polls, close: 400 units and five questions, from the counters to a plan that was audited. */
import { join } from 'node:path'
import type { Question } from '../bot/polls/question.ts'
import { participationTag } from '../bot/rounds/participation-tag.ts'
import type { Round } from '../bot/storage/rounds.ts'
import type { Stores } from '../bot/storage/storage.ts'
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
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, n) => from + n)
    const answering = some.filter((n) => n % 7 >= 3) // so that units differ
    await town.storage.transaction((stores) => take(answering, round, { ...town, stores }))
  }
}

const AT_ONCE = 500

async function take(
  answering: readonly number[],
  { id, frozen }: Round,
  { stores, organisation, keys, clockHand }: PollTown & Readonly<{ stores: Stores }>,
): Promise<void> {
  const where = { organisation: organisation.id, round: id }
  const key = await keys.open(organisation.id, id, stores)
  if (key === undefined) throw new Error('the round has no key')
  for (const n of answering) {
    const unit = (await stores.participation.unitOf(organisation.id, id, `p-${n}`)) ?? ''
    const chosen = chosenBy(n, frozen?.questions ?? [])
    const taking = { tag: participationTag(key, where, `p-${n}`), unit, chosen }
    await stores.participation.take(organisation.id, id, taking, clockHand.now)
  }
}

function chosenBy(n: number, questions: readonly Question[]): Readonly<Record<string, string>> {
  const options = questions.map(({ id, options }, index) => {
    const option = options[(n * (index + 3)) % options.length]
    return [id, option?.value ?? ''] as const
  })
  return Object.fromEntries(options)
}
