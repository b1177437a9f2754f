/** Reply counts: each reply counts once, whoever else is answered at the same time, and nobody is in them. */
import { sql } from 'kysely'
import { createBot } from '../../bot/bot.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import { tagsOf } from '../../bot/tags.ts'
import { DEFAULT_CALIBRATION } from '../../knowledge/confidence.ts'
import { createKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { emptyThesaurus } from '../../knowledge/thesaurus.ts'
import { aKnowledgeBase, aSpeaker, press, say, secret, theParts } from '../bot/a-bot.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from './engines.ts'
import { type Inspected, openInspected } from './open-inspected.ts'

const WEEK = '2026-W49' // of the clock of theParts
const WEEKS = { from: '2026-W48', until: '2026-W50' }
const TABLES = ['reply_count', 'answer_count']
const knowledge = await aKnowledgeBase('## Mag ik thuis printen? {#printen}\n\nNee.\n')
const withLeave = await createKnowledgeBase(knowledge.handbook, {
  thesaurus: emptyThesaurus,
  calibration: DEFAULT_CALIBRATION,
  elsewhere: [
    {
      topic: 'verlof',
      ask: 'het HR-servicepunt',
      keywords: ['verlofdagen'],
      questions: ['hoeveel verlofdagen heb ik'],
    },
  ],
})
afterAll(removeFolders)

describe.each(engines)('reply counts on $name', (engine) => {
  let storage: Inspected
  beforeEach(async () => {
    storage = await openInspected(engine)
  })
  afterEach(() => storage.close())

  const during = (weeks = WEEKS, organisation = 'waterveen') =>
    storage.stores.replyCounts.during(organisation, weeks)
  const count = (week: string, section: string) =>
    storage.stores.replyCounts.count('waterveen', week, { kind: 'answer', section })

  it('of fifty replies at once are fifty, from shared rooms as well, and of one that failed none', async () => {
    const bot = createBot(theParts(knowledge).parts)
    const ask = (index: number) =>
      storage.transaction((stores) => {
        const from = {
          person: `person-${index}`,
          conversation: `c-${index}`,
          shared: index % 2 > 0,
        }
        return bot.reply(say('mag ik thuis printen', from), stores)
      })
    const failing = storage.transaction(async (stores) => {
      await bot.reply(say('mag ik thuis printen'), stores)
      throw new Error('not durable')
    })

    await Promise.all([
      ...Array.from({ length: 50 }, (_, index) => ask(index)),
      expect(failing).rejects.toThrow('not durable'),
    ])

    expect(await during()).toEqual({
      demo: false,
      kinds: [{ week: WEEK, kind: 'answer', n: 50 }],
      sections: [{ section: 'printen', n: 50 }],
    })
    expect(await during(WEEKS, 'lindedam')).toEqual({ demo: false, kinds: [], sections: [] })
  })

  it('hold nothing of who asked or of what they typed', async () => {
    const { parts } = theParts(knowledge)
    const bot = createBot(parts)
    const speaker = aSpeaker({ name: 'Kim de Wit' })

    await storage.transaction((stores) => bot.reply(say('mag ik thuis printen kanarie'), stores))

    const { reply_count: kinds, answer_count: sections } = await storage.rows()
    const rows = [...(kinds ?? []), ...(sections ?? [])]
    expect(rows).toHaveLength(2)
    const signs = [speaker.person, speaker.conversation, 'kanarie', ...tagsOf(secret, speaker)]
    for (const sign of signs) expect(rows.join()).not.toContain(sign)
  })

  it('have no column for a person or a moment, and no order of arrival', async () => {
    const database = await engine.openDatabase()
    await migrate(database)
    const tables = await database.kysely.introspection.getTables()
    const ours = tables.filter(({ name }) => TABLES.includes(name))

    expect(ours).toHaveLength(TABLES.length)
    for (const { columns } of ours)
      expect(columns.map(({ name }) => name)).toEqual([
        ...['organisation', 'week', expect.stringMatching(/^(kind|section)$/), 'demo', 'n'],
      ])
    if (engine.name === 'SQLite')
      for (const table of TABLES)
        await expect(
          sql`select rowid from ${sql.table(table)}`.execute(database.kysely),
        ).rejects.toThrow('no such column')
    await database.close()
  })

  it('tell a question without an answer from one that the handbook is not for, and count no leafing', async () => {
    const bot = createBot(theParts(withLeave).parts)
    const requests = [
      say('zonnebloem kweken'),
      say('hoeveel verlofdagen heb ik'),
      say('ik heb net op een phishinglink geklikt'),
      say('help'),
      say('bedankt'),
      press({ verb: 'show-section', sectionId: 'printen' }),
      press({ verb: 'show-chapters' }),
      press({ verb: 'none-of-these' }),
    ]

    for (const request of requests)
      await storage.transaction((stores) => bot.reply(request, stores))

    const { kinds, sections } = await during()
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      ...{ 'no-answer': 1, elsewhere: 1, incident: 1, 'none-of-these': 1 },
    })
    expect(sections).toEqual([])
  })

  it('are those of the weeks asked for, also around the end of a year', async () => {
    for (const week of ['2026-W47', '2026-W53', '2027-W01', '2027-W02']) await count(week, 'wifi')

    const { kinds, sections } = await during({ from: '2026-W53', until: '2027-W01' })

    expect(kinds.map(({ week }) => week)).toEqual(['2026-W53', '2027-W01'])
    expect(sections).toEqual([{ section: 'wifi', n: 2 }])
  })

  it('are never added to made-up ones, which go when they are taken away', async () => {
    await count(WEEK, 'wifi')
    const demo = { week: WEEK, kinds: { answer: 40, elsewhere: 0 }, sections: { printen: 40 } }
    await storage.stores.replyCounts.setDemo('waterveen', [demo])
    await storage.stores.replyCounts.setDemo('waterveen', [demo])
    await count(WEEK, 'wifi')

    expect(await during()).toEqual({
      demo: true,
      kinds: [{ week: WEEK, kind: 'answer', n: 40 }],
      sections: [{ section: 'printen', n: 40 }],
    })

    await storage.stores.replyCounts.setDemo('waterveen', [])
    expect(await during()).toEqual({
      demo: false,
      kinds: [{ week: WEEK, kind: 'answer', n: 2 }],
      sections: [{ section: 'wifi', n: 2 }],
    })
  })

  it('are forgotten by week, and those of others stay', async () => {
    for (const week of ['2026-W48', '2026-W49']) await count(week, 'wifi')
    await storage.stores.replyCounts.count('lindedam', '2026-W48', { kind: 'incident' })

    expect(await storage.stores.replyCounts.forgetBefore('waterveen', '2026-W49')).toBe(2)

    expect((await during()).kinds.map(({ week }) => week)).toEqual(['2026-W49'])
    expect((await during(WEEKS, 'lindedam')).kinds).toHaveLength(1)
  })
})
