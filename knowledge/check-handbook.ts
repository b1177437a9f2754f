/** Check a handbook: the rules that a handbook must keep before employees get answers from it. */
import type { Handbook, IncidentKind, Section } from './handbook.ts'
import { plainTextOf } from './markdown.ts'
import type { Problem } from './problem.ts'
import type { HandbookReading } from './read-handbook.ts'

/** A chat answer longer than this is not read; see DESIGN.md. */
export const MAX_WORDS = 400
const MAX_ID = 100
/** Shown on the incident card. */
const FIRST_STEPS = 3

type Rule = (section: Section, handbook: Handbook) => readonly Finding[]
type Finding = Readonly<{ rule: string; message: string; severity?: Problem['severity'] }>

/** Every problem of the handbook, errors of reading included, in order of file and line. */
export function checkHandbook({ handbook, problems }: HandbookReading): readonly Problem[] {
  const found = handbook.sections.flatMap((section) =>
    RULES.flatMap((rule) => rule(section, handbook)).map(
      ({ severity = 'error', ...finding }): Problem => ({
        severity,
        file: section.file,
        line: section.line,
        ...finding,
      }),
    ),
  )
  return [...problems, ...found, ...repeatedIds(handbook), ...sharedIncidents(handbook)].sort(
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

const RULES: readonly Rule[] = [length, idLength, shortAnswer, deadLinks, ownership, firstAid]

function repeatedIds({ sections }: Handbook): readonly Problem[] {
  const first = new Map<string, Section>()
  return sections.flatMap((section): readonly Problem[] => {
    const earlier = first.get(section.id)
    first.set(section.id, earlier ?? section)
    if (earlier === undefined) return []
    const message = `id "${section.id}" is already used in ${earlier.file}, line ${earlier.line}`
    return [
      { severity: 'error', file: section.file, line: section.line, rule: 'repeated-id', message },
    ]
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
      return [
        {
          severity: 'error',
          file: section.file,
          line: section.line,
          rule: 'shared-incident',
          message,
        },
      ]
    }),
  )
}
