/** Check a handbook: the rules that a handbook must keep before employees get answers from it. */
import { contradictions } from './check/contradictions.ts'
import { type Finding, problemIn } from './check/finding.ts'
import { doubtfulLinks } from './check/links.ts'
import { nearDuplicates } from './check/near-duplicates.ts'
import type { Handbook, IncidentKind, Section } from './handbook.ts'
import { plainTextOf } from './markdown.ts'
import type { Problem } from './problem.ts'
import type { HandbookReading } from './read-handbook.ts'
import { atOnce, inSteps, type Steps, stepByStep } from './steps.ts'

/** A chat answer longer than this is not read; see DESIGN.md. */
export const MAX_WORDS = 400
const MAX_ID = 100
/** In characters: it stands on a button. */
const MAX_TITLE = 120
/** In characters: nobody types more, and what is longer finds less. */
const MAX_QUESTION = 200
/** Shown on the incident card. */
const FIRST_STEPS = 3

type Rule = (section: Section, handbook: Handbook) => readonly Finding[]

/** Every problem of the handbook, errors of reading included, in order of file and line. */
export const checkHandbook = (reading: HandbookReading): readonly Problem[] =>
  atOnce(checkingHandbook(reading))

/** The same, beside a bot that answers. */
export const checkHandbookInSteps = (reading: HandbookReading): Promise<readonly Problem[]> =>
  inSteps(checkingHandbook(reading))

function* checkingHandbook({ handbook, problems }: HandbookReading): Steps<readonly Problem[]> {
  const found = yield* stepByStep(handbook.sections, (section) =>
    RULES.flatMap((rule) => rule(section, handbook)).map((finding) => problemIn(section, finding)),
  )
  const between = [
    ...(yield* nearDuplicates(handbook.sections)),
    ...(yield* contradictions(handbook.sections)),
    ...repeatedIds(handbook),
    ...sharedIncidents(handbook),
  ]
  return [...problems, ...found.flat(), ...between].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  )
}

const length: Rule = (section) => {
  const words = plainTextOf(section.content).split(/\s+/).filter(Boolean).length
  if (words === 0) return [{ rule: 'empty-section', message: `"${section.id}" has no text` }]
  if (words <= MAX_WORDS) return []
  return [
    {
      rule: 'long-section',
      message: `"${section.id}" has ${words} words, at most ${MAX_WORDS}: split it in two`,
    },
  ]
}

const deadLinks: Rule = (section, { byId }) =>
  section.seeAlso
    .filter((id) => !byId.has(id))
    .map((id) => ({
      rule: 'dead-link',
      message: `"${section.id}" links to #${id}, which no section has`,
    }))

/** An action refuses a longer one, so every button to the section would be dead. */
const idLength: Rule = ({ id }) =>
  id.length <= MAX_ID
    ? []
    : [{ rule: 'long-id', message: `"${id}" is longer than ${MAX_ID} characters` }]

const ownership: Rule = ({ owner, review, id }) => [
  ...(owner === undefined
    ? [{ rule: 'owner', message: `"${id}" has no owner: add "owner: name@…" to the front matter` }]
    : []),
  ...(review === undefined
    ? [
        {
          rule: 'review',
          message: `"${id}" has no review date: add "review: 2027-03-01" to the front matter`,
        },
      ]
    : []),
]

const shortAnswer: Rule = ({ shortAnswer, id }) =>
  shortAnswer.children.length > 0
    ? []
    : [{ rule: 'short-answer', message: `"${id}" has no paragraph to answer with` }]

const firstAid: Rule = ({ incident, steps, id }) =>
  incident.length === 0 || steps.length >= FIRST_STEPS
    ? []
    : [
        {
          rule: 'first-aid',
          message: `"${id}" is for incidents and needs a numbered list of at least ${FIRST_STEPS} steps`,
        },
      ]

const wordiness: Rule = ({ id, title, questions }) => [
  ...(title.length > MAX_TITLE
    ? [
        warning(
          'long-title',
          `the title of "${id}" has ${title.length} characters, at most ${MAX_TITLE}`,
        ),
      ]
    : []),
  ...questions
    .filter((question) => question.length > MAX_QUESTION)
    .map(({ length }) =>
      warning(
        'long-question',
        `an example question of "${id}" has ${length} characters, at most ${MAX_QUESTION}`,
      ),
    ),
]

const warning = (rule: string, message: string): Finding => ({ severity: 'warning', rule, message })

const RULES: readonly Rule[] = [
  ...[length, idLength, shortAnswer, deadLinks, ownership, firstAid],
  ...[doubtfulLinks, wordiness],
]

function repeatedIds({ sections }: Handbook): readonly Problem[] {
  const first = new Map<string, Section>()
  return sections.flatMap((section): readonly Problem[] => {
    const earlier = first.get(section.id)
    first.set(section.id, earlier ?? section)
    if (earlier === undefined) return []
    const message = `id "${section.id}" is already used in ${earlier.file}, line ${earlier.line}`
    return [problemIn(section, { rule: 'repeated-id', message })]
  })
}

/** Only one section can be shown at once when something has happened: the first one is. */
function sharedIncidents({ sections }: Handbook): readonly Problem[] {
  const first = new Map<IncidentKind, Section>()
  return sections.flatMap((section) =>
    section.incident.flatMap((kind): readonly Problem[] => {
      const earlier = first.get(kind)
      first.set(kind, earlier ?? section)
      if (earlier === undefined) return []
      const message = `incident "${kind}" is already in the care of "${earlier.id}"`
      return [problemIn(section, { rule: 'shared-incident', message })]
    }),
  )
}
