/** Layers: municipalities that build on one base handbook, and what they hear when it changes. */

import { plainText } from '../../bot/plain-text.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, deputy, kim, secondCiso } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  aLayeredOffice,
  home,
  type LayeredOffice,
  PRINTING,
  publishing,
  SCANNING,
  told,
  WIFI,
} from './a-layered-office.ts'
import { aSaved } from './an-editorial-office.ts'

const QUESTION = 'mag ik thuis printen'
const NEW_PRINTING = PRINTING.replace('Thuis blijven', 'Ook thuis blijven')

afterAll(removeFolders)

describe.each(engines)('a handbook that builds on another, on $name', ({ open }) => {
  let storage: Storage
  let office: LayeredOffice
  beforeEach(async () => {
    storage = await open()
    office = await aLayeredOffice(storage)
  })
  afterEach(() => storage.close())

  const handbooks = () => storage.stores.handbooks
  const answer = async () => JSON.stringify(await office.say(kim, QUESTION))
  const ids = (id: string) => office.handbook(id)?.sections.map((section) => section.id)
  const editing = async (text: string) => {
    const action = { verb: 'edit-section', sectionId: 'printen' } as const
    const form = as('section-form', await office.press(ciso, action))
    as('draft-kept', await office.press(ciso, aSaved(form, { text })))
    await office.settle()
    return form
  }
  const override = async (text = '**Ja, bij ons wel.** Op de printer van je werk.') => {
    const form = await editing(text)
    const review = told(office, ciso, 'draft-review')
    as('published', await office.press(ciso, publishing(review)))
    await office.settle()
    return { form, review }
  }

  it('answers from the base, and says whose words and which versions they are', async () => {
    const reply = as('answer', await office.say(kim, QUESTION))

    expect(reply.source).toMatchObject({
      ...{ version: '1', baseVersion: '1', layer: 'Regio Waterland', number: '1.1' },
    })
    expect(plainText(reply).replace(/\s+/g, ' ')).toContain('versie 1 (basis 1)')
    expect(plainText(reply).replace(/\s+/g, ' ')).toContain('uit het handboek van Regio Waterland')
  })

  it('takes another base over by itself, for each that builds on it, whole', async () => {
    const before = office.handbook('waterveen')
    await office.publish('regio', home(NEW_PRINTING, WIFI, SCANNING))
    expect(office.handbook('waterveen')).toBe(before)

    const refreshed = office.tasks[0]
    expect(await refreshed?.run('waterveen')).toEqual(['version 1 on 2'])
    expect(await refreshed?.run('waterveen')).toEqual([])
    expect(ids('lindedam')).toEqual(['printen', 'wifi'])
    await office.work()

    expect(ids('lindedam')).toEqual(['printen', 'wifi', 'scannen'])
    expect(office.handbook('waterveen')).toMatchObject({ version: '1', base: { version: '2' } })
    expect(before?.base?.version).toBe('1')
    expect(await answer()).toContain('Ook thuis blijven')
  })

  it('gets a version of its own of a section that somebody changes, and of no other', async () => {
    const { form, review } = await override()

    expect(form).toMatchObject({
      section: { layer: 'Regio Waterland' },
      title: 'Mag ik thuis printen?',
    })
    expect(form.text).toContain('Nee, print op kantoor')
    expect(review.review.changes).toMatchObject({
      ...{ total: 1, shown: [{ kind: 'changed', overrides: 'Regio Waterland', parts: ['text'] }] },
    })
    expect(plainText(review)).toContain('eigen versie van een paragraaf uit Regio')
    expect(await answer()).toContain('bij ons wel')
    expect(as('answer', await office.say(kim, QUESTION)).source.layer).toBeUndefined()
    const version = await handbooks().version('waterveen', 2)
    expect([...(version?.files.values() ?? [])].join('')).not.toContain('wifi')
    expect(office.handbook('lindedam')?.byId.get('printen')).toMatchObject({
      layer: 'Regio Waterland',
    })
    expect((await handbooks().current('regio'))?.number).toBe(1)
  })

  it('goes back to the text of the base, and its own files are those from before', async () => {
    const { review } = await override()
    const form = as(
      'section-form',
      await office.press(ciso, { verb: 'edit-section', sectionId: 'printen' }),
    )
    expect(form.section).toMatchObject({ overrides: 'Regio Waterland' })
    expect(review.draft.base).toBe(1)

    as('draft-kept', await office.press(ciso, { verb: 'take-base-text', sectionId: 'printen' }))
    await office.settle()
    const back = told(office, ciso, 'draft-review')
    expect(back.review.changes).toMatchObject({ total: 1, shown: [{ kind: 'changed' }] })
    as('published', await office.press(ciso, publishing(back)))
    await office.settle()

    expect(await answer()).toContain('Nee, print op kantoor')
    const versions = await handbooks().versions('waterveen')
    expect(versions[0]?.hash).toBe(versions[2]?.hash)
    expect(
      await office.press(ciso, { verb: 'take-base-text', sectionId: 'printen' }),
    ).toMatchObject({
      notice: 'no-own-version',
    })
  })

  it('tells its editors once what the base changed below its own version, and nobody else', async () => {
    await override()
    await office.publish('regio', home(NEW_PRINTING, WIFI.replace('iedereen', 'elke dief')))
    await office.settle()
    await office.settle()

    const card = told(office, ciso, 'base-changed')
    expect(card).toMatchObject({ base: 'Regio Waterland', version: 2, change: { id: 'printen' } })
    expect(card.own).toContain('bij ons wel')
    expect(card.change.pieces).toContainEqual({
      kind: 'added',
      text: expect.stringContaining('Ook'),
    })
    for (const who of [ciso, secondCiso, deputy])
      expect(office.inbox(who).filter(({ kind }) => kind === 'base-changed')).toHaveLength(1)
    expect(office.inbox(kim)).toEqual([])
    expect(await answer()).toContain('bij ons wel')
  })

  it('tells nothing of what the base changed elsewhere, or before', async () => {
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    await office.settle()
    await override()
    await office.publish('regio', home(NEW_PRINTING, WIFI.replace('iedereen', 'elke dief')))
    await office.settle()

    expect(office.inbox(ciso).filter(({ kind }) => kind === 'base-changed')).toEqual([])
  })

  it('keeps its own text when the base removes the section, and says so', async () => {
    await override()
    await office.publish('regio', home(WIFI))
    await office.settle()

    expect(ids('waterveen')).toEqual(['wifi', 'printen'])
    expect(ids('lindedam')).toEqual(['wifi'])
    expect(told(office, ciso, 'base-changed').change.kind).toBe('removed')
    expect(await answer()).toContain('bij ons wel')
  })

  it('keeps an addition of its own when the base comes with the same id, and says so', async () => {
    await office.publish('waterveen', home(SCANNING))
    await office.settle()
    await office.publish('regio', home(PRINTING, WIFI, SCANNING.replace('Ja, met', 'Nooit met')))
    await office.settle()

    expect(ids('waterveen')).toEqual(['printen', 'wifi', 'scannen'])
    expect(office.handbook('waterveen')?.byId.get('scannen')?.layer).toBeUndefined()
    expect(told(office, ciso, 'base-changed').change.kind).toBe('added')
    expect(JSON.stringify(await office.say(kim, 'mag ik thuis scannen'))).toContain('Ja, met')
  })

  it('has a draft looked at again when the base changed, and publishes nothing that was not seen', async () => {
    await editing('**Ja, bij ons wel.**')
    const before = told(office, ciso, 'draft-review')
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    expect(await office.press(ciso, publishing(before))).toMatchObject({ kind: 'draft-kept' })
    await office.settle()

    const again = told(office, ciso, 'draft-review')
    expect(again.draft).toMatchObject({ id: before.draft.id, hash: before.draft.hash, base: 2 })
    expect(JSON.stringify(again.review.changes)).toContain('Ook')
    expect(await office.press(ciso, publishing(before))).toMatchObject({ kind: 'draft-review' })
    expect((await handbooks().current('waterveen'))?.number).toBe(1)
    as('published', await office.press(ciso, publishing(again)))
  })

  it('goes back with the base, and alone, byte for byte', async () => {
    await override()
    const { files } = (await handbooks().version('regio', 1)) ?? { files: home() }
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    await office.publish('regio', files)
    await office.settle()
    expect(office.handbook('waterveen')).toMatchObject({ version: '2', base: { version: '3' } })

    const confirm = as('rollback-confirm', await office.say(ciso, 'terug naar 1'))
    expect(confirm.changes).toMatchObject({ total: 1, shown: [{ kind: 'changed', id: 'printen' }] })
    await office.press(ciso, { verb: 'confirm-roll-back', version: 1, after: 2 })
    await office.settle()

    expect(await answer()).toContain('**Nee, print op kantoor'.replace('**', ''))
    const versions = await handbooks().versions('waterveen')
    expect(versions.map(({ hash }) => hash)[0]).toBe(versions.at(-1)?.hash)
  })

  it('goes on with what it has when a base cannot be built on, also at the next start', async () => {
    await office.publish('regio', home(PRINTING, WIFI, WIFI))

    await expect(office.tasks[0]?.run('waterveen')).rejects.toThrow(
      'two sections with the id "wifi"',
    )
    expect(office.handbook('waterveen')).toMatchObject({ base: { version: '1' } })
    expect(await answer()).toContain('Nee, print op kantoor')

    const again = await openLiveHandbooks(office.organisations, handbooks(), office.clock.now)
    expect(again.served.get('waterveen')?.knowledge.handbook.base?.version).toBe('1')
    await expect(again.refresh('waterveen')).rejects.toThrow('two sections')
  })

  it('is at the next start what it was', async () => {
    await override()
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    await office.settle()
    const again = await openLiveHandbooks(office.organisations, handbooks(), office.clock.now)

    const { sections, base, version } = again.served.get('waterveen')?.knowledge.handbook ?? {}
    const { handbook } = office
    expect({ sections, base, version }).toEqual({
      ...{
        sections: handbook('waterveen')?.sections,
        base: handbook('waterveen')?.base,
        version: '2',
      },
    })
  })
})
