/** Publishing samples: versions and drafts of the handbook, as editors see them. */
import type { Language } from '../../knowledge/language.ts'
import type { Changes, ChangeView, DraftView, Review, VersionView } from '../contract/publishing.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { pieces } from '../publishing/word-difference.ts'
import { layerSamples } from './layer-samples.ts'
import { type CardSample, printing, sample, scanApps, wifi } from './sample-values.ts'

const timeZone = 'Europe/Amsterdam'
const HASH = 'a'.repeat(64)
const DRAFT_ID = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2b01'
const AT = Date.UTC(2026, 10, 23, 9, 5)
const DAY_MS = 86_400_000

const marit = { kind: 'person', name: 'm.oosterveld@waterveen.example' } as const
const deputy = { kind: 'person', name: 'b.zandstra@waterveen.example' } as const

const OLD =
  '**Nee, print op kantoor.** Thuis blijven stukken liggen, en je printer bewaart wat hij drukte.\n\nBel bij twijfel 088-000 0200.'
const NEW =
  '**Alleen op de beheerde printer van je werk.** Thuis blijven stukken liggen, en je eigen printer bewaart wat hij drukte.\n\nBel bij twijfel 088-000 0300.'

const printed: ChangeView = {
  ...{ kind: 'changed', id: printing.id, title: printing.title, number: '5.3' },
  parts: ['text', 'search'],
  pieces: pieces(OLD, NEW),
}
const added: ChangeView = {
  ...{ kind: 'added', id: wifi.id, title: wifi.title, number: '5.9', parts: [] },
  pieces: pieces('', '**Met een sterk wachtwoord.** Verander ook dat van je router.'),
}
const removed: ChangeView = {
  ...{ kind: 'removed', id: scanApps.id, title: scanApps.title, number: '5.8', parts: [] },
  pieces: pieces('**Nee, alleen met Waterscan.**', ''),
}
const one: Changes = { shown: [printed], total: 1 }
const several: Changes = { shown: [printed, added, removed], total: 14 }

const versionOf = (number: number, change: Partial<VersionView> = {}): VersionView => ({
  ...{ number, publishedAt: AT - (14 - number) * DAY_MS, by: marit, note: '' },
  ...change,
})

const draft: DraftView = {
  ...{ id: DRAFT_ID, hash: HASH, basedOn: 13, by: marit, createdAt: AT, asked: false },
  note: 'Er staan nu beheerde printers bij mensen thuis.',
}

const QUESTIONS: Readonly<Record<Language, readonly [string, string, string]>> = {
  nl: ['mag ik thuis iets printen', 'kan ik de printer van mn zoon gebruiken', 'waar print ik nu'],
  en: ['may I print at home', 'can I use the printer of my son', 'where do I print now'],
}

function review(language: Language, change: Partial<Review> = {}): Review {
  const [first, second, third] = QUESTIONS[language]
  const lost = [
    { question: first, source: 'golden', before: 'answered', after: 'suggested' },
    { question: second, source: 'helpful', before: 'answered', after: 'lost' },
  ] as const
  const gained = [{ question: third, source: 'gap', before: 'lost', after: 'answered' } as const]
  return {
    changes: one,
    problems: [],
    gate: { asked: 512, lost, gained },
    sensitive: [],
    ...change,
  }
}

export function publishingSamples(language: Language): readonly CardSample[] {
  return [
    ...versions(language),
    ...drafts(language),
    ...forms(language),
    ...documents(language),
    ...layerSamples(language),
  ]
}

function documents(language: Language): readonly CardSample[] {
  const name = 'Handboek 2027.docx'
  const doubt = {
    title: 'Papier op de thuiswerkplek',
    candidates: [
      { id: printing.id, title: printing.title, likeness: 0.62 },
      { id: scanApps.id, title: scanApps.title, likeness: 0.48 },
    ],
  }
  const notes = [
    { kind: 'image-dropped', count: 3 },
    { kind: 'tracked-changes-accepted', count: 12 },
  ] as const
  const doubts = { doubts: [doubt, { ...doubt, title: 'Scannen' }], total: 11, settled: 0 }
  return [
    sample('document-received', { kind: 'document-received', language, name }),
    sample('document-refused', { kind: 'document-refused', language, name, reason: 'encrypted' }),
    sample('document-doubts', {
      ...{ kind: 'document-doubts', language, documentId: DRAFT_ID, name, ...doubts },
      incomplete: true,
    }),
    sample('document-read', { kind: 'document-read', language, name, notes, draftId: DRAFT_ID }),
    sample('document-read-same', { kind: 'document-read', language, name, notes: [] }),
  ]
}

