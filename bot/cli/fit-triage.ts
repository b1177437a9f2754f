/** `npm run fit-triage`: learns from the labelled messages what reports an incident, and saves it. */
import { writeFileSync } from 'node:fs'
import { readElsewhere } from '../../knowledge/elsewhere.ts'
import { IncidentKind } from '../../knowledge/handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { featuresOf } from '../../knowledge/triage/features.ts'
import { type Example, fitEvidence } from '../../knowledge/triage/fit.ts'
import { type LabelledMessage, readMessages } from '../../knowledge/triage/messages.ts'
import { readPlainReports } from '../../knowledge/triage/plain-reports.ts'
import { EVIDENCE_FILE, type TriageEvidence } from '../../knowledge/triage.ts'
import { runCommand } from './run-command.ts'

const MESSAGES = ['incidents.jsonl', 'employees.jsonl', 'examples.jsonl']
const golden = (name: string) => new URL(`../../knowledge/golden/${name}`, import.meta.url)
const HANDBOOK = new URL('../../knowledge/handbook/', import.meta.url).pathname

/** Short lines that a diff can show. */
const oneWeightPerLine = (evidence: TriageEvidence): string =>
  `${JSON.stringify(evidence, null, 0).replace(/[{,]/g, '$&\n')}\n`

/** Example questions are plentiful and easy: many of them count as one message. */
const EASY = 0.3
/** What has not happened, made of reports: see {@link hypothetical}. */
const MADE_UP = 0.2

async function main(): Promise<void> {
  const labelled = MESSAGES.flatMap((name) => readMessages(golden(name)))
  const messages = [...labelled, ...readPlainReports()]
  const easy = ordinaryQuestions().map((question) => ({ question, incident: false }))
  const evidence: TriageEvidence = {
    incident: fitEvidence(
      [
        ...messages.map((message) => example(message, 1)),
        ...messages.flatMap(hypothetical).map((message) => example(message, MADE_UP)),
        ...easy.map((message) => example(message, EASY)),
      ],
      0.15,
    ),
    kinds: Object.fromEntries(
      IncidentKind.options.map((kind) => [kind, fitEvidence(examplesOf(kind, messages), 0.8)]),
    ),
  }
  writeFileSync(EVIDENCE_FILE, oneWeightPerLine(evidence))
  const weights = Object.keys(evidence.incident.weights).length
  console.log(`${messages.length} messages, ${easy.length} ordinary questions: ${weights} weights`)
}

/** Questions of the handbook and of other desks, but those of first aid, which may read as reports. */
function ordinaryQuestions(): readonly string[] {
  const { sections } = readHandbook(filesIn(HANDBOOK)).handbook
  return [
    ...sections
      .filter(({ incident }) => incident.length === 0)
      .flatMap(({ title, questions }) => [title, ...questions]),
    ...readElsewhere(filesIn(HANDBOOK)).flatMap(({ questions }) => questions),
  ]
}

/** What has not happened: the same words after "stel" or "what if". */
function hypothetical(
  { question, incident }: LabelledMessage,
  index: number,
): readonly LabelledMessage[] {
  if (!incident) return []
  const opening = OPENINGS[index % OPENINGS.length] ?? ''
  return [{ question: `${opening} ${question}`, incident: false }]
}
const OPENINGS = [
  'stel dat',
  'wat als',
  'wat moet je doen als',
  'hoe voorkom ik dat',
  'what if',
  'suppose',
]

const example = ({ question, incident }: LabelledMessage, weight: number): Example => ({
  features: featuresOf(question),
  holds: incident,
  weight,
})

/** Kinds are told by words alone; their order adds noise to so few messages. */
const examplesOf = (kind: IncidentKind, messages: readonly LabelledMessage[]): readonly Example[] =>
  messages
    .filter((message) => message.kind !== undefined)
    .map((message) => ({
      features: new Set(
        [...featuresOf(message.question)].filter((name) => /^(?:word|stem|gram) /.test(name)),
      ),
      holds: message.kind === kind,
      weight: 1,
    }))

await runCommand(main)
