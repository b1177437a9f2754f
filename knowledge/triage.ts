/**
 * Triage: recognises a message that reports an incident, before and without any search.
 *
 * Every feature of a message (its words, their neighbours, how it opens) speaks for or against
 * "this has just happened"; the weights were learned from labelled messages by
 * `npm run fit-triage` and lie in triage/evidence.json. Rules by hand caught far less; see DESIGN.md.
 */
import { readFileSync } from 'node:fs'
import { IncidentKind } from './handbook.ts'
import { type Evidence, weigh } from './triage/evidence.ts'
import { featuresOf } from './triage/features.ts'

/** The rest of a message cannot make it less of a report; it also bounds the work. */
const MAX_CHARACTERS = 500
/** Log odds from which a message counts: below even, because a missed report is worse than an alarm. */
const REPORTS_FROM = -0.5

export type TriageEvidence = Readonly<{
  /** That the message reports an incident. */
  incident: Evidence
  /** Which kind it is, given that it does. */
  kinds: Readonly<Partial<Record<IncidentKind, Evidence>>>
}>

export const EVIDENCE_FILE = new URL('./triage/evidence.json', import.meta.url)
// Our own file, made and typed by fit-triage; checking its 25,000 numbers would delay every start.
const evidence = JSON.parse(readFileSync(EVIDENCE_FILE, 'utf8')) as TriageEvidence

/** The kind of incident that the message reports, if it reports any. */
export function triage(message: string): IncidentKind | undefined {
  return triageBy(evidence, message)
}

export function triageBy(
  { incident, kinds }: TriageEvidence,
  message: string,
): IncidentKind | undefined {
  const features = featuresOf(message.slice(0, MAX_CHARACTERS))
  if (features.size === 0 || weigh(features, incident) < REPORTS_FROM) return undefined

  const ranked = IncidentKind.options
    .flatMap((kind) => (kinds[kind] ? [{ kind, odds: weigh(features, kinds[kind]) }] : []))
    .sort((a, b) => b.odds - a.odds)
  return ranked[0]?.kind ?? 'general'
}
