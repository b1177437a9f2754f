/** Parts: what several cards have in common. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type { SectionLink, Source } from '../bot/contract/reply.ts'
import { maskedPhrase, sourcePhrase } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import type { PersonalData } from '../knowledge/personal-data.ts'
import { box, button, type Element, heading, link, row, smallPrint, text } from './elements.ts'

export function sourceLines(source: Source, language: Language): readonly Element[] {
  const phrase = smallPrint(sourcePhrase(source, language), { separator: true, spacing: 'Large' })
  if (!source.reviewOverdue) return [phrase]
  const style = { size: 'Small', weight: 'Bolder' } as const
  const overdue = text(textsFor(language).sourceOverdue, style, { spacing: 'Small' })
  return [phrase, overdue]
}

/** What was taken out of the message, when something was. */
export function maskedNote(
  masked: readonly PersonalData[],
  language: Language,
): Element | undefined {
  const phrase = maskedPhrase(masked, language)
  return phrase === undefined ? undefined : box('warning', [text(phrase)])
}

export function sectionRows(title: string, sections: readonly SectionLink[]): readonly Element[] {
  if (sections.length === 0) return []
  return [
    heading(title, 'Default'),
    ...sections.map((section) =>
      row(section.title, { verb: 'show-section', sectionId: section.id }),
    ),
  ]
}

/** Promise 2: also where nobody thought of an incident, the way to the desk is in sight. */
export function incidentReminder(organisation: Organisation, language: Language): Element {
  const { telephone } = organisation.incidentDesk
  return smallPrint(textsFor(language).welcomeIncident({ telephone }), {
    separator: true,
    spacing: 'Medium',
  })
}

export function chaptersButton(language: Language) {
  return button(textsFor(language).chapters, { verb: 'show-chapters' })
}

export function cisoButton(organisation: Organisation, language: Language) {
  const texts = textsFor(language)
  const subject = encodeURIComponent(texts.mailSubject)
  return link(texts.mailCiso, `mailto:${organisation.ciso.email}?subject=${subject}`)
}
