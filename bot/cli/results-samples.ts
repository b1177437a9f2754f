/** Results samples: what a manager and a CISO see of a round, full, thin and refused. */
import type { Language } from '../../knowledge/language.ts'
import type { HeadlineView, ResultsView } from '../contract/results.ts'
import { favourableWords } from '../results/results-view.ts'
import { sampleQuestions } from './poll-question-samples.ts'
import { type CardSample, organisation, sample, scanApps } from './sample-values.ts'

const ROUND_ID = '5d1c6a0e-3f5b-4c5e-9b6e-1f6f7c1d2a04'
/** Tuesday 24 November 2026, 10:00 in Amsterdam, Monday 30 November, 16:00, and six weeks before. */
const OPENS_AT = Date.UTC(2026, 10, 24, 9)
const CLOSES_AT = Date.UTC(2026, 10, 30, 15)
const EARLIER = Date.UTC(2026, 9, 13, 8)

export function resultsSamples(language: Language): readonly CardSample[] {
  const { timeZone } = organisation
  const shown = { kind: 'results', page: true, timeZone, language } as const
  const url = 'https://vraagbaak.waterveen.example/results/enter/8f2b6c1d'
  const asked = { nl: 'Kabinet', en: 'Cabinet' }[language]
  const units = [
    { path: 'Bedrijfsvoering/Inkoop', name: 'Inkoop' },
    { path: 'Sociaal Domein/Inkoop', name: 'Inkoop' },
  ]
  return [
    sample('results', { ...shown, view: full(language) }),
    sample('results-refused', {
      ...shown,
      page: false,
      view: { ...full(language), refused: asked },
    }),
    sample('results-few-demo', { ...shown, view: few() }),
    sample('results-choice', {
      kind: 'results-choice',
      round: ROUND_ID,
      asked: 'inkoop',
      units,
      language,
    }),
    sample('results-link', { kind: 'results-link', url, minutes: 10, organisation, language }),
  ]
}

function full(language: Language): ResultsView {
  return {
    ...{ round: ROUND_ID, demo: false, opensAt: OPENS_AT, closesAt: CLOSES_AT },
    unit: { path: 'Sociaal Domein', name: 'Sociaal Domein' },
    response: { state: 'shown', answers: 140, eligible: 214, rate: 65 },
    headlines: [
      headline(1, language, { finding: 'worse', percent: 41, sinceAt: EARLIER }),
      headline(0, language, { finding: 'better', percent: 72, sinceAt: EARLIER }),
      headline(3, language, { finding: 'highest', percent: 88 }),
    ],
    units: { shown: 3, hidden: 1 },
    minimum: 5,
    suggestion: { question: sampleQuestions[1]?.text[language] ?? '', section: scanApps },
    others: [
      { path: '', name: organisation.name },
      { path: 'Sociaal Domein/Jeugd', name: 'Jeugd' },
      { path: 'Sociaal Domein/Wmo', name: 'Wmo' },
    ],
    merged: [],
    hasEarlier: true,
  }
}

type Found = Omit<HeadlineView, 'topic' | 'question' | 'favourable'>

function headline(index: number, language: Language, found: Found): HeadlineView {
  const question = sampleQuestions[index]
  return {
    topic: question?.areaName[language] ?? '',
    question: question?.text[language] ?? '',
    favourable: question === undefined ? '' : favourableWords(question, language),
    ...found,
  }
}

function few(): ResultsView {
  return {
    ...{ round: ROUND_ID, demo: true, opensAt: OPENS_AT, closesAt: CLOSES_AT },
    unit: { path: '', name: organisation.name },
    response: { state: 'hidden', reason: 'too-few' },
    headlines: [],
    units: { shown: 0, hidden: 2 },
    minimum: 5,
    others: [],
    merged: ['Griffie'],
    hasEarlier: false,
  }
}
