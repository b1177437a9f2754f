/** Results in the chat: every role sees what is theirs, in the round and unit that they name, and no more. */
import type { Speaker } from '../../bot/contract/request.ts'
import type { Person } from '../../bot/storage/people.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import {
  anOpenRound,
  aPlanOf,
  NEWEST,
  PATHS,
  PREVIOUS,
  shareOf,
  storeRounds,
} from '../results-world.ts'
import { as } from './a-bot.ts'
import { anOffice, type Office } from './an-office.ts'

afterAll(removeFolders)

const who = (last: number): Partial<Speaker> => ({
  person: `5e1f0c3a-77d2-4b1e-9a40-00000000000${last}`,
  conversation: `a:1on1-${last}`,
})
const [employee, deputy, admin] = [who(1), who(2), who(3)]
const [ciso, auditor] = [who(4), who(5)]
const [social, space, clerk, guest] = [who(6), who(7), who(8), who(9)]

const person = (id: string, { person }: Partial<Speaker>, ...roles: Person['roles']): Person => ({
  ...{ id, entraId: person ?? '', roles },
})
const PEOPLE = [
  person('employee', employee),
  person('deputy', deputy, { role: 'deputy' }),
  person('admin', admin, { role: 'admin' }),
  person('ciso', ciso, { role: 'ciso' }),
  person('auditor', auditor, { role: 'auditor' }),
  person('social', social, { role: 'manager', unit: 'Sociaal Domein' }),
  person('space', space, { role: 'manager', unit: 'Ruimte' }),
  person('clerk', clerk, { role: 'manager', unit: 'Griffie' }),
]

const LINKS = {
  make: async ({ person }: { person: string }) => ({
    url: `https://waterveen.example/${person}`,
    minutes: 10,
  }),
}

let office: Office
beforeEach(async () => {
  office = await anOffice({ people: PEOPLE, resultLinks: LINKS })
})
afterEach(() => office.close())

const ROUNDS = [aPlanOf(PREVIOUS), aPlanOf(NEWEST)]
const viewOf = async (speaker: Partial<Speaker>, text: string) =>
  as('results', await office.say(speaker, text)).view
const noticeOf = async (speaker: Partial<Speaker>, text: string) =>
  as('notice', await office.say(speaker, text)).notice
const viewed = async () => {
  const rows = await office.storage.stores.audit.list('waterveen')
  return rows.filter(({ action }) => action === 'results-viewed')
}

describe('somebody without results of their own', () => {
  const WORDS = ['resultaten', 'resultaten vorige ronde', 'resultaten Jeugd', 'results Jeugd']

  it.each([
    ['an employee', employee],
    ['a deputy', deputy],
    ['an admin', admin],
    ['a guest', guest],
  ])('is told why, whatever the words: %s', async (_, speaker) => {
    await storeRounds(office.storage, ROUNDS)

    for (const words of WORDS) expect(await noticeOf(speaker, words)).toBe('results-not-yours')
    expect(await viewed()).toEqual([])
  })

  it('gets nothing by a button either, such as one that somebody made', async () => {
    await storeRounds(office.storage, ROUNDS)
    const actions = [
      { verb: 'show-results', round: NEWEST, unit: '' },
      { verb: 'show-figures', roundId: NEWEST, unit: '' },
      { verb: 'open-results' },
    ] as const

    for (const action of actions)
      expect(await office.press(employee, action)).toMatchObject({ notice: 'results-not-yours' })
  })

  it('is somebody whose role was withdrawn a moment ago', async () => {
    await storeRounds(office.storage, ROUNDS)
    expect((await viewOf(social, 'resultaten')).unit.path).toBe('Sociaal Domein')
    await office.place(PEOPLE.filter(({ id }) => id !== 'social'))

    expect(await noticeOf(social, 'resultaten')).toBe('results-not-yours')
  })
})

describe('the way to an earlier round', () => {
  it.each([
    ['is pointed out when there is one', ROUNDS, true],
    ['is not when this is the only round', ROUNDS.slice(1), false],
  ])('%s', async (_, rounds, hasEarlier) => {
    await storeRounds(office.storage, rounds)

    expect(await viewOf(ciso, 'resultaten')).toMatchObject({ round: NEWEST, hasEarlier })
  })
})

