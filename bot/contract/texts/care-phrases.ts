/** Care phrases: sentences about reading receipts and reviews, put together from their parts. */
import type { Language } from '../../../knowledge/language.ts'
import type { AcknowledgeView, Confirmed, ReadSection, ReadUnit, ReviewLine } from '../care.ts'
import { longDate } from './phrases.ts'
import { peoplePhrase } from './poll-phrases.ts'
import { textsFor } from './texts.ts'

/** Days after a text changed that who confirmed it is known. */
const KEPT_DAYS = 30

/** What is kept of who presses the button; before they do. */
export function acknowledgePhrase({ named }: AcknowledgeView, language: Language): string {
  const texts = textsFor(language)
  const kept = named ? texts.acknowledgeName : texts.acknowledgeCode
  return `${kept} ${texts.acknowledgeUntil({ days: KEPT_DAYS })}`
}

/** "Jeugd (24 mensen): ongeveer 70%". */
export function readUnitPhrase({ name, people, confirmed }: ReadUnit, language: Language): string {
  const persons = peoplePhrase(people, language)
  const figure = confirmedPhrase(confirmed, language)
  return textsFor(language).readUnit({ title: name, persons, figure })
}

function confirmedPhrase(confirmed: Confirmed, language: Language): string {
  const texts = textsFor(language)
  switch (confirmed.kind) {
    case 'few':
      return texts.readFew
    case 'about':
      return texts.readAbout({ figure: `${confirmed.percent}%` })
    case 'most':
      return texts.readMost
  }
}

/** When it was counted, or why nothing is shown. */
export function readStatePhrases(
  { countedOn, units, merged }: ReadSection,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  if (countedOn === undefined) return [texts.readNotCounted]
  if (units.length === 0) return [texts.readTooFew]
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(merged)
  return [
    texts.readCounted({ date: longDate(countedOn, language) }),
    ...(merged.length === 0 ? [] : [texts.readMerged({ list })]),
  ]
}

export function reviewDatePhrase({ review, overdue }: ReviewLine, language: Language): string {
  const texts = textsFor(language)
  const date = longDate(review, language)
  return overdue ? texts.reviewPast({ date }) : texts.reviewUntil({ date })
}

/** What happens with a yes depends on who says it. */
export function reviewTexts(editor: boolean, language: Language) {
  const texts = textsFor(language)
  return {
    intro: editor ? texts.reviewsEditor : texts.reviewsOwner,
    yes: editor ? texts.reviewYes : texts.reviewYesOwner,
  }
}
