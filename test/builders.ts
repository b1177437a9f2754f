/** Builders: valid values for tests; a test names only the fields that it is about. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type {
  EscalationView,
  Hit,
  IncidentReport,
  MyQuestion,
  Reply,
  ReplyOf,
  Source,
} from '../bot/contract/reply.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'
import type { RichText, Section } from '../knowledge/handbook.ts'
import { parseMarkdown } from '../knowledge/markdown.ts'
import { careReplies } from './care-builders.ts'
import { layerReplies } from './layer-builders.ts'
import { pollReplies } from './poll-builders.ts'
import { publishingReplies } from './publishing-builders.ts'
import { resultsReplies } from './results-builders.ts'
import { tellingReplies } from './telling-builders.ts'

export function richTextOf(markdown: string): RichText {
  return parseMarkdown(markdown)
}

export function anOrganisation(change: Partial<Organisation> = {}): Organisation {
  return {
    id: 'lindedam',
    name: 'gemeente Lindedam',
    tenants: ['00000000-0000-4000-8000-000000000001'],
    timeZone: 'Europe/Amsterdam',
    languages: ['nl', 'en'],
    incidentDesk: { telephone: '088-000 0199', url: 'https://intranet.lindedam.example/meldpunt' },
    ciso: { name: 'Joris Hartland', email: 'ciso@lindedam.example' },
    workingHours: { from: '09:15', to: '16:00' },
    closedDays: [],
    delivery: { bulkPerSecond: 20 },
    retention: { questionDays: 30 },
    tellChanges: true,
    acknowledgements: { named: false },
    publishing: { approval: 'sensitive' },
    polls: { thresholds: DEFAULT_THRESHOLDS, panelAbove: 5_000 },
    handbook: 'handbook',
    ...change,
  }
}

export function aSection(change: Partial<Section> = {}): Section {
  return {
    id: 'thuiswerken-printen',
    title: 'Mag ik thuis printen?',
    number: '5.3',
    chapter: 'Thuiswerken',
    content: richTextOf(
      '**Nee, print op kantoor.** Thuis blijven stukken liggen.\n\n1. Bewaar het stuk.\n2. Print het op kantoor.',
    ),
    shortAnswer: richTextOf('**Nee, print op kantoor.** Thuis blijven stukken liggen.'),
    steps: ['Bewaar het stuk.', 'Print het op kantoor.'],
    seeAlso: ['thuiswerken-wifi'],
    keywords: ['printen'],
    questions: ['kan ik ff iets printen thuis'],
    incident: [],
    acknowledge: false,
    owner: 'ciso@lindedam.example',
    review: '2099-01-01',
    file: '05-thuiswerken.md',
    line: 12,
    ...change,
  }
}

export function aHit(change: Partial<Hit> = {}): Hit {
  return { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?', score: 12, ...change }
}

export function aSource(change: Partial<Source> = {}): Source {
  return {
    handbook: 'Handboek informatieveiligheid',
    version: '7',
    inForce: '2026-03-01',
    number: '5.3',
    owner: 'ciso@lindedam.example',
    reviewOverdue: false,
    ...change,
  }
}

const ESCALATION_ID = '11111111-1111-4111-8111-111111111111'
const FORM_ID = '22222222-2222-4222-8222-222222222222'
/** Sunday 22 November 2026, 14:05 in Amsterdam. */
const ASKED_AT = Date.UTC(2026, 10, 22, 13, 5)
const HOUR_MS = 3_600_000

export function anEscalationView(change: Partial<EscalationView> = {}): EscalationView {
  return {
    id: ESCALATION_ID,
    number: 'V-2026-0012',
    question: 'Mag ik een dossier meenemen naar een huisbezoek?',
    origin: 'no-answer',
    askedAt: ASKED_AT,
    ...change,
  }
}

export function aMyQuestion(change: Partial<MyQuestion> = {}): MyQuestion {
  return {
    number: 'V-2026-0012',
    question: 'Mag ik een dossier meenemen naar een huisbezoek?',
    askedAt: ASKED_AT,
    state: 'answered',
    answer: { kind: 'text', text: 'Ja, in een tas met een slot.' },
    ...change,
  }
}

export function anIncidentReport(change: Partial<IncidentReport> = {}): IncidentReport {
  return {
    number: 'I-2026-0007',
    incident: 'lost-or-stolen',
    what: 'Mijn tas met laptop is weg.',
    when: 'vanochtend',
    devices: 'laptop',
    personalData: 'yes',
    callBack: '088-000 0142',
    reporter: 'Femke Zandstra',
    firstNoticeAt: ASKED_AT,
    reportedAt: ASKED_AT + HOUR_MS,
    ...change,
  }
}

const related = [
  aHit({ id: 'thuiswerken-wifi', title: 'Hoe maak ik mijn wifi thuis veilig?', score: 6 }),
  aHit({ id: 'kantoor-papier', title: 'Waar laat ik vertrouwelijk papier?', score: 5 }),
]
const organisation = anOrganisation()
const question = 'Kan ik thuis iets printen?'
const about = { language: 'nl', question, masked: [], confidence: 0.8 } as const
const nl = { language: 'nl' } as const
const timeZone = 'Europe/Amsterdam'