describe('a manager', () => {
  beforeEach(() => storeRounds(office.storage, ROUNDS))

  it('sees their own unit first, and from there the whole and what is below it', async () => {
    const view = await viewOf(social, 'resultaten')

    expect(view).toMatchObject({ round: NEWEST, unit: { path: 'Sociaal Domein' }, merged: [] })
    expect(view.others.map(({ path }) => path)).toEqual([
      ...['', 'Sociaal Domein/Jeugd', 'Sociaal Domein/Jeugdhulp', 'Sociaal Domein/Wmo'],
    ])
    expect(view.headlines[0]).toMatchObject({
      ...{ finding: 'better', percent: shareOf('Sociaal Domein', 0) },
    })
  })

  it.each([
    ['resultaten Jeugd', 'Sociaal Domein/Jeugd'],
    ['RESULTATEN jeugd', 'Sociaal Domein/Jeugd'],
    ['results jeugdh', 'Sociaal Domein/Jeugdhulp'],
    ['resultaten sociaal domein/wmo', 'Sociaal Domein/Wmo'],
    ['resultaten sociaal', 'Sociaal Domein'],
    ['resultaten hele organisatie', ''],
    ['resultaten gemeente Waterveen', ''],
  ])('who types "%s" sees "%s"', async (words, path) => {
    const view = await viewOf(social, words)

    expect(view.unit.path).toBe(path)
    expect(view).not.toHaveProperty('refused')
  })

  it('chooses where a beginning fits several units', async () => {
    const choice = as('results-choice', await office.say(social, 'resultaten vorige ronde jeu'))

    expect(choice).toMatchObject({ round: PREVIOUS, asked: 'jeu' })
    expect(choice.units.map(({ path }) => path)).toEqual([
      ...['Sociaal Domein/Jeugd', 'Sociaal Domein/Jeugdhulp'],
    ])
  })

  it('has only their own units to choose from, where others bear the name too', async () => {
    const view = await viewOf(space, 'resultaten inkoop')
    const choice = await office.say(ciso, 'resultaten inkoop')

    expect(view.unit.path).toBe('Ruimte/Inkoop')
    expect(choice.kind).toBe('results-choice')
  })

  it.each(['Ruimte', 'Ruimte/Inkoop', 'Bestaat Niet'])(
    'who asks for %s, which is not theirs, sees their own and why',
    async (name) => {
      const view = await viewOf(social, `resultaten ${name}`)

      expect(view).toMatchObject({ unit: { path: 'Sociaal Domein' }, refused: name })
    },
  )

  it('gets the other unit by no button', async () => {
    const shown = await office.press(social, {
      verb: 'show-results',
      round: NEWEST,
      unit: 'Ruimte',
    })
    const figures = { verb: 'show-figures', roundId: NEWEST, unit: 'Ruimte' } as const

    expect(as('results', shown).view).toMatchObject({
      ...{ unit: { path: 'Sociaal Domein' }, refused: 'Ruimte' },
    })
    expect(await office.press(social, figures)).toMatchObject({ notice: 'results-not-yours' })
  })

  it('never sees a name or a figure of a unit that is not theirs, in any way of asking', async () => {
    const replies = await Promise.all(
      ['resultaten', 'resultaten vorige ronde', 'resultaten hele organisatie'].map((words) =>
        office.say(social, words),
      ),
    )
    const all = JSON.stringify(replies)

    for (const name of ['Ruimte', 'Bedrijfsvoering', 'Inkoop']) expect(all).not.toContain(name)
  })

  it('whose unit was too small sees the whole, and that it was', async () => {
    const own = await viewOf(clerk, 'resultaten Griffie')

    expect(own).toMatchObject({ unit: { path: '' }, merged: ['Griffie'] })
    expect(own).not.toHaveProperty('refused')
    expect(own.others).toEqual([])
  })

  it('sees each question of a unit with its figure, without those of others', async () => {
    const unit = 'Sociaal Domein/Wmo'
    const reply = await office.press(social, { verb: 'show-figures', roundId: NEWEST, unit })
    const { result } = as('poll-result', reply)

    expect(result.unit).toBe('Wmo')
    expect(result).not.toHaveProperty('coverage')
    expect(result.units).toEqual({ shown: 0, hidden: 0 })
    expect(result.questions.map(({ cell }) => cell)).toMatchObject(
      [0, 1].map((index) => ({ favourable: shareOf(unit, index) })),
    )
  })

  it('leaves an audit row for each view, with round and unit', async () => {
    await office.say(social, 'resultaten')
    await office.say(social, 'resultaten vorige ronde Wmo')
    await office.press(social, { verb: 'show-figures', roundId: NEWEST, unit: '' })
    await office.say(social, 'resultaten jeu') // a choice shows nothing yet

    expect(await viewed()).toMatchObject([
      { actor: 'social', object: NEWEST, details: { unit: 'Sociaal Domein' } },
      { actor: 'social', object: PREVIOUS, details: { unit: 'Sociaal Domein/Wmo' } },
      { actor: 'social', object: NEWEST, details: { unit: '' } },
    ])
  })
})

