/** Who got an answer from a base handbook hears when it changes: what they are shown, once, and no more. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { plainText } from '../../bot/plain-text.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { runTexts } from '../adaptive-cards/nodes.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, guest, kim, sam } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import {
  aLayeredOffice,
  home,
  type LayeredOffice,
  PRINTING,
  SCANNING,
  WIFI,
} from '../publishing/a-layered-office.ts'
import { engines } from '../storage/engines.ts'
import { breaking } from './breaking.ts'

const DAY = 86_400_000
const SATURDAY = 4 * DAY
const NEW_PRINTING = PRINTING.replace('Nee, print op kantoor', 'Ja, print ook thuis')
const OWN = PRINTING.replace('Nee, print op kantoor', 'Bij ons alleen op het gemeentehuis')
/** Of the other organisation. */
const jan: Partial<Speaker> = { ...guest, organisation: 'lindedam' }

afterAll(removeFolders)

let storage: Storage
let office: LayeredOffice
afterEach(() => storage.close())

const told = (who: Partial<Speaker>): readonly ReplyOf<'changed-answers'>[] =>
  office
    .inbox(who)
    .filter(({ kind }) => kind === 'changed-answers')
    .map((reply) => as('changed-answers', reply))
const theFirst = (who: Partial<Speaker>) => {
  const [first] = told(who)
  if (first === undefined) throw new Error('nothing was told')
  return first
}
const kinds = (who: Partial<Speaker>) =>
  told(who).map(({ changes }) => changes.map(({ change: { kind, section } }) => [kind, section.id]))
const listen = (who: Partial<Speaker>, sectionId = 'printen') =>
  office.press(who, { verb: 'tell-me', sectionId })
const base = async (...sections: readonly string[]) => {
  await office.publish('regio', home(...sections))
  await office.settle()
}
const own = async (...sections: readonly string[]) => {
  await office.publish('waterveen', home(...sections))
  await office.settle()
}

