/** Retention: removes every night what was promised not to be kept longer. */
import { LISTENING_DAYS } from '../contract/telling.ts'
import { localDate, localWeek } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

const DAY_MS = 86_400_000

/** When somebody first told of an incident: long enough for the report that may follow. */
const NOTICE_DAYS = 30
/** Who changed what: BIO2 5.28.01 asks three years for what belongs to an incident. */
const AUDIT_DAYS = 3 * 366
/** Messages whose end is known. */
const DELIVERY_DAYS = 30
/** Who was forgotten, for as long as somebody could restore a backup from before that. */
const BACKUP_DAYS = 366
/** Files about which an editor was asked something and said nothing. */
const DOCUMENT_DAYS = 14
/** Notes that a chore was done; each is for a moment that does not come again. */
const CHORE_DAYS = 366
/** Announcements that have ended: enough to show an auditor what was told in the year before. */
const ANNOUNCEMENT_DAYS = 2 * 366
/** How often the handbook was asked: enough to put this year beside the last. */
const REPLY_COUNT_DAYS = 2 * 366
/** Results of polls, where the organisation says nothing else. */
const KEEP_YEARS = 5
const YEAR_MS = 366 * DAY_MS
/** Later than every ISO date. */
const END_OF_TIME = '9999-12-31'

export const retention: Chore = {
  name: 'retention',
  due: (now, { timeZone }) => localDate(now, timeZone),
  run: async (context) => {
    await forgetQuestions(context)
    await forgetOthers(context)
  },
  tidies: true,
}

/** With 0 days none was stored; those from before that setting go. */
async function forgetQuestions({ stores, organisation, now }: ChoreContext): Promise<void> {
  const { id, timeZone, retention } = organisation
  const moment = now - retention.questionDays * DAY_MS
  const day = retention.questionDays === 0 ? END_OF_TIME : localDate(moment, timeZone)
  await stores.gaps.forgetBefore(id, day)
  await stores.helpfulQuestions.forgetBefore(id, day)
  await stores.escalations.forgetHandledBefore(id, moment)
}

/** Of who agreed to hear of changes; where nobody is told any more, all of it goes. */
async function forgetTelling({
  stores,
  organisation,
  now,
}: Pick<ChoreContext, 'stores' | 'organisation' | 'now'>): Promise<void> {
  const { id, timeZone, tellChanges } = organisation
  const day = localDate(now - LISTENING_DAYS * DAY_MS, timeZone)
  await stores.answered.forgetBefore(id, tellChanges ? day : END_OF_TIME)
  await stores.announcements.forgetBefore(id, now - ANNOUNCEMENT_DAYS * DAY_MS)
}

async function forgetOthers({ stores, organisation, now }: ChoreContext): Promise<void> {
  const { id, timeZone, polls } = organisation
  await stores.polls.forgetBefore(id, now - (polls.keepYears ?? KEEP_YEARS) * YEAR_MS)
  await stores.audit.forgetBefore(id, now - AUDIT_DAYS * DAY_MS)
  const week = localWeek(now - REPLY_COUNT_DAYS * DAY_MS, timeZone)
  await stores.replyCounts.forgetBefore(id, week)
  await forgetTelling({ stores, organisation, now })
  await stores.documents.forgetBefore(id, now - DOCUMENT_DAYS * DAY_MS)
  await stores.outbox.purgeBefore(id, now - DELIVERY_DAYS * DAY_MS)
  await stores.forgotten.forgetBefore(id, now - BACKUP_DAYS * DAY_MS)
  await stores.incidents.forgetNoticesBefore(now - NOTICE_DAYS * DAY_MS)
  await stores.chores.forgetBefore(now - CHORE_DAYS * DAY_MS)
  await stores.seen.forgetExpired(now)
  await stores.webSignIns.forgetExpired(now)
}
