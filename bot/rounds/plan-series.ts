/** Plan a series: what it asks and when, from the words of a form or a command. */
import type { Organisation } from '../contract/organisation.ts'
import type { Bank } from '../polls/bank/bank.ts'
import { MIN_WEEKS, Recurrence, Series } from '../polls/series.ts'
import type { Stores } from '../storage/storage.ts'
import { addWorkingDays, localDate } from '../working-time.ts'

export type Plan = Pick<Series, 'recurrence' | 'openDays'>

export type PlanContext = Readonly<{
  organisation: Organisation
  bank: Bank
  stores: Pick<Stores, 'polls' | 'audit'>
  newId: () => string
  now: number
}>

/** Between two rounds nobody is asked sooner, also when the series changes. */
const APART_MS = MIN_WEEKS * 7 * 24 * 60 * 60 * 1000

const USUAL = { everyWeeks: 6, weekday: 2, at: '10:00' } as const
const USUAL_DAYS = 5

/** What is usual, from tomorrow on. */
export async function proposal(context: PlanContext): Promise<Plan> {
  const { organisation, now } = context
  const tomorrow = addWorkingDays(now, 1, organisation)
  const from = localDate(Math.max(tomorrow, await earliest(context)), organisation.timeZone)
  return { recurrence: { ...USUAL, from }, openDays: USUAL_DAYS }
}

/** The moment before which the people of the last round are left in peace. */
async function earliest({ stores, organisation }: PlanContext): Promise<number> {
  const rounds = await stores.polls.rounds(organisation.id)
  const asked = rounds.filter(({ frozen, demo }) => frozen !== undefined && !demo)
  return Math.max(0, ...asked.map(({ opensAt }) => opensAt)) + (asked.length > 0 ? APART_MS : 0)
}

type Typed = Readonly<Record<'everyWeeks' | 'weekday' | 'at' | 'from' | 'openDays', string>>

/** Undefined when a field cannot be read, or asks for what a series cannot be. */
export function readPlan({ everyWeeks, weekday, at, from, openDays }: Typed): Plan | undefined {
  const recurrence = {
    everyWeeks: wholeNumber(everyWeeks),
    weekday: wholeNumber(weekday),
    at: withTwoDigits(at.trim()),
    from: from.trim(),
  }
  const read = PlanFields.safeParse({ recurrence, openDays: wholeNumber(openDays) })
  return read.data
}

const PlanFields = Series.pick({ openDays: true }).extend({ recurrence: Recurrence })

const wholeNumber = (text: string): number =>
  /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN

/** As people write a time: 9:30, 9.30, 9u30. */
const withTwoDigits = (time: string): string =>
  time.replace(/^(\d{1,2})[.:u](\d{2})$/, (_, hour: string, minute: string) => {
    return `${hour.padStart(2, '0')}:${minute}`
  })

/** Nobody gets two rounds within four weeks, so a date that is too soon is moved. */
export async function planSeries(plan: Plan, context: PlanContext): Promise<Series> {
  const { organisation, bank, newId, now } = context
  const soonest = localDate(Math.max(now, await earliest(context)), organisation.timeZone)
  const { from } = plan.recurrence
  return {
    id: newId(),
    recurrence: { ...plan.recurrence, from: laterOf(from, soonest) },
    openDays: plan.openDays,
    anchors: [...bank.anchors],
    modules: await modulesInTurn(bank, context),
  }
}

/** ISO dates sort as text. */
const laterOf = (one: string, other: string): string => [one, other].sort()[1] ?? one

/** A series that is changed goes on with the module after the last that was asked. */
async function modulesInTurn(
  { modules }: Bank,
  { stores, organisation }: PlanContext,
): Promise<Series['modules']> {
  const rounds = await stores.polls.rounds(organisation.id)
  const last = rounds.find(({ frozen, demo }) => frozen !== undefined && !demo)
  const asked = new Set(last?.frozen?.questions.map(({ id }) => id))
  const done = modules.findIndex(({ questions }) => questions.every((id) => asked.has(id)))
  return [...modules.slice(done + 1), ...modules.slice(0, done + 1)]
}

type By = Readonly<{ by: string }>

/** In the place of the one that ran. */
export async function startSeries(
  series: Series,
  { stores, organisation, by, people, now }: PlanContext & By & Readonly<{ people: number }>,
): Promise<void> {
  const { recurrence, openDays } = series
  const entry = {
    actor: by,
    action: 'poll-series-started',
    object: series.id,
    details: { ...recurrence, openDays, people },
  }
  await stores.polls.startSeries(organisation.id, series, now)
  await stores.audit.append(organisation.id, entry, now)
}

/** @returns false when none ran */
export async function stopSeries({
  stores,
  organisation,
  by,
  now,
}: Omit<PlanContext, 'bank' | 'newId'> & By): Promise<boolean> {
  const series = await stores.polls.series(organisation.id)
  if (series === undefined || !(await stores.polls.stopSeries(organisation.id, now))) return false
  const entry = { actor: by, action: 'poll-series-stopped', object: series.id }
  await stores.audit.append(organisation.id, entry, now)
  return true
}