const REPLIES: { readonly [K in Reply['kind']]: ReplyOf<K> } = {
  welcome: {
    kind: 'welcome',
    language: 'nl',
    organisation,
    examples: ['Mag ik thuis printen?', 'Mag ik in de trein werken?', 'Is dit een datalek?'],
  },
  help: { kind: 'help', language: 'nl', organisation },
  answer: {
    ...about,
    kind: 'answer',
    section: aHit(),
    lead: aSection().shortAnswer,
    passage: richTextOf('Moet het toch? Vraag het dan eerst aan je leidinggevende.'),
    source: aSource(),
    related,
  },
  suggestions: { ...about, kind: 'suggestions', sections: [aHit(), ...related], organisation },
  'no-answer': { ...about, kind: 'no-answer', organisation },
  incident: {
    kind: 'incident',
    language: 'nl',
    incident: 'clicked-link',
    steps: ['Zet wifi uit.', 'Bel het meldpunt.', 'Noteer hoe laat het was.'],
    section: aHit({ id: 'incident-geklikt', title: 'Ik heb op een verdachte link geklikt' }),
    organisation,
    masked: [],
  },
  section: {
    kind: 'section',
    language: 'nl',
    section: aHit(),
    content: aSection().content,
    source: aSource(),
    related,
  },
  chapters: {
    kind: 'chapters',
    language: 'nl',
    chapters: [
      { number: 1, title: 'De basis', sections: 6 },
      { number: 2, title: 'Mail', sections: 1 },
    ],
  },
  chapter: {
    kind: 'chapter',
    language: 'nl',
    chapter: { number: 5, title: 'Thuiswerken', sections: 2 },
    sections: related,
  },
  'rating-reasons': {
    ...nl,
    kind: 'rating-reasons',
    section: aHit(),
    version: '7',
    question,
    organisation,
  },
  'reason-noted': { ...nl, kind: 'reason-noted', section: aHit(), question, organisation },
  'human-form': {
    ...nl,
    kind: 'human-form',
    formId: FORM_ID,
    question,
    origin: 'no-answer',
    organisation,
  },
  escalated: {
    ...nl,
    kind: 'escalated',
    number: 'V-2026-0012',
    question,
    withName: false,
    masked: [],
    organisation,
  },
  'nobody-to-ask': { ...nl, kind: 'nobody-to-ask', organisation },
  outsider: { ...nl, kind: 'outsider', organisation },
  'my-questions': { ...nl, kind: 'my-questions', questions: [aMyQuestion()], organisation },
  escalation: {
    ...nl,
    kind: 'escalation',
    escalation: anEscalationView(),
    sections: related,
    occasion: 'new',
    timeZone,
    proposed: false,
  },
  'escalation-handled': {
    ...nl,
    kind: 'escalation-handled',
    escalation: anEscalationView(),
    answer: { kind: 'text', text: 'Ja, in een tas met een slot.' },
  },
  'open-questions': { ...nl, kind: 'open-questions', questions: [anEscalationView()], timeZone },
  'human-answer': {
    ...nl,
    kind: 'human-answer',
    number: 'V-2026-0012',
    question,
    answer: { kind: 'text', text: 'Ja, in een tas met een slot.' },
    organisation,
  },
  'incident-form': {
    ...nl,
    kind: 'incident-form',
    formId: FORM_ID,
    incident: 'lost-or-stolen',
    organisation,
  },
  'incident-reported': {
    ...nl,
    kind: 'incident-reported',
    number: 'I-2026-0007',
    reportedAt: ASKED_AT,
    organisation,
    masked: [],
    delivered: true,
  },
  'incident-alert': { ...nl, kind: 'incident-alert', report: anIncidentReport(), timeZone },
  gaps: {
    ...nl,
    kind: 'gaps',
    groups: [{ question: 'Mag ik een vpn op vakantie gebruiken?', times: 9, people: 6 }],
    days: 30,
  },
  ...pollReplies(organisation),
  ...resultsReplies(organisation),
  ...publishingReplies(),
  ...tellingReplies(organisation),
  ...careReplies(organisation),
  ...layerReplies(),
  'forget-me': { ...nl, kind: 'forget-me' },
  forgotten: {
    ...nl,
    kind: 'forgotten',
    removed: [
      { what: 'roster', count: 0 },
      { what: 'questions', count: 2 },
    ],
  },
  'route-set': { ...nl, kind: 'route-set', topic: { kind: 'incidents' }, organisation },
  notice: { kind: 'notice', language: 'nl', notice: 'outdated-card' },
  failure: { kind: 'failure', language: 'nl', reference: '3f9a', organisation },
}

export function aReply<K extends Reply['kind']>(
  kind: K,
  change: Partial<ReplyOf<K>> = {},
): ReplyOf<K> {
  return { ...REPLIES[kind], ...change }
}

/** One reply of every kind. */
export function everyReply(): readonly Reply[] {
  return Object.values(REPLIES)
}
