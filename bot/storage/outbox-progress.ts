/** Outbox, progress: how many are sent, waiting and given up, without saying whose they are. */
import type { Kysely } from 'kysely'
import { MessageClass } from '../contract/message.ts'
import type { DeliveryState, Progress, ProgressReports } from './deliveries.ts'
import type { Tables } from './tables.ts'

const NONE: Readonly<Record<DeliveryState, number>> = {
  ready: 0,
  sending: 0,
  sent: 0,
  rejected: 0,
  unknown: 0,
  cancelled: 0,
}

export function createProgress(db: Kysely<Tables>): ProgressReports {
  return {
    progress: (organisation, batch) => progress(db, organisation, batch),
    endings: async (organisation, batch) => {
      const rows = await db
        .selectFrom('delivery')
        .select(['dedupe_key', 'state', 'last_outcome'])
        .where('organisation', '=', organisation)
        .where('batch', '=', batch)
        .where('class', '<>', 'reminder')
        .orderBy('dedupe_key')
        .execute()
      return rows.map(({ dedupe_key: dedupeKey, state, last_outcome: outcome }) => ({
        ...{ dedupeKey, state },
        ...(outcome === null ? {} : { outcome }),
      }))
    },
    batches: async (organisation) => {
      const rows = await db
        .selectFrom('batch')
        .select('id')
        .where('organisation', '=', organisation)
        .where('class', '<>', 'reminder')
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(({ id }) => id)
    },
    ...tallies(db),
  }
}

async function progress(
  db: Kysely<Tables>,
  organisation: string,
  id: string,
): Promise<Progress | undefined> {
  const batch = await db
    .selectFrom('batch')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst()
  if (batch === undefined || batch.class === 'reminder') return undefined

  const rows = await db
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('batch', '=', id)
    .groupBy('state')
    .execute()
  return {
    class: MessageClass.parse(batch.class),
    createdAt: batch.created_at,
    ...(batch.cancelled_at === null ? {} : { cancelledAt: batch.cancelled_at }),
    counts: { ...NONE, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) },
  }
}

function tallies(db: Kysely<Tables>): Pick<ProgressReports, 'tally' | 'waiting'> {
  return {
    tally: async (organisation) => {
      const rows = await db
        .selectFrom('delivery')
        .select(({ fn }) => [
          'class',
          'lane',
          'state',
          'last_outcome',
          fn.countAll<number>().as('n'),
        ])
        .where('organisation', '=', organisation)
        .where('class', '<>', 'reminder')
        .groupBy(['class', 'lane', 'state', 'last_outcome'])
        .orderBy('class')
        .orderBy('lane')
        .orderBy('state')
        .orderBy('last_outcome')
        .execute()
      return rows.map(({ last_outcome, ...row }) => ({
        ...row,
        class: MessageClass.parse(row.class),
        ...(last_outcome === null ? {} : { outcome: last_outcome }),
      }))
    },
    waiting: async (organisation, platform) => {
      const row = await db
        .selectFrom('delivery')
        .select(({ fn }) => [
          fn.countAll<number>().as('n'),
          fn.min<number | null>('created_at').as('oldest'),
        ])
        .where('organisation', '=', organisation)
        .where('platform', '=', platform)
        .where('lane', '=', 'interactive')
        .where('hours', '=', 'any')
        .where('state', 'in', ['ready', 'sending'])
        .executeTakeFirstOrThrow()
      return { n: row.n, ...(row.oldest === null ? {} : { oldestAt: row.oldest }) }
    },
  }
}
