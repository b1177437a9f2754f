/** Retention: what was promised not to be kept longer is gone, from the tables and from the files. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChores } from '../../bot/chores/chores.ts'
import { retention } from '../../bot/chores/retention.ts'
import { openStorage } from '../../bot/open-storage.ts'
import type { Escalation } from '../../bot/storage/escalations.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { anOrganisation } from '../builders.ts'
import { engines } from '../storage/engines.ts'

const DAY = 86_400_000
/** 1 June 2026, 00:30 in Amsterdam: still 31 May in UTC. */
const now = Date.parse('2026-05-31T22:30:00Z')
const ours = anOrganisation({ id: 'waterveen' })

function sweep(storage: Storage, organisation = ours, at = now): Promise<void> {
  return createChores({
    storage,
    chores: [retention],
    organisations: [organisation],
    clock: () => at,
    observe: (event) => {
      if (event.kind === 'failed') throw event.error
    },
  }).runDue()
}

const aGap = (id: string, day: string, question = 'hoe werkt het kopieerapparaat') =>
  ({ id, question, origin: 'no-answer', askerTag: 'tag', day }) as const

function anEscalation(id: string, change: Partial<Escalation> = {}): Escalation {
  return {
    id,
    number: `V-2026-${id}`,
    question: 'mag ik mijn eigen tablet gebruiken',
    origin: 'no-answer',
    askerTag: 'tag',
    askerAddress: 'sealed',
    language: 'nl',
    state: 'open',
    askedAt: now - 60 * DAY,
    reminders: 0,
    ...change,
  }
}

