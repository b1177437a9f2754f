/** The bot is killed while it opens, counts, reminds, closes and cleans up: each round is as if it was not. */
import { seeded } from '../stand-ins/seeded.ts'
import { engines } from '../storage/engines.ts'
import { surviveDeaths } from './chance-deaths.ts'

const SEED = Date.now() % 100_000
/** Everywhere, and in many rounds, is for `npm run test:long`. */
const DEATHS = 2

it.each(engines)(
  `$name survives ${DEATHS} kills in one round (seed ${SEED})`,
  async ({ makePlace }) => {
    const chances = { random: seeded(SEED), rounds: 1, deaths: DEATHS }

    const { problems, deaths } = await surviveDeaths(await makePlace(), chances)

    expect(problems).toEqual([])
    expect(deaths).toBeGreaterThan(0)
  },
  120_000,
)
