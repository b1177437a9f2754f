/**
 * Many answers at once: each person counts once, and the sums are those of what they chose.
 *
 * `npm run test:long` has the 2,000 people of L4, on both engines.
 */
import { engines } from '../storage/engines.ts'
import { checkAnswered, manyAnswers, severalStorages } from './many-answers.ts'

/** A server takes ten times as long for an answer. */
const PEOPLE: Readonly<Record<string, number>> = { SQLite: 600, PostgreSQL: 200 }

it.each(engines)(
  'counts a crowd that presses at once, each of them once, on $name',
  async ({ name, makePlace }) => {
    // Twenty transactions run at the same time on a server: a process has ten connections.
    const { storages, close } = await severalStorages(await makePlace(), 2)
    const people = PEOPLE[name] ?? 200

    checkAnswered(await manyAnswers({ people, atOnce: 20, storages }), people)
    await close()
  },
)
