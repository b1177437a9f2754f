/**
 * Publishing at length: what test/publishing proves briefly.
 *
 * SEED repeats a run; PUBLISHING_KILLS says how often the bot is killed on each engine (100 unless said).
 */
import { removeFolders } from '../knowledge/waterveen.ts'
import { publishWithFailingCalls } from '../publishing/failing-calls.ts'
import { publishThroughKills } from '../publishing/kills.ts'
import { engines } from '../storage/engines.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000)
const KILLS = Number(process.env['PUBLISHING_KILLS'] ?? 100)

afterAll(removeFolders)

function* every(): Generator<number> {
  for (let k = 1; ; k += 1) yield k
}

describe.each(engines)(`publishing on $name (SEED=${SEED})`, (engine) => {
  it.each(['before', 'after'] as const)('survives each call that fails, %s it', async (moment) => {
    const { problems, failed } = await publishWithFailingCalls(engine, moment, every())

    expect(problems).toEqual([])
    expect(failed).toBeGreaterThan(200)
  })

  it(`keeps its promises through ${KILLS} kills`, async () => {
    const place = await engine.makePlace()

    const { problems, versions, answers, exitCode } = await publishThroughKills(place, KILLS, SEED)
    await place.remove()

    expect(problems).toEqual([])
    expect(exitCode).toBe(0)
    expect(versions).toBeGreaterThan(KILLS / 10)
    expect(answers).toBeGreaterThan(KILLS / 10)
  })
})
