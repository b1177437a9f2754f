/**
 * Review reminders: the owner of a section hears 30 and 7 days before its date that somebody must look
 * at it again; from the date on the CISO does, once a week.
 *
 * One card for each of them, and each section once for each step, however many processes there are.
 */
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import { daysUntil, dueSections, firstReviews, isOwner, LAST_DAYS } from '../care/reviews.ts'
import { isEditor } from '../publishing/editors.ts'
import { addressOf, preferredOf } from '../recipients.ts'
import type { Served } from '../served.ts'
import type { Person } from '../storage/people.ts'
import { isWorkingTime, localDate, localWeek } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

export type ReviewReminderParts = Readonly<{
  served: ReadonlyMap<string, Served>
  newId: () => string
}>

export function createReviewReminders({ served, newId }: ReviewReminderParts): Chore {
  return {
    name: 'review-reminders',
    due: (now, organisation) =>
      isWorkingTime(now, organisation) ? localDate(now, organisation.timeZone) : undefined,
    run: async (context) => {
      const one = served.get(context.organisation.id)
      if (one !== undefined) await remind(one.knowledge.handbook, { ...context, newId })
    },
  }
}

type Context = ChoreContext & Pick<ReviewReminderParts, 'newId'>
type Due = ReturnType<typeof dueSections>[number]

async function remind(handbook: Handbook, context: Context): Promise<void> {
  const { stores, organisation } = context
  const news = await notToldYet(dueSections(handbook, dayOf(context)), context)
  if (news.length === 0) return
  const people = await stores.people.list(organisation.id)
  const cisos = people.filter(({ roles }) => roles.some(({ role }) => role === 'ciso'))
  const forPerson = new Map<Person, Due[]>()
  for (const section of news)
    for (const person of audienceOf(section, { people, cisos }, context))
      forPerson.set(person, [...(forPerson.get(person) ?? []), section])
  for (const [person, sections] of forPerson) await tell(person, sections, context)
}

const dayOf = ({ organisation, now }: ChoreContext): string => localDate(now, organisation.timeZone)

/** Of several steps that were missed, only the last is told. */
async function notToldYet(due: readonly Due[], context: Context): Promise<readonly Due[]> {
  const { stores, organisation, now } = context
  const news: Due[] = []
  for (const section of due) {
    const claim = { name: 'review-told', organisation: organisation.id }
    const step = `${section.id} ${section.review} ${stepOf(section, context)}`
    if (await stores.chores.claim({ ...claim, due: step }, now)) news.push(section)
  }
  return news
}

function stepOf({ review }: Due, context: Context): string {
  const { organisation, now } = context
  const days = daysUntil(review, dayOf(context))
  if (days <= 0) return localWeek(now, organisation.timeZone)
  return days <= LAST_DAYS ? 'last' : 'first'
}

type Audience = Readonly<{ people: readonly Person[]; cisos: readonly Person[] }>

/** An owner whom the bot cannot reach, such as a shared mailbox, is as good as none. */
function audienceOf(
  section: Due & Pick<Section, 'owner'>,
  { people, cisos }: Audience,
  context: Context,
): readonly Person[] {
  if (daysUntil(section.review, dayOf(context)) <= 0) return cisos
  const owners = people.filter((person) => isOwner(section, person) && isReachable(person))
  return owners.length > 0 ? owners : cisos
}

const isReachable = (person: Person): boolean => addressOf(person, undefined) !== undefined

async function tell(person: Person, due: readonly Due[], context: Context): Promise<void> {
  const { stores, organisation, now, newId } = context
  const address = addressOf(person, preferredOf(organisation))
  if (address === undefined) return
  const language = person.language ?? organisation.languages[0] ?? 'nl'
  const reviews = firstReviews(due, dayOf(context))
  const about = { id: newId(), organisation: organisation.id, class: 'notice' } as const
  const dedupeKey = `reviews:${dayOf(context)}:${address.platform}:${address.person}`
  const content = { kind: 'reviews', ...reviews, editor: isEditor(person), language } as const
  await stores.outbox.post({ ...about, dedupeKey, address, content }, now)
}
