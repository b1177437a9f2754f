/** Plan polls: the CISO starts, changes and stops a series, and confirms how many people will get it. */
import type { Action } from '../contract/action.ts'
import type { OpenRoundView, PollPlanView } from '../contract/poll.ts'
import type { Reply } from '../contract/reply.ts'
import type { Series } from '../polls/series.ts'
import {
  type Plan,
  planSeries,
  proposal,
  readPlan,
  startSeries,
  stopSeries,
} from '../rounds/plan-series.ts'
import { preview } from '../rounds/preview.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

export async function showPolls(tools: Tools): Promise<Reply> {
  const { stores, organisation, language } = tools
  const { timeZone } = organisation
  const series = await stores.polls.series(organisation.id)
  const plan = series && (await preview(series, tools))
  return {
    kind: 'poll-plan',
    ...(plan && { plan }),
    ...(await openRound(tools)),
    timeZone,
    language,
  }
}

async function openRound({ stores, organisation }: Tools): Promise<{ open?: OpenRoundView }> {
  const round = await stores.polls.openRound(organisation.id)
  if (round?.frozen === undefined) return {}
  const { opensAt, closesAt, frozen } = round
  return { open: { opensAt, closesAt, people: frozen.asked } }
}

/** Filled in with what runs, else with what is usual. */
export async function editPolls(tools: Tools): Promise<Reply> {
  const series = await tools.stores.polls.series(tools.organisation.id)
  const plan = series ?? (await proposal(tools))
  const { recurrence, openDays } = plan
  return {
    kind: 'poll-form',
    recurrence,
    openDays,
    changes: series !== undefined,
    language: tools.language,
  }
}

export async function planPolls(
  form: Extract<Action, { verb: 'plan-polls' }>,
  tools: Tools,
): Promise<Reply> {
  const plan = readPlan(form)
  return plan === undefined ? notice('poll-form-wrong', tools.language) : confirm(plan, tools)
}

async function confirm(plan: Plan, tools: Tools): Promise<Reply> {
  const { stores, organisation, language } = tools
  const series = await planSeries(plan, tools)
  const changes = (await stores.polls.series(organisation.id)) !== undefined
  const { timeZone } = organisation
  return { kind: 'poll-confirm', plan: await preview(series, tools), changes, timeZone, language }
}

/** Asked again when another number of people would get it than was shown. */
export async function confirmPolls(
  { recurrence, openDays, people }: Extract<Action, { verb: 'confirm-polls' }>,
  tools: Tools,
): Promise<Reply> {
  const plan = { recurrence, openDays }
  const series = await planSeries(plan, tools)
  const shown = await preview(series, tools)
  if (shown.people !== people) return confirm(plan, tools)
  return start(series, shown, tools)
}

async function start(series: Series, plan: PollPlanView, tools: Tools): Promise<Reply> {
  const { organisation, actor, language } = tools
  await startSeries(series, { ...tools, by: actor.person ?? '', people: plan.people })
  const { timeZone } = organisation
  return { kind: 'poll-plan', plan, ...(await openRound(tools)), timeZone, language }
}

export async function stopPolls(tools: Tools): Promise<Reply> {
  const { stores, organisation, language } = tools
  const { timeZone } = organisation
  if ((await stores.polls.series(organisation.id)) === undefined)
    return notice('no-poll-runs', language)
  return { kind: 'poll-stop', ...(await openRound(tools)), timeZone, language }
}

/** A round that is open goes on until it closes. */
export async function confirmStopPolls(tools: Tools): Promise<Reply> {
  const { actor, language } = tools
  const wasRunning = await stopSeries({ ...tools, by: actor.person ?? '' })
  return notice(wasRunning ? 'poll-stopped' : 'no-poll-runs', language)
}
