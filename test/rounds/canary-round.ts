/** Canary round: a round over HTTP in which everything somebody could be found by is unlike all else. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSecret } from '../../bot/load-secret.ts'
import { openStorage, sqliteFile } from '../../bot/open-storage.ts'
import type { Bank } from '../../bot/polls/bank/bank.ts'
import { keysInFolder } from '../../bot/round-keys.ts'
import { backUp } from '../../bot/storage/backup.ts'
import type { Roster } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { bank } from '../bot/a-bot.ts'
import { officeKnowledge } from '../bot/office-handbook.ts'
import { runCommandIn } from '../cli/run-command.ts'
import { WATERVEEN } from '../stand-ins/teams.ts'
import { CLOSES, DAY, MONDAY, OPENS, rosterOf } from './a-town.ts'
import { aWholeBot, type Caller, type WholeBot } from './a-whole-bot.ts'
import { type Loot, type Suspect, takeLoot } from './loot.ts'

/** What one person chose, and nobody else. */
export const CHOSEN = 'kanarie-keuze-c41f'
export const CANARY = 1
/** Answers on a client that sends buttons as messages. */
const OLD_CLIENT = 2
const LAST_ANSWER = 15

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Ids in which nothing of another's can be found. */
const idOf = (n: number): string => `kanarie-${hashOf(`roster ${n}`).slice(0, 12)}`
const platformIdOf = (n: number): string => {
  const hex = hashOf(`platform ${n}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
export const callerOf = (n: number): Caller => ({
  person: platformIdOf(n),
  name: `Kanarie ${hashOf(`name ${n}`).slice(0, 12)}`,
  conversation: `a:${hashOf(`conversation ${n}`).slice(0, 24)}`,
})
export const pressIdOf = (n: number): string => `f:${hashOf(`press ${n}`).slice(0, 24)}`

const ROSTER: Roster = withCanaries(rosterOf({ Jeugd: 12, Wmo: 12 }))
const ALL = [...ROSTER.people.keys()]
export const SUSPECTS: readonly Suspect[] = ALL.map((n) => ({
  id: idOf(n),
  platformId: platformIdOf(n),
}))

function withCanaries({ people, units }: Roster): Roster {
  const all = people.map((one, n) => ({ ...one, id: idOf(n), entraId: platformIdOf(n) }))
  return { people: all, units }
}

/** Of what is said and shown outside the files. */
export type Moment = Readonly<{ loot: Loot; said: string }>

export type Press = Readonly<{ answered: string; told: readonly string[] }>

export type CanaryRound = Readonly<{
  /** Everybody has the bot, nobody was asked anything. */
  before: Moment
  /** After 15 answers and a reminder. */
  during: Moment
  /** As a backup made it then, and a bare copy of it. */
  backup: Loot
  after: Moment
  /** With a backup made then. */
  backupAfter: Loot
  /** What the one who chose it was answered, and all that log and metrics had to say of it. */
  press: Press
  /** The same of who has an old client. */
  pressOnOldClient: Press
  /** Whatever was sent to anybody but the cards of the round. */
  lines: readonly string[]
  /** Hashes and salts that existed while it was open. */
  tags: readonly string[]
  /** The file of the key, as it was. */
  key: Buffer
  /** Outputs of commands afterwards. */
  outputs: string
}>

export async function canaryRound(): Promise<CanaryRound> {
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-canary-'))
  const dataDir = join(folder, 'data')
  mkdirSync(dataDir, { mode: 0o700 })
  const storage = await openStorage({ dataDir }, 'bot')
  const whole = await aWholeBot({
    ...{ storage, roster: ROSTER, clock: { now: MONDAY } },
    secret: loadSecret({ dataDir }),
    keys: keysInFolder(join(dataDir, 'rounds')),
    served: { organisation: WATERVEEN, knowledge: officeKnowledge, bank: bankWithCanary() },
  })
  try {
    return await live(whole, storage, folder)
  } finally {
    await whole.close()
    await storage.close()
    rmSync(folder, { recursive: true })
  }
}

/** The first anchor question has one option more. */
function bankWithCanary(): Bank {
  const [first = ''] = bank.anchors
  const question = bank.questions.get(first)
  if (question === undefined) throw new Error('the bank has no anchor question')
  const canary = { value: CHOSEN, text: { nl: CHOSEN, en: CHOSEN }, substantive: true }
  const changed = { ...question, options: [...question.options, canary] }
  return { ...bank, questions: new Map([...bank.questions, [first, changed]]) }
}

async function live(whole: WholeBot, storage: Storage, folder: string): Promise<CanaryRound> {
  const dataDir = join(folder, 'data')
  const moment = async (): Promise<Moment> => ({
    loot: takeLoot(dataDir),
    said: [...whole.lines, await whole.metrics()].join('\n'),
  })
  const backUpAs = (name: string): Loot => {
    const target = join(folder, name)
    mkdirSync(target)
    backUp(sqliteFile(dataDir), join(target, 'backup.db'))
    return takeLoot(target)
  }
  await prepare(whole)
  await storage.scrub()
  const before = await moment()

  await whole.goTo(OPENS)
  const presses = await answerAll(whole, storage)
  for (let at = OPENS + DAY; at <= OPENS + 2 * DAY; at += DAY) await whole.goTo(at)
  const during = await moment()
  const backup = backUpAs('during')
  const tags = await tagsOf(storage)
  const key = [...during.loot.bytes].find(([path]) => path.includes('rounds'))?.[1]
  if (key === undefined) throw new Error('there is no key')

  await whole.goTo(CLOSES)
  const after = await moment()
  const backupAfter = backUpAs('after')
  const outputs = await commands(dataDir)
  const { lines } = whole
  return { before, during, backup, after, backupAfter, ...presses, tags, key, outputs, lines }
}

async function prepare(whole: WholeBot): Promise<void> {
  for (const n of ALL)
    await whole.post(callerOf(n), 'installation-personal', { id: `f:install-${n}` })
  await whole.deliver()
  await pressAs(whole, 0, {
    ...{ verb: 'plan-polls', everyWeeks: '6', weekday: '2', at: '10:00' },
    ...{ from: '2026-12-01', openDays: '5' },
  })
  const recurrence = { everyWeeks: 6, weekday: 2, at: '10:00', from: '2026-12-01' }
  await pressAs(whole, 0, { verb: 'confirm-polls', recurrence, openDays: 5, people: ALL.length })
}

let presses = 0

function pressAs(whole: WholeBot, n: number, data: object, id = `f:other-${++presses}`) {
  const action = { type: 'Action.Execute', verb: Object(data).verb, data }
  const value = { action, trigger: 'manual' }
  return whole.post(callerOf(n), 'invoke-show-section', { id, value })
}

async function answerAll(
  whole: WholeBot,
  storage: Storage,
): Promise<Pick<CanaryRound, 'press' | 'pressOnOldClient'>> {
  const card = await cardOf(storage)
  const press = await watch(whole, () =>
    pressAs(whole, CANARY, { ...card, q1: CHOSEN }, pressIdOf(CANARY)),
  )
  const pressOnOldClient = await watch(whole, async () => {
    const id = pressIdOf(OLD_CLIENT)
    const answered = await whole.post(callerOf(OLD_CLIENT), 'message-submit', { id, value: card })
    await whole.deliver()
    return answered
  })
  for (let n = OLD_CLIENT + 1; n <= LAST_ANSWER; n++) await pressAs(whole, n, card, pressIdOf(n))
  const decline = { verb: 'decline-poll', roundId: card.roundId }
  await pressAs(whole, 16, { ...decline, how: 'today' }, pressIdOf(16))
  await pressAs(whole, 17, { ...decline, how: 'never' }, pressIdOf(17))
  await whole.post(callerOf(18), 'message-personal', { id: pressIdOf(18), text: 'peiling' })
  await pressAs(whole, CANARY, { ...card, q1: CHOSEN }, 'f:again')
  await whole.deliver()
  return { press, pressOnOldClient }
}

/** Lines of the log that came meanwhile, and counts that are another. */
async function watch(whole: WholeBot, work: () => Promise<string>): Promise<Press> {
  const counts = async () =>
    (await whole.metrics()).split('\n').filter((line) => /^vraagbaak_(?!http.*metrics)/.test(line))
  const [before, from] = [new Set(await counts()), whole.lines.length]
  const answered = await work()
  const changed = (await counts()).filter((line) => !before.has(line))
  return { answered, told: [...whole.lines.slice(from), ...changed] }
}

/** What the button of the card sends, with the first option of each question. */
async function cardOf({ stores }: Storage) {
  const round = await stores.polls.openRound('waterveen')
  if (round?.frozen === undefined) throw new Error('no round is open')
  const [q1, q2, q3] = round.frozen.questions.map(({ options }) => options[0]?.value)
  return { verb: 'answer-poll', roundId: round.id, q1, q2, q3 }
}

async function tagsOf({ stores }: Storage): Promise<readonly string[]> {
  const round = await stores.polls.openRound('waterveen')
  if (round === undefined) throw new Error('no round is open')
  const taken = await stores.participation.takers('waterveen', round.id)
  const left = await stores.participation.leftAlone('waterveen', round.id, '2026-12-01')
  return [...taken, ...left]
}

async function commands(dataDir: string): Promise<string> {
  const run = (name: string, ...args: readonly string[]) =>
    runCommandIn({ DATA_DIR: dataDir }, name, ...args)
  const ran = await Promise.all([run('audit', 'list'), run('polls', 'results', '--json')])
  return ran.map(({ output, errors }) => output + errors).join('\n')
}
