/** No peeking: while a round is open, whatever anybody asks tells nothing of how many answered. */
import { readFileSync } from 'node:fs'
import type { Action } from '../../bot/contract/action.ts'
import type { ReplyOf } from '../../bot/contract/reply.ts'
import { createLog } from '../../bot/web/log.ts'
import { createMetrics } from '../../bot/web/metrics.ts'
import { hostCommands } from '../cli/host-commands.ts'
import { aDesk, type Said, TEAM } from './a-desk.ts'
import { answerTo, aTown, DAY, entraIdOf, HOUR, MONDAY, OPENS, type Town } from './a-town.ts'
import {
  EMPLOYEE_AND_CISO,
  EVERY_ROLE,
  forgottenWords,
  giveRoles,
  lookEverywhere,
} from './every-way-in.ts'
import { seededIds } from './seeded-ids.ts'
import { type Stored, type StoredEngine, storedEngines } from './stored.ts'

const ANSWERING = 15

const runCommandIn = hostCommands()

type Watched = Readonly<{
  stored: Stored
  town: Town
  /** Of the log, and the counts of the metrics. */
  told: () => Promise<string>
  close: () => Promise<void>
}>

/** @param answers how many people answer, in the first quarter of an hour */
async function watched({ openStored }: StoredEngine, answers: number): Promise<Watched> {
  const stored = await openStored()
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const metrics = createMetrics(log)
  const town = await aTown({
    ...{ storage: stored.storage, newId: seededIds(2026), clock: { now: MONDAY } },
    observe: metrics.observe,
  })
  await giveRoles(town)
  await town.openRound()
  for (let n = 1; n <= answers; n++) await town.answer(n, () => n % 2)
  await town.press(18, { verb: 'decline-poll', roundId: town.card(18).poll.round, how: 'today' })
  town.clock.now = OPENS + HOUR / 4
  const told = async () => allTold(lines, await metrics.text())
  return { stored, town, told, close: stored.close }
}

/** Without moments, which differ anyway. */
function allTold(lines: readonly string[], metrics: string): string {
  const counts = metrics.split('\n').filter((line) => line.startsWith('vraagbaak_'))
  return [...lines, ...counts]
    .filter((line) => !line.includes('reply_seconds'))
    .map((line) => line.replace(/"(time|tookMs)":\d+/g, ''))
    .join('\n')
}

