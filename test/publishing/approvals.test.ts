/** Approvals: what sends people elsewhere takes two of them, through whichever way in (S14). */
import type { Speaker } from '../../bot/contract/request.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { aSpeaker, as } from '../bot/a-bot.ts'
import { ciso, kim, secondCiso, TWO_CISOS } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  anEditorialOffice,
  aSaved,
  asking,
  type EditorialOffice,
  edit,
  HOME,
  INCIDENT,
  publishing,
  told,
} from './an-editorial-office.ts'

const PRINTING = 'thuiswerken-printen'
const WIFI = 'thuiswerken-wifi'
const EVIL = 'https://evil.example/in'
const LINK = `Zie [de site](${EVIL}).`
/** A document that is the chapter as it is, and one link more. */
const DOCUMENT = HOME.replace(/^---[\s\S]*?---\n/, '# Thuiswerken\n\n').replace(
  'kent iedereen.',
  `kent iedereen. ${LINK}`,
)
const onSlack: Partial<Speaker> = { ...ciso, platform: 'slack', person: 'U0MARIT' }

afterAll(removeFolders)

describe.each(engines)('a CISO alone, on $name', ({ open }) => {
  let storage: Storage
  let office: EditorialOffice
  beforeEach(async () => {
    storage = await open()
    const bytes = new TextEncoder().encode(DOCUMENT)
    const fetches = { teams: async () => ({ kind: 'fetched', bytes }) as const }
    office = await anEditorialOffice(
      storage,
      { '01-home.md': HOME, '02-incident.md': INCIDENT },
      fetches,
    )
  })
  afterEach(async () => {
    for (const { number } of await storage.stores.handbooks.versions('waterveen')) {
      const version = await storage.stores.handbooks.version('waterveen', number)
      const isEvil = [...(version?.files.values() ?? [])].some((text) =>
        text.includes('evil.example'),
      )
      if (isEvil) expect(version?.approver).toBeDefined()
    }
    await storage.close()
  })

  const current = async () => (await storage.stores.handbooks.current('waterveen'))?.number
  const withLink = (who = ciso, section = PRINTING) =>
    edit(office, who, section, ({ text }) => ({ text: `${text}\n\n${LINK}` }))
  const save = async (
    who: Partial<Speaker>,
    draftId: string,
    change: Partial<{ text: string }>,
  ) => {
    const action = { verb: 'edit-section', sectionId: WIFI, draftId } as const
    const form = as('section-form', await office.press(who, action))
    await office.press(who, aSaved(form, { ...change }))
    await office.settle()
  }

  it('is stopped, whatever hash is sent along', async () => {
    const review = await withLink()
    const first = await storage.stores.handbooks.current('waterveen')
    for (const hash of [review.draft.hash, first?.hash ?? '', '0'.repeat(64)])
      expect((await office.press(ciso, { ...publishing(review), hash })).kind).toBe('notice')
    expect(await current()).toBe(1)
  })

  it('is stopped on another platform, where they are the same person', async () => {
    await office.place(
      TWO_CISOS.map((one) => (one.id === 'marit' ? { ...one, slackId: 'U0MARIT' } : one)),
    )
    const review = await withLink()

    expect(await office.press(onSlack, publishing(review))).toMatchObject({
      notice: 'approval-needed',
    })
    expect(await current()).toBe(1)
  })

  it('is stopped after their draft was put on top of what came meanwhile', async () => {
    await withLink()
    const theirs = await edit(office, secondCiso, WIFI, ({ text }) => ({ text: `${text} Altijd.` }))
    as('published', await office.press(secondCiso, publishing(theirs)))
    await office.settle()
    const rebased = told(office, ciso, 'draft-review')

    expect(rebased.draft.basedOn).toBe(2)
    expect(await office.press(ciso, publishing(rebased))).toMatchObject({
      notice: 'approval-needed',
    })
  })

  it.each(['mine', 'theirs'] as const)(
    'is stopped after a conflict, settled as %s',
    async (side) => {
      const mine = await withLink()
      const theirs = await edit(office, secondCiso, PRINTING, ({ text }) => ({
        text: text.replace('Thuis blijven', 'Daar blijven'),
      }))
      as('published', await office.press(secondCiso, publishing(theirs)))
      await office.settle()
      const { draft } = told(office, ciso, 'draft-conflict')
      const settled = {
        verb: 'rebase-draft',
        draftId: mine.draft.id,
        hash: draft.hash,
        side,
      } as const
      await office.press(ciso, settled)
      await office.settle()
      const review = as(
        'draft-review',
        await office.press(ciso, { verb: 'show-draft', draftId: mine.draft.id }),
      )

      const done = await office.press(ciso, publishing(review))
      if (side === 'mine') expect(done).toMatchObject({ notice: 'approval-needed' })
      else expect(review.review.sensitive).not.toContain('links')
    },
  )

  it('is stopped when they take over the draft of a colleague', async () => {
    const review = await withLink(secondCiso)
    await save(ciso, review.draft.id, { text: '**Nee.** Doe dat niet.' })
    const again = told(office, ciso, 'draft-review')

    expect(again.reasons).toContain('links')
    expect(await office.press(ciso, publishing(again))).toMatchObject({ notice: 'approval-needed' })
  })

  it('is stopped when they put it into a draft that a colleague was asked about', async () => {
    const first = await edit(office, ciso, PRINTING, ({ text }) => ({
      text: text.replace('0200', '0300'),
    }))
    const { draftId, hash, accepted } = publishing(first)
    await office.press(ciso, { verb: 'ask-approval', draftId, hash, accepted })
    await office.settle()
    const seen = told(office, secondCiso, 'draft-review')
    await save(ciso, draftId, { text: `**Ja.** ${LINK}` })

    expect(await office.press(secondCiso, publishing(seen))).toMatchObject({
      notice: 'draft-changed',
    })
    expect(await current()).toBe(1)
  })

  it('is stopped when a draft of the same name was thrown away and made again', async () => {
    const plain = await edit(office, ciso, WIFI, ({ text }) => ({ text: `${text} Nu.` }))
    const { draftId, hash } = publishing(plain)
    const again = { verb: 'edit-section', sectionId: WIFI } as const
    const form = as('section-form', await office.press(ciso, { ...again, draftId }))
    await office.press(ciso, { verb: 'discard-draft', draftId, hash })
    await office.press(ciso, aSaved(form, { text: `**Ja.** ${LINK}` }))

    expect(await office.press(ciso, publishing(plain))).toMatchObject({ notice: 'draft-changed' })
    await office.settle()
    const review = told(office, ciso, 'draft-review')
    expect(review.draft.id).toBe(draftId)
    expect(await office.press(ciso, publishing(review))).toMatchObject({
      notice: 'approval-needed',
    })
  })

  it('is stopped before anybody has looked at what it would do', async () => {
    const action = { verb: 'edit-section', sectionId: WIFI } as const
    const form = as('section-form', await office.press(ciso, action))
    const saved = aSaved(form, { text: `**Ja.** ${LINK}` })
    const { draft } = as('draft-kept', await office.press(ciso, saved))

    const now = {
      verb: 'publish-draft',
      draftId: draft.id,
      hash: draft.hash,
      accepted: '',
    } as const
    expect(await office.press(ciso, now)).toMatchObject({ kind: 'draft-kept' })
    expect(await current()).toBe(1)
  })

  it('is stopped when they ask for approval as the colleague would', async () => {
    const review = await withLink()
    const { draftId, hash, accepted } = publishing(review)
    await office.press(ciso, { verb: 'ask-approval', draftId, hash, accepted })
    await office.press(ciso, { verb: 'ask-approval', draftId, hash, accepted })

    expect(await office.press(ciso, publishing(review))).toMatchObject({
      notice: 'approval-needed',
    })
  })

  it('is stopped when it comes in a document', async () => {
    const document = { name: 'thuis.md', url: 'https://files.example/a' }
    const sent = { kind: 'document', document, text: '', speaker: aSpeaker(ciso) } as const
    await storage.transaction((stores) => office.bot.reply(sent, stores))
    await office.settle()
    const review = told(office, ciso, 'draft-review')

    expect(review.reasons).toContain('links')
    expect(await office.press(ciso, publishing(review))).toMatchObject({
      notice: 'approval-needed',
    })
    expect(await current()).toBe(1)
  })

  it.each([0, 2, 7, -1])('cannot go back to %i, which never was a version', async (version) => {
    await withLink()
    await office.press(ciso, { verb: 'confirm-roll-back', version, after: 1 })

    expect(await current()).toBe(1)
  })

  it('goes back only to what was published, whole, and every other editor hears of it', async () => {
    const review = await withLink()
    await office.press(ciso, asking(review))
    as('published', await office.press(secondCiso, publishing(review)))
    await office.settle()
    as('published', await office.press(ciso, { verb: 'confirm-roll-back', version: 1, after: 2 }))
    await office.settle()

    const versions = await storage.stores.handbooks.versions('waterveen')
    expect(versions[0]?.hash).toBe(versions.at(-1)?.hash)
    expect(told(office, secondCiso, 'published')).toMatchObject({
      version: { number: 3, restores: 1 },
    })
  })

  it('who lost the role meanwhile publishes nothing', async () => {
    const review = await withLink()
    await office.place(TWO_CISOS.map((one) => (one.id === 'joris' ? { ...one, roles: [] } : one)))

    expect(await office.press(secondCiso, publishing(review))).toMatchObject({
      notice: 'not-allowed',
    })
    expect(await office.press(kim, publishing(review))).toMatchObject({ notice: 'not-allowed' })
    expect(await current()).toBe(1)
  })
})
