/** Crisis sections: what to do when it has just happened, in order of the handbook. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { CrisisSection } from '../contract/care.ts'

export function crisisSections({ sections }: Handbook): readonly CrisisSection[] {
  return sections
    .filter(({ incident, steps }) => incident.length > 0 && steps.length > 0)
    .map(({ id, title, steps }) => ({ section: { id, title }, steps }))
}
