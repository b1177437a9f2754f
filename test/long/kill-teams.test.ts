/** The long form of F3: killed many times while messages come in, nothing is lost or done twice. */
import { createChance } from '../../bench/words.ts'
import { killAgainAndAgain, prepareKilling } from '../adapters/teams/killing.ts'

const KILLS = Number(process.env['KILLS'] ?? 100)
const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000)

it(`loses and doubles nothing in ${KILLS} kills (SEED=${SEED})`, async () => {
  const killing = await prepareKilling()

  const { said, asked } = await killAgainAndAgain(killing, {
    rounds: KILLS,
    random: createChance(SEED),
  })
  await killing.close()

  expect(asked).toBe(said)
})
