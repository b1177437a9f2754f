/** The process that sends the invitations is killed in the middle: nobody is asked twice, nobody is lost (F18). */
import { seeded } from '../stand-ins/seeded.ts'
import { engines } from '../storage/engines.ts'
import { chanceStops, checkInvited, inviteThroughKills } from './restart-fan-out.ts'

const SEED = Date.now() % 100_000
/** Thousands, and many more kills, are for `npm run test:long`. */
const PEOPLE = 120
const KILLS = 2

it.each(engines)(
  `$name invites ${PEOPLE} people through ${KILLS} kills (seed ${SEED})`,
  async ({ makePlace }) => {
    const place = await makePlace()

    const arrived = await inviteThroughKills(
      place,
      PEOPLE,
      chanceStops(seeded(SEED), PEOPLE, KILLS),
    )

    checkInvited(arrived, PEOPLE)
    expect(arrived.kills).toBeGreaterThan(0)
    await place.remove()
  },
  120_000,
)
