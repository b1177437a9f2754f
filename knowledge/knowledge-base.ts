/** Knowledge base: a handbook that can be asked, with its thesaurus and calibration. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Band, bandOf, Calibration, confidenceOf, DEFAULT_CALIBRATION } from './confidence.ts'
import { readElsewhere, type Topic } from './elsewhere.ts'
import { isFollowUp } from './follow-up.ts'
import type { Handbook, IncidentKind, Section } from './handbook.ts'
import type { HandbookFiles } from './handbook-files.ts'
import { searchableText } from './markdown.ts'
import { describeProblem } from './problem.ts'
import { type Question, readQuestion } from './question.ts'
import { type HandbookReading, readHandbookInSteps } from './read-handbook.ts'
import { buildIndex, type Entry, type SearchHit } from './search.ts'
import { type Relations, readRelations, type Thesaurus, thesaurusOf } from './thesaurus.ts'
import { readYamlOrThrow } from './yaml.ts'

export type SectionHit = SearchHit<Section>

export type Finding = Readonly<{
  band: Band
  /** 0 to 1. */
  confidence: number
  /** Best first; at most 10. */
  hits: readonly SectionHit[]
  /** The question, with the one before it when it was read as a follow-up. */
  readAs: string
  /** The question is about this, which the handbook is not for. */
  elsewhere?: Topic
}>

export type KnowledgeBase = Readonly<{
  handbook: Handbook
  /** @param earlier the question before this one, if it is fresh; used when this one goes on about it. */
  find: (text: string, earlier?: string) => Finding
  /** The section that tells what to do when this has just happened. */
  firstAid: (kind: IncidentKind) => Section | undefined
}>

/** What the index holds: sections to answer from and topics to send elsewhere. */
type Known = Readonly<{ section: Section; topic?: never } | { topic: Topic; section?: never }>

const MAX_SECTIONS = 10
/** How many times the best section's score a topic must have to send somebody elsewhere. */
const ELSEWHERE_LEAD = 1.1
/** When a topic leads by less, the best section is at most a choice. */
const TOPIC_DOUBT = 0.5

const SECURITY_THESAURUS = fileURLToPath(new URL('./synonyms.yaml', import.meta.url))
export const CALIBRATION_FILE = 'calibration.yaml'

/**
 * Reads the files and builds the index. A `synonyms.yaml` adds the municipality's own words to the
 * security thesaurus; a `calibration.yaml` sets the cut-offs.
 *
 * @param version what it is called where it is published
 * @param mark tells of each section which layer it comes from
 * @throws Error that lists every error of the handbook with file and line.
 */
export async function openKnowledgeBase(
  files: HandbookFiles,
  version?: string,
  mark = (handbook: Handbook): Handbook => handbook,
): Promise<KnowledgeBase> {
  const reading = await readHandbookInSteps(files, version)
  return createKnowledgeBase(mark(errorFree(reading)), settingsOf(files))
}

/** The same text under another name: what was a draft when it was made ready, and is published. */
export const underVersion = (knowledge: KnowledgeBase, version: string): KnowledgeBase => ({
  ...knowledge,
  handbook: { ...knowledge.handbook, version },
})

export const settingsOf = (files: HandbookFiles): KnowledgeSettings => ({
  thesaurus: loadThesaurus(files),
  calibration: loadCalibration(files),
  elsewhere: readElsewhere(files),
})

export type KnowledgeSettings = Readonly<{
  thesaurus: Thesaurus
  calibration: Calibration
  elsewhere: readonly Topic[]
}>

export async function createKnowledgeBase(
  handbook: Handbook,
  { thesaurus, calibration, elsewhere }: KnowledgeSettings,
): Promise<KnowledgeBase> {
  const index = await buildIndex<Known>(
    [
      ...handbook.sections.map((section) => ({ section })),
      ...elsewhere.map((topic) => ({ topic })),
    ],
    (known) => (known.section ? sectionEntry(known.section) : topicEntry(known.topic)),
  )
  const firstAid = new Map(
    handbook.sections.flatMap((section) =>
      section.incident.map((kind) => [kind, section] as const),
    ),
  )
  return {
    handbook,
    find: (text, earlier) => {
      const context = earlier !== undefined && isFollowUp(text) ? earlier : undefined
      const question = readQuestion(text, { vocabulary: index.vocabulary, thesaurus }, context)
      const readAs = context === undefined ? text : `${context} ${text}`
      return { readAs, ...judge(question, index.search(question), calibration) }
    },
    firstAid: (kind) => firstAid.get(kind) ?? firstAid.get('general'),
  }
}

function judge(
  question: Question,
  found: readonly SearchHit<Known>[],
  calibration: Calibration,
): Omit<Finding, 'readAs'> {
  const hits = found
    .flatMap(({ item, ...hit }) => (item.section ? [{ ...hit, item: item.section }] : []))
    .slice(0, MAX_SECTIONS)
  const topic = found[0]?.item.topic
  if (topic !== undefined && (found[0]?.score ?? 0) > ELSEWHERE_LEAD * (hits[0]?.score ?? 0)) {
    return { band: 'none', confidence: 0, hits, elsewhere: topic }
  }
  const doubt = topic === undefined ? 1 : TOPIC_DOUBT
  const confidence = doubt * confidenceOf(question, found)
  return { band: bandOf(confidence, calibration), confidence, hits }
}

const sectionEntry = (section: Section): Entry => ({
  title: section.title,
  text: searchableText(section.content),
  keywords: section.keywords,
  questions: [section.title, ...section.questions],
})

const topicEntry = (topic: Topic): Entry => ({
  title: topic.topic,
  text: '',
  keywords: topic.keywords,
  questions: topic.questions,
})

const SYNONYMS_FILE = 'synonyms.yaml'

function loadThesaurus(files: HandbookFiles): Thesaurus {
  const source = files.get(SYNONYMS_FILE)
  const base = securityRelations()
  return thesaurusOf(
    source === undefined ? base : readRelations({ file: SYNONYMS_FILE, source }, base),
  )
}

let ours: Relations | undefined

/** Read once: it takes long, is the same for everybody and never changes. */
function securityRelations(): Relations {
  const file = SECURITY_THESAURUS
  ours ??= readRelations({ file, source: readFileSync(file, 'utf8') })
  return ours
}

function loadCalibration(files: HandbookFiles): Calibration {
  const source = files.get(CALIBRATION_FILE)
  if (source === undefined) return DEFAULT_CALIBRATION
  return readYamlOrThrow(Calibration, source, CALIBRATION_FILE)
}

function errorFree({ handbook, problems }: HandbookReading): Handbook {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return handbook
  throw new Error(errors.map(describeProblem).join('\n'))
}
