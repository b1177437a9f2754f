/** Announcements: what was told to many, and what became of it for each person. */

import type { AnnouncementCounts } from '../../contract/telling.ts'
import { COMMAND_LINE } from '../../publishing/by-name.ts'
import type { Announcement } from '../../storage/announcements.ts'
import type { DeliveryState, Ending } from '../../storage/deliveries.ts'
import { batchOf, keyFor, lineOf } from '../../telling/announcement-view.ts'
import { type HandbookCommand, withHandbooks } from './with-handbooks.ts'

/** Without an id the list, with one a line for each person who was to get it. */
export function announcements(command: HandbookCommand): Promise<readonly string[]> {
  const [id] = command.words
  return id === undefined ? list(command) : recipientsOf(id, command)
}

function list(command: HandbookCommand): Promise<readonly string[]> {
  return withHandbooks(command, async ({ stores, organisation }) => {
    const all = await stores.announcements.list(organisation.id)
    const lines: string[] = []
    for (const one of all) {
      const { counts } = await lineOf(one, organisation.id, stores)
      lines.push(lineFor(one, counts, organisation.timeZone))
    }
    return lines.length === 0 ? ['No announcements.'] : lines
  })
}

function lineFor(
  { id, version, unit, state, sendAt }: Announcement,
  counts: AnnouncementCounts,
  timeZone: string,
): string {
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const ended = Object.entries(counts).flatMap(([name, n]) => (n > 0 ? [`${n} ${name}`] : []))
  const to = unit === undefined ? 'to everybody' : `to ${unit}`
  return [id, `version ${version}`, to, state, at.format(sendAt), ended.join(', ')]
    .join('  ')
    .trim()
}

const STATE: Readonly<Record<DeliveryState, string>> = {
  ready: 'waiting',
  sending: 'waiting',
  sent: 'sent',
  rejected: 'blocked',
  unknown: 'unknown',
  cancelled: 'cancelled',
}

/** Who looks at this sees who got it, so it is noted; kept for 30 days after it was sent. */
function recipientsOf(id: string, command: HandbookCommand): Promise<readonly string[]> {
  return withHandbooks(command, async ({ stores, organisation, now }) => {
    const announcement = await stores.announcements.find(organisation.id, id)
    if (announcement === undefined)
      throw new Error(`there is no announcement ${id}: npm run handbook -- announcements`)
    const endings = await stores.outbox.endings(organisation.id, batchOf(announcement))
    const details = { people: endings.length }
    const entry = { actor: COMMAND_LINE, action: 'announcement-exported', object: id, details }
    await stores.audit.append(organisation.id, entry, now)
    return ['person;state;reason', ...endings.map((ending) => csvLine(ending, id))]
  })
}

/** Of who was forgotten since, the state counts and the person is not known any more. */
function csvLine({ dedupeKey, state, outcome = '' }: Ending, id: string): string {
  const prefix = keyFor(id, '')
  const person = dedupeKey.startsWith(prefix) ? dedupeKey.slice(prefix.length) : ''
  return [person, STATE[state], outcome === 'sent' ? '' : outcome].map(field).join(';')
}

/** In quotes where a spreadsheet needs them; an apostrophe keeps it from reading a formula. */
function field(text: string): string {
  const inert = /^\s*[=+\-@]/u.test(text) ? `'${text}` : text
  return /[";\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
