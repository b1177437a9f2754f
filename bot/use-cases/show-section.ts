/** Show a section: the whole text of one section of the handbook. */
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import { sectionWords } from '../../knowledge/section-words.ts'
import type { AcknowledgeView } from '../contract/care.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Clock } from '../contract/ports.ts'
import type { Reply } from '../contract/reply.ts'
import { linkTo, relatedTo, sourceOf } from './quote.ts'

type Showing = Readonly<{
  handbook: Handbook
  organisation: Organisation
  language: Language
  clock: Clock
}>

export function showSection(
  id: string,
  { handbook, organisation, language, clock }: Showing,
): Reply {
  const section = handbook.byId.get(id)
  if (section === undefined) return { kind: 'notice', notice: 'unknown-section', language }
  return {
    kind: 'section',
    section: linkTo(section),
    content: section.content,
    source: sourceOf(section, handbook, clock()),
    related: relatedTo(section, handbook),
    ...(section.acknowledge ? { acknowledge: acknowledgeView(section, organisation) } : {}),
    language,
  }
}

/** What is kept of who presses the button stands beside it. */
const acknowledgeView = (
  section: Section,
  { acknowledgements }: Organisation,
): AcknowledgeView => ({
  words: sectionWords(section),
  named: acknowledgements.named,
})
