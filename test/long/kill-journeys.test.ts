/** The bot is killed during questions and reports, at length: JOURNEY_KILLS times (200 by default). */
import { killDuringJourneys } from '../journey/kill-journeys.ts'

const KILLS = Number(process.env['JOURNEY_KILLS'] ?? 200)
const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000)

it(`keeps its promises through ${KILLS} kills (SEED=${SEED})`, async () => {
  const { problems, exitCode, journeys, repeats } = await killDuringJourneys(KILLS, SEED)

  expect(problems).toEqual([])
  expect(exitCode).toBe(0)
  expect(journeys).toBeGreaterThanOrEqual(KILLS / 2) // a journey lives through several
  expect(repeats).toBeGreaterThan(KILLS / 2)
})
