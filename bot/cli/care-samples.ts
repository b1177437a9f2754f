/** Care samples: reading receipts, review dates and the crisis sheet. */
import type { Language } from '../../knowledge/language.ts'
import { parseMarkdown } from '../../knowledge/markdown.ts'
import type { ReadUnit, ReviewLine } from '../contract/care.ts'
import {
  type CardSample,
  clicked,
  longTitle,
  organisation,
  photos,
  printing,
  sample,
  scanApps,
  source,
  wifi,
} from './sample-values.ts'

const WORDS = 'w'.repeat(43)
const reporting = { id: 'incident-melden', title: 'Hoe en waar meld ik een incident of datalek?' }
const content = parseMarkdown(
  '**Bel meteen 088-000 0100.** Twijfel je of het erg is? Bel dan ook.\n\n1. Bel het meldpunt.\n2. Vertel wat er gebeurde.\n3. Wis niets.',
)

const units: readonly ReadUnit[] = [
  { ...{ path: '', name: 'gemeente Waterveen', people: 214 }, confirmed: about(60) },
  { ...{ path: 'Ruimte', name: 'Ruimte', people: 61 }, confirmed: about(80) },
  { ...{ path: 'Sociaal Domein', name: 'Sociaal Domein', people: 96 }, confirmed: about(40) },
  { path: 'Sociaal Domein/Jeugd', name: 'Jeugd', people: 24, confirmed: { kind: 'few' } },
  { path: 'Sociaal Domein/Wmo', name: 'Wmo', people: 31, confirmed: { kind: 'most' } },
]

function about(percent: number) {
  return { kind: 'about', percent } as const
}

const review = (
  section: ReviewLine['section'],
  number: string,
  date: string,
  overdue = false,
): ReviewLine => ({
  ...{ section: { id: section.id, title: section.title }, number, review: date, overdue },
  words: WORDS,
})

const due = [
  review(printing, '5.3', '2026-11-20', true),
  review(longTitle, '6.7', '2026-11-30'),
  review(wifi, '5.1', '2026-12-08'),
]

const steps = ['Bel het meldpunt en zeg wat er gebeurde.', 'Wis niets.', 'Volg wat ze vragen.']

export function careSamples(language: Language): readonly CardSample[] {
  return [...reading(language), ...reviewing(language), ...crisis(language)]
}

function reading(language: Language): readonly CardSample[] {
  const section = { kind: 'section', language, section: reporting, content, source } as const
  const whole = { ...section, related: [photos] }
  const counted = { section: reporting, countedOn: '2026-11-30', units, merged: ['Griffie'] }
  const waiting = { section: scanApps, units: [], merged: [] }
  return [
    sample('section-acknowledge', { ...whole, acknowledge: { words: WORDS, named: false } }),
    sample('section-acknowledge-named', { ...whole, acknowledge: { words: WORDS, named: true } }),
    sample('to-read', { kind: 'to-read', language, sections: [reporting, longTitle] }),
    sample('read-receipts', { kind: 'read-receipts', language, sections: [counted, waiting] }),
  ]
}

function reviewing(language: Language): readonly CardSample[] {
  const by = 'thuiswerken@waterveen.example'
  return [
    sample('reviews', { kind: 'reviews', language, sections: due, more: 4, editor: true }),
    sample('reviews-owner', {
      ...{ kind: 'reviews', language, sections: due.slice(0, 1), more: 0, editor: false },
    }),
    sample('review-confirmed', { kind: 'review-confirmed', language, by, sections: due }),
  ]
}

function crisis(language: Language): readonly CardSample[] {
  const sections = [reporting, clicked, longTitle].map((section) => ({ section, steps }))
  return [
    sample('crisis-sheet', { kind: 'crisis-sheet', language, organisation, sections }),
    sample('crisis-sheet-empty', { kind: 'crisis-sheet', language, organisation, sections: [] }),
  ]
}
