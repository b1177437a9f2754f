/** Results world: a municipality with a tree of units and rounds that closed, for tests of who sees what. */
import type { Cell, Plan } from '../bot/polls/plan.ts'
import { DEFAULT_THRESHOLDS } from '../bot/polls/thresholds.ts'
import type { RoundUnit } from '../bot/polls/units.ts'
import type { Round } from '../bot/storage/rounds.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { aQuestion, CLOSES_AT, OPENS_AT } from './poll-builders.ts'
import { EARLIER } from './results-builders.ts'

export const NEWEST = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0102'
export const PREVIOUS = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0101'
const SERIES = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0001'

/** Griffie had too few people, and is in the whole only. */
export const PATHS = [
  ...['', 'Bedrijfsvoering', 'Bedrijfsvoering/Inkoop', 'Ruimte', 'Ruimte/Inkoop'],
  ...['Sociaal Domein', 'Sociaal Domein/Jeugd', 'Sociaal Domein/Jeugdhulp', 'Sociaal Domein/Wmo'],
]

export function aUnit(path: string): RoundUnit {
  const cut = path.lastIndexOf('/')
  const parent = cut < 0 ? '' : path.slice(0, cut)
  return {
    path,
    name: path === '' ? 'gemeente Waterveen' : path.slice(cut + 1),
    ...(path === '' ? {} : { parent }),
    ...{ own: 20, eligible: 20, staff: 20, viewers: false },
  }
}

const both = (text: string) => ({ nl: text, en: text })

export const QUESTIONS = [
  aQuestion({ id: 'P01', text: both('Print je?'), section: 'thuiswerken-printen' }),
  aQuestion({ id: 'P02', text: both('Veilige wifi?'), section: 'thuiswerken-wifi' }),
]

/** Every unit has its own figures, so that a test sees whose they are. */
export function shareOf(path: string, index: number): number {
  return 10 + 5 * (Math.max(0, PATHS.indexOf(path)) + index)
}

function cellOf(path: string, index: number): Cell {
  const favourable = shareOf(path, index)
  const interval = { low: favourable - 5, high: favourable + 5 }
  const difference = { estimate: 20, low: 5, high: 35 }
  const change = { verdict: 'better', since: PREVIOUS, sinceAt: EARLIER, difference } as const
  return {
    ...{ state: 'percentage', favourable, interval, answers: 40 },
    ...(index === 0 ? { change } : {}),
  }
}

export function aPlanOf(round: string, paths: readonly string[] = PATHS): Plan {
  const cells = paths.flatMap((unit) =>
    QUESTIONS.map(({ id }, index) => ({ unit, question: id, cell: cellOf(unit, index) })),
  )
  const shown = { state: 'shown', answers: 15, eligible: 20, rate: 75 } as const
  return {
    ...{ version: 1, round, demo: false, thresholds: DEFAULT_THRESHOLDS },
    opensAt: round === PREVIOUS ? EARLIER : OPENS_AT,
    closesAt: round === PREVIOUS ? EARLIER + 86_400_000 : CLOSES_AT,
    questions: QUESTIONS,
    units: paths.map(aUnit),
    coverage: { reached: 95, eligible: 100, rate: 95 },
    response: paths.map((unit) => ({ unit, cell: shown })),
    cells,
  }
}

/** Oldest first. */
export async function storeRounds(storage: Storage, plans: readonly Plan[]): Promise<void> {
  await storage.transaction(async (stores) => {
    for (const [index, plan] of plans.entries()) {
      await stores.polls.addRound('waterveen', anOpenRound(plan, index))
      await stores.polls.close('waterveen', plan.round, async () => plan)
    }
  })
}

export function anOpenRound({ round, opensAt, closesAt, units }: Plan, index = 0): Round {
  return {
    ...{ id: round, series: SERIES, index, opensAt, closesAt },
    planned: new Date(opensAt).toISOString().slice(0, 10),
    ...{ state: 'open', reminders: 0, demo: false },
    frozen: { questions: QUESTIONS, thresholds: DEFAULT_THRESHOLDS, units, asked: 100 },
  }
}
