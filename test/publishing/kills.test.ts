/** The bot is killed while editors publish: every version is whole, and everybody is answered from one. */
import { engines } from '../storage/engines.ts'
import { publishThroughKills } from './kills.ts'

/** Many more are for `npm run test:long`. */
const KILLS = 1
const SEED = Date.now() % 100_000

it.each(engines)(
  `$name keeps its promises through ${KILLS} kill (seed ${SEED})`,
  async ({ makePlace }) => {
    const place = await makePlace()

    const { problems, versions, answers, exitCode } = await publishThroughKills(place, KILLS, SEED)
    await place.remove()

    expect(problems).toEqual([])
    expect(exitCode).toBe(0)
    expect(versions).toBeGreaterThan(1)
    expect(answers).toBeGreaterThan(0)
  },
  240_000,
)
