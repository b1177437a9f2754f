/** `npm run outbox`: what is still to be sent, how far messages to many are, and how long they would take. */
import { parseArgs } from 'node:util'
import { loadStorageConfig } from '../config.ts'
import type { Organisation } from '../contract/organisation.ts'
import { estimate } from '../delivery/estimate.ts'
import { openStorage } from '../open-storage.ts'
import { DELIVERY_STATES, type DeliveryState } from '../storage/deliveries.ts'
import type { Stores } from '../storage/storage.ts'
import { chooseOrganisation } from './choose-organisation.ts'
import { runCommand } from './run-command.ts'

const USAGE = [
  'Say what to do:',
  '  npm run outbox -- status',
  '  npm run outbox -- progress BATCH',
  '  npm run outbox -- cancel BATCH',
  '  npm run outbox -- estimate --recipients N [--first-contacts N]',
  'With --organisation ID where there are several.',
].join('\n')

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      recipients: { type: 'string' },
      'first-contacts': { type: 'string', default: '0' },
    },
  })
  const organisation = chooseOrganisation(values.organisation)
  const [command, ...subjects] = positionals
  const lines =
    command === 'estimate' && subjects.length === 0
      ? estimateFor(organisation, values.recipients, values['first-contacts'])
      : await inOutbox(organisation.id, command, subjects)
  console.log(lines.join('\n'))
}

type Lines = readonly string[]

async function inOutbox(
  organisation: string,
  command: string | undefined,
  [batch, ...others]: readonly string[],
): Promise<Lines> {
  const work = others.length > 0 ? undefined : workOf(organisation, command, batch)
  if (work === undefined) throw new Error(USAGE)

  const storage = await openStorage(loadStorageConfig(), 'guest')
  try {
    return await work(storage.stores)
  } finally {
    await storage.close()
  }
}

function workOf(
  organisation: string,
  command: string | undefined,
  batch: string | undefined,
): ((stores: Stores) => Promise<Lines>) | undefined {
  if (command === 'status' && batch === undefined) return (stores) => status(organisation, stores)
  if (command === 'progress' && batch !== undefined)
    return (stores) => progress(organisation, batch, stores)
  if (command === 'cancel' && batch !== undefined)
    return (stores) => cancel(organisation, batch, stores)
  return undefined
}

/** Answers that arrived leave nothing to count. */
async function status(organisation: string, { outbox }: Stores): Promise<Lines> {
  const tallies = await outbox.tally(organisation)
  const batches = await outbox.batches(organisation)
  const lines = tallies.map(
    ({ n, class: kind, state, outcome }) =>
      `${pad(n)} ${kind}: ${MEANING[state]}${outcome === undefined ? '' : ` (last try: ${outcome})`}`,
  )
  return [
    ...(lines.length === 0 ? ['The outbox is empty.'] : lines),
    ...(batches.length === 0 ? [] : ['', 'Messages to many, newest first:', ...batches]),
  ]
}

const MEANING: Readonly<Record<DeliveryState, string>> = {
  ready: 'waiting',
  sending: 'being sent',
  sent: 'sent',
  rejected: 'refused, and not tried again',
  unknown: 'perhaps arrived, and not sent again',
  cancelled: 'cancelled',
}

async function progress(organisation: string, batch: string, stores: Stores): Promise<Lines> {
  const known = await stores.outbox.progress(organisation, batch)
  if (known === undefined) throw noBatch(batch)

  const { counts, createdAt, cancelledAt } = known
  const states = DELIVERY_STATES.filter((state) => counts[state] > 0)
  return [
    `${batch}: ${known.class}, put in at ${new Date(createdAt).toISOString()}`,
    ...(cancelledAt === undefined ? [] : [`cancelled at ${new Date(cancelledAt).toISOString()}`]),
    ...states.map((state) => `${pad(counts[state])} ${MEANING[state]}`),
  ]
}

async function cancel(organisation: string, batch: string, stores: Stores): Promise<Lines> {
  const cancelled = await stores.outbox.cancel(organisation, batch, Date.now())
  if (cancelled === undefined) throw noBatch(batch)
  return [
    `${pad(cancelled)} cancelled just now; what is being sent at this moment may still arrive.`,
    ...(await progress(organisation, batch, stores)),
  ]
}

function noBatch(batch: string): Error {
  return new Error(`there is no batch "${batch}": npm run outbox -- status shows which there are`)
}

function estimateFor(
  organisation: Organisation,
  recipients: string | undefined,
  firstContacts: string,
): Lines {
  const plan = {
    recipients: countOf('--recipients', recipients),
    firstContacts: countOf('--first-contacts', firstContacts),
    perSecond: organisation.delivery.bulkPerSecond,
    calendar: organisation,
    now: Date.now(),
  }
  if (plan.firstContacts > plan.recipients)
    throw new Error('--first-contacts must not be more than --recipients')
  const { seconds, startsAt, endsAt } = estimate(plan)
  const { timeZone, workingHours } = organisation
  return [
    `${plan.recipients + plan.firstContacts} calls, ${plan.perSecond} a second: ${durationOf(seconds)} of sending.`,
    `Within working hours (${workingHours.from} to ${workingHours.to}, ${timeZone}):`,
    `from ${timeOf(startsAt, timeZone)} to ${timeOf(endsAt, timeZone)}.`,
    'Nothing was sent.',
  ]
}

/** More than any municipality has; also keeps the estimate from counting for ever. */
const MAX_RECIPIENTS = 1_000_000

function countOf(option: string, text: string | undefined): number {
  const count = /^\d{1,7}$/.test(text ?? '') ? Number(text) : Number.NaN
  if (count <= MAX_RECIPIENTS) return count
  throw new Error(`${option} must be a whole number up to ${MAX_RECIPIENTS}`)
}

function durationOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return `${hours} h ${minutes} min ${seconds % 60} s`
}

function timeOf(at: number, timeZone: string): string {
  const format = { timeZone, dateStyle: 'full', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(at)
}

function pad(n: number): string {
  return String(n).padStart(6)
}

await runCommand(main)
