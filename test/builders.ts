/** Builders: valid values for tests; a test names only the fields that it is about. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Hit, Reply, ReplyOf, Source } from '../bot/contract/reply.ts'
import type { RichText, Section } from '../knowledge/handbook.ts'
import { parseMarkdown } from '../knowledge/markdown.ts'

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

const related = [
  aHit({ id: 'thuiswerken-wifi', title: 'Hoe maak ik mijn wifi thuis veilig?', score: 6 }),
  aHit({ id: 'kantoor-papier', title: 'Waar laat ik vertrouwelijk papier?', score: 5 }),
]
const organisation = anOrganisation()
const about = { language: 'nl', masked: [], confidence: 0.8 } as const

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
