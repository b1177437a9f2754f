/** Remind: who has not taken part is asked again, twice at most, and no human sees who that is. */
import type { Person } from '../storage/people.ts'
import type { Round } from '../storage/rounds.ts'
import { addWorkingDays, type Calendar, isWorkingTime, localDate } from '../working-time.ts'
import type { RoundContext, RoundEvent } from './context.ts'
import { mapInParts } from './in-parts.ts'
import { sendReminders } from './invite.ts'
import { participationTag } from './participation-tag.ts'

/** Half-way, and on the last day. A round of one day has none. */
export function reminderMoments(
  { opensAt, closesAt }: Pick<Round, 'opensAt' | 'closesAt'>,
  calendar: Calendar,
): readonly number[] {
  const later: number[] = []
  for (let days = 1; ; days++) {
    const moment = addWorkingDays(opensAt, days, calendar)
    if (moment >= closesAt) break
    later.push(moment)
  }
  const halfWay = later[Math.ceil(later.length / 2) - 1]
  return [...new Set([halfWay, later.at(-1)])].filter((moment) => moment !== undefined)
}

export async function remindDue(context: RoundContext): Promise<readonly RoundEvent[]> {
  const { stores, organisation, now } = context
  const round = await stores.polls.openRound(organisation.id)
  if (round === undefined || now >= round.closesAt) return []

  const passed = reminderMoments(round, organisation).filter((moment) => moment <= now).length
  if (passed <= round.reminders || !isWorkingTime(now, organisation)) return []
  // After a time that the bot was down, one makes up for both.
  if (!(await stores.polls.reminded(organisation.id, round.id, round.reminders))) return []
  await remind(round, context)
  return ['reminded']
}

async function remind(round: Round, context: RoundContext): Promise<void> {
  const { stores, organisation, keys, now } = context
  const key = await keys.open(organisation.id, round.id, stores)
  if (key === undefined) return // nobody can tell who took part

  const takers = await stores.participation.takers(organisation.id, round.id)
  const today = localDate(now, organisation.timeZone)
  const left = await stores.participation.leftAlone(organisation.id, round.id, today)
  const reminder = round.reminders + 1
  const absent = await mapInParts(await eligiblePeople(round, context), (person) => {
    const tag = participationTag(key, { organisation: organisation.id, round: round.id }, person.id)
    return takers.has(tag) || left.has(tag) ? [] : [person]
  })
  const keyOf = (person: string) => key.tag('reminder', String(reminder), person)
  await sendReminders(absent.flat(), { round, reminder, keyOf }, context)
}

/** Of the round, and still in the roster. */
async function eligiblePeople(
  round: Round,
  { stores, organisation }: RoundContext,
): Promise<readonly Person[]> {
  const eligible = await stores.participation.eligible(organisation.id, round.id)
  const ids = new Set(eligible.map(({ person }) => person))
  const people = await stores.people.list(organisation.id)
  return people.filter(({ id }) => ids.has(id))
}
