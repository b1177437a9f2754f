/** Demo history: rounds that never were, of people who do not exist, to try and to show results with. */
import type { Organisation } from '../../contract/organisation.ts'
import type { Bank } from '../../polls/bank/bank.ts'
import { nextOccurrences, questionsOf } from '../../polls/occurrences.ts'
import type { Plan } from '../../polls/plan.ts'
import { makePlan } from '../../polls/publication/make-plan.ts'
import type { Question } from '../../polls/question.ts'
import { MIN_WEEKS, type Occurrence, type Series } from '../../polls/series.ts'
import type { UnitTally } from '../../polls/tally.ts'
import { unitTree } from '../../polls/unit-tree.ts'
import type { RoundUnit, UnitTree } from '../../polls/units.ts'
import type { Round } from '../../storage/rounds.ts'
import type { Stores } from '../../storage/storage.ts'
import { localDate } from '../../working-time.ts'
import { demoStaff } from './demo-staff.ts'
import { storeDemoUse } from './demo-use.ts'
import { type Random, seededRandom } from './seeded-random.ts'

export type DemoOrder = Readonly<{
  people: number
  rounds: number
  seed: number
  organisation: Organisation
  bank: Bank
  newId: () => string
  now: number
}>

const WEEKS = 6
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Goes through the same tree of units and the same publication plan as a real round does. Questions
 * that nobody asked the handbook come with it. To be called in a transaction.
 *
 * @returns the plans, oldest first
 * @throws Error when the organisation has rounds that are real
 */
export async function storeDemoHistory(order: DemoOrder, stores: Stores): Promise<readonly Plan[]> {
  const { organisation } = order
  const known = await stores.polls.rounds(organisation.id)
  if (known.some(({ demo }) => !demo))
    throw new Error(
      `${organisation.id} has real rounds: made-up ones among them would mislead. Use another DATA_DIR.`,
    )
  await stores.polls.removeDemo(organisation.id)
  const world = theWorld(order)
  await storeDemoUse(order, stores)
  const plans: Plan[] = []
  for (const occurrence of pastOccurrences(world.series, order))
    plans.push(await storeRound(occurrence, { ...world, ...order, earlier: plans }, stores))
  return plans
}

type World = Readonly<{
  series: Series
  tree: UnitTree
  random: Random
  /** How safe a unit is beside the others, on the scale of log odds. */
  moods: ReadonlyMap<string, number>
}>

function theWorld({ people, seed, rounds, organisation, bank, newId, now }: DemoOrder): World {
  const random = seededRandom(seed)
  const { employees, units } = demoStaff(people, random)
  const { eligible } = organisation.polls.thresholds
  const tree = unitTree(employees, units, { eligible, name: organisation.name })
  const from = localDate(now - (rounds * WEEKS + 1) * WEEK_MS, organisation.timeZone)
  const recurrence = { everyWeeks: WEEKS, weekday: 2, at: '10:00', from }
  const asked = { anchors: [...bank.anchors], modules: [...bank.modules] }
  const moods = new Map(tree.units.map(({ path }) => [path, random.normal() * MOOD]))
  return { series: { id: newId(), recurrence, openDays: 5, ...asked }, tree, random, moods }
}

const MOOD = 0.35

function pastOccurrences(series: Series, { organisation, rounds, now }: DemoOrder) {
  const start = now - (rounds + 1) * WEEKS * WEEK_MS
  const all = nextOccurrences(series, organisation, { now: start, count: rounds })
  return all.filter(({ closesAt }) => closesAt < now)
}

type Scene = World & DemoOrder & Readonly<{ earlier: readonly Plan[] }>

async function storeRound(occurrence: Occurrence, scene: Scene, stores: Stores): Promise<Plan> {
  const { organisation, tree, series, bank, newId } = scene
  const questions = questionsOf(series, occurrence.index, bank)
  const asked = tree.units[0]?.eligible ?? 0
  const { thresholds } = organisation.polls
  const round: Round = {
    ...{ id: newId(), series: series.id, ...occurrence },
    ...{ state: 'open', reminders: 2, demo: true },
    frozen: { questions, thresholds, units: tree.units, asked },
  }
  const plan = planOf(round, questions, scene)
  await stores.polls.addRound(organisation.id, round)
  await stores.polls.close(organisation.id, round.id, async () => plan)
  return plan
}

function planOf(round: Round, questions: readonly Question[], scene: Scene): Plan {
  const { organisation, tree, earlier, random } = scene
  const { id, opensAt, closesAt } = round
  const eligible = tree.units[0]?.eligible ?? 0
  const reached = Math.round(eligible * (0.94 + 0.05 * random.next()))
  return makePlan({
    ...{ round: id, demo: true, opensAt, closesAt, questions },
    thresholds: organisation.polls.thresholds,
    units: tree.units,
    tallies: tree.units.map((unit) => tallyOf(unit, { round, questions, scene })),
    coverage: { reached, eligible },
    earlier: earlier.toReversed(),
  })
}

type Drawn = Readonly<{ round: Round; questions: readonly Question[]; scene: Scene }>

/** Between a third and two thirds answer, a little less each time. */
function tallyOf({ path, own }: RoundUnit, { round, questions, scene }: Drawn): UnitTally {
  const { random, moods } = scene
  const willing = Math.min(0.8, Math.max(0.15, 0.52 - 0.01 * round.index + 0.12 * random.normal()))
  const answering = random.binomial(own, willing)
  const counts = questions.map((question) => {
    const odds = easeOf(question.id) + (moods.get(path) ?? 0) + TREND * round.index
    return [question.id, drawnCounts(question, answering, shareOf(odds), random)] as const
  })
  return { unit: path, counts: Object.fromEntries(counts) }
}

/** People get better at what is asked of them often. */
const TREND = 0.09
const OUTSIDE = 0.06

const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** From hard to easy, the same for a question each time. */
function easeOf(id: string): number {
  const sum = [...id].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7)
  return (sum % 17) / 8 - 0.5
}

function drawnCounts(
  { options, favourable }: Question,
  answering: number,
  share: number,
  random: Random,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { value } of options) counts[value] = 0
  const good = options.filter(({ value }) => favourable.includes(value))
  const other = options.filter((option) => option.substantive && !good.includes(option))
  const outside = options.filter(({ substantive }) => !substantive)
  for (let person = 0; person < answering; person++) {
    const from = random.next() < OUTSIDE ? outside : random.next() < share ? good : other
    const { value } = random.oneOf(from)
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** What a series of these would never do sooner. */
export const MAX_ROUNDS = Math.floor(52 / MIN_WEEKS) * 3
