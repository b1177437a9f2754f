/** Desk samples: what the CISO, the deputy and the teams behind them see. */
import type { Language } from '../../knowledge/language.ts'
import type { EscalationView, GapGroup, IncidentReport } from '../contract/reply.ts'
import {
  ASKED_AT,
  HOUR_MS,
  LONG_ANSWER,
  LONG_QUESTION,
  QUESTION,
  REASON_ANSWER,
  SECTION_ANSWER,
  TEXT_ANSWER,
} from './human-samples.ts'
import {
  type CardSample,
  longTitle,
  organisation,
  photos,
  printing,
  sample,
  scanApps,
  wifi,
} from './sample-values.ts'

const timeZone = organisation.timeZone

const NAMED: EscalationView = {
  id: '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a02',
  number: 'V-2026-0012',
  question: QUESTION,
  origin: 'no-answer',
  asker: 'Femke Zandstra',
  askedAt: ASKED_AT,
}

const NAMELESS: EscalationView = {
  id: '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a03',
  number: 'V-2026-0017',
  question: LONG_QUESTION,
  origin: 'unhelpful',
  about: printing,
  askedAt: ASKED_AT + HOUR_MS,
}

export function deskSamples(language: Language): readonly CardSample[] {
  return [
    ...escalations(language),
    ...handled(language),
    ...lists(language),
    ...alerts(language),
    ...routes(language),
  ]
}

function escalations(language: Language): readonly CardSample[] {
  const asked = { kind: 'escalation', language, timeZone, proposed: false } as const
  const sections = [scanApps, printing, photos, longTitle, wifi]
  return [
    sample('escalation', { ...asked, escalation: NAMED, sections, occasion: 'new' }),
    sample('escalation-reminder-nothing-found', {
      ...asked,
      escalation: NAMELESS,
      sections: [],
      occasion: 'reminder',
    }),
    sample('escalation-for-deputy-proposed', {
      ...asked,
      escalation: NAMELESS,
      sections,
      occasion: 'for-deputy',
      proposed: true,
      draft: LONG_ANSWER.kind === 'text' ? LONG_ANSWER.text : '',
    }),
    sample('escalation-opened', { ...asked, escalation: NAMED, sections, occasion: 'opened' }),
  ]
}

function handled(language: Language): readonly CardSample[] {
  const done = { kind: 'escalation-handled', language } as const
  return [
    sample('escalation-handled', { ...done, escalation: NAMED, answer: TEXT_ANSWER }),
    sample('escalation-handled-section', { ...done, escalation: NAMED, answer: SECTION_ANSWER }),
    sample('escalation-handled-reason', { ...done, escalation: NAMELESS, answer: REASON_ANSWER }),
  ]
}

const GAPS: readonly GapGroup[] = [
  { question: 'Mag ik een vpn op vakantie gebruiken?', times: 9, people: 6 },
  { question: 'Welke scan-app mag op mijn tablet?', times: 5, people: 4, section: scanApps },
  { question: LONG_QUESTION, times: 3, people: 3, section: longTitle },
]

function lists(language: Language): readonly CardSample[] {
  return [
    sample('open-questions', {
      kind: 'open-questions',
      language,
      questions: [NAMED, NAMELESS],
      timeZone,
    }),
    sample('open-questions-none', { kind: 'open-questions', language, questions: [], timeZone }),
    sample('gaps', { kind: 'gaps', language, groups: GAPS, days: 30 }),
    sample('gaps-none', { kind: 'gaps', language, groups: [], days: 7 }),
  ]
}

const REPORT: IncidentReport = {
  number: 'I-2026-0007',
  incident: 'lost-or-stolen',
  what: 'Mijn tas is gestolen uit de trein. Er zat een laptop in, en een map met adressen.',
  when: 'vanochtend rond half negen',
  devices: 'laptop van het werk, vergrendeld',
  personalData: 'yes',
  callBack: '088-000 0142',
  reporter: 'Femke Zandstra',
  firstNoticeAt: ASKED_AT,
  reportedAt: ASKED_AT + HOUR_MS / 4,
}

function alerts(language: Language): readonly CardSample[] {
  const alert = { kind: 'incident-alert', language, timeZone } as const
  const { reporter: _, ...nameless } = REPORT
  const empty = { when: '', devices: '', callBack: '', personalData: 'unknown' } as const
  return [
    sample('incident-alert', { ...alert, report: REPORT }),
    sample('incident-alert-half-empty', {
      ...alert,
      report: { ...nameless, ...empty, incident: 'malware', what: 'Mijn scherm is zwart.' },
    }),
  ]
}

function routes(language: Language): readonly CardSample[] {
  const set = { kind: 'route-set', language, organisation } as const
  return [
    sample('route-set', { ...set, topic: { kind: 'incidents' } }),
    sample('route-set-questions', { ...set, topic: { kind: 'questions' } }),
    sample('route-set-chapter', {
      ...set,
      topic: { kind: 'chapter', number: 5, title: 'Thuiswerken' },
    }),
  ]
}
