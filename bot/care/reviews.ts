/** Reviews: which sections somebody must look at again, and since when. Dates are ISO dates. */
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import { sectionWords } from '../../knowledge/section-words.ts'
import { MAX_REVIEWS, type ReviewLine } from '../contract/care.ts'
import { folded, type Person } from '../storage/people.ts'

/** Days before the date that its owner hears of it, and once more. */
export const FIRST_DAYS = 30
export const LAST_DAYS = 7

const DAY_MS = 86_400_000

type Reviewed = Section & Readonly<{ review: string }>

/** Past their date or within 30 days of it, the oldest date first. */
export function dueSections({ sections }: Handbook, today: string): readonly Reviewed[] {
  return sections
    .filter((section): section is Reviewed => section.review !== undefined)
    .filter(({ review }) => daysUntil(review, today) <= FIRST_DAYS)
    .toSorted((a, b) => (a.review < b.review ? -1 : Number(a.review > b.review)))
}

/** Negative when it is past. */
export const daysUntil = (date: string, today: string): number =>
  Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS)

export function reviewLine({ id, title, number, review, ...rest }: Reviewed, today: string) {
  const overdue = review < today
  const words = sectionWords({ title, content: rest.content })
  return { section: { id, title }, number, review, overdue, words } satisfies ReviewLine
}

/** The first of them, and how many there are beside those. */
export function firstReviews(
  sections: readonly Reviewed[],
  today: string,
): Readonly<{ sections: readonly ReviewLine[]; more: number }> {
  const shown = sections.slice(0, MAX_REVIEWS).map((section) => reviewLine(section, today))
  return { sections: shown, more: sections.length - shown.length }
}

/** The same day a year later. */
export function inAYear(today: string): string {
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

export const isOwner = (
  { owner }: Pick<Section, 'owner'>,
  { email }: Pick<Person, 'email'>,
): boolean =>
  owner !== undefined && email !== undefined && folded.email(owner) === folded.email(email)
