/** As of: what the handbook said on a day, and what the bot would have answered then. */

import { plainText } from '../../bot/plain-text.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { dateOf } from '../../bot/use-cases/as-of.ts'
import { asOfCommand } from '../../bot/use-cases/as-of-words.ts'
import { as } from '../bot/a-bot.ts'
import { ciso, kim, sam, TWO_CISOS } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import {
  aLayeredOffice,
  home,
  type LayeredOffice,
  PRINTING,
  told,
  WIFI,
} from './a-layered-office.ts'

const at = (moment: string) => Date.parse(moment)
const NOW = at('2026-12-08T12:00:00Z')

afterAll(removeFolders)

describe.each(engines)('a day, on $name', ({ open }) => {
  let storage: Storage
  let office: LayeredOffice
  beforeEach(async () => {
    storage = await open()
    office = await aLayeredOffice(storage) // its first versions are of 1 December, at noon
    office.clock.now = at('2026-12-03T22:00:00Z') // 23:00 in Amsterdam
    await office.publish(
      'waterveen',
      home(PRINTING.replace('Nee, print op kantoor', 'Ja, vandaag')),
    )
    office.clock.now = at('2026-12-03T23:30:00Z') // the next day in Amsterdam
    await office.publish('regio', home(PRINTING, WIFI.replace('iedereen', 'elke dief')))
    await office.publish('waterveen', home(PRINTING.replace('Nee, print op kantoor', 'Soms')))
    office.clock.now = NOW
    await office.settle()
  })
  afterEach(() => storage.close())

  const ask = async (text: string, who = ciso) => {
    const reply = await office.say(who, text)
    if (reply.kind !== 'notice' || reply.notice !== 'as-of-coming') return reply
    await office.settle()
    return told(office, who, 'as-of')
  }

  it('gets the version that held at the end of it, by the own clock, and what held before', async () => {
    const reply = as('as-of', await ask('op 3 december 2026: mag ik thuis printen'))

    expect(reply.versions.map(({ number }) => number)).toEqual([2, 1])
    expect(reply.base).toMatchObject({ name: 'Regio Waterland', versions: [{ number: 1 }] })
    expect(reply.said).toMatchObject({
      ...{ kind: 'answer', title: 'Mag ik thuis printen?' },
      source: { version: '2', baseVersion: '1' },
    })
    expect(plainText(reply)).toContain('Ja, vandaag')
    expect(plainText(reply)).not.toContain('Soms')
  })

  it('is answered in other versions on other days, also the base', async () => {
    expect(plainText(await ask('op 02-12-2026: mag ik thuis printen'))).toContain('Nee, print op')
    expect(plainText(await ask('on 4 December: may I print at home'))).toContain('Soms')
    const wifi = as('as-of', await ask('op 4 december: hoe maak ik wifi veilig'))
    expect(plainText(wifi)).toContain('elke dief')
    expect(wifi.said).toMatchObject({ source: { layer: 'Regio Waterland', baseVersion: '2' } })
    expect(plainText(await ask('op 3 december: hoe maak ik wifi veilig'))).toContain(
      'kent iedereen',
    )
  })

  it('is answered at once when that version is at hand', async () => {
    await ask('op 3 december: mag ik thuis printen')

    expect(await office.say(ciso, 'op 3 december: mag ik scannen')).toMatchObject({ kind: 'as-of' })
  })

  it('says who published what held, without a question', async () => {
    const reply = as('as-of', await office.say(ciso, 'handboek op 3 december 2026'))

    expect(reply).toMatchObject({ question: '', versions: [{ by: { kind: 'person' } }, {}] })
    expect(reply.said).toBeUndefined()
  })

  it.each([
    ['op 31 april 2026: mag ik printen', 'as-of-no-date'],
    ['op 29-02-2026: mag ik printen', 'as-of-no-date'],
    ['handboek op 30 november 2026', 'as-of-before'],
    ['handboek op 3 januari 2027', 'as-of-future'],
  ])('of "%s" gets a reason', async (text, notice) => {
    expect(await office.say(ciso, text)).toMatchObject({ kind: 'notice', notice })
  })

  it('is for who looks into things, and counts nothing and keeps nothing', async () => {
    const auditor: Person = {
      ...{ id: 'sam.ouwehand', email: 'sam@waterveen.example', entraId: sam.person ?? '' },
      roles: [{ role: 'auditor' }],
    }
    await office.place([...TWO_CISOS.filter(({ id }) => id !== auditor.id), auditor])

    expect(await office.say(kim, 'op 3 december: mag ik thuis printen')).toMatchObject({
      notice: 'not-allowed',
    })
    expect(await ask('op 3 december: wat eet een kwartel', sam)).toMatchObject({
      said: { kind: 'no-answer' },
    })
    expect(await storage.stores.gaps.since('waterveen', '')).toEqual([])
    const weeks = { from: '2026-W01', until: '2026-W53' }
    expect((await storage.stores.replyCounts.during('waterveen', weeks)).kinds).toEqual([])
    expect(office.inbox(kim)).toEqual([])
  })

  it('holds a message that reports something beside the first steps of then', async () => {
    expect(await ask('op 3 december: ik heb op een verdachte link geklikt')).toMatchObject({
      said: { kind: 'incident' },
    })
  })
})

describe('a day as it is typed', () => {
  it.each([
    [
      'op 3 mei 2026: mag ik printen',
      'nl',
      { day: 3, month: 5, year: 2026, question: 'mag ik printen' },
    ],
    ['Op 03-05-2026 : mag ik printen', 'nl', { day: 3, month: 5, year: 2026 }],
    ['on 3 May: may I', 'en', { day: 3, month: 5, question: 'may I' }],
    ['handboek op 3 mei 2026', 'nl', { day: 3, month: 5, year: 2026, question: '' }],
    ['The handbook on 3 May 2026?', 'en', { month: 5, question: '' }],
  ] as const)('reads %s', (text, language, command) => {
    expect(asOfCommand(text, language)).toMatchObject({ verb: 'ask-as-of', ...command })
  })

  it.each([
    'op 3 mei moet ik werken, mag dat thuis',
    'handboek op kantoor',
    'op 3 mei 2026',
    'op mei: x',
  ])('leaves "%s" to the handbook', (text) => {
    expect(asOfCommand(text, 'nl')).toBeUndefined()
  })

  it.each([
    [{ day: 3, month: 5 }, '2026-05-03'],
    [{ day: 9, month: 12 }, '2025-12-09'],
    [{ day: 8, month: 12 }, '2026-12-08'],
    [{ day: 29, month: 2 }, '2024-02-29'],
    [{ day: 31, month: 4 }, undefined],
    [{ day: 1, month: 13, year: 2026 }, undefined],
    [{ day: 9, month: 12, year: 2026 }, '2026-12-09'],
  ])('means of %j the latest that is not still to come', (typed, date) => {
    expect(dateOf(typed, '2026-12-08')).toBe(date)
  })
})
