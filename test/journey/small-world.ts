/** Small world: the bot, its store and its delivery in one process, between people and a platform that the test plays. */

import { randomUUID } from 'node:crypto'
import { createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { createDelivery, type Delivery } from '../../bot/delivery/delivery.ts'
import type { Outcome, Send } from '../../bot/delivery/send.ts'
import { loadBank } from '../../bot/load-questions.ts'
import { createReceive, type Receive } from '../../bot/receive.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import { createRounds, type Rounds } from '../../bot/rounds/rounds.ts'
import { createSecret } from '../../bot/secret.ts'
import type { Storage, Stores } from '../../bot/storage/storage.ts'
import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { createKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder, removeFolders } from '../knowledge/waterveen.ts'
import { conversationOf, createArrivals, type Person, type Told } from './arrivals.ts'

export type SmallWorld = Readonly<{
  organisation: string
  stores: Stores
  told: readonly Told[]
  /** The k-th message from now, counted from 1, has this outcome, whether it arrived or not. */
  failSend: (k: number, failure: Failure) => void
  /** @returns whether it came that far */
  didSendFail: () => boolean
  say: (who: Person, text: string) => Promise<void>
  /** Again when nothing was kept, as people do. @returns what took the place of the card */
  press: (who: Person, action: Action) => Promise<Reply>
  /** The platform delivers what came in last once more, and time passes until all is sent. */
  deliverAgain: () => Promise<void>
  /** Time passes until all is sent that can be. */
  settle: () => Promise<void>
  /** The clock goes there. */
  goTo: (moment: number) => void
  /** What is due of polls is done; as at every look, what failed is for the next. */
  runPolls: () => Promise<void>
}>

export type Failure = Readonly<{ outcome: Outcome; arrives: boolean }>

export type SmallWorldParts = Readonly<{
  storage: Storage
  /** Its id: no two worlds in a database have the same. */
  name: string
  /** After each answer that says that nothing was kept. */
  onRefused: () => Promise<void>
}>

/** Its people are known, and the bot is installed for them. */
export async function createSmallWorld(parts: SmallWorldParts): Promise<SmallWorld> {
  const { storage, name, onRefused } = parts
  // As fast as may be: an invitation reaches everybody while things settle.
  const fast = { bulkPerSecond: 40 }
  const organisation = anOrganisation({ id: name, tenants: [], delivery: fast })
  await storage.transaction(async ({ people, conversations }) => {
    await people.replace(name, ROSTER)
    for (const entraId of ['employee', 'ciso'])
      await conversations.keep(name, conversationOf(entraId), true)
  })
  const time = { now: SMALL_WORLD_BEGINS }
  const platform = createPlatform()
  const wires = { platform, clock: () => time.now }
  const { receive, delivery, rounds } = build(storage, organisation, wires)
  const arrivals = createArrivals({ receive, organisation, tell: platform.tell, onRefused })

  const settle = async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await delivery.runOnce().catch(() => undefined) // as at every look: the next will do
      time.now += ROUND_MS
    }
  }
  return {
    organisation: name,
    stores: storage.stores,
    told: platform.told,
    failSend: platform.fail,
    didSendFail: platform.didFail,
    say: arrivals.say,
    press: arrivals.press,
    deliverAgain: async () => {
      await arrivals.again()
      await settle()
    },
    settle,
    goTo: (moment) => {
      time.now = moment
    },
    runPolls: async () => {
      await rounds.runDue(name).catch(() => undefined)
      await rounds.cleanUp().catch(() => undefined)
    },
  }
}

/** A Tuesday, at one in Amsterdam. */
export const SMALL_WORLD_BEGINS = Date.parse('2026-12-01T12:00:00Z')

const secret = createSecret(Buffer.alloc(32, 'a root key for tests'))

/** Our own questions, read once: each world reads the same. */
const bank = loadBank({ polls: {} })

/** A handbook of a page, which knows nothing of what is asked. */
const folder = aFolder({
  '01-werken.md': '# Werken\n\n## Mag ik thuis printen? {#printen}\n\nNee.\n',
})
const knowledge = await createKnowledgeBase(readHandbook(filesIn(folder)).handbook, {
  thesaurus: emptyThesaurus,
  calibration: DEFAULT_CALIBRATION,
  elsewhere: [],
})
removeFolders()

/** Longer than a message waits for its next attempt, and all of them less than a day. */
const ROUND_MS = 10 * 60_000
const ROUNDS = 4

/** As many as a poll needs. */
const COLLEAGUES = 10

const ROSTER = {
  units: [],
  people: [
    { id: '1', entraId: 'employee', roles: [] },
    { id: '2', entraId: 'ciso', roles: [{ role: 'ciso' }] },
    ...Array.from({ length: COLLEAGUES }, (_, index) => ({
      id: `${index + 3}`,
      entraId: `colleague-${index + 3}`,
      roles: [],
    })),
  ],
} as const

type PlayedPlatform = Readonly<{
  told: readonly Told[]
  send: Send
  tell: (told: Told) => void
  fail: (k: number, failure: Failure) => void
  didFail: () => boolean
}>

const SENT: Failure = { arrives: true, outcome: { kind: 'sent', reference: 'sent-1' } }

function createPlatform(): PlayedPlatform {
  const told: Told[] = []
  let left = 0
  let failure: Failure | undefined

  return {
    told,
    tell: (one) => void told.push(one),
    send: async ({ address, content, possiblyDouble }) => {
      left -= 1
      const { arrives, outcome } = (left === 0 && failure) || SENT
      const to = address.kind === 'person' ? address.person : address.conversation
      const mark = possiblyDouble ? 'possibly-double' : 'none'
      if (arrives) told.push({ to, reply: content, mark })
      return { ...outcome, calls: 1 }
    },
    fail: (k, how) => {
      left = k
      failure = how
    },
    didFail: () => {
      const fired = left <= 0
      left = 0
      return fired
    },
  }
}

type Wires = Readonly<{ platform: PlayedPlatform; clock: () => number }>

function build(
  storage: Storage,
  organisation: Organisation,
  { platform, clock }: Wires,
): Readonly<{ receive: Receive; delivery: Delivery; rounds: Rounds }> {
  const keys = derivedKeys(secret)
  const common = { observe: () => undefined, clock, secret, keys, newId: randomUUID }
  const delivery = createDelivery({
    ...common,
    storage,
    organisations: [organisation],
    sends: { teams: platform.send },
    random: () => 0.5,
    wait: async () => undefined,
  })
  const served = new Map([[organisation.id, { organisation, knowledge, bank }]])
  const bot = createBot({ ...common, served })
  // What is due is sent when the test says so: no fault comes at a chance moment.
  const hurry = () => undefined
  const newReference = () => '3f9a00'
  return {
    receive: createReceive({ ...common, bot, storage, hurry, newReference }),
    delivery,
    rounds: createRounds({ ...common, served, storage }),
  }
}
