/** Handbook use: nothing is told of fewer than ten questions or five people, and nothing exactly. */
import { type HandbookUse, handbookUse } from '../../bot/results/handbook-use.ts'
import type { Escalation } from '../../bot/storage/escalations.ts'
import type { Gap } from '../../bot/storage/gaps.ts'
import type { ReplyKind } from '../../bot/storage/reply-counts.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { aKnowledgeBase } from '../bot/a-bot.ts'
import { anOrganisation } from '../builders.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'

/** Monday 30 November 2026, ten past nine in Amsterdam. */
const NOW = Date.parse('2026-11-30T08:10:00Z')
const DAY = 86_400_000
const [FIRST, LAST] = ['2026-W36', '2026-W48']
const organisation = anOrganisation({ id: 'waterveen' })
const { handbook } = await aKnowledgeBase(
  '## Mag ik thuis printen? {#printen}\n\nNee.\n\n## Mijn wifi {#wifi}\n\nJa.\n',
)
afterAll(removeFolders)

describe.each(engines)('the use of the handbook on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  const use = (now = NOW, change = {}): Promise<HandbookUse> =>
    handbookUse({
      organisation: { ...organisation, ...change },
      handbook,
      stores: storage.stores,
      now,
    })
  const replies = async (week: string, kind: ReplyKind, n: number, section = 'printen') => {
    const reply = { kind, ...(kind === 'answer' ? { section } : {}) }
    await storage.transaction(async ({ replyCounts }) => {
      for (let time = 0; time < n; time += 1) await replyCounts.count('waterveen', week, reply)
    })
  }
  const rate = async (section: string, helpful: number, unhelpful: number, version = '1') => {
    const add = (verdict: 'helpful' | 'unhelpful') =>
      storage.stores.feedback.add('waterveen', { section, version, verdict })
    for (let time = 0; time < helpful; time += 1) await add('helpful')
    for (let time = 0; time < unhelpful; time += 1) await add('unhelpful')
  }
  const gaps = async (askers: number, change: Partial<Gap> = {}, times = askers) => {
    for (let time = 0; time < times; time += 1)
      await storage.stores.gaps.add('waterveen', {
        ...{ id: `${JSON.stringify(change)} ${time}`, question: 'mag ik een drone gebruiken' },
        ...{ origin: 'no-answer', askerTag: `asker-${time % askers}`, day: '2026-11-20' },
        ...change,
      })
  }
  const escalation = async (id: string, askedAt: number, handledAt?: number) => {
    await storage.stores.escalations.add('waterveen', { ...ESCALATION, id, number: id, askedAt })
    const outcome = { kind: 'reason', reason: 'dubbel' } as const
    if (handledAt !== undefined)
      await storage.stores.escalations.handle('waterveen', id, { outcome, by: 'x', at: handledAt })
  }

  it('tells nothing of nine questions, and of ten that they are about ten', async () => {
    await replies(LAST, 'answer', 9)
    const nine = await use()
    await replies(FIRST, 'answer', 1)
    const ten = await use()

    expect([nine.questions, nine.topics, nine.unanswered]).toEqual([undefined, [], undefined])
    expect(nine.kinds.map(({ n }) => n)).toEqual(Array(6).fill(undefined))
    expect(nine.weeks.every((week) => week.unanswered === undefined)).toBe(true)
    expect([ten.questions, ten.unanswered]).toEqual([10, 0])
    expect(ten.topics.map(({ section, n }) => [section.id, n])).toEqual([['printen', 10]])
    // Nine of them in one week: of that week there is no share yet.
    expect(ten.weeks.every((week) => week.unanswered === undefined)).toBe(true)
  })

  it('is of thirteen whole weeks, the same from Monday to Sunday', async () => {
    for (const week of ['2026-W35', FIRST, LAST, '2026-W49']) await replies(week, 'answer', 20)

    const monday = await use()

    expect(monday.weeks.map(({ week }) => week)).toHaveLength(13)
    expect([monday.weeks[0]?.week, monday.weeks.at(-1)?.week]).toEqual([FIRST, LAST])
    expect(new Date(monday.weeks[0]?.monday ?? 0).toISOString().slice(0, 10)).toBe('2026-08-31')
    expect(monday.questions).toBe(40)
    expect(await use(Date.parse('2026-12-06T22:59:00Z'))).toEqual(monday)
    expect((await use(Date.parse('2026-12-06T23:00:00Z'))).weeks.at(-1)?.week).toBe('2026-W49')
  })

  it('names the most asked texts that are still in the handbook, and rounds to tens', async () => {
    await replies(LAST, 'answer', 14, 'printen')
    await replies(LAST, 'answer', 26, 'wifi')
    await replies(LAST, 'answer', 30, 'gone')

    const { topics, questions } = await use()

    expect(topics.map(({ section, n }) => [section.id, n])).toEqual([
      ['wifi', 30],
      ['printen', 10],
    ])
    expect(questions).toBe(70)
  })

  it('counts a choice of which none was right as one question without an answer', async () => {
    await replies(LAST, 'answer', 6)
    await replies(LAST, 'suggestions', 2)
    await replies(LAST, 'none-of-these', 5)
    await replies(LAST, 'no-answer', 2)
    await replies(LAST, 'elsewhere', 50)
    await replies(LAST, 'incident', 50)

    const { unanswered, questions, weeks } = await use()

    expect(unanswered).toBe(40) // 2 + 2 of 10
    expect(weeks.at(-1)?.unanswered).toBe(40)
    expect(questions).toBe(60)
  })

  it.each([
    ['less', 50, 10],
    ['more', 10, 50],
    ['no-evidence', 30, 28],
  ] as const)('says of the share without an answer: %s', async (change, before, after) => {
    await replies(FIRST, 'answer', 100 - before)
    await replies(FIRST, 'no-answer', before)
    await replies('2026-W42', 'no-answer', 100) // the week in the middle is of neither half
    await replies(LAST, 'answer', 100 - after)
    await replies(LAST, 'no-answer', after)

    expect((await use()).change).toBe(change)
  })

  it('says nothing of a change when either half has nine questions', async () => {
    await replies(FIRST, 'no-answer', 9)
    await replies(LAST, 'answer', 90)
    expect((await use()).change).toBeUndefined()

    await replies(FIRST, 'no-answer', 1)
    expect((await use()).change).toBe('less')
  })

  it('tells how a text is rated from ten ratings on, never that all said the same', async () => {
    await rate('printen', 5, 4)
    expect((await use()).ratings).toEqual([])

    await rate('printen', 1, 0, '2')
    await rate('wifi', 12, 0)
    await storage.stores.feedback.add('waterveen', {
      ...{ section: 'printen', version: '2', verdict: 'unclear' },
    })

    expect(
      (await use()).ratings.map(({ section: { id }, helpful, n }) => [id, helpful, n]),
    ).toEqual([
      ['printen', 60, 10],
      ['wifi', 90, 10],
    ])
  })

  it('shows made-up ratings beside made-up questions only', async () => {
    await rate('wifi', 12, 0)
    const ratings = [{ section: 'printen', verdict: 'unhelpful', n: 20 }] as const
    await storage.stores.feedback.setDemo('waterveen', ratings)
    const idsOf = ({ demo, ratings }: HandbookUse) => [
      demo,
      ...ratings.map((one) => one.section.id),
    ]

    expect(idsOf(await use())).toEqual([false, 'wifi'])

    const demo = { week: LAST, kinds: { answer: 40 }, sections: {} }
    await storage.stores.replyCounts.setDemo('waterveen', [demo])
    expect(idsOf(await use())).toEqual([true, 'printen'])
  })

  it('names what is missing from five people on, however often four of them ask', async () => {
    await gaps(4, {}, 40)
    await gaps(4, { origin: 'unhelpful', section: 'wifi' }, 40)
    expect((await use()).gaps).toEqual([])

    await gaps(5, { question: 'drone toegestaan?' })
    await gaps(5, { origin: 'unhelpful', section: 'wifi', question: 'en de gasten' })

    expect(
      (await use()).gaps.map((gap) => (gap.kind === 'unhelpful' ? gap.section.id : gap.words)),
    ).toEqual([['drone'], 'wifi'])
  })

  it('names what is missing by no word that fewer than five people typed', async () => {
    await gaps(5)
    await gaps(1, { question: 'mag ik een drone gebruiken bij kanarie', askerTag: 'sixth' })
    await gaps(4, { question: 'mag ik een drone gebruiken bij parkieten' })

    expect((await use()).gaps).toMatchObject([{ kind: 'no-answer', words: ['drone', 'gebruiken'] }])
    expect(JSON.stringify(await use())).not.toMatch(/kanarie|parkieten/)
  })

  it('leaves out what was missed more than thirty days ago', async () => {
    await gaps(5, { day: '2026-10-30' })
    expect((await use()).gaps).toEqual([])

    await gaps(5, { day: '2026-10-31' })
    expect((await use()).gaps).toHaveLength(1)
  })

  it('tells how many wait from five on, and of fewer only whether it takes too long', async () => {
    expect((await use()).waiting).toEqual({ open: 'none', isLate: false })

    // Wednesday, so that on Monday at the same hour three working days are over.
    await escalation('1', NOW - 5 * DAY)
    expect((await use()).waiting).toEqual({ open: 'few', isLate: false })
    expect((await use(NOW + 1)).waiting).toEqual({ open: 'few', isLate: true })

    for (const id of ['2', '3', '4']) await escalation(id, NOW - DAY)
    expect((await use()).waiting.open).toBe('few')
    await escalation('5', NOW - 12 * DAY)
    expect((await use()).waiting).toEqual({ open: 5, oldestDays: 8, isLate: true })
  })

  it('tells which share was handled in time from ten on, and counts what is late already', async () => {
    const asked = NOW - 12 * DAY // a Wednesday
    for (const id of ['1', '2', '3', '4', '5', '6']) await escalation(id, asked, asked + 5 * DAY)
    for (const id of ['7', '8']) await escalation(id, asked, asked + 6 * DAY)
    await escalation('old', NOW - 60 * DAY, NOW - 31 * DAY)
    await escalation('late', NOW - 40 * DAY)
    await escalation('new', NOW - DAY)
    expect((await use()).waiting.inTime).toBeUndefined()

    await escalation('9', asked, asked + 1)
    expect((await use()).waiting.inTime).toBe(70)
  })

  it('knows nothing of another organisation', async () => {
    await replies(LAST, 'answer', 40)
    await rate('printen', 20, 20)
    await gaps(9)
    for (const id of ['1', '2', '3', '4', '5']) await escalation(id, NOW - 12 * DAY, undefined)

    const [ours, theirs] = [await use(), await use(NOW, { id: 'lindedam' })]

    expect(ours).toMatchObject({ questions: 40, topics: [{}], ratings: [{}], gaps: [{}] })
    expect(ours.waiting.open).toBe(5)
    expect(theirs).toMatchObject({ questions: undefined, topics: [], ratings: [], gaps: [] })
    expect(theirs.waiting).toEqual({ open: 'none', isLate: false })
  })
})

const ESCALATION: Omit<Escalation, 'id' | 'number' | 'askedAt'> = {
  question: 'mag dit',
  origin: 'no-answer',
  askerTag: 'tag',
  askerAddress: 'sealed',
  language: 'nl',
  state: 'open',
  reminders: 0,
}
