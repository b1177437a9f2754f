/** When the signing keys cannot be read, nobody gets in and nobody is told why. */
import { forService, startTeams, type TeamsRig } from '../../stand-ins/teams.ts'

let teams: TeamsRig

beforeAll(async () => {
  teams = await startTeams()
})
afterAll(() => teams.close())

it('refuses a good token with 503 until the keys can be read', async () => {
  teams.identity.failWith(500)
  const duringOutage = await teams.post(teams.question())
  teams.identity.failWith(undefined)
  const afterwards = await teams.post(teams.question())

  expect(duringOutage).toMatchObject({ status: 503, text: '{"error":503}' })
  expect(teams.failures()).toMatchObject([{ kind: 'failed', reference: '3f9a00' }])
  expect(afterwards.status).toBe(200)
  expect(teams.asked).toHaveLength(1)
})

it('lets a token that was good before in while its address sends bad ones', async () => {
  const good = await teams.identity.sign(forService(teams.connector))
  await teams.post(teams.question(), good)
  const forged = await teams.identity.sign({
    ...forService(teams.connector),
    key: teams.identity.strangersKey,
  })

  const statuses: number[] = []
  for (let i = 0; i < 60 && !statuses.includes(429); i++)
    statuses.push((await teams.post(teams.question(), forged)).status)
  const printed = teams.printed()
  const held = await teams.post(teams.question(), forged)
  const welcome = await teams.post(teams.question(), good)

  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
  expect(held.status).toBe(429)
  expect(teams.printed()).toBe(printed) // the SDK did not even look
  expect(printed).toBeGreaterThan(0)
  expect(welcome.status).toBe(200)
})
