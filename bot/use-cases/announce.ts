/** Announce: a new version is told to a unit or to everybody, after the number of people was shown. */
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import type { AnnouncementPlan, AnnouncementView } from '../contract/telling.ts'
import { sendingTime } from '../sending-time.ts'
import type { Announcement } from '../storage/announcements.ts'
import { announcementView, batchOf, lineOf } from '../telling/announcement-view.ts'
import { audienceOf } from '../telling/audience.ts'
import { readAnnouncement } from '../telling/read-announcement.ts'
import { addWorkingDays, localDate } from '../working-time.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

const USUAL_TIME = '10:00'

/** Shows first what changed; nobody is chosen from the start. */
export async function announce(
  { version }: Extract<Action, { verb: 'announce' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language, newId, now } = tools
  const number = version ?? (await stores.handbooks.current(organisation.id))?.number ?? 0
  const announcement = await viewOf({ version: number, words: '' }, tools)
  if (announcement === undefined) return notice('announcement-nothing', language)
  const tomorrow = addWorkingDays(now, 1, organisation)
  return {
    kind: 'announcement-form',
    formId: newId(),
    announcement,
    units: await stores.people.units(organisation.id),
    date: localDate(tomorrow, organisation.timeZone),
    time: USUAL_TIME,
    language,
  }
}

const viewOf = (
  about: Pick<Announcement, 'version' | 'words'>,
  { organisation, stores }: Tools,
): Promise<AnnouncementView | undefined> => announcementView(about, organisation, stores.handbooks)

type Order = Omit<Extract<Action, { verb: 'confirm-announcement' }>, 'verb' | 'people'>

export async function planAnnouncement(
  form: Extract<Action, { verb: 'plan-announcement' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language, now } = tools
  const units = await stores.people.units(organisation.id)
  const read = readAnnouncement(form, { units, calendar: organisation, now })
  if (typeof read === 'string') return notice(read, language)
  const { formId, version } = form
  return confirm({ formId, version, ...read }, tools)
}

async function confirm(order: Order, tools: Tools): Promise<Reply> {
  const { organisation, language } = tools
  const announcement = await viewOf(order, tools)
  if (announcement === undefined) return notice('announcement-nothing', language)
  const plan = await planOf(order, tools)
  const { timeZone } = organisation
  return { kind: 'announcement-confirm', plan, announcement, timeZone, organisation, language }
}

async function planOf(order: Order, tools: Tools): Promise<AnnouncementPlan> {
  const { formId, unit, sendAt } = order
  const { people, unreachable } = await audienceOf(unit, tools)
  const addresses = people.map(({ address }) => address)
  const now = Math.max(tools.now, sendAt ?? tools.now)
  const { startsAt, seconds } = await sendingTime(addresses, { ...tools, now })
  return {
    ...{ formId, people: people.length, unreachable, startsAt, sendingSeconds: seconds },
    ...(unit === undefined ? {} : { unit }),
    ...(sendAt === undefined ? {} : { sendAt }),
  }
}

/** Asked again when another number of people would get it than was shown. */
export async function confirmAnnouncement(
  { people, ...order }: Extract<Action, { verb: 'confirm-announcement' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language } = tools
  const isKept = (await stores.announcements.find(organisation.id, order.formId)) !== undefined
  if (isKept) return showAnnouncements(tools)
  if (!(await isUnit(order.unit, tools))) return notice('announcement-unit-unknown', language)
  const plan = await planOf(order, tools)
  if (plan.people !== people || people === 0) return confirm(order, tools)
  if ((await viewOf(order, tools)) === undefined) return notice('announcement-nothing', language)
  await keep(order, plan, tools)
  return showAnnouncements(tools)
}

async function isUnit(path: string | undefined, { organisation, stores }: Tools): Promise<boolean> {
  if (path === undefined) return true
  return (await stores.people.units(organisation.id)).some((unit) => unit.path === path)
}

async function keep(order: Order, { people }: AnnouncementPlan, tools: Tools): Promise<void> {
  const { organisation, stores, actor, now } = tools
  const { formId: id, version, words, unit, sendAt = now } = order
  const author = actor.person ?? ''
  const isFirst = await stores.announcements.add(organisation.id, {
    ...{ id, version, words, author, people, sendAt, createdAt: now, state: 'planned' },
    ...(unit === undefined ? {} : { unit }),
  })
  if (!isFirst) return
  const details = { version, people, audience: unit ?? 'everybody' }
  const entry = { actor: author, action: 'announced', object: id, details }
  await stores.audit.append(organisation.id, entry, now)
}

/** What is shown of them at once. */
const SHOWN = 10

export async function showAnnouncements(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const { id, timeZone } = organisation
  const newest = (await stores.announcements.list(id)).slice(0, SHOWN)
  const announcements = []
  for (const one of newest) announcements.push(await lineOf(one, id, stores))
  return { kind: 'announcements', announcements, timeZone, language }
}

/** What is being sent at this moment still arrives. */
export async function cancelAnnouncement(
  { announcementId }: Extract<Action, { verb: 'cancel-announcement' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, actor, language, now } = tools
  const found = await stores.announcements.find(organisation.id, announcementId)
  if (found === undefined) return notice('announcement-unknown', language)
  const cancelled = await cancel(found, tools)
  if (cancelled === undefined) return notice('announcement-too-late', language)
  const { version, unit } = found
  const details = { version, people: cancelled, audience: unit ?? 'everybody' }
  const object = announcementId
  const entry = { actor: actor.person ?? '', action: 'announcement-cancelled', object, details }
  await stores.audit.append(organisation.id, entry, now)
  return showAnnouncements(tools)
}

/** @returns how many will not get it; undefined when it had all been sent, or was cancelled before */
async function cancel(found: Announcement, tools: Tools): Promise<number | undefined> {
  const { organisation, stores, now } = tools
  const { announcements, outbox } = stores
  const { id } = organisation
  if (await announcements.change(id, found.id, { from: 'planned', to: 'cancelled' }))
    return found.people
  const { counts } = await lineOf(found, id, stores)
  if (found.state !== 'sending' || counts.waiting === 0) return undefined
  if (!(await announcements.change(id, found.id, { from: 'sending', to: 'cancelled' })))
    return undefined
  return outbox.cancel(id, batchOf(found), now)
}