describe.each(engines)('retention on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  it('removes questions after the days of the organisation, by its own calendar', async () => {
    const { gaps } = storage.stores
    await gaps.add('waterveen', aGap('old', '2026-05-01'))
    await gaps.add('waterveen', aGap('last', '2026-05-02'))
    await gaps.add('oosterhaven', aGap('theirs', '2026-05-01'))

    await sweep(storage)

    expect((await gaps.since('waterveen', '')).map(({ id }) => id)).toEqual(['last'])
    expect(await gaps.since('oosterhaven', '')).toHaveLength(1)
  })

  it('removes questions that an answer helped with after the same days', async () => {
    const { helpfulQuestions } = storage.stores
    const helpful = (day: string) => ({ question: `vraag van ${day}`, section: 'printen', day })
    await helpfulQuestions.add('waterveen', helpful('2026-05-01'))
    await helpfulQuestions.add('waterveen', helpful('2026-05-02'))
    await helpfulQuestions.add('oosterhaven', helpful('2026-05-01'))

    await sweep(storage)

    expect(await helpfulQuestions.list('waterveen')).toEqual([helpful('2026-05-02')])
    expect(await helpfulQuestions.list('oosterhaven')).toHaveLength(1)
  })

  it('removes all questions where none are to be kept', async () => {
    const { gaps, helpfulQuestions } = storage.stores
    await gaps.add('waterveen', aGap('today', '2026-06-01'))
    const helpful = { question: 'mag ik printen', section: 'printen', day: '2026-06-01' }
    await helpfulQuestions.add('waterveen', helpful)

    await sweep(storage, anOrganisation({ id: 'waterveen', retention: { questionDays: 0 } }))

    expect(await gaps.since('waterveen', '')).toEqual([])
    expect(await helpfulQuestions.list('waterveen')).toEqual([])
  })

  it('removes the text of what a human handled, and keeps what is open', async () => {
    const { escalations } = storage.stores
    for (const id of ['1', '2', '3']) await escalations.add('waterveen', anEscalation(id))
    const outcome = { kind: 'text', text: 'Ja, dat mag.' } as const
    await escalations.handle('waterveen', '1', { outcome, by: 'ciso', at: now - 31 * DAY })
    await escalations.handle('waterveen', '2', { outcome, by: 'ciso', at: now - 29 * DAY })

    await sweep(storage)

    const texts = await Promise.all(
      ['1', '2', '3'].map(async (id) => (await escalations.find('waterveen', id))?.question ?? ''),
    )
    expect(texts).toEqual(['', anEscalation('2').question, anEscalation('3').question])
  })

  it('removes the first notice of an incident after 30 days', async () => {
    const { incidents } = storage.stores
    await incidents.notice('waterveen', 'old', 'general', now - 31 * DAY)
    await incidents.notice('waterveen', 'new', 'general', now - 29 * DAY)

    await sweep(storage)

    expect(await incidents.firstNotice('waterveen', 'old', 0)).toBeUndefined()
    expect(await incidents.firstNotice('waterveen', 'new', 0)).toBe(now - 29 * DAY)
  })

  it('removes the audit log after three years, and what is left verifies', async () => {
    const { audit } = storage.stores
    const entry = { actor: 'ciso', action: 'route-set', object: 'incidents' }
    await audit.append('waterveen', entry, now - 3 * 366 * DAY - 1)
    await audit.append('waterveen', entry, now - 3 * 365 * DAY)

    await sweep(storage)

    expect(await audit.list('waterveen')).toHaveLength(1)
    expect(await audit.verify('waterveen')).toMatchObject({ kind: 'intact' })
  })

  it('removes how often the handbook was asked after two years, by its own calendar', async () => {
    const { replyCounts } = storage.stores
    // Two years of 366 days before 1 June 2026 is 30 May 2024, a Thursday of week 22.
    for (const week of ['2024-W21', '2024-W22'])
      for (const organisation of ['waterveen', 'oosterhaven'])
        await replyCounts.count(organisation, week, { kind: 'answer', section: 'wifi' })

    await sweep(storage)

    const weeks = { from: '2024-W21', until: '2026-W22' }
    expect(await replyCounts.during('waterveen', weeks)).toEqual({
      demo: false,
      kinds: [{ week: '2024-W22', kind: 'answer', n: 1 }],
      sections: [{ section: 'wifi', n: 1 }],
    })
    expect((await replyCounts.during('oosterhaven', weeks)).kinds).toHaveLength(2)
  })

  it('forgets what was seen once its time is over', async () => {
    const { seen } = storage.stores
    await seen.firstTime('over', DAY, now - DAY)
    await seen.firstTime('not over', DAY, now - DAY + 1)

    await sweep(storage)

    expect(await seen.forgetExpired(now)).toBe(0)
    expect(await seen.firstTime('not over', DAY, now)).toBe(false)
  })

  it('forgets who had the pages open once that is over', async () => {
    const { webSignIns } = storage.stores
    const visitor = { person: '1001', language: 'nl' } as const
    await webSignIns.keepLink('waterveen', visitor, { tag: 'link', expiresAt: now })
    await webSignIns.startSession('waterveen', visitor, { tag: 'open', expiresAt: now + 1 })

    await sweep(storage)

    expect(await webSignIns.forgetExpired(now)).toBe(0)
    expect(await webSignIns.session('waterveen', 'open', now)).toEqual(visitor)
  })

  it('happens once a day', async () => {
    await sweep(storage)
    await storage.stores.gaps.add('waterveen', aGap('old', '2026-05-01'))

    await sweep(storage, ours, now + DAY / 2)
    expect(await storage.stores.gaps.since('waterveen', '')).toHaveLength(1)
    await sweep(storage, ours, now + DAY)
    expect(await storage.stores.gaps.since('waterveen', '')).toHaveLength(0)
  })
})

it('leaves nothing of a removed question in any file', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  const storage = await openStorage({ dataDir }, 'bot')
  const inFiles = () =>
    readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes('kanarie'))
  await storage.stores.gaps.add('waterveen', aGap('old', '2026-01-01', 'kanarie'))
  expect(inFiles()).not.toEqual([])

  await sweep(storage)

  expect(inFiles()).toEqual([])
  await storage.close()
  rmSync(dataDir, { recursive: true })
})
