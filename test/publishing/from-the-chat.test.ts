/** Publishing from the chat: an editor changes a section, others look at it, and it is undone again. */
import type { Storage } from '../../bot/storage/storage.ts'
import { hashOf } from '../../knowledge/handbook-files.ts'
import { as } from '../bot/a-bot.ts'
import { kim, secondCiso } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  anEditorialOffice,
  answerTo,
  aSaved,
  asking,
  ciso,
  deputy,
  type EditorialOffice,
  edit,
  publishing,
  told,
} from './an-editorial-office.ts'

const PRINTING = 'mag ik thuis printen'
const ONLY_OURS = '**Ja, op de printer van je werk.** Die krijg je van de gemeente.'

afterAll(removeFolders)

describe.each(engines)('an editor on $name', ({ open }) => {
  let storage: Storage
  let office: EditorialOffice
  beforeEach(async () => {
    storage = await open()
    office = await anEditorialOffice(storage)
  })
  afterEach(() => storage.close())

  const current = () => storage.stores.handbooks.current('waterveen')
  const withoutPhone = (text: string) => ({ text: text.replace('Thuis blijven', 'Daar blijven') })

  it('changes a section, publishes it and gets the next answer from it', async () => {
    const before = await answerTo(office, PRINTING)
    const review = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => withoutPhone(text))

    expect(review).toMatchObject({ may: 'publish', reasons: [] })
    expect(review.review.changes).toMatchObject({ total: 1, shown: [{ parts: ['text'] }] })
    expect(await answerTo(office, PRINTING)).toEqual(before)

    const done = as('published', await office.press(ciso, publishing(review)))
    await office.settle()

    expect(done).toMatchObject({ mine: true, version: { number: 2 } })
    expect(JSON.stringify(await answerTo(office, PRINTING))).toContain(
      'Daar blijven stukken liggen',
    )
  })

  it('leaves all other sections as they were, byte for byte', async () => {
    const first = await storage.stores.handbooks.version('waterveen', 1)
    const review = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => withoutPhone(text))
    await office.press(ciso, publishing(review))

    const second = await storage.stores.handbooks.version('waterveen', 2)
    const home = first?.files.get('01-home.md') ?? ''
    expect(second?.files.get('02-incident.md')).toBe(first?.files.get('02-incident.md'))
    expect(second?.files.get('01-home.md')).toBe(home.replace('Thuis blijven', 'Daar blijven'))
  })

  it.each([
    ['telephone', (text: string) => text.replace('0200', '0300')],
    ['links', (text: string) => `${text}\n\nKijk op [de site](https://print.example/a).`],
    ['links', (text: string) => `${text}\n\nKijk op print.example.`],
    ['mail', (text: string) => `${text}\n\nMail helpdesk@print.example.`],
    ['software', (text: string) => `${text}\n\nInstalleer het programma.`],
  ])('needs a second person when %s change', async (reason, change) => {
    const review = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => ({
      text: change(text),
    }))

    expect(review.reasons).toContain(reason)
    expect(review.may).toBe('ask')
    expect(await office.press(ciso, publishing(review))).toMatchObject({
      notice: 'approval-needed',
    })
    expect(await current()).toMatchObject({ number: 1 })
  })

  it('needs a second person for the first aid after an incident', async () => {
    const review = await edit(office, ciso, 'incident-laptop-weg', ({ text }) => ({
      text: text.replace('Wacht op wat je moet doen.', 'Doe verder niets.'),
    }))

    expect(review.reasons).toEqual(['incident'])
  })

  it('needs a second person for what a deputy changes', async () => {
    const review = await edit(office, deputy, 'thuiswerken-wifi', ({ text }) => ({
      text: `${text} Doe het vandaag.`,
    }))

    expect(review).toMatchObject({ reasons: ['deputy'], may: 'ask' })
  })

  describe('with a change of a telephone number', () => {
    const asked = async () => {
      const review = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => ({
        text: text.replace('0200', '0300'),
      }))
      const { draftId, hash, accepted } = publishing(review)
      await office.press(ciso, { verb: 'ask-approval', draftId, hash, accepted })
      await office.settle()
      return review
    }

    it('asks every other editor, one of whom publishes it', async () => {
      const review = await asked()
      const seen = told(office, secondCiso, 'draft-review')

      expect(seen).toMatchObject({ may: 'approve', draft: { hash: review.draft.hash } })
      expect(told(office, deputy, 'draft-review')).toMatchObject({ may: 'approve' })
      const done = as('published', await office.press(secondCiso, publishing(seen)))
      await office.settle()

      expect(done.version).toMatchObject({
        by: { name: 'marit@waterveen.example' },
        approver: { name: 'joris@waterveen.example' },
      })
      expect(told(office, ciso, 'published')).toMatchObject({ mine: false })
      expect(told(office, deputy, 'published')).toMatchObject({ mine: false })
    })

    it('gets nothing of an approval of an earlier text', async () => {
      await asked()
      const seen = told(office, secondCiso, 'draft-review')
      await edit(office, ciso, 'thuiswerken-printen', ({ text }) => ({
        text: text.replace('0300', '0900 1234'),
      }))

      expect(await office.press(secondCiso, publishing(seen))).toMatchObject({
        notice: 'draft-changed',
      })
      expect(await current()).toMatchObject({ number: 1 })
    })

    it('cannot approve it, also not when somebody else was asked', async () => {
      const review = await asked()

      expect(await office.press(ciso, publishing(review))).toMatchObject({
        notice: 'approval-needed',
      })
    })

    it('has it approved by the earlier author after somebody else changed it', async () => {
      await asked()
      const { draft } = told(office, secondCiso, 'draft-review')
      const again = { verb: 'edit-section', sectionId: 'thuiswerken-printen' } as const
      const form = as(
        'section-form',
        await office.press(secondCiso, { ...again, draftId: draft.id }),
      )
      await office.press(secondCiso, aSaved(form, { text: `${form.text}\n\nDag en nacht.` }))
      await office.settle()
      const review = told(office, secondCiso, 'draft-review')

      expect(await office.press(secondCiso, publishing(review))).toMatchObject({
        notice: 'approval-needed',
      })
      const show = { verb: 'show-draft', draftId: draft.id } as const
      const unasked = as('draft-review', await office.press(ciso, show))
      expect(unasked.may).toBe('unasked')
      expect(await office.press(ciso, publishing(unasked))).toMatchObject({
        notice: 'approval-unasked',
      })

      expect(await office.press(ciso, asking(review))).toMatchObject({ notice: 'approval-unasked' })
      await office.press(secondCiso, asking(review))
      await office.settle()
      as('published', await office.press(ciso, publishing(told(office, ciso, 'draft-review'))))
    })
  })

  it('must accept each question that is lost, by name', async () => {
    const review = await edit(office, ciso, 'thuiswerken-printen', () => ({
      ...{ title: 'Hoe ruim ik mijn bureau op?', text: '**Elke avond.** Leg niets weg.' },
      questions: '',
    }))
    const { lost = [] } = review.review.gate ?? {}
    expect(lost.length).toBeGreaterThan(0)

    const action = { ...publishing(review), accepted: '' }
    const { notice } = as('notice', await office.press(ciso, action))
    expect(['lost-not-accepted', 'approval-needed']).toContain(notice)
    expect(notice).toBe('lost-not-accepted')
  })

  it('writes a new section from a question, and pressing twice writes one', async () => {
    const question = 'mag ik een laminator mee naar huis nemen'
    const form = as('section-form', await office.press(ciso, { verb: 'write-section', question }))
    const saved = aSaved(form, {
      ...{ chapter: '1', title: 'Mag de laminator mee naar huis?', text: '**Ja.** Tot morgen.' },
    })
    await office.press(ciso, saved)
    await office.press(ciso, saved)
    await office.settle()
    const review = told(office, ciso, 'draft-review')
    expect(review.review.changes).toMatchObject({ total: 1, shown: [{ kind: 'added' }] })

    await office.press(ciso, publishing(review))
    await office.settle()
    expect(await answerTo(office, question)).toMatchObject({
      kind: 'answer',
      section: { title: 'Mag de laminator mee naar huis?' },
    })
  })

  it.each([
    [{ title: '' }, 'title-missing'],
    [{ text: ' \u200b ' }, 'text-missing'],
    [{ text: 'Ja.\n\n## Nog een kop\n\nNee.' }, 'not-one-section'],
    [{ text: 'Ja\n---\nNee.' }, 'not-one-section'],
    [{ text: '<!-- vraagbaak\nincident: [malware]\n-->\n\nJa.' }, 'not-one-section'],
    [{}, 'nothing-changed'],
  ])('gets the form back with %j', async (change, problem) => {
    const action = { verb: 'edit-section', sectionId: 'thuiswerken-wifi' } as const
    const form = as('section-form', await office.press(ciso, action))

    expect(await office.press(ciso, aSaved(form, change))).toMatchObject({
      ...{ kind: 'section-form', problem },
    })
    expect(await storage.stores.handbooks.drafts('waterveen')).toEqual([])
  })

  it('rolls back alone, byte for byte, after seeing what changes', async () => {
    const review = await edit(office, ciso, 'thuiswerken-printen', () => ({ text: ONLY_OURS }))
    await office.press(ciso, asking(review))
    await office.press(secondCiso, publishing(review))
    await office.settle()
    expect(await current()).toMatchObject({ number: 2 })
    const answer = await answerTo(office, PRINTING)

    const confirm = as('rollback-confirm', await office.say(deputy, 'terug naar 1'))
    expect(confirm).toMatchObject({ current: 2, version: { number: 1 }, changes: { total: 1 } })
    expect(await current()).toMatchObject({ number: 2 })
    const action = { verb: 'confirm-roll-back', version: 1, after: 2 } as const
    as('published', await office.press(deputy, action))
    await office.settle()

    const versions = await storage.stores.handbooks.versions('waterveen')
    expect(versions.map(({ number, restores }) => [number, restores])).toEqual([
      [3, 1],
      [2, undefined],
      [1, undefined],
    ])
    expect(versions[0]?.hash).toBe(versions[2]?.hash)
    expect(await answerTo(office, PRINTING)).not.toEqual(answer)
    expect(told(office, ciso, 'published')).toMatchObject({ mine: false, version: { number: 3 } })
  })

  it('sees again what a rollback would do when somebody published meanwhile', async () => {
    const action = { verb: 'confirm-roll-back', version: 1, after: 1 } as const
    const review = await edit(office, ciso, 'thuiswerken-wifi', ({ text }) => ({
      text: `${text} Nu.`,
    }))
    await office.press(ciso, publishing(review))

    expect(await office.press(ciso, action)).toMatchObject({ kind: 'rollback-confirm', current: 2 })
    expect(await current()).toMatchObject({ number: 2 })
  })

  it('is refused when no editor: nothing is shown and nothing changes', async () => {
    const review = await edit(office, ciso, 'thuiswerken-wifi', ({ text }) => ({
      text: `${text} Nu.`,
    }))
    const { id: draftId, hash } = review.draft
    for (const text of ['versies', 'concepten', 'terug naar 1', 'wijzig 1.1', 'verschil 1 1'])
      expect(await office.say(kim, text)).toMatchObject({ notice: 'not-allowed' })
    for (const action of [
      { verb: 'show-draft', draftId },
      { verb: 'publish-draft', draftId, hash, accepted: '' },
      { verb: 'discard-draft', draftId, hash },
      { verb: 'confirm-roll-back', version: 1, after: 1 },
    ] as const)
      expect(await office.press(kim, action)).toMatchObject({ notice: 'not-allowed' })
    expect(await current()).toMatchObject({ number: 1 })
  })

  it('throws a draft away, and nothing is left of it', async () => {
    const review = await edit(office, ciso, 'thuiswerken-wifi', ({ text }) => ({
      text: `${text} Nu.`,
    }))
    const { id: draftId, hash } = review.draft

    expect(await office.press(ciso, { verb: 'discard-draft', draftId, hash })).toMatchObject({
      notice: 'draft-discarded',
    })
    expect(await storage.stores.draftReviews.find('waterveen', draftId)).toBeUndefined()
    expect(await office.press(ciso, publishing(review))).toMatchObject({ notice: 'no-such-draft' })
  })

  it('is told once of a draft, however often the bot looks', async () => {
    await edit(office, ciso, 'thuiswerken-wifi', ({ text }) => ({ text: `${text} Nu.` }))
    await office.settle()
    await office.settle()

    const reviews = office.inbox(ciso).filter(({ kind }) => kind === 'draft-review')
    expect(reviews).toHaveLength(1)
  })

  it('publishes what was looked at, and the store keeps its hash', async () => {
    const review = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => withoutPhone(text))
    await office.press(ciso, publishing(review))

    const version = await storage.stores.handbooks.version('waterveen', 2)
    expect(version && hashOf(version.files)).toBe(review.draft.hash)
  })
})
