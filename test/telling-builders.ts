/** Telling builders: valid values of changed answers and announcements for tests. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'
import type {
  AnnouncementLine,
  AnnouncementPlan,
  AnnouncementView,
  ChangeView,
  TellingReply,
} from '../bot/contract/telling.ts'

export const ANNOUNCEMENT_ID = '44444444-4444-4444-8444-444444444444'
const SEND_AT = Date.UTC(2026, 10, 24, 9)

export const aLink = (change: Partial<{ id: string; title: string }> = {}) => ({
  ...{ id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' },
  ...change,
})

type Changed = Extract<ChangeView, { kind: 'changed' }>

export function aChange(change: Partial<Changed> = {}): Changed {
  return {
    kind: 'changed',
    section: aLink(),
    before: [
      { text: 'Ja, ', marked: true },
      { text: 'print op kantoor.', marked: false },
    ],
    after: [
      { text: 'Nee, ', marked: true },
      { text: 'print op kantoor.', marked: false },
    ],
    ...change,
  }
}

export function anAnnouncementView(change: Partial<AnnouncementView> = {}): AnnouncementView {
  return {
    version: 13,
    words: 'Er zijn printers besteld.',
    changes: [aChange()],
    more: 0,
    ...change,
  }
}

export function anAnnouncementPlan(change: Partial<AnnouncementPlan> = {}): AnnouncementPlan {
  return {
    ...{ formId: ANNOUNCEMENT_ID, people: 214, unreachable: 3, startsAt: SEND_AT },
    sendingSeconds: 11,
    ...change,
  }
}

export function anAnnouncementLine(change: Partial<AnnouncementLine> = {}): AnnouncementLine {
  return {
    ...{ id: ANNOUNCEMENT_ID, version: 13, state: 'sending', sendAt: SEND_AT, people: 214 },
    counts: { sent: 80, blocked: 2, unknown: 1, cancelled: 0, waiting: 131 },
    ...change,
  }
}

const nl = { language: 'nl' } as const
const timeZone = 'Europe/Amsterdam'

type TellingKind = Extract<Reply['kind'], TellingReply['kind']>

/** One of every kind. */
export function tellingReplies(organisation: Organisation): {
  readonly [K in TellingKind]: ReplyOf<K>
} {
  const announcement = anAnnouncementView()
  return {
    'tell-me-offer': { ...nl, kind: 'tell-me-offer', section: aLink() },
    'telling-on': { ...nl, kind: 'telling-on', section: aLink() },
    'changed-answers': {
      ...nl,
      kind: 'changed-answers',
      changes: [{ day: '2026-11-03', change: aChange() }],
      more: 0,
      versions: { before: 12, after: 13 },
    },
    announcement: { ...nl, kind: 'announcement', announcement, organisation },
    'announcement-form': {
      ...nl,
      kind: 'announcement-form',
      formId: ANNOUNCEMENT_ID,
      announcement,
      units: [{ path: 'Sociaal Domein', name: 'Sociaal Domein' }],
      date: '2026-11-24',
      time: '10:00',
    },
    'announcement-confirm': {
      ...{ ...nl, kind: 'announcement-confirm', announcement, timeZone, organisation },
      plan: anAnnouncementPlan(),
    },
    announcements: {
      ...{ ...nl, kind: 'announcements', timeZone },
      announcements: [anAnnouncementLine()],
    },
  }
}
