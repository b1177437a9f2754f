/** Demo: a history of rounds that never were, marked as such wherever it is shown. */
import { MAX_ROUNDS, storeDemoHistory } from './demo-history.ts'
import { removeDemoUse } from './demo-use.ts'
import { countOf, type PollCommand, withPolls } from './with-polls.ts'

const MAX_PEOPLE = 50_000
const MAX_SEED = 999_999_999

export function demo(command: PollCommand): Promise<readonly string[]> {
  return withPolls(command, async (tools) => {
    const { stores, organisation } = tools
    if (command.remove) {
      await removeDemoUse(organisation.id, stores)
      const removed = await stores.polls.removeDemo(organisation.id)
      return [`${removed} rounds of the demo were removed.`]
    }
    const people = countOf('people', command.people ?? '2000', MAX_PEOPLE)
    const rounds = countOf('rounds', command.rounds, MAX_ROUNDS)
    const seed = countOf('seed', command.seed, MAX_SEED)
    const plans = await storeDemoHistory({ ...tools, people, rounds, seed }, stores)
    return [
      `${plans.length} made-up rounds of ${people} made-up people are in ${organisation.id}, marked as a demo.`,
      'See them: npm run polls -- results. Remove them: npm run polls -- demo --remove.',
    ]
  })
}