function versions(language: Language): readonly CardSample[] {
  const common = { timeZone, language } as const
  const restored = versionOf(14, { restores: 12, approver: deputy })
  const first = versionOf(1, { by: { kind: 'installation' } })
  const all = [restored, versionOf(13, { note: draft.note }), versionOf(12), first]
  const undo = { version: versionOf(12), current: 14, changes: one }
  const news = { kind: 'published', ...common, version: versionOf(14), changes: one } as const
  return [
    sample('versions', { kind: 'versions', ...common, versions: all }),
    sample('difference', { kind: 'difference', language, from: 12, to: 14, changes: several }),
    sample('difference-none', {
      ...{ kind: 'difference', language, from: 13, to: 14, changes: { shown: [], total: 0 } },
    }),
    sample('rollback-confirm', { kind: 'rollback-confirm', ...common, ...undo }),
    sample('published', { ...news, mine: true }),
    sample('published-by-other', { ...news, mine: false }),
  ]
}

function drafts(language: Language): readonly CardSample[] {
  const common = { timeZone, language } as const
  const shown = (
    may: ReplyOf<'draft-review'>['may'],
    change: Partial<Review> = {},
  ): ReplyOf<'draft-review'> => ({
    ...{ kind: 'draft-review', ...common, draft, review: review(language, change), may },
    reasons: change.sensitive ?? [],
  })
  const broken = { severity: 'error', rule: 'dead-link', section: printing, message: '' } as const
  const all = [draft, { ...draft, id: `${DRAFT_ID}2`, by: deputy, asked: true, note: '' }]
  const asking = { sensitive: ['telephone', 'incident'] } as const
  return [
    sample('drafts', { kind: 'drafts', ...common, drafts: all }),
    sample('draft-kept', { kind: 'draft-kept', language, draft }),
    sample('draft-review', shown('publish', { gate: { asked: 512, lost: [], gained: [] } })),
    sample('draft-review-lost', shown('ask', { ...asking, changes: several })),
    sample('draft-review-approve', { ...shown('approve', asking), acceptedBy: marit }),
    sample('draft-review-wait', { ...shown('wait', asking), acceptedBy: marit }),
    sample('draft-review-broken', shown('repair', { problems: [broken] })),
    sample('change', { kind: 'change', language, draftId: DRAFT_ID, change: printed }),
    sample('draft-conflict', {
      ...{ kind: 'draft-conflict', ...common, draft, current: versionOf(14, { by: deputy }) },
      conflicts: [{ id: printing.id, title: printing.title, mine: NEW, theirs: OLD }],
    }),
  ]
}

function forms(language: Language): readonly CardSample[] {
  const common = { kind: 'section-form', language, draftId: DRAFT_ID, basedOn: 13 } as const
  const section = { id: printing.id, title: printing.title, number: '5.3' }
  const words = { title: printing.title, text: NEW, questions: QUESTIONS[language], note: '' }
  const chapters = [
    { number: 1, title: 'De basis' },
    { number: 5, title: 'Thuiswerken' },
  ]
  return [
    sample('section-form', { ...common, section, ...words, chapters: [] }),
    sample('section-form-own-version', {
      ...{ ...common, ...words, chapters: [] },
      section: { ...section, overrides: 'Regio Waterland' },
    }),
    sample('section-form-new', {
      ...{ ...common, title: '', text: '', questions: [], note: '', chapters },
      problem: 'title-missing',
    }),
    sample('section-form-changed', {
      ...{ ...common, section, ...words, chapters: [] },
      ...{ problem: 'changed-meanwhile', theirs: OLD },
    }),
  ]
}
