/** The store of questions that an answer helped with, on both engines. */

import { type HelpfulQuestion, MAX_HELPFUL } from '../../bot/storage/helpful-questions.ts'
import { engines } from './engines.ts'
import { type Inspected, openInspected } from './open-inspected.ts'

const aQuestion = (change: Partial<HelpfulQuestion> = {}): HelpfulQuestion => ({
  question: 'mag ik thuis printen',
  section: 'printen',
  day: '2026-12-01',
  ...change,
})

describe.each(engines)('helpful questions on $name', (engine) => {
  let storage: Inspected
  beforeEach(async () => {
    storage = await openInspected(engine)
  })
  afterEach(() => storage.close())
  const add = (change: Partial<HelpfulQuestion> = {}, organisation = 'waterveen') =>
    storage.stores.helpfulQuestions.add(organisation, aQuestion(change))
  const list = (organisation = 'waterveen') => storage.stores.helpfulQuestions.list(organisation)

  it('are there once for each section, with the last day', async () => {
    await add({ day: '2026-12-02' })
    await add({ day: '2026-12-01' })
    await add({ day: '2026-12-03' })
    await add({ section: 'kantoor' })

    expect(await list()).toEqual([
      aQuestion({ section: 'kantoor' }),
      aQuestion({ day: '2026-12-03' }),
    ])
  })

  it('are one when many press at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => add()))

    expect(await list()).toEqual([aQuestion()])
  })

  it('hold a question, a section and a day, and nothing else', async () => {
    await add()

    const { helpful_question: rows = [] } = await storage.rows('waterveen')

    expect(rows.map((row) => JSON.parse(row))).toEqual([
      { organisation: 'waterveen', ...aQuestion() },
    ])
  })

  it('are so many and no more: the oldest go', async () => {
    await storage.run(
      `insert into helpful_question (organisation, section, question, day) values ${Array.from(
        { length: MAX_HELPFUL },
        (_, i) => `('waterveen', 's', 'vraag ${i}', '${i < 2 ? '2026-11-01' : '2026-12-01'}')`,
      ).join(', ')}`,
    )
    await add({}, 'lindedam')

    await add({ day: '2026-12-02' })

    const kept = await list()
    expect(kept).toHaveLength(MAX_HELPFUL)
    expect(kept).toContainEqual(aQuestion({ day: '2026-12-02' }))
    expect(kept.filter(({ day }) => day === '2026-11-01')).toHaveLength(1)
    expect(await list('lindedam')).toHaveLength(1)
  })

  it('are forgotten before a day, of one organisation', async () => {
    await add()
    await add({ question: 'later', day: '2026-12-02' })
    await add({}, 'lindedam')

    expect(await storage.stores.helpfulQuestions.forgetBefore('waterveen', '2026-12-02')).toBe(1)

    expect((await list()).map(({ question }) => question)).toEqual(['later'])
    expect(await list('lindedam')).toHaveLength(1)
  })
})
