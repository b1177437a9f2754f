/** What the handbook does not answer, or badly, is kept without a name, and shown when enough people ask it. */
import { as } from './a-bot.ts'
import { anOffice, ciso, DRONE, kim, type Office, sam } from './an-office.ts'

let office: Office
afterEach(() => office.close())

const open = async (questionDays = 30) => {
  office = await anOffice({ organisation: { retention: { questionDays } } })
}
const gaps = () => office.storage.stores.gaps.since('waterveen', '')
const feedback = async () =>
  (await office.storage.stores.feedback.list('waterveen')).map(({ verdict, n }) => [verdict, n])

const SECTION = 'thuiswerken-printen'
const about = { sectionId: SECTION, version: '7', question: 'mag ik thuis printen' }
const rate = (helpful: boolean) => ({ verb: 'rate-answer', helpful, ...about }) as const
const explain = { verb: 'give-reason', reason: 'unclear', ...about } as const

describe('a question without an answer', () => {
  it('is kept masked, with its day, and counts once a day for one person', async () => {
    await open()
    office.clock.now = Date.parse('2026-12-01T23:30:00Z') // past midnight in Amsterdam
    for (const who of [kim, kim, sam]) await office.say(who, `${DRONE} 123456782`)

    expect(await gaps()).toMatchObject([
      { question: `${DRONE} [BSN verwijderd]`, origin: 'no-answer', day: '2026-12-02' },
      { question: `${DRONE} [BSN verwijderd]`, origin: 'no-answer', day: '2026-12-02' },
    ])
  })

  it('is kept too when none of the choices was it', async () => {
    await open()
    await office.say(kim, 'iets over mail')
    await office.press(kim, { verb: 'none-of-these' })

    expect(await gaps()).toMatchObject([{ question: 'iets over mail' }])
  })

  it.each([
    ['with an answer', 'mag ik thuis printen?'],
    ['for somebody else', 'hoeveel vakantiedagen heb ik nog'],
    ['that reports an incident', 'help ik heb net op een foute link geklikt'],
    ['for the bot itself', 'bedankt!'],
    ['of nothing but a number', '123456782'],
  ])('%s is not kept', async (_, text) => {
    await open()
    await office.say(kim, text)

    expect(await gaps()).toEqual([])
  })
})

describe('a rating', () => {
  it('that is good is counted and thanked for', async () => {
    await open()

    expect(await office.press(kim, rate(true))).toMatchObject({ kind: 'tell-me-offer' })
    expect(await feedback()).toEqual([['helpful', 1]])
    expect(await gaps()).toEqual([])
  })

  it('that is bad asks why, and keeps the question with the section', async () => {
    await open()
    const asked = await office.press(kim, rate(false))
    const thanked = await office.press(kim, explain)

    const shown = { section: { id: SECTION }, question: 'mag ik thuis printen' }
    expect(asked).toMatchObject({ kind: 'rating-reasons', version: '7', ...shown })
    expect(thanked).toMatchObject({ kind: 'reason-noted', ...shown })
    expect(await feedback()).toEqual([
      ['unclear', 1],
      ['unhelpful', 1],
    ])
    expect(await gaps()).toMatchObject([
      { question: 'mag ik thuis printen', origin: 'unhelpful', section: SECTION },
    ])
  })

  it('without a known question keeps none', async () => {
    await open()
    await office.press(kim, { ...rate(false), question: '' })

    expect(await gaps()).toEqual([])
  })

  it('masks a question that a client tampered with', async () => {
    await open()
    await office.press(kim, { ...rate(false), question: 'bsn 123456782' })

    expect(await gaps()).toMatchObject([{ question: 'bsn [BSN verwijderd]' }])
  })

  it('counts once a day for a person, and tells of it once', async () => {
    await open()
    for (const who of [kim, kim, sam]) await office.press(who, rate(true))
    expect(await feedback()).toEqual([['helpful', 2]])

    office.clock.now += 24 * 60 * 60 * 1000
    await office.press(kim, rate(true))

    expect(await feedback()).toEqual([['helpful', 3]])
    expect(office.observed.filter(({ kind }) => kind === 'answer-rated')).toHaveLength(3)
  })
})

describe('with no day to keep questions', () => {
  it('nothing is kept, and ratings still count', async () => {
    await open(0)
    await office.say(kim, DRONE)
    await office.press(kim, { verb: 'none-of-these' })
    await office.press(kim, rate(false))

    expect(await gaps()).toEqual([])
    expect(await feedback()).toEqual([['unhelpful', 1]])
  })
})

describe('the gaps', () => {
  const threePeople = ['5e1f-1', '5e1f-2', '5e1f-3'].map((person) => ({ person }))

  it.each(['hiaten', 'Gaps?'])('are shown to the CISO at "%s"', async (words) => {
    await open()
    for (const who of threePeople) await office.say(who, DRONE)
    await office.say(kim, 'wie wint het songfestival')

    const { groups, days } = as('gaps', await office.say(ciso, words))

    expect(days).toBe(30)
    expect(groups).toEqual([{ question: DRONE, times: 3, people: 3 }])
  })

  it('are no employee’s, and not those of another organisation', async () => {
    await open()
    for (const who of threePeople) await office.say(who, DRONE)
    await office.place(
      [{ id: 'x', entraId: ciso.person ?? '', roles: [{ role: 'ciso' }] }],
      'lindedam',
    )

    expect(await office.say(kim, 'hiaten')).toMatchObject({ notice: 'not-allowed' })
    expect(await office.say({ ...ciso, organisation: 'lindedam' }, 'hiaten')).toMatchObject({
      groups: [],
    })
  })
})
