/** Gap groups: questions alike that the handbook did not answer, told only when enough people asked them. */
import type { Handbook } from '../knowledge/handbook.ts'
import { groupQuestions } from '../knowledge/similar-questions.ts'
import type { GapGroup } from './contract/reply.ts'
import type { Gap } from './storage/gaps.ts'
import { linkTo } from './use-cases/quote.ts'

/** Words of fewer people could tell who they are. */
const MIN_PEOPLE = 3
const MAX_GROUPS = 10

/** The ten largest, the largest first. */
export function groupGaps(gaps: readonly Gap[], handbook: Handbook): readonly GapGroup[] {
  return groupQuestions(gaps.map(({ question }) => question))
    .map((places) => places.flatMap((place) => gaps[place] ?? []))
    .map((group) => ({ group, people: new Set(group.map(({ askerTag }) => askerTag)).size }))
    .filter(({ people }) => people >= MIN_PEOPLE)
    .sort((a, b) => b.group.length - a.group.length || b.people - a.people)
    .slice(0, MAX_GROUPS)
    .flatMap(({ group, people }) => shown(group, people, handbook))
}

function shown(group: readonly Gap[], people: number, { byId }: Handbook): readonly GapGroup[] {
  const [typical] = group
  if (typical === undefined) return []
  const { question, section: id } = typical
  const section = id !== undefined && group.every((gap) => gap.section === id) && byId.get(id)
  const about = section ? { section: linkTo(section) } : {}
  return [{ question, times: group.length, people, ...about }]
}
