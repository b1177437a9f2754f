/** Plain care: reading receipts, reviews and the crisis sheet as text alone. */
import type { Language } from '../knowledge/language.ts'
import type { AcknowledgeView, ReviewLine } from './contract/care.ts'
import type { ReplyOf } from './contract/reply.ts'
import {
  acknowledgePhrase,
  readStatePhrases,
  readUnitPhrase,
  reviewDatePhrase,
  reviewTexts,
} from './contract/texts/care-phrases.ts'
import { deskHoursPhrase } from './contract/texts/phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'

/** @param from the number of its choice */
export function acknowledgePart(view: AcknowledgeView, language: Language, from: number): string {
  const texts = textsFor(language)
  return [
    wrap(texts.acknowledgeAsk),
    numbered([texts.acknowledgeButton], from),
    wrap(acknowledgePhrase(view, language)),
  ].join('\n')
}

export function toRead({ language, sections }: ReplyOf<'to-read'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.toReadTitle),
    wrap(texts.toReadText),
    numbered(sections.map(({ title }) => line(title))),
  ]
}

export function readReceipts({ language, sections }: ReplyOf<'read-receipts'>): readonly Part[] {
  const texts = textsFor(language)
  const parts = sections.map((section) =>
    [
      wrap(line(section.section.title)),
      ...readStatePhrases(section, language).map((phrase) => wrap(line(phrase))),
      ...section.units.map((unit) => wrap(line(readUnitPhrase(unit, language)), '- ')),
    ].join('\n'),
  )
  return [line(texts.readTitle), wrap(texts.readText), ...parts]
}

export function reviews({ language, sections, more, editor }: ReplyOf<'reviews'>): readonly Part[] {
  const texts = textsFor(language)
  const { intro, yes } = reviewTexts(editor, language)
  return [
    line(texts.reviewsTitle),
    wrap(intro),
    ...reviewLines(sections, language),
    more === 0 ? undefined : wrap(texts.reviewsMore({ count: more })),
    reviewChoices(sections, yes, language),
  ]
}

export function reviewConfirmed({
  language,
  by,
  sections,
}: ReplyOf<'review-confirmed'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.reviewConfirmedTitle),
    wrap(texts.reviewConfirmedBy({ name: line(by) })),
    ...reviewLines(sections, language),
    reviewChoices(sections, texts.reviewYes, language),
  ]
}

const reviewLines = (sections: readonly ReviewLine[], language: Language): readonly Part[] =>
  sections.map((one) =>
    [wrap(line(`${one.number} ${one.section.title}`)), wrap(reviewDatePhrase(one, language))].join(
      '\n',
    ),
  )

/** Of each to read it and to say yes, in the order of the card. */
function reviewChoices(sections: readonly ReviewLine[], yes: string, language: Language): Part {
  const each = sections.flatMap(({ section, number }) => [
    line(`${number} ${section.title}`),
    line(`${yes} ${number}`),
  ])
  const all = sections.length < 2 ? [] : [textsFor(language).reviewsAllYes]
  return numbered([...each, ...all])
}

export function crisisSheet(reply: ReplyOf<'crisis-sheet'>): readonly Part[] {
  const { language, organisation, sections } = reply
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  const contact = line(texts.crisisContact(organisation.ciso))
  return [
    line(texts.crisisTitle),
    `${texts.incidentCall({ telephone })}.\n${deskHoursPhrase(organisation, language)}\n${contact}`,
    `${texts.incidentReport}: ${url}`,
    sections.length === 0 ? wrap(texts.crisisNone) : undefined,
    ...sections.map(({ section, steps }, index) =>
      [
        wrap(line(section.title), `${index + 1}. `),
        ...steps.map((step) => wrap(line(step), '   - ')),
      ].join('\n'),
    ),
  ]
}
