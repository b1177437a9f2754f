/** After a round closed: who hears what, once each, and how long that takes with many managers. */
import { randomUUID } from 'node:crypto'
import type { ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import type { RoundContext } from '../../bot/rounds/context.ts'
import { createRounds } from '../../bot/rounds/rounds.ts'
import { tellResults } from '../../bot/rounds/tell-results.ts'
import type { Person } from '../../bot/storage/people.ts'
import { as } from '../bot/a-bot.ts'
import { anOffice, type Office } from '../bot/an-office.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { CLOSES_AT } from '../poll-builders.ts'
import { anOpenRound, aPlanOf, aUnit, NEWEST, PATHS, QUESTIONS } from '../results-world.ts'

afterAll(removeFolders)

const entraOf = (id: string): string => `5e1f0c3a-77d2-4b1e-9a40-${id.padStart(12, '0')}`
const speakerOf = (id: string): Partial<Speaker> => ({ person: entraOf(id) })
const person = (id: string, ...roles: Person['roles']): Person => ({
  ...{ id, entraId: entraOf(id), roles },
})
const manager = (...units: readonly string[]) =>
  units.map((unit) => ({ role: 'manager', unit }) as const)

const PEOPLE: readonly Person[] = [
  person('1'),
  person('2', { role: 'ciso' }, ...manager('Ruimte')),
  { ...person('3', ...manager('Sociaal Domein', 'Ruimte/Inkoop')), language: 'en' },
  person('4', ...manager('Griffie')),
  person('5', { role: 'auditor' }),
  person('6', { role: 'deputy' }),
  { id: '7', roles: manager('Ruimte') }, // on no platform
]

const contextOf = async (office: Office, work: (context: RoundContext) => Promise<unknown>) => {
  const served = office.served.get('waterveen')
  if (served === undefined) throw new Error('waterveen is served')
  const { secret, keys, newId, clock, storage } = office
  const now = clock.now
  await storage.transaction((stores) => work({ ...served, secret, keys, newId, stores, now }))
}

const told = (office: Office, id: string): readonly ReplyOf<'results'>[] =>
  office.inbox(speakerOf(id)).map((reply) => as('results', reply))

describe('who hears of a round that closed', () => {
  it('is each CISO of all, and each manager of what is theirs, once', async () => {
    const office = await anOffice({ people: PEOPLE })
    const plan = aPlanOf(NEWEST)
    await contextOf(office, (context) => tellResults(plan, context))
    await contextOf(office, (context) => tellResults(plan, context))
    await office.deliver()
    const seen = (id: string) => told(office, id).map(({ view }) => view.unit.path)

    expect(['1', '5', '6'].flatMap(seen)).toEqual([])
    expect(seen('2')).toEqual([''])
    expect(seen('3')).toEqual(['Ruimte/Inkoop'])
    expect(seen('4')).toEqual([''])
    expect(office.sent).toHaveLength(3)
    await office.close()
  })

  it('gets other units of their own as rows, their language, and what was merged', async () => {
    const office = await anOffice({ people: PEOPLE })
    await contextOf(office, (context) => tellResults(aPlanOf(NEWEST), context))
    await office.deliver()
    const [several] = told(office, '3')
    const [small] = told(office, '4')

    expect(several?.language).toBe('en')
    expect(several?.view.others.map(({ path }) => path)).toEqual(['', 'Sociaal Domein'])
    expect(small?.view).toMatchObject({ merged: ['Griffie'], others: [] })
    await office.close()
  })

  it('hears it when the round closes by the clock, with a row in the audit log', async () => {
    const office = await anOffice({ people: PEOPLE })
    const units = ['', 'Ruimte'].map(aUnit)
    const round = anOpenRound({ ...aPlanOf(NEWEST, ['', 'Ruimte']), closesAt: CLOSES_AT })
    await office.storage.transaction(async ({ polls, participation }) => {
      await polls.addRound('waterveen', round)
      await participation.open('waterveen', NEWEST, { eligible: [], units, questions: QUESTIONS })
    })
    office.clock.now = CLOSES_AT
    const events = await createRounds({ ...office, clock: () => office.clock.now }).runDue(
      'waterveen',
    )
    await office.deliver()

    expect(events).toContain('closed')
    expect(told(office, '2')[0]?.view.response).toEqual({ state: 'hidden', reason: 'too-few' })
    expect(told(office, '2')[0]?.view.headlines).toEqual([])
    expect(told(office, '4')[0]?.view.merged).toEqual(['Griffie'])
    await office.close()
  })
})

/** Of this process: how busy the machine is does not count. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

it('puts in the cards of 400 managers within a second of computing', async () => {
  const teams = Array.from({ length: 400 }, (_, index) => `Afdeling ${index % 20}/Team ${index}`)
  const departments = Array.from({ length: 20 }, (_, index) => `Afdeling ${index}`)
  const people = teams.map((team, index) => person(String(index), ...manager(team)))
  const office = await anOffice({ people })
  const plan = aPlanOf(randomUUID(), [...PATHS, ...departments, ...teams])
  const started = cpuMs()
  await contextOf(office, (context) => tellResults(plan, context))
  const took = cpuMs() - started

  expect(took).toBeLessThan(1_000)
  const waiting = await office.storage.stores.outbox.tally('waterveen')
  expect(waiting.reduce((sum, { n }) => sum + n, 0)).toBe(400)
  await office.close()
})
