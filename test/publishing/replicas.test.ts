/** Two replicas over one PostgreSQL answer from each version soon, whole, and never go back (T28). */
import { engines } from '../storage/engines.ts'
import { askReplicas } from './replicas.ts'

const server = engines.find(({ name }) => name === 'PostgreSQL')
/** Without PostgreSQL the run says so when it starts; in CI it fails. */
const onServer = server === undefined ? it.skip : it

/** The bot looks every two seconds; a machine that is busy with other tests gets more time than the 5 s it must have. */
const SOON_MS = 15_000

onServer(
  'two replicas answer from each version',
  async () => {
    const place = await server?.makePlace()
    if (place === undefined) return

    const { answers, tookMs } = await askReplicas(place, 2)
    await place.remove()

    for (const ofOne of answers) {
      const versions = ofOne.map(({ version }) => version)
      expect(versions).toEqual(versions.toSorted((one, other) => one - other))
      expect(ofOne.map(({ round }) => round)).toEqual(versions)
      expect(versions.at(-1)).toBe(3)
    }
    expect(Math.max(...tookMs)).toBeLessThan(SOON_MS)
  },
  120_000,
)
