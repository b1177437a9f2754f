/** Show a section: the whole text of one section of the handbook. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Clock } from '../contract/ports.ts'
import type { Reply } from '../contract/reply.ts'
import { linkTo, relatedTo, sourceOf } from './quote.ts'

type Showing = Readonly<{ handbook: Handbook; language: Language; clock: Clock }>

export function showSection(id: string, { handbook, language, clock }: Showing): Reply {
  const section = handbook.byId.get(id)
  if (section === undefined) return { kind: 'notice', notice: 'unknown-section', language }
  return {
    kind: 'section',
    section: linkTo(section),
    content: section.content,
    source: sourceOf(section, handbook, clock()),
    related: relatedTo(section, handbook),
    language,
  }
}
