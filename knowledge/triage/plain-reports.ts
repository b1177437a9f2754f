/** Plain reports: the lines of plain-reports.yaml written out, as labelled messages to learn from. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { IncidentKind } from '../handbook.ts'
import { readYamlOrThrow } from '../yaml.ts'
import type { LabelledMessage } from './messages.ts'

const lines = z.array(z.string().min(1))
const PlainReports = z.strictObject({
  /** Lists by the name that stands between braces. */
  words: z.record(z.string(), lines),
  reports: z.partialRecord(IncidentKind, lines),
  questions: lines,
  /** What may stand around a report, at `{}`. */
  around: lines,
})

const FILE = fileURLToPath(new URL('./plain-reports.yaml', import.meta.url))

export function readPlainReports(): readonly LabelledMessage[] {
  const { words, reports, questions, around } = readYamlOrThrow(
    PlainReports,
    readFileSync(FILE, 'utf8'),
    FILE,
  )
  const written = (line: string) => writeOut(line, words)
  return [
    ...IncidentKind.options.flatMap((kind) =>
      (reports[kind] ?? []).flatMap(written).map((report, index) => ({
        question: (around[index % around.length] ?? '{}').replace('{}', report),
        incident: true,
        kind,
      })),
    ),
    ...questions.flatMap(written).map((question) => ({ question, incident: false })),
  ]
}

/** One line for every combination of the words between its braces. */
function writeOut(
  line: string,
  words: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const [slot, name = ''] = /\{(\w+)\}/.exec(line) ?? []
  if (slot === undefined) return [line]
  return (words[name] ?? []).flatMap((word) => writeOut(line.replace(slot, word), words))
}
