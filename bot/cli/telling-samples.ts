/** Telling samples: what is said after a new version, to who asked about it and by an announcement. */
import type { Language } from '../../knowledge/language.ts'
import type {
  AnnouncementLine,
  AnnouncementPlan,
  AnnouncementView,
  ChangeView,
} from '../contract/telling.ts'
import { differenceOf, unmarked } from '../telling/difference.ts'
import {
  type CardSample,
  clicked,
  longTitle,
  organisation,
  photos,
  printing,
  sample,
  scanApps,
  wifi,
} from './sample-values.ts'

const { timeZone } = organisation
const FORM_ID = '8c0f1f0e-52b7-4d0e-8a43-0d8d4d1c6a11'
/** Tuesday 24 November 2026, 10:00 in Amsterdam. */
const SEND_AT = Date.UTC(2026, 10, 24, 9)

const printed: ChangeView = {
  kind: 'changed',
  section: printing,
  ...differenceOf(
    'Ja, op je eigen printer mag je thuis stukken van het werk printen.',
    'Nee, thuis printen mag niet meer. Print op kantoor.',
  ),
}
const scanned: ChangeView = {
  kind: 'changed',
  section: scanApps,
  titleBefore: 'Mag ik een scan-app gebruiken?',
  ...differenceOf(
    'Gebruik alleen de app Waterscan op je telefoon.',
    'Gebruik alleen de app Waterscan op je telefoon van het werk.',
  ),
}
const explained: ChangeView = {
  kind: 'changed',
  section: wifi,
  after: unmarked('Verander het wachtwoord van je router.'),
}
const added: ChangeView = {
  kind: 'added',
  section: longTitle,
  after: unmarked('Binnen de Europese Unie mag dat. Vraag het daarbuiten eerst.'),
}
const removed: ChangeView = { kind: 'removed', section: photos }

const announcement: AnnouncementView = {
  version: 13,
  words: 'De printers op kantoor zijn vernieuwd. Daarom is thuis printen niet meer nodig.',
  changes: [printed, scanned, explained, added, removed],
  more: 2,
}

const plan: AnnouncementPlan = {
  formId: FORM_ID,
  people: 214,
  unreachable: 3,
  startsAt: SEND_AT,
  sendingSeconds: 11,
}

const units = ['Bestuursstaf', 'Sociaal Domein', 'Sociaal Domein/Jeugd', 'Sociaal Domein/Wmo'].map(
  (path) => ({ path, name: path.slice(path.lastIndexOf('/') + 1) }),
)

export function tellingSamples(language: Language): readonly CardSample[] {
  return [...toOne(language), ...toMany(language), ...lists(language)]
}

function toOne(language: Language): readonly CardSample[] {
  const told = { kind: 'changed-answers', language, more: 0 } as const
  const versions = { before: 12, after: 13 }
  return [
    sample('tell-me-offer', { kind: 'tell-me-offer', language, section: printing }),
    sample('telling-on', { kind: 'telling-on', language, section: printing }),
    sample('telling-on-without-section', { kind: 'telling-on', language }),
    sample('changed-answers', {
      ...told,
      changes: [{ day: '2026-11-03', change: printed }],
      versions,
    }),
    sample('changed-answers-several', {
      ...told,
      changes: [scanned, explained, added, removed].map((change, index) => ({
        day: `2026-11-0${index + 4}`,
        change,
      })),
      more: 1,
      versions,
    }),
  ]
}

function toMany(language: Language): readonly CardSample[] {
  const form = { kind: 'announcement-form', language, formId: FORM_ID, units } as const
  const confirm = { kind: 'announcement-confirm', language, timeZone, organisation } as const
  const brief = { version: 13, words: '', changes: [printed], more: 0 }
  return [
    sample('announcement', { kind: 'announcement', language, announcement, organisation }),
    sample('announcement-brief', {
      ...{ kind: 'announcement', language, organisation },
      announcement: brief,
    }),
    sample('announcement-form', { ...form, announcement, date: '2026-11-25', time: '10:00' }),
    sample('announcement-form-many-units', {
      ...form,
      units: Array.from({ length: 400 }, (_, index) => ({
        path: `Afdeling ${index % 20}/Team ${index}`,
        name: `Team ${index}`,
      })),
      announcement: brief,
      date: '2026-11-25',
      time: '10:00',
    }),
    sample('announcement-confirm', { ...confirm, plan, announcement }),
    sample('announcement-confirm-unit', {
      ...confirm,
      plan: { ...plan, unit: 'Sociaal Domein/Jeugd', people: 12, unreachable: 0, sendAt: SEND_AT },
      announcement: brief,
    }),
    sample('announcement-confirm-nobody', {
      ...confirm,
      plan: { ...plan, unit: 'Bestuursstaf', people: 0 },
      announcement: { ...brief, changes: [{ ...printed, section: clicked }] },
    }),
  ]
}

function lists(language: Language): readonly CardSample[] {
  const NONE = { sent: 0, blocked: 0, unknown: 0, cancelled: 0, waiting: 0 }
  const line = { id: FORM_ID, version: 13, sendAt: SEND_AT, people: 214 } as const
  const lines: readonly AnnouncementLine[] = [
    { ...line, version: 14, state: 'planned', counts: NONE },
    {
      ...{ ...line, unit: 'Sociaal Domein/Jeugd', state: 'sending' },
      counts: { ...NONE, sent: 80, waiting: 134 },
    },
    {
      ...{ ...line, version: 12, state: 'cancelled' },
      counts: { ...NONE, sent: 100, cancelled: 114 },
    },
    {
      ...{ ...line, version: 11, state: 'done' },
      counts: { ...NONE, sent: 209, blocked: 4, unknown: 1 },
    },
  ]
  const list = { kind: 'announcements', language, timeZone } as const
  return [
    sample('announcements', { ...list, announcements: lines }),
    sample('announcements-none', { ...list, announcements: [] }),
  ]
}