/** What is not the same in both. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) {
  return [...one.keys()].filter((key) => one.get(key) !== other.get(key))
}

it('every word that is a command is tried', () => {
  const source = new URL('../../bot/use-cases/command.ts', import.meta.url)
  expect(forgottenWords(readFileSync(source, 'utf8'))).toEqual([])
})

describe.each(storedEngines)('on $name', (engine) => {
  let nobody: Watched
  let many: Watched
  beforeAll(async () => {
    nobody = await watched(engine, 0)
    many = await watched(engine, ANSWERING)
  })
  afterAll(() => Promise.all([nobody.close(), many.close()]))
  const both = async <T>(look: (one: Watched) => Promise<T>) =>
    [await look(nobody), await look(many)] as const

  it('no role is told anything else, whatever it presses or says', async () => {
    const [one, other] = await both(({ town }) => lookEverywhere(town, EVERY_ROLE))

    expect(one.size).toBeGreaterThan(300)
    expect(differing(one, other)).toEqual([])
  })

  it('who answered sees so on the own card only', async () => {
    const me = [
      { label: 'I', speaker: { person: entraIdOf(1), conversation: 'a:chat-1' }, speaks: true },
    ]
    const [one, other] = await both(({ town }) => lookEverywhere(town, me))

    expect(differing(one, other)).toEqual([
      'I: button answer-poll',
      'I: button decline-poll',
      'I: button my-poll',
      'I: words peiling',
      'I: words mijn peiling',
      'I: words vragenlijst',
      'I: words poll',
      'I: words my poll',
    ])
    const last = differing(one, other).map((key) => JSON.parse(other.get(key) ?? '').notice)
    expect(new Set(last)).toEqual(new Set(['poll-answered-before']))
  })

  it('no log line and no metric is another', async () => {
    const [one, other] = await both(({ told }) => told())

    expect(one).toContain('delivery-tried')
    expect(other).toBe(one)
  })

  it('nothing else was sent to anybody', async () => {
    const sent = ({ town }: Watched) => town.sent.map(({ address, content }) => [address, content])
    expect(sent(many)).toEqual(sent(nobody))
  })

  it('no report of the outbox and no line of the audit log is another', async () => {
    const [one, other] = await both(reports)

    expect(one).toContain('poll-opened')
    expect(other).toBe(one)
  })

  // With PostgreSQL they would ask the same of the same stores.
  if (engine.name === 'SQLite')
    it.each(['results', 'status'])('npm run polls -- %s tells nothing else', async (name) => {
      const ran = [nobody, many].map(({ stored: { dataDir } }) =>
        runCommandIn({ DATA_DIR: dataDir }, 'polls', name),
      )
      const [one, other] = await Promise.all(ran)

      expect(one).toMatchObject({ code: 0, errors: '' })
      expect(other).toEqual(one)
    })

  it('after a reminder nobody is told anything else either', async () => {
    const [one, other] = await both(async ({ town }) => {
      await town.goTo(OPENS + 2 * DAY)
      town.clock.now = OPENS + 2 * DAY + HOUR
      return lookEverywhere(town, EMPLOYEE_AND_CISO)
    })

    expect(nobody.town.sent.length).toBeGreaterThan(many.town.sent.length)
    expect(differing(one, other)).toEqual([])
  })

  it('after a reminder no report of the outbox counts who did not answer', async () => {
    const [one, other] = await both(reports)
    expect(other).toBe(one)
  })

  it('after a reminder no log line and no metric counts who did not answer', async () => {
    const [one, other] = await both(({ told }) => told())
    expect(other).toBe(one)
  })
})

describe('who reads along in a team', () => {
  let one: Watched
  let card: ReplyOf<'poll'>
  beforeAll(async () => {
    const [sqlite] = storedEngines
    if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
    one = await watched(sqlite, 1)
    card = one.town.card(1)
  })
  afterAll(() => one.close())

  /** @returns what the others see of what somebody does there */
  const seenOf = async (n: number, said: Said) => {
    const { town } = one
    await aDesk(town).arriveInTeam(n, said, `in-team-${n}`)
    town.sent.length = 0
    await town.deliver()
    return town.sent
      .filter(({ address }) => address.kind === 'conversation' && address.conversation === TEAM)
      .map(({ content }) => (content.kind === 'notice' ? content.notice : content.kind))
  }

  it('does not see that somebody took part', async () => {
    expect(await seenOf(1, { kind: 'message', text: 'peiling' })).toEqual(['sent-privately'])
  })

  it('does not see what somebody is answered', async () => {
    expect(await seenOf(2, { kind: 'action', action: answerTo(card) })).toEqual([])
    expect(await seenOf(3, { kind: 'action', action: declineOf(card) })).toEqual([])
  })
})

const declineOf = ({ poll }: ReplyOf<'poll'>): Action => ({
  verb: 'decline-poll',
  roundId: poll.round,
  how: 'round',
})

/** What an administrator can ask of a store while a round is open. */
async function reports({ town: { storage, organisation } }: Watched): Promise<string> {
  const { outbox, audit } = storage.stores
  const batches = await outbox.batches(organisation.id)
  const progress = await Promise.all(batches.map((one) => outbox.progress(organisation.id, one)))
  return JSON.stringify([
    await outbox.tally(organisation.id),
    batches,
    progress.map((one) => one?.counts),
    await audit.list(organisation.id),
  ])
}
