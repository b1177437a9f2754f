/** Kill journeys: employees and the CISO go on as if nothing happened while the bot is killed again and again. */
import { createChance } from '../../bench/words.ts'
import { openSqlite } from '../../bot/storage/database.ts'
import { createStorage } from '../../bot/storage/storage.ts'
import { type Platform, startPlatform } from '../stand-ins/platform.ts'
import {
  type Asked,
  askTheCiso,
  isSameCard,
  mentions,
  type People,
  type Progress,
  reportAnIncident,
} from './journeys.ts'
import { startMortalBot } from './mortal-bot.ts'
import { aMunicipality, type Municipality, ORGANISATION } from './municipality.ts'

export type Outcome = Readonly<{
  journeys: number
  /** How often something had to be said or pressed again. */
  repeats: number
  exitCode: number | null
  /** What went against the promises. */
  problems: readonly string[]
}>

/** Journeys that run at the same time: one kill finds them at different moments. */
const AT_ONCE = 6
/** More than there are journeys between two kills. */
const EMPLOYEES_FOR_A_KILL = 6
/** From the last kill until every journey has ended. */
const PATIENCE_MS = 60_000

export async function killDuringJourneys(kills: number, seed: number): Promise<Outcome> {
  const municipality = aMunicipality(AT_ONCE + kills * EMPLOYEES_FOR_A_KILL)
  const platform = await startPlatform()
  const bot = await startMortalBot(municipality.variables, platform, createChance(seed))
  try {
    await platform.install(municipality.ciso)

    let isOver = false
    const travels = travel(municipality, platform, () => isOver)
    await Promise.race([bot.killed(kills), travels.failed])
    isOver = true
    const ended = await travels.ended()
    const exitCode = await bot.stop()

    const problems = [
      ...ended.flatMap((journey) => problemsIn(journey, platform, municipality)),
      ...(await problemsInStore(municipality, ended)),
    ]
    return { journeys: ended.length, repeats: platform.repeats(), exitCode, problems }
  } finally {
    await bot.stop('SIGKILL')
    await platform.close()
    municipality.remove()
  }
}

type Journey = Readonly<{ people: People; asked: Asked; incident: string }>

/** One employee after the other, some at the same time. */
function travel(
  { employees, ciso, databaseFile }: Municipality,
  platform: Platform,
  isOver: () => boolean,
) {
  const waiting = [...employees]
  const done: Journey[] = []
  const underway = new Set<Progress>()

  const go = async () => {
    for (let employee = waiting.shift(); employee && !isOver(); employee = waiting.shift()) {
      const people = { platform, employee, ciso }
      const progress = { at: 'install' }
      underway.add(progress)
      await platform.install(employee)
      const asked = await askTheCiso(people, progress)
      const incident = await reportAnIncident(people, progress)
      underway.delete(progress)
      done.push({ people, asked, incident })
    }
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, go))
  return {
    /** Rejects when one of them does. */
    failed: all.then(() => new Promise<never>(() => undefined)),
    ended: async (): Promise<readonly Journey[]> => {
      const late = lateness()
      const isLate = await Promise.race([all.then(() => false), late.passed])
      late.cancel()
      if (!isLate) return done
      const where = [...underway].map(({ at }) => at).join('; ')
      throw new Error(`journeys did not end, at: ${where}. ${await unsentIn(databaseFile)}`)
    },
  }
}

function lateness() {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<true>((resolve) => {
    timer = setTimeout(() => resolve(true), PATIENCE_MS)
  })
  return { passed, cancel: () => clearTimeout(timer) }
}

async function unsentIn(databaseFile: string): Promise<string> {
  const { kysely, close } = openSqlite(databaseFile)
  const columns = ['class', 'state', 'attempts', 'unknowns', 'last_outcome'] as const
  const rows = await kysely.selectFrom('delivery').select(columns).execute()
  await close()
  return `The outbox holds ${JSON.stringify(rows)}`
}

/** What was said, as the platform saw it. */
function problemsIn(journey: Journey, platform: Platform, { ciso }: Municipality): string[] {
  const { asked, incident } = journey
  const { number, question, answer } = asked
  const problems: string[] = []

  const cards = platform.toldTo(ciso).filter((told) => mentions(told, question))
  if (cards.some((told) => !mentions(told, number)))
    problems.push(`the question of ${number} also came under another number`)
  if (!platform.toldTo(ciso).some((told) => mentions(told, incident)))
    problems.push(`nobody was told of ${incident}`)

  const heard = platform.toldTo(journey.people.employee).filter((told) => mentions(told, answer))
  const answers = heard.filter((told) => heard[0] !== undefined && isSameCard(told, heard[0]))
  const unmarked = answers.filter(({ text }) => text !== '(mogelijk dubbel)')
  if (answers.length > MOST_COPIES || unmarked.length > 1)
    problems.push(`${number} was answered ${answers.length} times, ${unmarked.length} unmarked`)
  return problems
}

/** An answer that a death left in doubt is sent again, and says so; more than this is a fault. */
const MOST_COPIES = 10

/** What was kept, when the bot is gone. */
async function problemsInStore(
  { databaseFile }: Municipality,
  journeys: readonly Journey[],
): Promise<string[]> {
  const database = openSqlite(databaseFile)
  const rows = await database.kysely.selectFrom('escalation').selectAll().execute()
  const left = await database.kysely
    .selectFrom('delivery')
    .select('state')
    .where('state', 'in', ['ready', 'sending'])
    .where('unknowns', '=', 0) // a second copy may still wait for its turn
    .execute()
  const incidents = await database.kysely.selectFrom('incident').select('number').execute()
  const answered = await database.kysely
    .selectFrom('audit')
    .select('object')
    .where('action', '=', 'escalation-answered')
    .execute()
  const verdict = await createStorage(database).stores.audit.verify(ORGANISATION)
  await database.close()

  const count = (what: string, counted: number, expected: number) =>
    counted === expected ? [] : [`${counted} ${what}, and there should be ${expected}`]
  const numbers = journeys.map(({ asked }) => asked.number).sort()
  return [
    ...count('questions', rows.length, journeys.length),
    ...count('open questions', rows.filter(({ state }) => state === 'open').length, 0),
    ...count('reports', incidents.length, journeys.length),
    ...count('answers in the audit log', answered.length, journeys.length),
    ...count('messages left to send', left.length, 0),
    ...(numbers.join() ===
    rows
      .map(({ number }) => number)
      .sort()
      .join()
      ? []
      : ['the numbers that were told are not those that were kept']),
    ...(verdict.kind === 'broken' ? ['the audit log is broken'] : []),
  ]
}
