/**
 * A press room: a bot whose editors publish, of which every part can be started again over the store
 * that it left, while the test plays the platform and sees what arrives.
 */
import { randomUUID } from 'node:crypto'
import { createBot } from '../../bot/bot.ts'
import { tellingTasks } from '../../bot/chores/telling-tasks.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Parcel } from '../../bot/delivery/send.ts'
import { isMessage } from '../../bot/pressed.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import { swappingAtOnce } from '../../bot/publishing/swap-at-once.ts'
import { type Arrival, createReceive, type Receive } from '../../bot/receive.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { aSpeaker, secret } from '../bot/a-bot.ts'
import { TWO_CISOS } from '../bot/an-office.ts'
import { anOrganisation } from '../builders.ts'

/** A Tuesday, at one in Amsterdam. */
export const BEGINS = Date.parse('2026-12-01T12:00:00Z')
const ROUND_MS = 10 * 60_000
const ROUNDS = 4
const TRIES = 4

export type PressRoom = Awaited<ReturnType<typeof aPressRoom>>

/** What runs of it, from one start to the next. */
type Running = Readonly<{ receive: Receive; look: () => Promise<void>; answerOf: AnswerOf }>
type AnswerOf = (question: string) => Reply

export type PressRoomParts = Readonly<{
  storage: Storage
  /** The id of its organisation: no two in a database have the same. */
  name: string
  /** Folder of its first handbook. */
  handbook: string
}>

export async function aPressRoom({ storage, name, handbook }: PressRoomParts) {
  const organisation = anOrganisation({
    ...{ id: name, tenants: [], handbook, delivery: { bulkPerSecond: 40 } },
  })
  const room = { storage, organisation, clock: { now: BEGINS }, sent: [] as Parcel[] }
  await storage.transaction(({ people }) => people.replace(name, { people: TWO_CISOS, units: [] }))
  let running = await start(room)
  const arrive = (request: Request) => running.receive(arrivalOf(request, organisation, room))
  const speaker = (who: Partial<Speaker>) => aSpeaker({ ...who, organisation: name })

  return {
    ...room,
    /** As after a crash: only what the store holds is left. */
    restart: async () => {
      running = await persistently(() => start(room))
    },
    say: (who: Partial<Speaker>, text: string) =>
      untilKept(() => arrive({ kind: 'message', text, speaker: speaker(who) })),
    press: (who: Partial<Speaker>, action: Action) =>
      untilKept(() => arrive({ kind: 'action', action, speaker: speaker(who) })),
    /** What is due is done, and time passes, until nothing is left. */
    settle: async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await running.look()
        room.clock.now += ROUND_MS
      }
    },
    /** Without a trace in the store. */
    answerOf: (question: string) => running.answerOf(question),
  }
}

type Room = Readonly<{
  storage: Storage
  organisation: Organisation
  clock: { now: number }
  sent: Parcel[]
}>

async function start({ storage, organisation, clock, sent }: Room): Promise<Running> {
  const handbooks = await openLiveHandbooks([organisation], storage.stores.handbooks, clock.now)
  const { served } = handbooks
  const parts = {
    ...{ storage, served, secret, keys: derivedKeys(secret), newId: randomUUID },
    ...{ organisations: [organisation], clock: () => clock.now, observe: () => undefined },
  }
  const bot = createBot(parts)
  const delivery = createDelivery({
    ...{ ...parts, random: () => 0.5, wait: async () => undefined },
    sends: {
      teams: async (parcel) => {
        sent.push(parcel)
        return { kind: 'sent', calls: 1 }
      },
    },
  })
  const tasks = [...handbookTasks({ ...parts, handbooks, fetches: {} }), ...tellingTasks(parts)]
  const receive = createReceive({ ...parts, bot, hurry: () => undefined, newReference: () => '3f' })
  return {
    receive: swappingAtOnce(receive, handbooks),
    look: async () => {
      // As at every look: what fails is for the next.
      for (const { run } of tasks) await run(organisation.id).catch(() => undefined)
      await delivery.runOnce().catch(() => undefined)
    },
    answerOf: (text) => bot.replyFromMemory(aQuestion(text, organisation.id)),
  }
}

/** In a conversation of its own, so that nothing was said before. */
export const aQuestion = (text: string, organisation: string): Request => ({
  kind: 'message',
  text,
  speaker: aSpeaker({ organisation, person: 'who-asks', conversation: `about-${text}` }),
})

function arrivalOf(request: Request, organisation: Organisation, { sent }: Room): Arrival {
  const { person, conversation } = request.speaker
  const address = { kind: 'person', platform: 'teams', person } as const
  return {
    ...{ request, organisation, id: randomUUID(), address },
    conversation: {
      ...{ platform: 'teams' as const, id: conversation, person, language: 'nl' as const },
      ...{ serviceUrl: 'http://127.0.0.1/', bot: 'bot' },
    },
    isMessage: (reply: Reply) => isMessage(reply, request),
    tell: async (content: Reply) => {
      const { id } = organisation
      sent.push({
        id: randomUUID(),
        organisation: id,
        address,
        content,
        possiblyDouble: true,
        isBulk: false,
      })
      return true
    },
  }
}

/** As people do: again when nothing was kept. */
async function untilKept(arrive: () => ReturnType<Receive>): Promise<Reply> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const received = await arrive()
    if (received.kind === 'replied' && !isRefusal(received.reply)) return received.reply
    if (received.kind === 'repeated')
      return { kind: 'notice', notice: 'outdated-card', language: 'nl' }
  }
  throw new Error('nothing came of it, however often it was said or pressed')
}

const isRefusal = (reply: Reply): boolean =>
  reply.kind === 'failure' || (reply.kind === 'notice' && reply.notice === 'not-stored')

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return work() // somebody starts it again
  }
}
