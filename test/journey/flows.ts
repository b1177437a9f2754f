/** Flows: asking, sending a question to the CISO and answering one, and what must be true afterwards. */
import { randomUUID } from 'node:crypto'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Told } from './arrivals.ts'
import type { SmallWorld } from './small-world.ts'

/** What the flow is about: the id of a form, or of a round. */
type Prepared = Readonly<{ id: string }>

export type Flow = Readonly<{
  name: string
  /** What is sent after it is another's business: then no call to the database fails any more. */
  endsWithAct?: boolean
  /** What came before, without a fault. */
  prepare: (world: SmallWorld) => Promise<Prepared>
  act: (world: SmallWorld, prepared: Prepared) => Promise<void>
  /** What goes against the promises when all is over. */
  problems: (world: SmallWorld, prepared: Prepared) => Promise<string[]>
}>

const ask: Flow = {
  name: 'ask',
  prepare: async () => ({ id: randomUUID() }),
  act: (world) => world.say('employee', 'wie voert de kwartels'),
  problems: async ({ told, stores, organisation }) => {
    const gaps = await stores.gaps.since(organisation, '2000-01-01')
    return [
      ...onceOrMarked(told, 'employee', 'no-answer'),
      ...(gaps.length > 1 ? [`the question counts ${gaps.length} times`] : []),
    ]
  },
}

const escalate: Flow = {
  name: 'escalate',
  prepare: ask.prepare,
  act: (world, { id }) => sendForm(world, id),
  problems: async (world, { id }) => {
    await sendForm(world, id) // somebody who presses once more
    await world.settle()
    const { organisation, stores } = world
    const { escalations, numbers } = stores
    const open = await escalations.open(organisation)
    const next = await numbers.next(organisation, 'V-2026')
    return [
      ...(open.length === 1 ? [] : [`there are ${open.length} open questions`]),
      ...(open[0]?.number === 'V-2026-0001' ? [] : [`its number is ${open[0]?.number}`]),
      ...(next === 'V-2026-0002' ? [] : [`after its number comes ${next}`]),
      ...onceOrMarked(world.told, 'ciso', 'escalation'),
    ]
  },
}

const answer: Flow = {
  name: 'answer',
  prepare: async (world) => {
    const prepared = { id: randomUUID() }
    await sendForm(world, prepared.id)
    await world.settle()
    return prepared
  },
  act: async (world, { id: escalationId }) => {
    await world.press('ciso', { verb: 'answer-escalation', escalationId, answer: 'De boswachter.' })
  },
  problems: async ({ told, stores, organisation }, { id }) => {
    const { audit, escalations } = stores
    const kept = await escalations.find(organisation, id)
    const rows = await audit.list(organisation)
    const { kind } = await audit.verify(organisation)
    return [
      ...(kept?.state === 'answered' ? [] : [`the question is ${kept?.state}`]),
      ...(rows.length === 1 ? [] : [`the audit log has ${rows.length} rows`]),
      ...(kind === 'broken' ? ['the audit log is broken'] : []),
      ...onceOrMarked(told, 'employee', 'human-answer'),
    ]
  },
}

async function sendForm(world: SmallWorld, formId: string): Promise<void> {
  const { kind } = await world.press('employee', {
    verb: 'escalate',
    formId,
    question: 'Wie voert de kwartels?',
    name: 'without-name',
    origin: 'no-answer',
  })
  if (kind !== 'escalated') throw new Error(`the form led to: ${kind}`)
}

/**
 * It arrived; and a second copy, when the first may have been lost, says that it is one. What is
 * said past the store cannot know of a first: the store may have broken in its very last word.
 */
export function onceOrMarked(told: readonly Told[], to: string, kind: Reply['kind']): string[] {
  const copies = told.filter((one) => one.to === to && one.reply.kind === kind)
  const unmarked = copies.filter(({ mark }) => mark === 'none')
  if (copies.length === 0) return [`${to} was never told: ${kind}`]
  if (copies.length > 2 || unmarked.length > 1)
    return [`${to} was told ${kind} ${copies.length} times, ${unmarked.length} unmarked`]
  return []
}

export const FLOWS: readonly Flow[] = [ask, escalate, answer]
