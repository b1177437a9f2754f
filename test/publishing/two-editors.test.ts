/** Two editors: what somebody else published meanwhile is never overwritten by accident. */
import type { Storage } from '../../bot/storage/storage.ts'
import { as } from '../bot/a-bot.ts'
import { secondCiso } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  anEditorialOffice,
  aSaved,
  ciso,
  type EditorialOffice,
  edit,
  publishing,
  told,
} from './an-editorial-office.ts'

afterAll(removeFolders)

describe.each(engines)('an editor on $name', ({ open }) => {
  let storage: Storage
  let office: EditorialOffice
  beforeEach(async () => {
    storage = await open()
    office = await anEditorialOffice(storage)
  })
  afterEach(() => storage.close())

  const withoutPhone = (text: string) => ({ text: text.replace('Thuis blijven', 'Daar blijven') })

  describe('beside another editor', () => {
    const both = async (section: string) => {
      const mine = await edit(office, ciso, 'thuiswerken-printen', ({ text }) => withoutPhone(text))
      const theirs = await edit(office, secondCiso, section, ({ text }) => ({
        text: `${text} Altijd.`,
      }))
      as('published', await office.press(secondCiso, publishing(theirs)))
      await office.settle()
      return mine
    }

    it('goes on with what both wrote when the sections are different', async () => {
      const mine = await both('thuiswerken-wifi')
      const rebased = told(office, ciso, 'draft-review')
      expect(rebased.draft).toMatchObject({ basedOn: 2, id: mine.draft.id })
      expect(rebased.review.changes.total).toBe(1)
      expect(await office.press(ciso, publishing(mine))).toMatchObject({ notice: 'draft-changed' })

      as('published', await office.press(ciso, publishing(rebased)))
      const version = await storage.stores.handbooks.version('waterveen', 3)
      const text = version?.files.get('01-home.md') ?? ''
      expect(text).toContain('Daar blijven stukken liggen')
      expect(text).toContain('kent iedereen. Altijd.')
    })

    it.each([
      ['mine', 'Daar blijven stukken', 'Altijd.'],
      ['theirs', 'Altijd.', 'Daar blijven stukken'],
    ] as const)('chooses whose text holds when both changed one: %s', async (side, has, lacks) => {
      const mine = await both('thuiswerken-printen')
      const conflict = told(office, ciso, 'draft-conflict')
      expect(conflict.conflicts).toMatchObject([{ id: 'thuiswerken-printen' }])
      expect(await office.press(ciso, publishing(mine))).toMatchObject({ kind: 'draft-conflict' })

      const { id: draftId, hash } = conflict.draft
      await office.press(ciso, { verb: 'rebase-draft', draftId, hash, side })
      const draft = await storage.stores.handbooks.draft('waterveen', draftId)
      const text = draft?.files.get('01-home.md') ?? ''
      expect(text).toContain(has)
      expect(text).not.toContain(lacks)
    })

    it('sees what the other wrote before saving over it', async () => {
      const action = { verb: 'edit-section', sectionId: 'thuiswerken-printen' } as const
      const form = as('section-form', await office.press(ciso, action))
      const theirs = await edit(office, secondCiso, 'thuiswerken-printen', ({ text }) => ({
        text: `${text} Altijd.`,
      }))
      await office.press(secondCiso, publishing(theirs))
      await office.press(ciso, aSaved(form, { text: `${form.text} Nooit.` }))
      await office.settle()

      expect(told(office, ciso, 'draft-conflict').conflicts).toMatchObject([
        { mine: expect.stringContaining('Nooit.'), theirs: expect.stringContaining('Altijd.') },
      ])
    })
  })
})
