/**
 * Slack, bulk: a message to thousands of colleagues, and what Slack's documented limits say of it.
 *
 * It would take half an hour; here time passes as soon as nobody is at work, so that the delivery,
 * the outbox and the stand-in for the limits all read the same clock, which nobody waits for.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply } from '../bot/contract/reply.ts'
import { createDelivery } from '../bot/delivery/delivery.ts'
import { bulkPerSecond } from '../bot/delivery/platform-limits.ts'
import type { Send } from '../bot/delivery/send.ts'
import { openStorage } from '../bot/open-storage.ts'
import { createSecret } from '../bot/secret.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { simulatedTime } from '../test/stand-ins/simulated-time.ts'
import { createRates } from '../test/stand-ins/slack/rates.ts'
import { inFolder } from './delivery-processes.ts'
import { figures, table, verdict } from './measurement.ts'
import { percentile } from './timing.ts'
import { waterveen } from './waterveen.ts'

const CALL_MS = 150
const MINUTE_MS = 60_000
const ASK_EVERY_MS = 5_000
/** A Tuesday, 10:00 in Amsterdam. */
const STARTS_AT = Date.UTC(2026, 10, 24, 9)

export function slackBulk(count: number): Promise<string> {
  return inFolder(async (dataDir) => {
    const storage = await openStorage({ dataDir }, 'bot')
    try {
      return tell(count, await deliver(count, storage))
    } finally {
      await storage.close()
    }
  })
}

type Log = Readonly<{
  invited: Map<string, number>
  lastAt: { value: number }
  refused: { value: number }
  /** Of an answer, from being put in until it was posted. */
  answers: number[]
}>

async function deliver(count: number, storage: Storage): Promise<Log> {
  const organisation = waterveen()
  const time = simulatedTime(STARTS_AT)
  const log: Log = { invited: new Map(), lastAt: { value: 0 }, refused: { value: 0 }, answers: [] }
  const delivery = createDelivery({
    ...{ storage, organisations: [organisation], clock: time.clock, wait: time.wait },
    ...{ secret: createSecret(randomBytes(32)), newId: randomUUID, random: Math.random },
    sends: { slack: sendWithin(time, log) },
    observe: () => undefined,
  })
  await invite(count, organisation, storage)
  delivery.start()
  const mostMs = (2 * count * 1000) / bulkPerSecond(organisation, 'slack') + MINUTE_MS
  while (log.invited.size < count && time.clock() < STARTS_AT + mostMs) {
    await ask(storage, organisation, time.clock())
    delivery.hurry(organisation.id)
    await time.pass(ASK_EVERY_MS)
  }
  const stopped = delivery.stop()
  await time.pass(MINUTE_MS)
  await stopped
  return log
}

/** As Slack does: in its time, and within its limits. */
function sendWithin(time: ReturnType<typeof simulatedTime>, log: Log): Send {
  const rates = createRates()
  return async ({ id, address }) => {
    const channel = address.kind === 'person' ? address.person : address.conversation
    const retryAfter = rates.take('chat.postMessage', channel, time.clock())
    await time.wait(CALL_MS)
    if (retryAfter !== undefined) {
      log.refused.value += 1
      const retryAfterMs = retryAfter * 1000
      return { kind: 'not-sent', reason: 'http-429', throttled: true, retryAfterMs, calls: 1 }
    }
    if (id.startsWith('answer/')) log.answers.push(time.clock() - Number(id.split('/')[1]))
    else note(id, time.clock(), log)
    return { kind: 'sent', calls: 1 }
  }
}

function note(id: string, now: number, { invited, lastAt }: Log): void {
  invited.set(id, (invited.get(id) ?? 0) + 1)
  lastAt.value = now
}

const personOf = (n: number): string => `U${String(n).padStart(8, '0')}`
const aMessage = (): Reply => ({ kind: 'notice', language: 'nl', notice: 'you-are-welcome' })

async function invite(count: number, { id }: Organisation, { stores }: Storage): Promise<void> {
  const recipients = Array.from({ length: count }, (_, n) => ({
    id: `invitation/${n}`,
    address: { kind: 'person', platform: 'slack', person: personOf(n) } as const,
    dedupeKey: `invitation/${n}`,
  }))
  await stores.outbox.fanOut(
    {
      ...{ batch: 'bench', organisation: id, class: 'invitation', hours: 'any' },
      ...{ messages: [aMessage()], recipients },
    },
    STARTS_AT,
  )
}

async function ask({ stores }: Storage, { id }: Organisation, now: number): Promise<void> {
  const name = `answer/${now}`
  await stores.outbox.post(
    {
      ...{ id: name, organisation: id, class: 'answer', dedupeKey: name, content: aMessage() },
      address: { kind: 'person', platform: 'slack', person: `UASKER${now % 97}` },
    },
    now,
  )
}

function tell(count: number, { invited, lastAt, refused, answers }: Log): string {
  const perSecond = bulkPerSecond(waterveen(), 'slack')
  const sorted = answers.sort((one, other) => one - other)
  const rows = figures('at the configured rate', [
    {
      what: `${count} private messages at ${perSecond}/s, until the last was posted`,
      ours: (lastAt.value - STARTS_AT) / 1000,
      peer: count / perSecond,
      unit: 's',
      target: { ratioAtMost: 1.15 },
    },
    {
      what: 'an answer meanwhile, put in until posted: p50',
      ours: percentile(sorted, 0.5),
      unit: 'ms',
    },
    { what: 'the same: p99', ours: percentile(sorted, 0.99), unit: 'ms', target: { atMost: 500 } },
  ])
  const once = [...invited.values()].filter((times) => times === 1).length
  const row = (what: string, n: number, wanted: number) => [
    what,
    String(n),
    String(wanted),
    verdict(n === wanted),
  ]
  const oracle = table(
    ["by the stand-in's own log", 'counted', 'target', ''],
    [
      row('colleagues who got it exactly once', once, count),
      row('refused with 429', refused.value, 0),
    ],
  )
  return `${rows}\n\n${oracle}\n\nTime was simulated; a call took ${CALL_MS} ms of it.`
}
