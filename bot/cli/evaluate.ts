/**
 * `npm run evaluate -- --handbook DIR --questions FILE [--json] [--bare] [--calibrate]`
 *
 * How well a handbook answers judged questions. `--bare` leaves out its example questions and
 * keywords; `--calibrate` writes the cut-offs that the questions call for next to the handbook.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { calibrate } from '../../knowledge/calibrate.ts'
import { type Evaluation, evaluate, tryOut } from '../../knowledge/evaluate.ts'
import type { Handbook } from '../../knowledge/handbook.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import {
  CALIBRATION_FILE,
  createKnowledgeBase,
  settingsOf,
} from '../../knowledge/knowledge-base.ts'
import { readTrials } from '../../knowledge/questions.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import { runCommand } from './run-command.ts'

const OPTIONS = {
  handbook: { type: 'string' },
  questions: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  bare: { type: 'boolean', default: false },
  calibrate: { type: 'boolean', default: false },
} as const

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS })
  const { handbook: folder, questions } = values
  if (folder === undefined || questions === undefined) {
    throw new Error(
      'usage: npm run evaluate -- --handbook DIR --questions FILE [--json] [--bare] [--calibrate]',
    )
  }
  const files = filesIn(folder)
  const { handbook } = readHandbook(files)
  const settings = settingsOf(files)
  const knowledge = await (values.bare
    ? createKnowledgeBase(bare(handbook), { ...settings, elsewhere: [] })
    : createKnowledgeBase(handbook, settings))
  const outcomes = tryOut(knowledge, questions.flatMap(readTrials))
  if (values.calibrate) saveCalibration(folder, calibrate(outcomes))

  const evaluation = evaluate(outcomes)
  console.log(values.json ? JSON.stringify(evaluation, null, 2) : report(evaluation))
}

/** What a handbook gets whose editor wrote no example questions and keywords. */
const bare = (handbook: Handbook): Handbook => ({
  ...handbook,
  sections: handbook.sections.map((section) => ({ ...section, keywords: [], questions: [] })),
})

function saveCalibration(folder: string, calibration: ReturnType<typeof calibrate>): void {
  const file = join(folder, CALIBRATION_FILE)
  const head = '# Made by: npm run evaluate -- --handbook DIR --questions FILE --calibrate\n'
  writeFileSync(file, head + stringify(calibration))
  console.error(`wrote ${file}`)
}

function report(evaluation: Evaluation): string {
  const { band, unanswerable, incident, latencyMs } = evaluation
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  return [
    `${evaluation.questions} questions, ${evaluation.answerable} of them answerable`,
    `ranking       MRR@10 ${evaluation.mrr10.toFixed(3)}   recall@1 ${percent(evaluation.recall1)}   @3 ${percent(evaluation.recall3)}   @10 ${percent(evaluation.recall10)}`,
    `answered      right ${percent(band.answerRight)}   wrong ${percent(band.answerWrong)}`,
    `choice of 3   right ${percent(band.suggestedRight)}   wrong ${percent(band.suggestedWrong)}   refused ${percent(band.refused)}`,
    `unanswerable  answered ${unanswerable.answered}   choice of 3 ${unanswerable.suggested}   refused ${unanswerable.refused}`,
    `incidents     caught ${incident.caught}   missed ${incident.missed}   false alarms ${incident.falseAlarms}`,
    `latency       p50 ${latencyMs.p50.toFixed(2)} ms   p99 ${latencyMs.p99.toFixed(2)} ms`,
  ].join('\n')
}

await runCommand(main)
