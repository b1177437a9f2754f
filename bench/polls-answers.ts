/** Polls, answers: 200 of them a second for a while, each durable before the next is thanked. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { createBot } from '../bot/bot.ts'
import type { Action } from '../bot/contract/action.ts'
import { createReceive, type Receive } from '../bot/receive.ts'
import type { Round } from '../bot/storage/rounds.ts'
import { inFolder } from './delivery-processes.ts'
import { figures } from './measurement.ts'
import { aPollTown, entraIdOf, type PollTown } from './polls-town.ts'
import { percentile } from './timing.ts'

const PEOPLE = 5_000
const UNITS = 100
const PER_SECOND = 200

export async function answering(seconds: number): Promise<string> {
  const { took, bareMs, achieved } = await inFolder((folder) => answer(folder, seconds))
  return figures('bare commits', [
    {
      what: `${PER_SECOND} answers a second for ${seconds} s, SQLite: half of them within`,
      ours: percentile(took, 0.5),
      peer: bareMs,
      unit: 'ms',
    },
    {
      what: 'of them all but one in a hundred within',
      ours: percentile(took, 0.99),
      unit: 'ms',
      target: { atMost: 250 },
    },
    { what: 'the slowest', ours: percentile(took, 1), unit: 'ms' },
    {
      what: 'answers handled in a second',
      ours: achieved,
      unit: 'turns/s',
      target: { atLeast: PER_SECOND * 0.98 },
    },
  ])
}

async function answer(folder: string, seconds: number) {
  const town = await aPollTown(join(folder, 'ours'), PEOPLE, UNITS)
  await town.rounds.runDue(town.organisation.id)
  const round = await town.storage.stores.polls.openRound(town.organisation.id)
  if (round === undefined) throw new Error('no round opened')
  town.clockHand.now += 60_000
  const count = Math.min(PEOPLE, seconds * PER_SECOND)
  const started = performance.now()
  const took = await atPace(count, (n) => answerOne(n, round, town, receiveOf(town)))
  const achieved = count / ((performance.now() - started) / 1000)
  await checkAll(count, round, town)
  await town.storage.close()
  return { took, achieved, bareMs: bareCommits(join(folder, 'bare.db')) }
}

let cached: Receive | undefined

function receiveOf(town: PollTown): Receive {
  cached ??= createReceive({
    ...town,
    bot: createBot({ ...town, observe: () => {} }),
    hurry: () => {},
    observe: () => {},
    newReference: () => 'bench',
  })
  return cached
}

/** Starts one every 5 ms, whether or not those before it are done. @returns ms, shortest first */
async function atPace(count: number, one: (n: number) => Promise<void>): Promise<number[]> {
  const started = performance.now()
  const all: Promise<number>[] = []
  for (let n = 0; n < count; n += 1) {
    const due = started + (n * 1000) / PER_SECOND
    const wait = due - performance.now()
    if (wait > 0) await pause(wait)
    all.push(one(n).then(() => performance.now() - due))
  }
  return (await Promise.all(all)).sort((a, b) => a - b)
}

async function answerOne(n: number, round: Round, town: PollTown, receive: Receive): Promise<void> {
  const { organisation } = town
  const conversation = `a:chat-${n}`
  const person = entraIdOf(n)
  const received = await receive({
    request: {
      kind: 'action',
      action: actionOf(n, round),
      speaker: {
        organisation: organisation.id,
        platform: 'teams',
        person,
        conversation,
        shared: false,
        language: 'nl',
      },
    },
    organisation,
    id: randomUUID(),
    conversation: {
      platform: 'teams',
      id: conversation,
      person,
      serviceUrl: 'https://smba.trafficmanager.net/nl/',
      bot: '28:bot',
      language: 'nl',
    },
    address: { kind: 'conversation', platform: 'teams', conversation },
    isMessage: () => false,
    tell: async () => true,
  })
  if (received.kind !== 'replied' || received.reply.kind !== 'poll-thanks')
    throw new Error(`answer ${n} was not counted: ${JSON.stringify(received).slice(0, 200)}`)
}

function actionOf(n: number, { id, frozen }: Round): Action {
  const values = frozen?.questions.map(({ options }) => options[n % options.length]?.value ?? '')
  const [q1 = '', q2 = '', q3 = '', q4 = '', q5 = ''] = values ?? []
  return { verb: 'answer-poll', roundId: id, q1, q2, q3, q4, q5 }
}

/** Every thank-you is one in the counters and one in the ledger. */
async function checkAll(count: number, { id, frozen }: Round, town: PollTown): Promise<void> {
  const { participation } = town.storage.stores
  const takers = await participation.takers(town.organisation.id, id)
  const tallies = await participation.tallies(town.organisation.id, id)
  const first = frozen?.questions[0]?.id ?? ''
  const counted = tallies
    .flatMap(({ counts }) => Object.values(counts[first] ?? {}))
    .reduce((sum, n) => sum + n, 0)
  if (takers.size !== count || counted !== count)
    throw new Error(`${count} thank-yous, ${takers.size} in the ledger, ${counted} in the counters`)
}

/** The physical limit: one row in one transaction that is on the disk. @returns ms, the median */
function bareCommits(file: string): number {
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table bare (id integer primary key, n integer)')
  const insert = database.prepare('insert into bare (n) values (?)')
  const took = Array.from({ length: 1_000 }, (_, n) => {
    const started = performance.now()
    insert.run(n)
    return performance.now() - started
  }).sort((a, b) => a - b)
  database.close()
  return percentile(took, 0.5)
}
