/** Reminders: a question that waits is shown again after one and three working days, then to the deputy. */

import { holders, questionRecipients, type Recipient } from '../recipients.ts'
import type { Served } from '../served.ts'
import type { Escalation } from '../storage/escalations.ts'
import { escalationCard, type Occasion } from '../use-cases/escalation-view.ts'
import { addWorkingDays, isWorkingTime, localDate } from '../working-time.ts'
import type { Chore, ChoreContext } from './chores.ts'

type Step = Readonly<{
  occasion: Occasion
  /** When the step after it comes, in working days after the question; absent for the last. */
  nextAfter?: number
}>

/** By the number of reminders before; the first is set by the question itself. */
const STEPS: readonly Step[] = [
  { occasion: 'reminder', nextAfter: 3 },
  { occasion: 'reminder', nextAfter: 4 },
  { occasion: 'for-deputy' },
]

/** Often enough for what waits for days. */
const EVERY_MS = 15 * 60 * 1000

export type ReminderParts = Readonly<{
  served: ReadonlyMap<string, Served>
  newId: () => string
}>

export function createReminders(parts: ReminderParts): Chore {
  return {
    name: 'reminders',
    due: (now, organisation) =>
      isWorkingTime(now, organisation) ? quarter(now, organisation.timeZone) : undefined,
    run: async (context) => {
      const { stores, organisation, now } = context
      for (const escalation of await stores.escalations.toRemind(organisation.id, now))
        await remind(escalation, context, parts)
    },
  }
}

const quarter = (now: number, timeZone: string): string =>
  `${localDate(now, timeZone)} ${Math.floor(now / EVERY_MS)}`

async function remind(
  escalation: Escalation,
  context: ChoreContext,
  parts: ReminderParts,
): Promise<void> {
  const { stores, organisation } = context
  const step = STEPS[escalation.reminders]
  const next = nextMoment(step, escalation, context)
  const isFirst = await stores.escalations.reminded(organisation.id, escalation, next)
  if (!isFirst || step === undefined) return

  for (const recipient of await recipientsOf(step, escalation, context))
    await show(escalation, { recipient, occasion: step.occasion }, { ...context, ...parts })
}

/** After a time that nobody could be reminded, the steps still come a working day apart. */
function nextMoment(
  step: Step | undefined,
  { askedAt }: Escalation,
  { organisation, now }: ChoreContext,
): number | undefined {
  if (step?.nextAfter === undefined) return undefined
  const planned = addWorkingDays(askedAt, step.nextAfter, organisation)
  return Math.max(planned, addWorkingDays(now, 1, organisation))
}

function recipientsOf(
  { occasion }: Step,
  { topic }: Escalation,
  { stores, organisation }: ChoreContext,
): Promise<readonly Recipient[]> {
  const search = { stores, organisation }
  return occasion === 'for-deputy' ? holders('deputy', search) : questionRecipients(topic, search)
}

type Showing = Readonly<{ recipient: Recipient; occasion: Occasion }>

async function show(
  escalation: Escalation,
  { recipient, occasion }: Showing,
  { stores, organisation, now, served, newId }: ChoreContext & ReminderParts,
): Promise<void> {
  const one = served.get(organisation.id)
  if (one === undefined) return
  const { address, key, language } = recipient
  await stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'escalation',
      dedupeKey: `escalation:${escalation.id}:${occasion}-${escalation.reminders + 1}:${key}`,
      address,
      content: escalationCard(escalation, occasion, { ...one, language }),
    },
    now,
  )
}
