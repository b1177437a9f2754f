/**
 * Delivery worker: one process of the bot that sends what is in the outbox, as in production.
 *
 * Its argument says where the database and the stand-in are. It opens everything, says "ready",
 * and then does what it is told; after "stop" it reports what it measured of itself. "die" kills it
 * by SIGKILL in the middle of its next call.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createConnector } from '../bot/adapters/teams/connector.ts'
import { createTeamsSend } from '../bot/adapters/teams/send.ts'
import { createDelivery, type Delivery } from '../bot/delivery/delivery.ts'
import type { Send } from '../bot/delivery/send.ts'
import { openStorage } from '../bot/open-storage.ts'
import { createReceive, type Receive } from '../bot/receive.ts'
import { createSecret } from '../bot/secret.ts'
import type { Storage } from '../bot/storage/storage.ts'
import {
  conversationIdOf,
  WorkerOrder,
  type WorkerReport,
  WorkerTask,
} from './delivery-measured.ts'
import { arrivalOf, theOrganisation } from './delivery-recipients.ts'
import { collectGarbage, watchEventLoop } from './timing.ts'
import { goldenQuestions, waterveenBot } from './waterveen.ts'

const ASK_EVERY_MS = 1_000
/** Within the time that the stand-in takes for a call. */
const DIE_AFTER_MS = 10
const REST_MS = 500
const MB = 1024 * 1024

const task = WorkerTask.parse(JSON.parse(process.argv[2] ?? ''))
const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
const { promise: ordered, resolve: start } = Promise.withResolvers<void>()
let isDying = false

process.on('message', (message) => {
  const order = WorkerOrder.parse(message)
  if (order === 'start') start()
  if (order === 'stop') stop()
  if (order === 'die') isDying = true
})
process.once('disconnect', () => process.exit()) // nobody is left to report to

const { databaseUrl } = task
const place = { dataDir: task.dataDir, ...(databaseUrl === undefined ? {} : { databaseUrl }) }
const storage = await openStorage(place, 'bot')
const common = { ...parts(), storage }
const delivery = createDelivery({ ...common, sends: { teams: sending(storage) } })
const receive = task.asks ? await receiver(delivery) : undefined

process.send?.('ready')
await ordered
const report = await work(delivery, receive)
await storage.close()
process.send?.(report, () => process.disconnect())

function parts() {
  return {
    secret: createSecret(randomBytes(32)),
    organisations: [theOrganisation()],
    clock: Date.now,
    newId: randomUUID,
    random: Math.random,
    observe: () => undefined,
  }
}

function sending({ stores: { conversations } }: Storage): Send {
  const services = { hosts: [], loopback: true }
  const connector = createConnector({ services, clock: Date.now })
  const send = createTeamsSend({ conversations, connector })
  return (parcel) => {
    if (isDying) setTimeout(() => process.kill(process.pid, 'SIGKILL'), DIE_AFTER_MS)
    return send(parcel)
  }
}

async function receiver({ hurry }: Delivery): Promise<Receive> {
  return createReceive({
    ...common,
    bot: await waterveenBot(),
    hurry,
    newReference: () => 'bench',
  })
}

async function work(delivery: Delivery, receive: Receive | undefined): Promise<WorkerReport> {
  const before = await restingMb()
  const usedBefore = usedMb()
  let highest = before
  const watching = setInterval(() => {
    highest = Math.max(highest, residentMb())
  }, ASK_EVERY_MS)
  const { result: asked, longestBlockMs } = await watchEventLoop(async () => {
    delivery.start()
    const asking = receive === undefined ? undefined : askUntilStopped(receive)
    await stopped
    const asked = asking?.() ?? []
    await delivery.stop()
    return asked
  })
  clearInterval(watching)
  const after = await restingMb()
  return {
    asked,
    longestBlockMs,
    residentMb: { before, highest, after },
    usedMb: { before: usedBefore, after: usedMb() },
  }
}

async function restingMb(): Promise<number> {
  collectGarbage()
  await wait(REST_MS) // for what is freed in the background
  collectGarbage()
  return residentMb()
}

function residentMb(): number {
  return process.memoryUsage.rss() / MB
}

function usedMb(): number {
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}

/** @returns what ends it and tells in which conversations something was asked, and when */
function askUntilStopped(receive: Receive): () => [string, number][] {
  const questions = goldenQuestions()
  const asked: [string, number][] = []
  const asking = setInterval(() => {
    const person = `asker-${asked.length}`
    const text = questions[asked.length % questions.length] ?? ''
    asked.push([conversationIdOf(person), Date.now()])
    receive(arrivalOf(person, text, task.serviceUrl)).catch((error: unknown) => {
      throw error // a question that breaks the bot ends the measurement
    })
  }, ASK_EVERY_MS)
  return () => {
    clearInterval(asking)
    return asked
  }
}