describe.each(engines.slice(0, 1))('an answer from a base handbook, on $name', ({ open }) => {
  beforeEach(async () => {
    storage = await open()
    office = await aLayeredOffice(storage)
  })

  it('that changed below no version of their own is told once to who got it, in each organisation', async () => {
    await listen(kim)
    await listen(sam, 'wifi')
    await listen(jan)
    await base(NEW_PRINTING, WIFI)
    await office.settle()

    expect(kinds(kim)).toEqual([[['changed', 'printen']]])
    expect(told(kim)[0]).toMatchObject({
      versions: { before: 1, after: 1, base: { before: 1, after: 2 } },
    })
    expect(kinds(jan)).toEqual([[['changed', 'printen']]])
    expect(told(sam)).toEqual([])
    const words = plainText(theFirst(kim)).replaceAll(/\s+/g, ' ')
    expect(words).toContain('Eerst: Nee, print op kantoor. Thuis blijven')
    expect(words).toContain('Nu: Ja, print ook thuis. Thuis blijven')
    expect(words).toContain(
      'Je had versie 1 (basis 1) van het handboek. Nu geldt versie 1 (basis 2).',
    )
  })

  it('of who is shown their own version is no news, and that of who took its place is', async () => {
    await own(OWN)
    await listen(kim)
    await listen(jan)
    await base(NEW_PRINTING, WIFI)
    expect(told(kim)).toEqual([])
    expect(told(jan)).toHaveLength(1)

    await own() // takes the text of the base back
    expect(kinds(kim)).toEqual([[['changed', 'printen']]])
    expect(told(kim)[0]).toMatchObject({
      versions: { before: 2, after: 3, base: { before: 2, after: 2 } },
    })
  })

  it('that the organisation kept as it was, by a version of its own, is no news', async () => {
    await listen(kim)
    office.clock.now += SATURDAY
    await base(NEW_PRINTING, WIFI)
    await own(PRINTING)
    office.clock.now += 2 * DAY
    await office.settle()

    expect(told(kim)).toEqual([])
  })

  it('is told with what the organisation changed itself meanwhile, in one message', async () => {
    await listen(kim)
    await listen(kim, 'wifi')
    office.clock.now += SATURDAY
    await base(NEW_PRINTING, WIFI)
    await own(WIFI.replace('router', 'modem'))
    expect(told(kim)).toEqual([])
    office.clock.now += 2 * DAY
    await office.settle()

    expect(kinds(kim)).toEqual([
      expect.arrayContaining([
        ['changed', 'printen'],
        ['changed', 'wifi'],
      ]),
    ])
  })

  it('that is gone from the base is gone, and back when it comes back; an own one stays', async () => {
    await own(SCANNING)
    await listen(kim)
    await listen(kim, 'scannen')
    await base(WIFI)
    await base(PRINTING, WIFI, SCANNING.replace('Ja', 'Nee'))

    expect(kinds(kim)).toEqual([[['removed', 'printen']], [['added', 'printen']]])
  })

  it('that changed and changed back while nobody worked is no news', async () => {
    await listen(kim)
    office.clock.now += SATURDAY
    await base(NEW_PRINTING, WIFI)
    await base(PRINTING, WIFI)
    office.clock.now += 2 * DAY
    await office.settle()

    expect(told(kim)).toEqual([])
  })

  it('is told neither to who got it afterwards, nor where only what finds it changed', async () => {
    await listen(kim)
    const found = '## Mag ik thuis printen? {#printen}\n<!-- vraagbaak\nkeywords: [toner]\n-->\n'
    await base(PRINTING.replace(/^.*\n/, found), WIFI)
    await base(NEW_PRINTING, WIFI)
    await listen(sam)
    await office.settle()

    expect(told(kim)).toHaveLength(1)
    expect(told(sam)).toEqual([])
  })

  it('is told in the language of who got it, and with nothing of the base on the card twice', async () => {
    await office.say({ ...kim, language: 'en' }, 'tell me when it changes')
    await office.press({ ...kim, language: 'en' }, { verb: 'tell-me', sectionId: 'printen' })
    await base(NEW_PRINTING, WIFI)

    const [news] = told(kim)
    expect(news?.language).toBe('en')
    expect(runTexts(cardFor(theFirst(kim))).join(' ')).toContain('1 (base 2)')
  })

  it('of a base that cannot be built on is told when it can be, and what is their own before', async () => {
    await own(SCANNING)
    await listen(kim)
    await listen(sam, 'scannen')
    await office.publish('regio', home(NEW_PRINTING, WIFI, WIFI))
    await office.publish('waterveen', home(SCANNING.replace('Ja', 'Nee')))
    const telling = office.tasks.find(({ name }) => name === 'tell-changes')
    await expect(office.tasks[0]?.run('waterveen')).rejects.toThrow('two sections')
    await telling?.run('waterveen')
    await office.deliver()
    expect([told(kim), told(sam)]).toEqual([[], []])

    await base(NEW_PRINTING, WIFI)
    expect([kinds(kim), kinds(sam)]).toEqual([
      [[['changed', 'printen']]],
      [[['changed', 'scannen']]],
    ])
  })

  it('stays as it is told where another process still answers from the base before', async () => {
    await listen(kim)
    const behind = await office.anotherProcess()
    await base(NEW_PRINTING, WIFI)
    await behind.find(({ name }) => name === 'tell-changes')?.run('waterveen')
    await office.settle()

    expect(told(kim)).toHaveLength(1)
  })

  it('that an own version took the place of is announced as changed, whatever the base says since', async () => {
    await own(OWN)
    const announced = async () =>
      as('announcement-form', await office.press(ciso, { verb: 'announce', version: 2 }))
    const { announcement } = await announced()
    await base(WIFI)

    expect(announcement.changes).toMatchObject([{ kind: 'changed', section: { id: 'printen' } }])
    expect((await announced()).announcement).toEqual(announcement)
  })

  it('is not told where the organisation does not do this', async () => {
    const settings = { tellChanges: false }
    await listen(kim)
    office = await aLayeredOffice(storage, {}, settings)
    await base(NEW_PRINTING, WIFI)

    expect(told(kim)).toEqual([])
  })

  it('is not told again after a restore', async () => {
    await listen(kim)
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    await storage.stores.answered.catchUpAll()
    await office.settle()
    expect(told(kim)).toEqual([])

    await base(PRINTING, WIFI)
    expect(told(kim)).toHaveLength(1)
  })
})

describe.each(engines)('an answer from a base handbook, on $name', ({ open }) => {
  it('is told once, by one of two processes, also where one of them crashes and starts again', async () => {
    storage = await open()
    let left = Number.POSITIVE_INFINITY
    office = await aLayeredOffice(breaking(storage, () => --left < 0))
    const people = [kim, sam, ciso]
    for (const who of people) await listen(who)
    await office.publish('regio', home(NEW_PRINTING, WIFI))
    const other = await office.anotherProcess()
    const telling = [...office.tasks, ...other].filter(({ name }) => name === 'tell-changes')
    await office.tasks[0]?.run('waterveen')

    left = 1
    const crashed = await Promise.allSettled(telling.map(({ run }) => run('waterveen')))
    left = Number.POSITIVE_INFINITY
    await office.deliver()
    const before = people.filter((who) => told(who).length > 0)
    await Promise.all(telling.map(({ run }) => run('waterveen')))
    await office.settle()

    expect(crashed.map(({ status }) => status)).toContain('rejected')
    expect(before).toHaveLength(1)
    expect(people.map((who) => told(who).length)).toEqual([1, 1, 1])
  })
})
