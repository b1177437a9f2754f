/** Results builders: valid values of results for tests; a test names only the fields that it is about. */
import type { Organisation } from '../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'
import type { HeadlineView, ResultsView } from '../bot/contract/results.ts'
import { CLOSES_AT, OPENS_AT } from './poll-builders.ts'

const ROUND_ID = '33333333-3333-4333-8333-333333333333'
/** Tuesday 13 October 2026, 10:00 in Amsterdam. */
export const EARLIER = Date.UTC(2026, 9, 13, 8)

export function aHeadline(change: Partial<HeadlineView> = {}): HeadlineView {
  return {
    topic: 'Werkplek',
    question: 'Ik vergrendel mijn scherm als ik thuis van mijn plek loop.',
    favourable: 'altijd of meestal',
    finding: 'better',
    percent: 72,
    sinceAt: EARLIER,
    ...change,
  }
}

export function aResultsView(change: Partial<ResultsView> = {}): ResultsView {
  return {
    ...{ round: ROUND_ID, demo: false, opensAt: OPENS_AT, closesAt: CLOSES_AT },
    unit: { path: 'Sociaal Domein', name: 'Sociaal Domein' },
    response: { state: 'shown', answers: 140, eligible: 214, rate: 65 },
    headlines: [aHeadline()],
    units: { shown: 3, hidden: 1 },
    minimum: 5,
    suggestion: {
      question: 'Ik print thuis geen stukken van het werk.',
      section: { id: 'thuiswerken-printen', title: 'Mag ik thuis printen?' },
    },
    others: [
      { path: '', name: 'gemeente Lindedam' },
      { path: 'Sociaal Domein/Jeugd', name: 'Jeugd' },
    ],
    merged: [],
    hasEarlier: true,
    ...change,
  }
}

type ResultsKind = Extract<Reply['kind'], 'results' | `results-${string}`>

/** One of every kind. */
export function resultsReplies(organisation: Organisation): {
  readonly [K in ResultsKind]: ReplyOf<K>
} {
  const language = 'nl'
  const timeZone = 'Europe/Amsterdam'
  const units = [
    { path: 'Ruimte/Inkoop', name: 'Inkoop' },
    { path: 'Sociaal Domein/Inkoop', name: 'Inkoop' },
  ]
  const url = 'https://vraagbaak.lindedam.example/results/enter/1'
  return {
    results: { kind: 'results', view: aResultsView(), page: true, timeZone, language },
    'results-choice': { kind: 'results-choice', round: ROUND_ID, asked: 'inkoop', units, language },
    'results-link': { kind: 'results-link', url, minutes: 10, organisation, language },
  }
}
