/** Parts: what several cards have in common. */
import type { IContainer } from '@microsoft/teams.cards'
import { MAX_QUESTION, type Origin } from '../bot/contract/action.ts'
import type { Organisation } from '../bot/contract/organisation.ts'
import type { SectionLink, Source } from '../bot/contract/reply.ts'
import { deskOf, maskedPhrase, sourcePhrase } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import type { PersonalData } from '../knowledge/personal-data.ts'
import { safeText } from '../knowledge/safe-text.ts'
import {
  box,
  button,
  clip,
  type Element,
  heading,
  link,
  row,
  smallPrint,
  text,
} from './elements.ts'

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

/** What somebody typed, on a ground of its own: never mistaken for words of the bot. */
export function quoted(words: string, length = MAX_QUESTION): IContainer {
  return box('emphasis', [text(clip(words, length) || '…')])
}

/** Promise 2: also where nobody thought of an incident, the way to the desk is in sight. */
export function incidentReminder(organisation: Organisation, language: Language): Element {
  return smallPrint(textsFor(language).welcomeIncident(deskOf(organisation, language)), {
    separator: true,
    spacing: 'Medium',
  })
}

export function chaptersButton(language: Language) {
  return button(textsFor(language).chapters, { verb: 'show-chapters' })
}

export function myQuestionsButton(language: Language) {
  return button(textsFor(language).myQuestions, { verb: 'my-questions' })
}

export function wholeSectionButton({ id }: SectionLink, language: Language) {
  return button(textsFor(language).wholeSection, { verb: 'show-section', sectionId: id })
}

type About = Readonly<{ question: string; origin: Origin; section?: SectionLink }>

/** Opens the form in which this question goes to the CISO. */
export function askCisoButton({ question, origin, section }: About, language: Language) {
  return button(textsFor(language).askCiso, {
    verb: 'ask-human',
    question: prefilled(question),
    origin,
    ...(section === undefined ? {} : { sectionId: section.id }),
  })
}

/** A question as a button carries it. */
export function prefilled(question: string): string {
  return clip(safeText(question).trim(), MAX_QUESTION)
}

export function mailCisoButton({ ciso }: Organisation, language: Language) {
  const texts = textsFor(language)
  const subject = encodeURIComponent(texts.mailSubject)
  return link(texts.mailCiso, `mailto:${ciso.email}?subject=${subject}`)
}
