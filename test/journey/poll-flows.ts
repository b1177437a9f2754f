/** Poll flows: opening a round, answering, reminding and closing, and what must be true afterwards. */
import type { Reply } from '../../bot/contract/reply.ts'
import type { Series } from '../../bot/polls/series.ts'
import type { Round } from '../../bot/storage/rounds.ts'
import { answerTo, aSeries, DAY, HOUR } from '../rounds/a-town.ts'
import { countOf, miscounts } from '../rounds/count.ts'
import type { Told } from './arrivals.ts'
import type { Flow } from './flows.ts'
import { SMALL_WORLD_BEGINS, type SmallWorld } from './small-world.ts'

/** Everybody of a small world. */
const PEOPLE = 12
/** The same time on the second and last day, and the end of it. */
const HALF_WAY = SMALL_WORLD_BEGINS + DAY
const CLOSES = SMALL_WORLD_BEGINS + DAY + 3 * HOUR

const open: Flow = {
  name: 'open a round',
  endsWithAct: true,
  prepare: async (world) => ({ id: (await startSeries(world)).id }),
  act: lookTwice,
  problems: async (world) => {
    await lookAndSettle(world)
    const { told, stores, organisation } = world
    const round = await theRound(world)
    const people = await stores.participation.eligible(organisation, round.id)
    const { takers } = await countOf(stores, organisation, round.id)
    return [
      ...unless(round.state === 'open', `the round is ${round.state}`),
      ...unless(people.length === PEOPLE, `${people.length} people are in the round`),
      ...unless(takers === 0, `${takers} took part already`),
      ...(await inTheLog(world, 'poll-opened')),
      ...toldOnceEach(told.filter(isCard(false)), PEOPLE - (await unknownOf(world, 'invitation'))),
      ...(await toldCiso(world, 'poll-news')),
    ]
  },
}

const vote: Flow = {
  name: 'vote',
  prepare: openRound,
  act: async (world) => {
    const { kind } = await pressAnswer(world)
    if (kind !== 'poll-thanks' && kind !== 'notice') throw new Error(`a vote led to: ${kind}`)
  },
  problems: async (world, { id }) => {
    const again = await pressAnswer(world)
    const isKnown = again.kind === 'notice' && again.notice === 'poll-answered-before'
    const count = await countOf(world.stores, world.organisation, id)
    return [
      ...unless(isKnown, `a second vote led to ${JSON.stringify(again)}`),
      ...unless(count.takers === 1, `${count.takers} took part`),
      ...miscounts(count),
    ]
  },
}

const remind: Flow = {
  name: 'remind',
  endsWithAct: true,
  prepare: async (world) => {
    const prepared = await openRound(world)
    await pressAnswer(world)
    world.goTo(HALF_WAY)
    return prepared
  },
  act: lookTwice,
  problems: async (world) => {
    await lookAndSettle(world)
    const { reminders } = await theRound(world)
    const reminded = world.told.filter(isCard(true))
    return [
      ...unless(reminders === 1, `${reminders} reminders were sent`),
      ...unless(!reminded.some(({ to }) => to === 'employee'), 'who took part was reminded'),
      // Reminders are in no report: the one message that was made to fail may be one of them.
      ...toldOnceEach(reminded, PEOPLE - 1 - (world.didSendFail() ? 1 : 0)),
    ]
  },
}

const close: Flow = {
  name: 'close a round',
  endsWithAct: true,
  prepare: async (world) => {
    const prepared = await openRound(world)
    await pressAnswer(world)
    world.goTo(CLOSES)
    return prepared
  },
  act: lookTwice,
  problems: async (world, { id }) => {
    await lookAndSettle(world)
    const { stores, organisation } = world
    const { state } = await theRound(world)
    const plans = await stores.polls.plans(organisation)
    const left = [
      ...(await stores.participation.eligible(organisation, id)),
      ...(await stores.participation.takers(organisation, id)),
      ...(await stores.participation.tallies(organisation, id)),
      ...(await stores.outbox.batches(organisation)),
    ]
    return [
      ...unless(state === 'closed', `the round is ${state}`),
      ...unless(plans.length === 1 && plans[0]?.round === id, `${plans.length} plans`),
      ...unless(left.length === 0, `of the round are left: ${JSON.stringify(left)}`),
      ...(await inTheLog(world, 'poll-closed')),
      ...(await toldCiso(world, 'results')),
    ]
  },
}

export const POLL_FLOWS: readonly Flow[] = [open, vote, remind, close]

/** One round, from now to tomorrow. */
async function startSeries({ stores, organisation }: SmallWorld): Promise<Series> {
  const at = { everyWeeks: 6, weekday: 2, at: '13:00', from: '2026-12-01' }
  const series = aSeries({ recurrence: at, openDays: 2 })
  await stores.polls.startSeries(organisation, series, SMALL_WORLD_BEGINS)
  return series
}

/** As the clock does: the second time has what failed the first time. */
async function lookTwice(world: SmallWorld): Promise<void> {
  await world.runPolls()
  await world.runPolls()
}

async function lookAndSettle(world: SmallWorld): Promise<void> {
  await world.runPolls()
  await world.settle()
}

async function openRound(world: SmallWorld) {
  await startSeries(world)
  await lookAndSettle(world)
  const { id } = await theRound(world)
  return { id }
}

async function theRound({ stores, organisation }: SmallWorld): Promise<Round> {
  const [round, ...others] = await stores.polls.rounds(organisation)
  if (round === undefined || others.length > 0) throw new Error(`${others.length + 1} rounds`)
  return round
}

/** On the card that came with the invitation. */
async function pressAnswer(world: SmallWorld): Promise<Reply> {
  const card = world.told.find((one) => one.to === 'employee' && isCard(false)(one))?.reply
  if (card?.kind !== 'poll') throw new Error('the employee has no card')
  return world.press(
    'employee',
    answerTo(card, (question) => question),
  )
}

const isCard =
  (reminder: boolean) =>
  ({ reply }: Told): boolean =>
    reply.kind === 'poll' && reply.reminder === reminder

const unless = (holds: boolean, problem: string): readonly string[] => (holds ? [] : [problem])

async function inTheLog({ stores, organisation }: SmallWorld, what: string) {
  const rows = await stores.audit.list(organisation)
  const n = rows.filter(({ action }) => action === what).length
  const { kind } = await stores.audit.verify(organisation)
  return [
    ...unless(n === 1, `the log has ${what} ${n} times`),
    ...unless(kind !== 'broken', 'the audit log is broken'),
  ]
}

/** Nobody twice, and at least so many of them. */
function toldOnceEach(told: readonly Told[], people: number) {
  const names = new Set(told.map(({ to }) => to))
  return [
    ...unless(names.size === told.length, `somebody got a card twice: ${told.length}`),
    ...unless(names.size >= people, `${names.size} of ${people} got a card`),
  ]
}

async function toldCiso(world: SmallWorld, kind: Reply['kind']) {
  const n = world.told.filter(({ to, reply }) => to === 'ciso' && reply.kind === kind).length
  const unknown = await unknownOf(world, 'notice')
  return unless(n === 1 || (n === 0 && unknown > 0), `the CISO was told ${kind} ${n} times`)
}

async function unknownOf({ stores, organisation }: SmallWorld, what: string): Promise<number> {
  const tally = await stores.outbox.tally(organisation)
  const unknown = tally.filter((row) => row.class === what && row.state === 'unknown')
  return unknown.reduce((sum, { n }) => sum + n, 0)
}
