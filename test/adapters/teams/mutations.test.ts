/** Activities with something wrong in them (Z1): every answer is a 2xx or 4xx, and the bot lives on. */
import { startTeams, type TeamsRig } from '../../stand-ins/teams.ts'
import { sendMutants } from './mutations.ts'

/** Many more are for `npm run test:long`. */
const CASES = 500
const EXPECTED: readonly number[] = [200, 400, 403]

let teams: TeamsRig
beforeAll(async () => {
  teams = await startTeams()
})
afterAll(() => teams.close())

it(`gives a clear answer to ${CASES} broken activities`, async () => {
  const mutants = await sendMutants(teams, CASES)

  expect(mutants.filter(({ status }) => !EXPECTED.includes(status))).toEqual([])
  expect(teams.failures()).toEqual([])
  expect(new Set(mutants.map(({ status }) => status))).toEqual(new Set(EXPECTED)) // all are reached
  expect(Object.keys(Object.prototype)).toEqual([])
})
