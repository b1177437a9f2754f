/** Kill: what was acknowledged survives kill -9, and no transaction is ever seen in part. */
import { engines } from './engines.ts'
import { killRounds } from './kill-rounds.ts'

it.each(engines)('$name keeps what was acknowledged, whole', async ({ makePlace }) => {
  const place = await makePlace()

  const rounds = await killRounds(place, [1, 40, 3])

  for (const { acknowledged, kept } of rounds) {
    expect(kept.number).toBeGreaterThanOrEqual(acknowledged)
    expect(kept.rated).toBe(kept.number)
    expect(kept.proposed).toBe(kept.number)
  }
  await place.remove()
})
