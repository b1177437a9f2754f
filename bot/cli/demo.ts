/** `npm run demo`: the story so far on the terminal, told by the same bot and delivery as everywhere. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { choicesOf, readLine } from '../adapters/terminal/terminal.ts'
import { createBot } from '../bot.ts'
import type { Task } from '../chores/chores.ts'
import { tellingTasks } from '../chores/telling-tasks.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'
import type { Request, Speaker } from '../contract/request.ts'
import { createDelivery, type Delivery } from '../delivery/delivery.ts'
import type { Parcel, Send } from '../delivery/send.ts'
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../load-organisations.ts'
import { plainText } from '../plain-text.ts'
import { nextOccurrences } from '../polls/occurrences.ts'
import { handbookTasks } from '../publishing/handbook-tasks.ts'
import { openLiveHandbooks } from '../publishing/live-handbooks.ts'
import { loadSampleRoster } from '../roster/load-sample.ts'
import { derivedKeys } from '../round-keys.ts'
import { createRounds, type Rounds } from '../rounds/rounds.ts'
import { createSecret, type Secret } from '../secret.ts'
import type { Storage } from '../storage/storage.ts'
import { createTalk, type Talk } from '../talk.ts'
import { nextWorkingTime } from '../working-time.ts'
import { POLL_SCENES, pollAnswer } from './demo/poll-scenes.ts'
import { PUBLISHING_SCENES } from './demo/publishing-scenes.ts'
import { type Role, type Said, SCENES, type Scene, type Step } from './demo/scenes.ts'
import { runCommand } from './run-command.ts'
import { openThrowAwayStorage } from './throw-away-storage.ts'

type Player = Readonly<{ person: string; entraId: string; name: string; shown: string }>

/** Of the sample roster. */
const CAST: Readonly<Record<Role, Player>> = {
  employee: {
    ...{ person: '1001', entraId: '00000000-0000-4000-8000-000000000110' },
    ...{ name: 'Noor Hofland', shown: 'Noor, medewerker' },
  },
  ciso: {
    ...{ person: '1002', entraId: '00000000-0000-4000-8000-000000000111' },
    ...{ name: 'Marit Oosterveld', shown: 'Marit, CISO' },
  },
  deputy: {
    ...{ person: '1005', entraId: '00000000-0000-4000-8000-000000000114' },
    ...{ name: 'Gerrit Zandstra', shown: 'Gerrit, plaatsvervanger' },
  },
}
const ROLES = ['employee', 'ciso', 'deputy'] as const

const SECRET_BYTES = 32
/** Time to read along; a file or a test has no need of it. */
const PAUSE_MS = process.stdout.isTTY ? 450 : 0

type Stage = Readonly<{
  talk: Talk
  delivery: Delivery
  rounds: Rounds
  /** What the bot does by itself within seconds of a change of the handbook. */
  publishing: readonly Task[]
  /** And within a minute, in working time. */
  telling: readonly Task[]
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
  const organisations = loadOrganisations(SAMPLE_ORGANISATIONS).map(withoutJudgedQuestions)
  const storage = await openThrowAwayStorage()
  for (const organisation of organisations)
    await storage.transaction((stores) => loadSampleRoster(organisation, stores, Date.now()))

  await tell(
    [...SCENES, ...POLL_SCENES, ...PUBLISHING_SCENES],
    await prepare(organisations, storage),
  )
  await storage.close()
}

/** The thousand questions that stand in the handbook itself are enough to see how a draft is asked. */
function withoutJudgedQuestions({
  goldenQuestions: _,
  ...organisation
}: Organisation): Organisation {
  return organisation
}

async function prepare(organisations: readonly Organisation[], storage: Storage): Promise<Stage> {
  const [organisation] = organisations
  if (organisation === undefined) throw new Error('the sample names no organisation')
  const secret = createSecret(randomBytes(SECRET_BYTES))
  const clock = demoClock()
  const keys = derivedKeys(secret)
  const common = { observe: () => {}, clock: clock.now, newId: randomUUID, secret, keys, storage }
  const handbooks = await openLiveHandbooks(organisations, storage.stores.handbooks, clock.now())
  const { served } = handbooks
  const telling = { storage, secret, newId: randomUUID, clock: clock.now }
  const seen = new Map<Role, Reply>()
  return {
    talk: createTalk(createBot({ ...common, served }), storage),
    delivery: deliver({ ...common, organisations }, seen),
    publishing: handbookTasks({
      ...{ ...telling, organisations, handbooks, fetches: {}, platform: 'terminal' },
    }),
    telling: tellingTasks({ ...telling, served }),
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

/** An announcement goes to where people are at work: Teams, which is this terminal too. */
function deliver(parts: DeliveryParts, seen: Map<Role, Reply>): Delivery {
  const show: Send = async ({ address, content }) => {
    const role = roleOf(address)
    if (role !== undefined) {
      seen.set(role, content)
      console.log(`\n--- Bericht aan ${CAST[role].shown}\n\n${plainText(content)}`)
    }
    return { kind: 'sent', calls: 1 }
  }
  return createDelivery({ ...parts, random: Math.random, sends: { terminal: show, teams: show } })
}

function roleOf(address: Parcel['address']): Role | undefined {
  if (address.kind !== 'person') return undefined
  const { platform, person } = address
  const key = platform === 'teams' ? 'entraId' : 'person'
  return ROLES.find((role) => CAST[role][key] === person)
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
  console.log(`\n${who === 'employee' ? '' : CAST[who].shown}> ${says}\n`)
  const reply = await stage.talk(requestOf(step, stage))
  stage.seen.set(who, reply)
  console.log(plainText(reply))
  await runAll(stage.publishing, stage)
  await stage.delivery.runOnce()
}

async function runAll(tasks: readonly Task[], { organisation }: Stage): Promise<void> {
  for (const { run } of tasks) await run(organisation.id)
}

type Passing = Extract<Step, { passes: string }>

/** Looks at that moment, as the bot does every minute. */
async function pass({ passes, until }: Passing, stage: Stage): Promise<void> {
  const { clock, rounds, organisation } = stage
  clock.goTo(await momentOf(until, stage))
  console.log(`\n... ${passes}: ${inWords(clock.now())}`)
  await rounds.runDue(organisation.id)
  await rounds.cleanUp()
  await runAll(stage.telling, stage)
  await sendAll(stage)
}

async function momentOf(
  until: Passing['until'],
  { storage, organisation, clock }: Stage,
): Promise<number> {
  if (until === 'working') return nextWorkingTime(clock.now(), organisation)
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
