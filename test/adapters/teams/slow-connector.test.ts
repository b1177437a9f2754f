/** The connector hangs (F8) or breaks: nobody is kept waiting, and nothing is sent in secret. */
import { startTeams, TENANT, type TeamsRig } from '../../stand-ins/teams.ts'

let teams: TeamsRig

beforeEach(async () => {
  teams = await startTeams({ timeoutMs: 200 })
})
afterEach(() => teams.close())

const hangs = { answer: 'hang' } as const
const elsewhere = {
  from: { id: '29:2' },
  conversation: { id: 'a:2', conversationType: 'personal', tenantId: TENANT },
}

it('acknowledges while an answer hangs, and goes on with other questions', async () => {
  const events: string[] = []
  teams.connector.breakWith(({ to }) => {
    events.push(`call to ${to}`)
    return to === 'a:2' ? undefined : hangs
  })

  const first = await teams.hand(teams.question())
  events.push('acknowledged')
  await teams.hand(teams.question(elsewhere))
  await teams.connector.waitFor('message')
  events.push('answered another')
  await teams.idle()
  events.push('gave up')

  expect(first.status).toBe(200)
  expect(events.indexOf('acknowledged')).toBeLessThan(events.indexOf('gave up'))
  expect(events.indexOf('answered another')).toBeLessThan(events.indexOf('gave up'))
  expect(teams.connector.messages()).toHaveLength(1)
})

it('sends one request for one attempt, also when the connector says that it broke', async () => {
  teams.connector.breakWith(({ number }) =>
    number === 1 ? { answer: { status: 503 } } : undefined,
  )

  await teams.hand(teams.question())
  await teams.idle()
  const attempts = teams.observed.filter(({ kind }) => kind === 'delivery-tried').length

  expect(teams.connector.calls).toHaveLength(attempts)
})
