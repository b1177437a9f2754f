/** Pages: what the processor needs for each page of results, with 400 units and 24 rounds. */

import { loadBank } from '../bot/load-questions.ts'
import type { Cell, Plan } from '../bot/polls/plan.ts'
import type { Question } from '../bot/polls/question.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'
import type { RoundUnit } from '../bot/polls/units.ts'
import { aboutPage } from '../bot/web/results/about-page.ts'
import { overviewPage } from '../bot/web/results/overview-page.ts'
import type { PageContext } from '../bot/web/results/page-context.ts'
import { questionPage } from '../bot/web/results/question-page.ts'
import { roundsPage } from '../bot/web/results/rounds-page.ts'
import { unitPage } from '../bot/web/results/unit-page.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { percentile } from './timing.ts'
import { waterveen } from './waterveen.ts'

const DEPARTMENTS = 20
const TEAMS = 19
const ROUNDS = 24
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const START = Date.UTC(2024, 0, 9, 9)

export const pages: Measurement = {
  title: 'Pages of results',
  run: async ({ short }) => {
    const context = await aLargeContext()
    const asked = context.plan?.questions[0]?.id ?? ''
    const makers: Readonly<Record<string, () => string>> = {
      overview: () => overviewPage(context),
      'one question': () => questionPage(context, asked),
      'a department': () => unitPage(context, 'Afdeling 3'),
      'the whole organisation': () => unitPage(context, ''),
      rounds: () => roundsPage(context),
      'how to read this': () => aboutPage(context),
    }
    const rows = Object.entries(makers).flatMap(([name, make]) =>
      measured(name, make, short ? 50 : 300),
    )
    return figures('—', rows)
  },
}

/** Of the processor, so that other work on the machine does not count. */
function measured(name: string, make: () => string, times: number): readonly Figure[] {
  const took: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    const before = process.cpuUsage()
    make()
    const { user, system } = process.cpuUsage(before)
    took.push((user + system) / 1000)
  }
  const sorted = took.toSorted((one, other) => one - other)
  const bytes = Buffer.byteLength(make())
  return [
    {
      ...{ what: `${name}: p99 of ${times}`, unit: 'ms', target: { atMost: 30 } },
      ours: percentile(sorted, 0.99),
    },
    { what: `${name}: size`, ours: bytes, unit: 'bytes', target: { atMost: 60_000 } },
  ]
}

async function aLargeContext(): Promise<PageContext> {
  const organisation = waterveen()
  const bank = loadBank(organisation)
  const { handbook } = await openKnowledgeBase(organisation.handbook)
  const questions = ['P01', 'P36', 'P05', 'P10', 'P11'].flatMap(
    (id) => bank.questions.get(id) ?? [],
  )
  const units = unitsOf()
  const plans = Array.from({ length: ROUNDS }, (_, round) => planOf(round, questions, units))
  const actor = { organisation: organisation.id, person: 'p-1', grants: [] }
  const viewer = { actor, seesAll: true, leads: [] }
  const newestFirst = plans.toReversed()
  const [plan] = newestFirst
  const context = { organisation, language: 'nl', bank, handbook, viewer, now: START } as const
  return { ...context, plans: newestFirst, ...(plan === undefined ? {} : { plan }) }
}

function unitsOf(): readonly RoundUnit[] {
  const unit = (path: string, name: string, parent?: string): RoundUnit => ({
    ...{ path, name, own: 50, eligible: 50, staff: 50, viewers: false },
    ...(parent === undefined ? {} : { parent }),
  })
  const departments = Array.from({ length: DEPARTMENTS }, (_, n) => `Afdeling ${n}`)
  return [
    unit('', 'gemeente Waterveen'),
    ...departments.flatMap((name) => [
      unit(name, name, ''),
      ...Array.from({ length: TEAMS }, (_, n) => unit(`${name}/Team ${n}`, `Team ${n}`, name)),
    ]),
  ]
}

function planOf(round: number, questions: readonly Question[], units: readonly RoundUnit[]): Plan {
  const opensAt = START + round * 6 * WEEK_MS
  const people = { answers: 30, eligible: 50, rate: 60 }
  return {
    ...{ version: 1, round: `round-${round}`, demo: true, opensAt, closesAt: opensAt + WEEK_MS },
    ...{ thresholds: DEFAULT_THRESHOLDS, questions: [...questions], units: [...units] },
    coverage: { reached: 950, eligible: 1_000, rate: 95 },
    response: units.map(({ path }) => ({ unit: path, cell: { state: 'shown', ...people } })),
    cells: units.flatMap(({ path }, place) =>
      questions.map((question, index) => ({
        ...{ unit: path, question: question.id },
        cell: cellFor(question, (place * 7 + index * 13 + round) % 60),
      })),
    ),
  }
}

/** @param lift 0 to 59 */
function cellFor({ options }: Question, lift: number): Cell {
  const favourable = 20 + lift
  const share = Math.floor(100 / options.length)
  return {
    ...{ state: 'percentage', favourable, answers: 30 },
    interval: { low: favourable - 12, high: favourable + 12 },
    distribution: Object.fromEntries(options.map(({ value }) => [value, share])),
  }
}
