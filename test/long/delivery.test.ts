/**
 * The delivery under many deaths and restarts: the long form of what test/delivery does briefly.
 *
 * DELIVERY_ROUNDS says how often: 25 unless said, of 20 deaths each. DELIVERY_SEED repeats a run.
 */
import { crashAndGoOn } from '../delivery/crash-and-go-on.ts'
import { restartFanOut } from '../delivery/restart-fan-out.ts'
import { seeded } from '../stand-ins/seeded.ts'

const ROUNDS = Number(process.env['DELIVERY_ROUNDS'] ?? 25)
const SEED = Number(process.env['DELIVERY_SEED'] ?? 1)
const DEATHS = 20
const RECIPIENTS = 5_000
const RESTARTS = 20

it(`loses nothing and doubles nothing that it must not, over ${ROUNDS * DEATHS} deaths`, async () => {
  const random = seeded(SEED)
  for (let round = 0; round < ROUNDS; round++)
    await crashAndGoOn(random, { deaths: DEATHS, each: 40 })
})

it(`brings a fan-out of ${RECIPIENTS} to each exactly once, over ${RESTARTS} restarts`, async () => {
  const random = seeded(SEED)
  const stops = Array.from({ length: RESTARTS }, () => Math.floor(random() * RECIPIENTS))
  await restartFanOut(
    RECIPIENTS,
    stops.sort((one, other) => one - other),
  )
})
