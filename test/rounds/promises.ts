/** Promises: what must be true of the rounds of a town at every moment, also right after a crash. */
import { miscounts } from './count.ts'
import type { Told } from './town-process.ts'
import type { Kept } from './what-is-kept.ts'

export type Expected = Readonly<{
  /** Who are asked each time. */
  people: number
  /** What people were told of the newest round. */
  told: readonly Told[]
  /** How many presses nobody heard the end of. */
  unheard: number
}>

/** @returns what goes against them */
export function brokenPromises(kept: Kept, expected: Expected): readonly string[] {
  return [
    ...(kept.round?.state === 'open' ? wholeRound(kept, expected) : nothingLeft(kept)),
    ...everybodyOnce(kept, expected),
    ...onePlanEach(kept),
    ...(kept.isAuditWhole ? [] : ['the audit log is broken']),
  ]
}

export const unless = (holds: boolean, problem: string): readonly string[] =>
  holds ? [] : [problem]

/** Round, people, counters, key and invitations: all of them. */
function wholeRound({ round, rows, batches, audit, keyFiles }: Kept, { people }: Expected) {
  if (round?.frozen === undefined) return ['a round is open without what it froze']
  const { id, reminders, frozen } = round
  const options = frozen.questions.reduce((sum, question) => sum + question.options.length, 0)
  const counters = frozen.units.length * options
  const hasKey = rows['poll_salt'] === 1 || keyFiles.includes(`${id}.key`)
  const reminded = Object.keys(batches).length - 1
  return [
    ...unless(rows['poll_person'] === people, `${rows['poll_person']} people are in the round`),
    ...unless(rows['poll_counter'] === counters, `the round has ${rows['poll_counter']} counters`),
    ...unless(batches[`poll:${id}:0`] === people, `invited: ${JSON.stringify(batches)}`),
    ...unless(reminded === reminders, `${reminders} reminders, batches ${JSON.stringify(batches)}`),
    ...unless(hasKey, 'an open round has no key'),
    ...unless(audit[`poll-opened ${id}`] === 1, `opened in the log: ${JSON.stringify(audit)}`),
  ]
}

function nothingLeft({ rows, batches }: Kept) {
  const left = Object.entries(rows).filter(([, n]) => n > 0)
  return [
    ...unless(left.length === 0, `no round is open, and there is ${JSON.stringify(left)}`),
    ...unless(Object.keys(batches).length === 0, `messages are left: ${JSON.stringify(batches)}`),
  ]
}

/** While it is open: ledger, counters, and what people were told agree. */
function everybodyOnce({ round, count }: Kept, { told, unheard }: Expected) {
  const thanked = told.filter(({ word }) => word === 'poll-thanks').map(({ n }) => n)
  const known = new Set(thanked)
  const isOpen = round?.state === 'open'
  const isCounted = count.takers >= known.size && count.takers <= known.size + unheard
  return [
    ...unless(known.size === thanked.length, `somebody was thanked twice: ${thanked.join()}`),
    ...unless(!isOpen || isCounted, `${count.takers} took part, ${known.size} were thanked`),
    ...miscounts(count),
  ]
}

function onePlanEach({ rounds, plans, audit }: Kept) {
  const closed = rounds.filter(({ state }) => state === 'closed').map(({ id }) => id)
  const planned = plans.map(({ round }) => round)
  const loggedOnce = closed.every((id) => audit[`poll-closed ${id}`] === 1)
  const dates = rounds.map(({ planned: date }) => date)
  return [
    ...unless(planned.join() === closed.join(), `closed ${closed.join()}, plans ${planned.join()}`),
    ...unless(loggedOnce, `closed in the log: ${JSON.stringify(audit)}`),
    ...unless(new Set(dates).size === dates.length, `two rounds of a date: ${dates.join()}`),
  ]
}
