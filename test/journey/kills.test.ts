/** The bot is killed in the middle of questions and reports: nothing is lost, and nothing counts twice. */
import { killDuringJourneys } from './kill-journeys.ts'

/** Many more are for `npm run test:long`. */
const KILLS = 2
const SEED = Date.now() % 100_000

it(`keeps its promises through ${KILLS} kills (seed ${SEED})`, async () => {
  const { problems, exitCode, journeys } = await killDuringJourneys(KILLS, SEED)

  expect(problems).toEqual([])
  expect(exitCode).toBe(0)
  expect(journeys).toBeGreaterThanOrEqual(KILLS)
}, 240_000)
