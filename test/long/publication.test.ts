/**
 * Publication of many random rounds: the long form of what test/polls/publication does briefly.
 *
 * PUBLICATION_ROUNDS says how many: 10,000 unless said. PUBLICATION_SEED repeats a run.
 */
import { differencing } from '../polls/publication/differencing.ts'
import { seeded } from '../stand-ins/seeded.ts'

const ROUNDS = Number(process.env['PUBLICATION_ROUNDS'] ?? 10_000)
const SEED = Number(process.env['PUBLICATION_SEED'] ?? 1)

it(`finds nobody in ${ROUNDS} organisations of 40 units`, () => {
  const { hiding, leaking } = differencing(seeded(SEED), { rounds: ROUNDS, units: () => 40 })
  expect(leaking / hiding).toBeGreaterThan(0.25)
})

it(`finds nobody in ${ROUNDS} organisations of few units, trying all sets of people`, () => {
  const random = seeded(SEED)
  const units = () => 1 + Math.floor(random() * 10)
  const { hiding, leaking } = differencing(random, { rounds: ROUNDS, units })
  expect(leaking / hiding).toBeGreaterThan(0.25)
})
