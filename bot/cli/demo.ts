/** `npm run demo`: the story so far on the terminal, told by the same bot and delivery as everywhere. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { choicesOf, readLine } from '../adapters/terminal/terminal.ts'
import { createBot } from '../bot.ts'
import { openHandbooks } from '../compose.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'
import type { Request, Speaker } from '../contract/request.ts'
import { createDelivery, type Delivery } from '../delivery/delivery.ts'
import type { Parcel } from '../delivery/send.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { plainText } from '../plain-text.ts'
import { nextOccurrences } from '../polls/occurrences.ts'
import { loadSampleRoster } from '../roster/load-sample.ts'
import { derivedKeys } from '../round-keys.ts'
import { createRounds, type Rounds } from '../rounds/rounds.ts'
import { createSecret, type Secret } from '../secret.ts'
import type { Storage } from '../storage/storage.ts'
import { createTalk, type Talk } from '../talk.ts'
import { POLL_SCENES, pollAnswer } from './demo/poll-scenes.ts'
import { type Role, type Said, SCENES, type Scene, type Step } from './demo/scenes.ts'
import { runCommand } from './run-command.ts'
import { openThrowAwayStorage } from './throw-away-storage.ts'

/** Of the sample roster. */
const CAST: Readonly<Record<Role, Readonly<{ person: string; name: string; shown: string }>>> = {
  employee: { person: '1001', name: 'Noor Hofland', shown: 'Noor, medewerker' },
  ciso: { person: '1002', name: 'Marit Oosterveld', shown: 'Marit, CISO' },
}

const SECRET_BYTES = 32
/** Time to read along; a file or a test has no need of it. */
const PAUSE_MS = process.stdout.isTTY ? 450 : 0

type Stage = Readonly<{
  talk: Talk
  delivery: Delivery
  rounds: Rounds
  storage: Storage
  clock: DemoClock
  organisation: Organisation
  /** What each of them saw last. */
  seen: Map<Role, Reply>
}>

type DemoClock = Readonly<{ now: () => number; goTo: (moment: number) => void }>

/** Runs as any clock, but for leaps to what would take weeks. */
function demoClock(): DemoClock {
  let ahead = 0
  const now = () => Date.now() + ahead
  return {
    now,
    goTo: (moment) => {
      ahead += Math.max(0, moment - now())
    },
  }
}

async function main(): Promise<void> {
  const organisations = loadOrganisations(SAMPLE_ORGANISATIONS)
  const storage = await openThrowAwayStorage()
  for (const organisation of organisations)
    await storage.transaction((stores) => loadSampleRoster(organisation, stores, Date.now()))

  await tell([...SCENES, ...POLL_SCENES], await prepare(organisations, storage))
  await storage.close()
}

async function prepare(organisations: readonly Organisation[], storage: Storage): Promise<Stage> {
  const [organisation] = organisations
  if (organisation === undefined) throw new Error('the sample names no organisation')
  const secret = createSecret(randomBytes(SECRET_BYTES))
  const clock = demoClock()
  const keys = derivedKeys(secret)
  const common = { observe: () => {}, clock: clock.now, newId: randomUUID, secret, keys, storage }
  const served = await openHandbooks(organisations)
  const seen = new Map<Role, Reply>()
  return {
    talk: createTalk(createBot({ ...common, served }), storage),
    delivery: deliver({ ...common, organisations }, seen),
    rounds: createRounds({ ...common, served, platform: 'terminal' }),
    clock,
    storage,
    organisation,
    seen,
  }
}

type DeliveryParts = Readonly<{
  observe: () => void
  clock: () => number
  newId: () => string
  secret: Secret
  organisations: readonly Organisation[]
  storage: Storage
}>

function deliver(parts: DeliveryParts, seen: Map<Role, Reply>): Delivery {
  return createDelivery({
    ...parts,
    random: Math.random,
    sends: {
      terminal: async ({ address, content }) => {
        const role = roleOf(address)
        if (role !== undefined) {
          seen.set(role, content)
          console.log(`\n--- Bericht aan ${CAST[role].shown}\n\n${plainText(content)}`)
        }
        return { kind: 'sent', calls: 1 }
      },
    },
  })
}

