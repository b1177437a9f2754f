/** Races: two editors, or two processes, at the same moment: nobody's words are lost, nobody hears twice. */
import type { Storage } from '../../bot/storage/storage.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, deputy, secondCiso } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  anEditorialOffice,
  aSaved,
  type EditorialOffice,
  edit,
  publishing,
  told,
} from './an-editorial-office.ts'

const PRINTING = 'thuiswerken-printen'
const WIFI = 'thuiswerken-wifi'
/** What goes wrong once in a while goes wrong in one of them. */
const TIMES = 3
/** A number after a number to call would be another number. */
const word = (time: number) => 'x'.repeat(time + 1)

afterAll(removeFolders)

describe.each(engines)('at the same moment, on $name', ({ open }) => {
  let storage: Storage
  let office: EditorialOffice
  beforeEach(async () => {
    storage = await open()
    office = await anEditorialOffice(storage)
  })
  afterEach(() => storage.close())

  const textOf = async (number: number) =>
    (await storage.stores.handbooks.version('waterveen', number))?.files.get('01-home.md') ?? ''
  const draftText = async (id: string) =>
    (await storage.stores.handbooks.draft('waterveen', id))?.files.get('01-home.md') ?? ''
  const formOf = async (who: typeof ciso, sectionId: string, draftId?: string) => {
    const named = draftId === undefined ? {} : { draftId }
    return as(
      'section-form',
      await office.press(who, { verb: 'edit-section', sectionId, ...named }),
    )
  }
  const two = async () => {
    const mine = await edit(office, ciso, PRINTING, ({ text }) => ({
      text: text.replace('Thuis blijven', 'Daar blijven'),
    }))
    const theirs = await edit(office, secondCiso, WIFI, ({ text }) => ({ text: `${text} Altijd.` }))
    return { mine, theirs }
  }

  it('of two CISOs who publish one wins, and the other goes on over it', async () => {
    const { mine, theirs } = await two()
    const [one, other] = await Promise.all([
      office.press(ciso, publishing(mine)),
      office.press(secondCiso, publishing(theirs)),
    ])
    const kinds = [one.kind, other.kind].toSorted()
    expect(kinds.filter((kind) => kind === 'published')).toHaveLength(1)
    const [winner, loser] = one.kind === 'published' ? [ciso, secondCiso] : [secondCiso, ciso]
    await office.settle()

    const again = told(office, loser, 'draft-review')
    expect(again).toMatchObject({ draft: { basedOn: 2 }, review: { changes: { total: 1 } } })
    as('published', await office.press(loser, publishing(again)))
    expect(told(office, winner, 'draft-review')).toBeDefined()
    const text = await textOf(3)
    expect(text).toContain('Daar blijven stukken')
    expect(text).toContain('kent iedereen. Altijd.')
    const rows = await storage.stores.audit.list('waterveen')
    const published = rows.filter(({ action }) => action === 'handbook-published')
    expect(published.map(({ object }) => object)).toEqual(['2', '3'])
  })

  it('one draft that two publish is published once', async () => {
    const { mine } = await two()
    const replies = await Promise.all(
      [ciso, secondCiso, deputy].map((who) => office.press(who, publishing(mine))),
    )
    await office.settle()

    expect(replies.filter(({ kind }) => kind === 'published')).toHaveLength(1)
    expect(await storage.stores.handbooks.versions('waterveen')).toHaveLength(2)
    const heard = [ciso, secondCiso, deputy].map(
      (who) => office.inbox(who).filter(({ kind }) => kind === 'published').length,
    )
    expect(heard.toSorted()).toEqual([0, 1, 1])
  })

  it('two editors who save into one draft keep what both wrote', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const { draft } = await edit(office, ciso, PRINTING, ({ text }) => ({
        text: `${text} Al ${time}.`,
      }))
      const [one, other] = await Promise.all([
        formOf(ciso, PRINTING, draft.id),
        formOf(secondCiso, WIFI, draft.id),
      ])
      await Promise.all([
        office.press(ciso, aSaved(one, { text: `${one.text}\n\nVan Marit ${time}.` })),
        office.press(secondCiso, aSaved(other, { text: `${other.text}\n\nVan Joris ${time}.` })),
      ])

      const text = await draftText(draft.id)
      expect(text).toContain(`Van Marit ${time}.`)
      expect(text).toContain(`Van Joris ${time}.`)
    }
  })

  it('what is saved into a draft while it is published is not lost', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const review = await edit(office, ciso, PRINTING, ({ text }) => ({
        text: text.replace(/(Thuis|Daar|Hier)\d* blijven/, `Hier${time} blijven`),
      }))
      const form = await formOf(secondCiso, WIFI, review.draft.id)
      const [done] = await Promise.all([
        office.press(ciso, publishing(review)),
        office.press(secondCiso, aSaved(form, { text: `${form.text}\n\nVan Joris ${time}.` })),
      ])
      await office.settle()

      const drafts = await storage.stores.handbooks.drafts('waterveen')
      const texts = await Promise.all(drafts.map(({ id }) => draftText(id)))
      expect(texts.some((text) => text.includes(`Van Joris ${time}.`))).toBe(true)
      if (done.kind === 'published') {
        const { number = 0 } = (await storage.stores.handbooks.current('waterveen')) ?? {}
        expect(await textOf(number)).not.toContain(`Van Joris ${time}.`)
      }
      for (const { id, hash } of await storage.stores.handbooks.drafts('waterveen'))
        await office.press(deputy, { verb: 'discard-draft', draftId: id, hash })
    }
  })

  it('of two workers who look at one draft its author hears once, and keeps what was agreed', async () => {
    const form = await formOf(ciso, PRINTING)
    await office.press(ciso, aSaved(form, { text: `${form.text}\n\nMail x@print.example.` }))
    await Promise.all([office.work(), office.work(), office.work()])
    await office.settle()

    expect(office.inbox(ciso).filter(({ kind }) => kind === 'draft-review')).toHaveLength(1)
    const { draft } = told(office, ciso, 'draft-review')
    const action = {
      verb: 'ask-approval',
      draftId: draft.id,
      hash: draft.hash,
      accepted: '',
    } as const
    await Promise.all([office.press(ciso, action), office.press(ciso, action), office.work()])
    await office.settle()

    for (const who of [secondCiso, deputy])
      expect(office.inbox(who).filter(({ kind }) => kind === 'draft-review')).toHaveLength(1)
    const known = await storage.stores.draftReviews.find('waterveen', draft.id)
    expect(known?.askedAt).toBeDefined()
  })

  it('of a rollback and a publication one wins, and the other says so', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const before = (await storage.stores.handbooks.versions('waterveen')).length
      const first = await edit(office, ciso, PRINTING, ({ text }) => ({
        text: `${text} ${word(time)}.`,
      }))
      as('published', await office.press(ciso, publishing(first)))
      await office.settle()
      const next = await edit(office, secondCiso, WIFI, ({ text }) => ({
        text: `${text} ${word(time)}.`,
      }))
      const after = before + 1
      const [back, on] = await Promise.all([
        office.press(deputy, { verb: 'confirm-roll-back', version: before, after }),
        office.press(secondCiso, publishing(next)),
      ])

      expect([back.kind, on.kind].filter((kind) => kind === 'published')).toHaveLength(1)
      expect(['published', 'rollback-confirm']).toContain(back.kind)
      expect(await storage.stores.handbooks.versions('waterveen')).toHaveLength(before + 2)
      for (const { id: draftId, hash } of await storage.stores.handbooks.drafts('waterveen'))
        await office.press(secondCiso, { verb: 'discard-draft', draftId, hash })
      await office.settle()
    }
  })
})
