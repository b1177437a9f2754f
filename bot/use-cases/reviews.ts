/** Reviews: what must be looked at again, and that somebody did: it holds for another year. */
import { withReviewDate } from '../../knowledge/edit-section.ts'
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { sectionWords } from '../../knowledge/section-words.ts'
import { authorize } from '../access.ts'
import { dueSections, firstReviews, inAYear, isOwner, reviewLine } from '../care/reviews.ts'
import type { Action } from '../contract/action.ts'
import type { ReviewLine } from '../contract/care.ts'
import type { Reply } from '../contract/reply.ts'
import { draftView } from '../publishing/views.ts'
import { holders } from '../recipients.ts'
import type { Person } from '../storage/people.ts'
import { localDate } from '../working-time.ts'
import { type Base, baseFor, keep } from './edit-section.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

type Confirmed = Extract<Action, { verb: 'confirm-reviews' }>['sections']

const today = ({ organisation, now }: Tools): string => localDate(now, organisation.timeZone)

/** With what this editor has in hand already: a date that stands in their draft is not due any more. */
export async function showReviews(tools: Tools): Promise<Reply> {
  const base = await baseFor(undefined, tools)
  const { handbook } = base === undefined ? tools.knowledge : readHandbook(base.files)
  const due = dueSections(handbook, today(tools))
  if (due.length === 0) return notice('no-reviews', tools.language)
  return {
    ...{ kind: 'reviews', ...firstReviews(due, today(tools)), editor: true },
    language: tools.language,
  }
}

/** An editor gets a draft with the new dates; an owner who is none tells the CISO. */
export async function confirmReviews(
  { sections }: Extract<Action, { verb: 'confirm-reviews' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, actor, stores, language } = tools
  if (authorize(actor, 'draft', { organisation: organisation.id })) return draft(sections, tools)
  const person = await stores.people.byId(organisation.id, actor.person ?? '')
  return person === undefined ? notice('not-allowed', language) : passOn(sections, person, tools)
}

async function draft(confirmed: Confirmed, tools: Tools): Promise<Reply> {
  const base = await baseFor(undefined, tools)
  if (base === undefined) return notice('no-such-version', tools.language)
  const mine = readHandbook(base.files).handbook
  const still = stillSame(confirmed, [mine, tools.knowledge.handbook])
  const date = inAYear(today(tools))
  const files = still.reduce((all, section) => dated(all, section, date), base.files)
  if (hashOf(files) !== hashOf(base.files)) return keep({ ...base, files }, tools)
  return still.length === 0 ? notice('reviews-changed', tools.language) : kept(base, tools)
}

/** Pressed again: the dates stand in the draft already. */
async function kept({ draft }: Base, tools: Tools): Promise<Reply> {
  const { language } = tools
  if (draft === undefined) return notice('reviews-changed', language)
  return { kind: 'draft-kept', draft: await draftView(draft, tools), language }
}

/** Whose text is what the card was about, in one of these. */
function stillSame(confirmed: Confirmed, handbooks: readonly Handbook[]): readonly Section[] {
  return confirmed.flatMap(({ id, words }) => {
    const found = handbooks.map(({ byId }) => byId.get(id))
    const [section] = found
    const isSame = found.some((one) => one !== undefined && sectionWords(one) === words)
    return section !== undefined && isSame ? [section] : []
  })
}

/** Only its own chapter is read again, where that is enough to find it. */
function dated(files: HandbookFiles, { id, file }: Section, date: string): HandbookFiles {
  const chapter = new Map([...files].filter(([name]) => name === file))
  const [[, text] = []] = withReviewDate(chapter, id, date)
  if (text === undefined || text === files.get(file)) return withReviewDate(files, id, date)
  return new Map([...files].map(([name, before]) => [name, name === file ? text : before]))
}

/** Each section once for each date, however often it is pressed. */
async function passOn(confirmed: Confirmed, person: Person, tools: Tools): Promise<Reply> {
  const { organisation, knowledge, stores, language, now } = tools
  const cisos = await holders('ciso', { ...tools, platform: tools.speaker.platform })
  const own = stillSame(confirmed, [knowledge.handbook]).filter((one) => isOwner(one, person))
  if (own.length === 0) return notice('reviews-changed', language)
  if (cisos.length === 0) return { kind: 'nobody-to-ask', organisation, language }
  const lines: ReviewLine[] = []
  for (const { review, ...section } of own) {
    if (review === undefined) continue
    const claim = { name: 'review-confirmed', organisation: organisation.id }
    const isFirst = await stores.chores.claim({ ...claim, due: `${section.id} ${review}` }, now)
    if (isFirst) lines.push(reviewLine({ ...section, review }, today(tools)))
  }
  if (lines.length > 0) await tell(lines, { cisos, by: person.email ?? person.id }, tools)
  return notice('reviews-passed-on', language)
}

type Telling = Readonly<{ cisos: Awaited<ReturnType<typeof holders>>; by: string }>

async function tell(sections: readonly ReviewLine[], { cisos, by }: Telling, tools: Tools) {
  const { organisation, stores, newId, now } = tools
  for (const { address, key, language } of cisos) {
    const id = newId()
    const about = { id, organisation: organisation.id, class: 'notice' } as const
    const dedupeKey = `review-confirmed:${id}:${key}`
    const content = { kind: 'review-confirmed', by, sections, language } as const
    await stores.outbox.post({ ...about, dedupeKey, address, content }, now)
  }
}
