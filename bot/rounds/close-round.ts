/** Close a round: what may be shown is worked out once, and all it was worked out from is removed. */
import type { Plan } from '../polls/plan.ts'
import { PublicationRefused } from '../polls/publication/make-plan.ts'
import type { Frozen, Round } from '../storage/rounds.ts'
import type { RoundContext, RoundEvent } from './context.ts'
import { batchOf } from './invite.ts'
import { planAside } from './plan-aside.ts'
import { audit, report } from './report.ts'
import { tellResults } from './tell-results.ts'

/** The invitation and the reminders. */
const BATCHES = [0, 1, 2]

export async function closeDue(context: RoundContext): Promise<readonly RoundEvent[]> {
  const { stores, organisation, now } = context
  const open = await stores.polls.openRound(organisation.id)
  if (open === undefined) return []
  const isTime = now >= open.closesAt
  if (!isTime && (await hasKey(open, context))) return []
  const { frozen, ...rest } = open
  const round = { ...rest, closesAt: Math.min(now, open.closesAt) }
  if (frozen === undefined) return lose(round, context)
  try {
    return await close({ ...round, frozen }, context)
  } catch (error) {
    if (!(error instanceof PublicationRefused)) throw error
    return lose(round, context)
  }
}

/** Without it nobody can be kept from answering twice, so the round ends with what it has. */
async function hasKey(
  { id }: Round,
  { stores, organisation, keys }: RoundContext,
): Promise<boolean> {
  return (await keys.open(organisation.id, id, stores)) !== undefined
}

type OpenRound = Round & Readonly<{ frozen: Frozen }>

async function close(round: OpenRound, context: RoundContext): Promise<readonly RoundEvent[]> {
  const { stores, organisation } = context
  const plans: Plan[] = []
  const isOurs = await stores.polls.close(organisation.id, round.id, async () => {
    const plan = await planOf(round, context)
    plans.push(plan)
    return plan
  })
  const [plan] = plans
  if (!isOurs || plan === undefined) return []

  await wipe(round, context)
  await audit('poll-closed', round, context)
  await tellResults(plan, context)
  return ['closed']
}

async function planOf(round: OpenRound, { stores, organisation }: RoundContext): Promise<Plan> {
  const { id, opensAt, closesAt, demo, frozen } = round
  const { thresholds, questions, units, asked } = frozen
  const reached = await reachedBy(round, stores, organisation.id)
  return planAside({
    ...{ round: id, demo, opensAt, closesAt, thresholds, questions, units },
    tallies: await stores.participation.tallies(organisation.id, id),
    coverage: { reached: Math.min(reached, asked), eligible: asked },
    earlier: await stores.polls.plans(organisation.id),
  })
}

/** To whom the invitation was sent; of a few nobody can know, and they count as reached. */
async function reachedBy(
  round: Round,
  { outbox }: RoundContext['stores'],
  organisation: string,
): Promise<number> {
  const progress = await outbox.progress(organisation, batchOf(round))
  return progress === undefined ? 0 : progress.counts.sent + progress.counts.unknown
}

async function wipe(
  round: Pick<Round, 'id'>,
  { stores, organisation }: RoundContext,
): Promise<void> {
  await stores.participation.wipe(organisation.id, round.id)
  for (const reminder of BATCHES)
    await stores.outbox.remove(organisation.id, batchOf(round, reminder))
}

/** Nothing of it can be shown, so nothing of it is kept. */
export async function lose(round: Round, context: RoundContext): Promise<readonly RoundEvent[]> {
  const { stores, organisation } = context
  if (!(await stores.polls.lose(organisation.id, round.id))) return []
  await wipe(round, context)
  await report({ news: 'lost' }, round, context)
  return ['lost']
}
