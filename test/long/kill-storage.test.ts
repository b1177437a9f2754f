/** Kill, at length: KILLS rounds (100 by default) of kill -9 on each engine. */
import { engines } from '../storage/engines.ts'
import { killRounds } from '../storage/kill-rounds.ts'

const KILLS = Number(process.env['KILLS'] ?? 100)
const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000)

it.each(engines)(
  `$name keeps what was acknowledged, ${KILLS} times (SEED=${SEED})`,
  async ({ makePlace }) => {
    const place = await makePlace()

    const rounds = await killRounds(place, momentsOf(SEED))

    for (const { acknowledged, kept } of rounds) {
      expect(kept.number).toBeGreaterThanOrEqual(acknowledged)
      expect(kept.rated).toBe(kept.number)
      expect(kept.proposed).toBe(kept.number)
    }
    await place.remove()
  },
  KILLS * 5_000,
)

/** Between 1 and 200 acknowledgements, by a linear congruential generator (Numerical Recipes). */
function momentsOf(seed: number): readonly number[] {
  let state = seed
  return Array.from({ length: KILLS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 1 + (state % 200)
  })
}