function roleOf(address: Parcel['address']): Role | undefined {
  const person = address.kind === 'person' ? address.person : undefined
  return (['employee', 'ciso'] as const).find((role) => CAST[role].person === person)
}

async function tell(scenes: readonly Scene[], stage: Stage): Promise<void> {
  for (const [index, { heading, steps }] of scenes.entries()) {
    console.log(`\n=== ${index + 1}. ${heading}`)
    for (const step of steps) await play(step, stage)
  }
}

async function play(step: Step, stage: Stage): Promise<void> {
  await pause(PAUSE_MS)
  if ('passes' in step) await pass(step, stage)
  else if ('colleagues' in step) await letColleaguesAnswer(step.colleagues, stage)
  else await say(step, stage)
}

async function say(step: Said, stage: Stage): Promise<void> {
  const { who, says } = step
  console.log(`\n${who === 'ciso' ? CAST.ciso.shown : ''}> ${says}\n`)
  const reply = await stage.talk(requestOf(step, stage))
  stage.seen.set(who, reply)
  console.log(plainText(reply))
  await stage.delivery.runOnce()
}

type Passing = Extract<Step, { passes: string }>

/** Looks at that moment, as the bot does every minute. */
async function pass({ passes, until }: Passing, stage: Stage): Promise<void> {
  const { clock, rounds, organisation } = stage
  clock.goTo(await momentOf(until, stage))
  console.log(`\n... ${passes}: ${inWords(clock.now())}`)
  await rounds.runDue(organisation.id)
  await rounds.cleanUp()
  await sendAll(stage)
}

async function momentOf(
  until: Passing['until'],
  { storage, organisation, clock }: Stage,
): Promise<number> {
  const { polls } = storage.stores
  const open = await polls.openRound(organisation.id)
  if (until === 'closing') return open?.closesAt ?? clock.now()
  const series = await polls.series(organisation.id)
  const next = series && nextOccurrences(series, organisation, { now: clock.now(), count: 1 })
  return next?.[0]?.opensAt ?? clock.now()
}

const inWords = (moment: number): string =>
  new Intl.DateTimeFormat('nl-NL', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(moment)

/** Messages to many go at their pace. */
async function sendAll({ delivery, storage, clock, organisation }: Stage): Promise<void> {
  for (let seconds = 0; seconds < MAX_SENDING_SECONDS; seconds++) {
    await delivery.runOnce()
    const tally = await storage.stores.outbox.tally(organisation.id)
    if (tally.every(({ state }) => state !== 'ready')) return
    clock.goTo(clock.now() + 1000)
  }
}

const MAX_SENDING_SECONDS = 60

const FIRST_COLLEAGUE = 1003

/** Most of them as is safe. */
async function letColleaguesAnswer(count: number, stage: Stage): Promise<void> {
  const card = stage.seen.get('employee')
  if (card?.kind !== 'poll') throw new Error('the employee has no poll to answer')
  for (let n = 0; n < count; n++) {
    const person = String(FIRST_COLLEAGUE + n)
    const speaker = { ...speakerOf('employee', stage.organisation.id), person }
    const action = pollAnswer(card, (options) => (n * 3) % Math.min(options, 5))
    await stage.talk({ kind: 'action', action, speaker })
  }
  console.log(`\n... ${count} collega's antwoorden ook`)
}

function requestOf({ who, says, press }: Said, { seen, organisation }: Stage): Request {
  const last = seen.get(who)
  const speaker = speakerOf(who, organisation.id)
  if (press === undefined) return readLine(says, last ? choicesOf(last) : [], speaker)
  if (last === undefined) throw new Error(`"${says}" stands on a card that nobody has seen`)
  return { kind: 'action', action: press(last), speaker }
}

function speakerOf(who: Role, organisation: string): Speaker {
  const { person, name } = CAST[who]
  const chat = { conversation: `terminal-${person}`, shared: false }
  return { organisation, platform: 'terminal', person, name, ...chat, language: 'nl' }
}

await runCommand(main)
