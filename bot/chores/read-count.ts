/** Read count: once a week, how many confirmed each section; between two counts nobody sees it change. */
import { sectionWords } from '../../knowledge/section-words.ts'
import { countRead } from '../care/count-read.ts'
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Person } from '../storage/people.ts'
import { acknowledgerTag } from '../tags.ts'
import { localDate, localWeek } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

export type ReadCountParts = Readonly<{
  served: ReadonlyMap<string, Served>
  secret: Secret
}>

export function createReadCount({ served, secret }: ReadCountParts): Chore {
  return {
    name: 'read-count',
    due: (now, { timeZone }) => localWeek(now, timeZone),
    run: async (context) => {
      const one = served.get(context.organisation.id)
      if (one !== undefined) await count(context, { ...one, secret })
    },
  }
}

async function count(
  { stores, organisation, now }: ChoreContext,
  { knowledge, secret }: Served & Pick<ReadCountParts, 'secret'>,
): Promise<void> {
  const asked = knowledge.handbook.sections.filter(({ acknowledge }) => acknowledge)
  if (asked.length === 0) return
  const { id, name, polls, timeZone } = organisation
  const people = await stores.people.list(id)
  const units = await stores.people.units(id)
  const counting = { roster: { people, units }, name, thresholds: polls.thresholds }
  const tagOf = new Map(people.map((person) => [person.id, acknowledgerTag(secret, id, person.id)]))
  for (const section of asked) {
    const text = { section: section.id, words: sectionWords(section) }
    const tags = await stores.acknowledgements.tags(id, text)
    const hasConfirmed = (person: Person) => tags.has(tagOf.get(person.id) ?? '')
    const day = localDate(now, timeZone)
    await stores.readFigures.keep(id, { ...text, day, units: countRead(counting, hasConfirmed) })
  }
}
