/** Reviews: the owner hears before the date and the CISO after it, once; one press makes it hold for a year. */
import { randomUUID } from 'node:crypto'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, deputy, kim, PEOPLE, sam, secondCiso, TWO_CISOS } from '../bot/an-office.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'
import { aCareOffice, aHandbook, type CareOffice, REPORTING } from './a-care-office.ts'

const notice = (kind: string) => ({ kind: 'notice', notice: kind })
/** Ten o'clock in Amsterdam. */
const at = (date: string): string => `${date}T09:00:00Z`

const reviewsIn = (replies: readonly Reply[]): readonly ReplyOf<'reviews'>[] =>
  replies.filter((reply): reply is ReplyOf<'reviews'> => reply.kind === 'reviews')
const toldOf = (office: CareOffice, who: typeof kim) =>
  reviewsIn(office.inbox(who)).map(({ sections }) => sections.map(({ section }) => section.id))

const many = (count: number, review: string) =>
  Array.from(
    { length: count },
    (_, n) => `\n## Vraag ${n} {#vraag-${n}}\n<!-- vraagbaak\nreview: ${review}\n-->\n\nNee.\n`,
  ).join('')

describe.each(engines)('reviews on $name', (engine) => {
  let storage: Inspected
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  afterEach(() => storage.clear())
  afterAll(() => storage.close())

  it('are told to the owner 30 and 7 days before, and from the date on weekly to every CISO', async () => {
    const office = await aCareOffice(storage) // 1 March 2027 is a Monday
    const days = ['2027-01-29', '2027-02-01', '2027-02-02', '2027-02-19', '2027-02-22']
    const kims: number[] = []
    for (const day of days) {
      await office.goTo(at(day))
      kims.push(toldOf(office, kim).length)
    }
    expect(kims).toEqual([0, 1, 1, 1, 2])
    expect(office.inbox(ciso)).toEqual([])
    expect(reviewsIn(office.inbox(kim))[0]).toMatchObject({ editor: false, more: 0 })

    const cisos: number[] = []
    for (const day of ['2027-03-01', '2027-03-03', '2027-03-08', '2027-03-29', '2027-03-30']) {
      await office.goTo(at(day))
      cisos.push(toldOf(office, secondCiso).length)
    }
    expect(cisos).toEqual([1, 1, 2, 2, 3]) // Easter Monday is the 29th
    expect(toldOf(office, ciso)).toHaveLength(3)
    expect(toldOf(office, kim)).toHaveLength(2)
    expect(office.failures).toEqual([])
  })

  it('wait for working hours, and tell only the last step after a time that the bot was down', async () => {
    const office = await aCareOffice(storage)
    await office.goTo('2027-02-26T19:00:00Z')
    await office.goTo(at('2027-02-27'))
    expect(toldOf(office, kim)).toEqual([])

    await office.goTo('2027-02-26T10:00:00Z')
    expect(toldOf(office, kim)).toEqual([[REPORTING]])
    await office.goTo(at('2027-03-01'))
    expect([toldOf(office, kim).length, toldOf(office, ciso).length]).toEqual([1, 1])
  })

  it('go to every CISO where the owner is a mailbox, or cannot be reached', async () => {
    const people = TWO_CISOS.map(({ entraId = '', ...person }) => ({
      ...person,
      ...(person.id === 'kim.de.wit' ? {} : { entraId }),
    }))
    const office = await aCareOffice(storage, { people })
    await office.goTo(at('2027-02-10'))
    expect([toldOf(office, ciso), toldOf(office, secondCiso)]).toEqual([
      [[REPORTING]],
      [[REPORTING]],
    ])
  })

  it('come on one card, the oldest first, and count what does not fit', async () => {
    const office = await aCareOffice(storage, {
      chapter: aHandbook({ others: many(20, '2027-02-20') }),
    })
    await office.goTo(at('2027-03-10'))

    const [card, ...more] = reviewsIn(office.inbox(ciso))
    expect(more).toEqual([])
    expect(card?.sections).toHaveLength(12)
    expect(card).toMatchObject({ more: 9, editor: true })
    expect(card?.sections[0]).toMatchObject({ review: '2027-02-20', overdue: true })
  })

  it('are told once by several processes, also when one dies half-way', async () => {
    const office = await aCareOffice(storage)
    office.clock.now = Date.parse(at('2027-03-01'))
    let fails = true
    const failing = {
      ...storage,
      transaction: <T>(work: Parameters<typeof storage.transaction<T>>[0]) =>
        storage.transaction(async (stores) => {
          const value = await work(stores)
          if (fails) throw new Error(`died ${randomUUID()}`)
          return value
        }),
    }
    await office.choresOn(failing).runDue()
    await office.deliver()
    expect(office.inbox(ciso)).toEqual([])
    fails = false

    await Promise.all([1, 2, 3].map(() => office.choresOn(failing).runDue()))
    await office.deliver()

    expect(toldOf(office, ciso)).toEqual([[REPORTING]])
  })

  it('are done by an editor with one press, who may publish it alone, also of first aid', async () => {
    const office = await aCareOffice(storage, {
      chapter: aHandbook({ others: many(2, '2027-02-20') }),
    })
    await office.goTo(at('2027-03-01'))
    const card = as('reviews', await office.say(ciso, 'nakijken'))
    const all = card.sections.map(({ section, words }) => ({ id: section.id, words }))
    const [first, ...others] = all
    if (first === undefined) throw new Error('nothing is due')
    const confirm = (sections: typeof all) => ({ verb: 'confirm-reviews', sections }) as const

    const kept = as('draft-kept', await office.press(ciso, confirm([first])))
    const same = as('draft-kept', await office.press(ciso, confirm([first])))
    const more = as('draft-kept', await office.press(ciso, confirm(others)))
    expect([same.draft.hash, more.draft.id]).toEqual([kept.draft.hash, kept.draft.id])
    expect(await office.say(ciso, 'nakijken')).toMatchObject(notice('no-reviews'))
    await office.settle()

    const review = as('draft-review', office.inbox(ciso).at(-1) ?? card)
    expect(review).toMatchObject({ reasons: [], may: 'publish' })
    expect(review.review.changes.shown.map(({ parts }) => parts)).toEqual(all.map(() => ['review']))
    const { id: draftId, hash } = review.draft
    const accepted = (review.review.gate?.lost ?? []).map((_, place) => place).join(',')
    await office.press(ciso, { verb: 'publish-draft', draftId, hash, accepted })
    await office.settle()
    const { byId } = office.handbooks.served.get('waterveen')?.knowledge.handbook ?? {}
    expect(byId?.get(REPORTING)?.review).toBe('2028-03-01')
    expect(await office.press(ciso, confirm([first]))).toMatchObject({ kind: 'notice' })
  })

  it('refuse a text that changed since the card was made', async () => {
    const office = await aCareOffice(storage)
    await office.goTo(at('2027-03-01'))
    const [line] = as('reviews', await office.say(ciso, 'reviews')).sections
    if (line === undefined) throw new Error('nothing is due')
    await office.publish(aHandbook({ text: '**Bel de politie.** Meteen.' }))
    const sections = [{ id: line.section.id, words: line.words }]

    const confirm = { verb: 'confirm-reviews', sections } as const
    expect(await office.press(ciso, confirm)).toMatchObject(notice('reviews-changed'))
    expect(await office.press(kim, confirm)).toMatchObject(notice('reviews-changed'))
    expect(await storage.stores.handbooks.drafts('waterveen')).toEqual([])
  })

  it('are passed on to every CISO once when the owner is no editor, and by nobody else', async () => {
    const office = await aCareOffice(storage)
    await office.goTo(at('2027-02-10'))
    const [card] = reviewsIn(office.inbox(kim))
    const sections = (card?.sections ?? []).map(({ section, words }) => ({
      ...{ id: section.id, words },
    }))
    const confirm = { verb: 'confirm-reviews', sections } as const

    expect(await office.press(sam, confirm)).toMatchObject(notice('reviews-changed'))
    expect(await office.press({ person: 'a-guest' }, confirm)).toMatchObject(notice('not-allowed'))
    expect(await office.press(kim, confirm)).toMatchObject(notice('reviews-passed-on'))
    expect(await office.press(kim, confirm)).toMatchObject(notice('reviews-passed-on'))
    await office.deliver()

    for (const who of [ciso, secondCiso])
      expect(office.inbox(who)).toMatchObject([
        { kind: 'review-confirmed', by: 'kim.de.wit@waterveen.example', sections: card?.sections },
      ])
    expect(as('draft-kept', await office.press(ciso, confirm)).draft.by).toMatchObject({
      name: 'marit@waterveen.example',
    })
    expect(await storage.stores.handbooks.drafts('waterveen')).toHaveLength(1)
  })

  it('name the mail address of the CISO where the bot can reach none', async () => {
    const people = PEOPLE.filter(({ id }) => id !== 'marit')
    const office = await aCareOffice(storage, { people })
    await office.goTo(at('2027-02-10'))
    const [card] = reviewsIn(office.inbox(kim))
    const sections = (card?.sections ?? []).map(({ section, words }) => ({
      ...{ id: section.id, words },
    }))

    expect(await office.press(kim, { verb: 'confirm-reviews', sections })).toMatchObject({
      kind: 'nobody-to-ask',
    })
    expect(as('reviews', await office.say(deputy, 'nakijken')).editor).toBe(true)
    expect(await office.say(kim, 'nakijken')).toMatchObject(notice('not-allowed'))
  })
})
