/** Incidents: what was reported, and when the organisation first heard of it. */
import type { Kysely } from 'kysely'
import { IncidentKind } from '../../knowledge/handbook.ts'
import type { IncidentTable, Tables } from './tables.ts'

export type Incident = Readonly<{
  id: string
  /** Such as "I-2026-0007". */
  number: string
  kind: IncidentKind
  /** The platform's id of who reported it. */
  reporter: string
  reporterName?: string
  what: string
  when: string
  devices: string
  personalData: 'yes' | 'no' | 'unknown'
  callBack: string
  firstNoticeAt: number
  reportedAt: number
}>

export type IncidentStore = Readonly<{
  /** @param tag `Secret.tag` of who told; kept so that a later report knows the moment */
  notice: (organisation: string, tag: string, kind: IncidentKind, at: number) => Promise<void>
  /** The earliest notice of this person since the moment. */
  firstNotice: (organisation: string, tag: string, since: number) => Promise<number | undefined>
  /** @returns false when the id was there already */
  add: (organisation: string, incident: Incident) => Promise<boolean>
  find: (organisation: string, id: string) => Promise<Incident | undefined>
  /** Newest first. */
  list: (organisation: string) => Promise<readonly Incident[]>
  forgetNotices: (organisation: string, tag: string) => Promise<number>
  forgetNoticesBefore: (moment: number) => Promise<number>
}>

export function createIncidentStore(db: Kysely<Tables>): IncidentStore {
  return { ...notices(db), ...reports(db) }
}

type Notices = Pick<
  IncidentStore,
  'notice' | 'firstNotice' | 'forgetNotices' | 'forgetNoticesBefore'
>

function notices(db: Kysely<Tables>): Notices {
  return {
    notice: async (organisation, tag, kind, at) => {
      await db
        .insertInto('first_notice')
        .values({ organisation, tag, kind, at })
        .onConflict((conflict) => conflict.columns(['organisation', 'tag', 'at']).doNothing())
        .execute()
    },
    firstNotice: async (organisation, tag, since) => {
      const row = await db
        .selectFrom('first_notice')
        .select('at')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .where('at', '>=', since)
        .orderBy('at')
        .limit(1)
        .executeTakeFirst()
      return row?.at
    },
    forgetNotices: async (organisation, tag) => {
      const { numDeletedRows } = await db
        .deleteFrom('first_notice')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    forgetNoticesBefore: async (moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('first_notice')
        .where('at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

function reports(db: Kysely<Tables>): Pick<IncidentStore, 'add' | 'find' | 'list'> {
  const rowsOf = (organisation: string) =>
    db.selectFrom('incident').selectAll().where('organisation', '=', organisation)

  return {
    add: async (organisation, incident) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('incident')
        .values({ organisation, ...rowOf(incident) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    find: async (organisation, id) => {
      const row = await rowsOf(organisation).where('id', '=', id).executeTakeFirst()
      return row && incidentOf(row)
    },
    list: async (organisation) => {
      const rows = await rowsOf(organisation)
        .orderBy('reported_at', 'desc')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(incidentOf)
    },
  }
}

function rowOf(incident: Incident): Omit<IncidentTable, 'organisation'> {
  const { id, number, kind, reporter, what, devices } = incident
  return {
    id,
    number,
    kind,
    reporter,
    reporter_name: incident.reporterName ?? null,
    what,
    happened: incident.when,
    devices,
    personal_data: incident.personalData,
    call_back: incident.callBack,
    first_notice_at: incident.firstNoticeAt,
    reported_at: incident.reportedAt,
  }
}

function incidentOf(row: IncidentTable): Incident {
  const { id, number, kind, reporter, what, devices } = row
  return {
    id,
    number,
    kind: IncidentKind.parse(kind),
    reporter,
    reporterName: row.reporter_name ?? undefined,
    what,
    when: row.happened,
    devices,
    personalData: row.personal_data,
    callBack: row.call_back,
    firstNoticeAt: row.first_notice_at,
    reportedAt: row.reported_at,
  }
}