describe('who sees all', () => {
  beforeEach(() => storeRounds(office.storage, ROUNDS))

  it.each([
    ['a CISO', ciso],
    ['an auditor', auditor],
  ])('begins with the whole, and can name any unit: %s', async (_, speaker) => {
    const view = await viewOf(speaker, 'results')

    expect(view.unit).toEqual({ path: '', name: 'gemeente Waterveen' })
    expect(view.units).toEqual({ shown: PATHS.length - 1, hidden: 0 })
    expect(view.others.map(({ path }) => path)).toEqual([
      ...['Bedrijfsvoering', 'Ruimte', 'Sociaal Domein'],
    ])
    expect((await viewOf(speaker, 'results Wmo')).unit.path).toBe('Sociaal Domein/Wmo')
    expect(await viewOf(speaker, 'results Nowhere')).toMatchObject({ refused: 'Nowhere' })
  })

  it('gets the section that helps with what goes least well', async () => {
    expect((await viewOf(ciso, 'resultaten')).suggestion).toEqual({
      question: 'Print je?',
      section: { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' },
    })
  })

  it('sees the round before the newest, and no button of a round that is gone', async () => {
    const gone = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0999'

    expect((await viewOf(ciso, 'resultaten vorige ronde')).round).toBe(PREVIOUS)
    expect((await viewOf(ciso, 'results previous round Wmo')).round).toBe(PREVIOUS)
    expect(await office.press(ciso, { verb: 'show-results', round: gone })).toMatchObject({
      notice: 'results-gone',
    })
  })
})

describe('a round', () => {
  it('that is open shows nothing, to nobody, in any way', async () => {
    await office.storage.stores.polls.addRound('waterveen', anOpenRound(aPlanOf(NEWEST)))
    const actions = [
      { verb: 'show-results', round: NEWEST, unit: '' },
      { verb: 'show-figures', roundId: NEWEST, unit: '' },
    ] as const

    expect(await noticeOf(ciso, 'resultaten')).toBe('no-results')
    expect(await noticeOf(ciso, 'resultaten vorige ronde')).toBe('no-results')
    for (const action of actions)
      expect(await office.press(ciso, action)).toMatchObject({ notice: 'results-gone' })
  })

  it('that is open stays out of sight beside one that closed', async () => {
    await storeRounds(office.storage, [aPlanOf(PREVIOUS)])
    await office.storage.stores.polls.addRound('waterveen', anOpenRound(aPlanOf(NEWEST), 1))

    expect((await viewOf(ciso, 'resultaten')).round).toBe(PREVIOUS)
    expect(await noticeOf(ciso, 'resultaten vorige ronde')).toBe('no-earlier-results')
  })
})

describe('the page of results', () => {
  beforeEach(() => storeRounds(office.storage, ROUNDS))

  it('opens by a link for who asked, by their id in the roster', async () => {
    const link = as('results-link', await office.press(social, { verb: 'open-results' }))

    expect(link).toMatchObject({ url: 'https://waterveen.example/social', minutes: 10 })
    expect(as('results', await office.say(social, 'resultaten')).page).toBe(true)
  })

  it('is never linked to where others read along', async () => {
    const shared = { ...social, shared: true }

    expect(await office.press(shared, { verb: 'open-results' })).toMatchObject({
      notice: 'results-page-private',
    })
  })

  it('is offered nowhere when there is none', async () => {
    const without = await anOffice({ people: PEOPLE })
    await storeRounds(without.storage, ROUNDS)

    expect(as('results', await without.say(social, 'resultaten')).page).toBe(false)
    expect(await without.press(social, { verb: 'open-results' })).toMatchObject({
      notice: 'no-results-page',
    })
    await without.close()
  })
})

it('sends what was asked in a team to the private chat only', async () => {
  await storeRounds(office.storage, ROUNDS)
  const shared = { ...social, conversation: '19:team@thread.tacv2', shared: true }

  expect(await noticeOf(shared, 'resultaten')).toBe('sent-privately')
  await office.deliver()
  expect(office.inbox(social).map(({ kind }) => kind)).toEqual(['results'])
  expect(office.inRoom('19:team@thread.tacv2')).toEqual([])
})
