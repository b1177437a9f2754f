/** Show results: what came out of a round that closed, to who may see it, and of no more than that. */
import { maskPersonalData } from '../../knowledge/personal-data.ts'
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import type { Plan } from '../polls/plan.ts'
import { firstUnitOf, lastName, resultsView, type Shown } from '../results/results-view.ts'
import { maySee, type Viewer, viewerOf } from '../results/viewer.ts'
import { resultOf } from '../rounds/result.ts'
import type { Command } from './command.ts'
import { isMerged, unitsNamed } from './find-unit.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

/** What is there to see, and who looks. */
type Sight = Readonly<{ plan: Plan; viewer: Viewer }>

export async function askResults(
  { previous, named }: Extract<Command, { verb: 'ask-results' }>,
  tools: Tools,
): Promise<Reply> {
  const viewer = viewerOf(tools.actor)
  if (viewer === undefined) return notice('results-not-yours', tools.language)
  const [newest, earlier] = await closedRounds(tools)
  if (newest === undefined) return notice('no-results', tools.language)
  const plan = await planOf(previous ? earlier : newest, tools)
  if (plan === undefined) return notice('no-earlier-results', tools.language)
  return named === undefined
    ? show({ unit: firstUnitOf(plan, viewer) }, { plan, viewer }, tools)
    : showNamed(named, { plan, viewer }, tools)
}

function showNamed(named: string, sight: Sight, tools: Tools): Promise<Reply> {
  const { plan, viewer } = sight
  const found = unitsNamed(named, plan, viewer)
  const [unit] = found
  if (found.length > 1) return choose(named, found, sight, tools)
  if (unit !== undefined) return show({ unit: unit.path }, sight, tools)
  const refused = isMerged(named, plan, viewer) ? {} : { refused: maskPersonalData(named).text }
  return show({ unit: firstUnitOf(plan, viewer), ...refused }, sight, tools)
}

async function choose(
  asked: string,
  found: ReturnType<typeof unitsNamed>,
  { plan: { round } }: Sight,
  { language }: Tools,
): Promise<Reply> {
  const units = found.map(({ path, name }) => ({ path, name }))
  return { kind: 'results-choice', round, asked, units, language }
}

export async function showResults(
  { round, unit }: Extract<Action, { verb: 'show-results' }>,
  tools: Tools,
): Promise<Reply> {
  const viewer = viewerOf(tools.actor)
  if (viewer === undefined) return notice('results-not-yours', tools.language)
  const [newest] = round === undefined ? await closedRounds(tools) : [round]
  const plan = await planOf(newest, tools)
  if (plan === undefined) return notice(round ? 'results-gone' : 'no-results', tools.language)
  const first = firstUnitOf(plan, viewer)
  if (unit === undefined) return show({ unit: first }, { plan, viewer }, tools)
  const shown = canShow(unit, { plan, viewer })
    ? { unit }
    : { unit: first, refused: lastName(unit) }
  return show(shown, { plan, viewer }, tools)
}

/** Each question of a unit, with its figure. */
export async function showFigures(
  { roundId, unit }: Extract<Action, { verb: 'show-figures' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, language } = tools
  const viewer = viewerOf(tools.actor)
  if (viewer === undefined) return notice('results-not-yours', language)
  const plan = await planOf(roundId, tools)
  if (plan === undefined) return notice('results-gone', language)
  if (!canShow(unit, { plan, viewer })) return notice('results-not-yours', language)
  await auditView(roundId, unit, tools)
  const { timeZone } = organisation
  return { kind: 'poll-result', result: resultOf(plan, unit, tools), timeZone, language }
}

function canShow(unit: string, { plan, viewer }: Sight): boolean {
  return plan.units.some(({ path }) => path === unit) && maySee(unit, viewer)
}

async function show(shown: Shown, { plan, viewer }: Sight, tools: Tools): Promise<Reply> {
  const { organisation, knowledge, language, resultLinks } = tools
  await auditView(plan.round, shown.unit, tools)
  const hasEarlier = (await closedRounds(tools)).length > 1
  const { handbook } = knowledge
  const view = resultsView(plan, shown, { viewer, handbook, language, hasEarlier })
  const { timeZone } = organisation
  return { kind: 'results', view, page: resultLinks !== undefined, timeZone, language }
}

/** Newest first. */
async function closedRounds({ stores, organisation }: Tools): Promise<readonly string[]> {
  const rounds = await stores.polls.rounds(organisation.id)
  return rounds.filter(({ state }) => state === 'closed').map(({ id }) => id)
}

async function planOf(
  round: string | undefined,
  { stores, organisation }: Tools,
): Promise<Plan | undefined> {
  return round === undefined ? undefined : stores.polls.plan(organisation.id, round)
}

async function auditView(
  object: string,
  unit: string,
  { stores, organisation, actor, now }: Tools,
): Promise<void> {
  const entry = { actor: actor.person ?? '', action: 'results-viewed', object, details: { unit } }
  await stores.audit.append(organisation.id, entry, now)
}
