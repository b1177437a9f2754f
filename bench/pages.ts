/** Pages: what each page of results takes with 400 units and 24 rounds, alone and when many look. */
import { loadBank } from '../bot/load-questions.ts'
import { aboutPage } from '../bot/web/results/about-page.ts'
import { overviewPage } from '../bot/web/results/overview-page.ts'
import type { PageContext } from '../bot/web/results/page-context.ts'
import { questionPage } from '../bot/web/results/question-page.ts'
import { roundsPage } from '../bot/web/results/rounds-page.ts'
import { unitPage } from '../bot/web/results/unit-page.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { aLongHistory } from './pages-history.ts'
import { measureLoad } from './pages-load.ts'
import { percentile } from './timing.ts'
import { waterveen } from './waterveen.ts'

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
    return [figures('—', rows), await measureLoad(short ? 2 : 20)].join('\n\n')
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
  const { handbook } = await openKnowledgeBase(filesIn(organisation.handbook))
  const plans = aLongHistory()
  const [plan] = plans
  const actor = { organisation: organisation.id, person: 'p-1', grants: [] }
  const viewer = { actor, seesAll: true, leads: [] }
  const now = plan?.closesAt ?? 0
  const context = { organisation, language: 'nl', bank, handbook, viewer, now } as const
  return { ...context, plans, ...(plan === undefined ? {} : { plan }) }
}
