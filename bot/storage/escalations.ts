/** Escalations: questions that a person is to answer, and what became of them. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Language } from '../../knowledge/language.ts'
import type { EscalationTable, Tables } from './tables.ts'

const EscalationOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('section'), section: z.string() }),
  /** Closed without an answer. */
  z.object({ kind: z.literal('reason'), reason: z.string() }),
])
export type EscalationOutcome = z.infer<typeof EscalationOutcome>

export type Escalation = Readonly<{
  id: string
  /** Such as "V-2026-0042". */
  number: string
  /** Masked. */
  question: string
  origin: 'no-answer' | 'unhelpful'
  /** The section that did not help. */
  section?: string
  /** Number of the chapter that the question is nearest to. */
  topic?: number
  /** Absent when the asker wants to stay unknown. */
  askerName?: string
  /** `Secret.tag` of the asker: the same for all questions of one person, and no way back. */
  askerTag: string
  /** `Secret.seal` of the asker's Address. */
  askerAddress: string
  language: Language
  state: 'open' | 'answered' | 'closed'
  askedAt: number
  remindAt?: number
  reminders: number
  outcome?: EscalationOutcome
  handledBy?: string
  handledAt?: number
}>

export type EscalationTiming = Readonly<{ askedAt: number; handledAt?: number }>

export type EscalationStore = Readonly<{
  /** @returns false when the id was there already */
  add: (organisation: string, escalation: Escalation) => Promise<boolean>
  find: (organisation: string, id: string) => Promise<Escalation | undefined>
  /** Newest first. */
  ofAsker: (organisation: string, askerTag: string) => Promise<readonly Escalation[]>
  countSince: (organisation: string, askerTag: string, moment: number) => Promise<number>
  /** Of those that are open and those handled since, when: nothing of whose they are or what they say. */
  timing: (organisation: string, since: number) => Promise<readonly EscalationTiming[]>
  /** Oldest first. */
  open: (organisation: string) => Promise<readonly Escalation[]>
  /** False when it was not open any more: somebody else was first. */
  handle: (
    organisation: string,
    id: string,
    handled: Readonly<{ outcome: EscalationOutcome; by: string; at: number }>,
  ) => Promise<boolean>
  /** Open ones whose reminder is due. */
  toRemind: (organisation: string, now: number) => Promise<readonly Escalation[]>
  /** False when another process was first. @param next when the next one is due */
  reminded: (
    organisation: string,
    escalation: Pick<Escalation, 'id' | 'reminders'>,
    next: number | undefined,
  ) => Promise<boolean>
  /** @returns how many questions of this asker were removed */
  forgetAsker: (organisation: string, askerTag: string) => Promise<number>
  /** Removes what was handled before. @returns how many */
  forgetHandledBefore: (organisation: string, moment: number) => Promise<number>
}>

export function createEscalationStore(db: Kysely<Tables>): EscalationStore {
  return { ...reading(db), ...changing(db), ...forgetting(db) }
}

type Reading = Pick<
  EscalationStore,
  'find' | 'ofAsker' | 'countSince' | 'timing' | 'open' | 'toRemind'
>

function reading(db: Kysely<Tables>): Reading {
  const rowsOf = (organisation: string) =>
    db.selectFrom('escalation').selectAll().where('organisation', '=', organisation)
  const openOf = (organisation: string) =>
    rowsOf(organisation).where('state', '=', 'open').orderBy('asked_at').orderBy('number')

  return {
    find: async (organisation, id) => {
      const row = await rowsOf(organisation).where('id', '=', id).executeTakeFirst()
      return row && escalationOf(row)
    },
    ofAsker: async (organisation, askerTag) => {
      const rows = await rowsOf(organisation)
        .where('asker_tag', '=', askerTag)
        .orderBy('asked_at', 'desc')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(escalationOf)
    },
    countSince: async (organisation, askerTag, moment) => {
      const { n } = await db
        .selectFrom('escalation')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('organisation', '=', organisation)
        .where('asker_tag', '=', askerTag)
        .where('asked_at', '>=', moment)
        .executeTakeFirstOrThrow()
      return n
    },
    timing: async (organisation, since) => {
      const rows = await db
        .selectFrom('escalation')
        .select(['asked_at', 'handled_at'])
        .where('organisation', '=', organisation)
        .where((eb) => eb.or([eb('state', '=', 'open'), eb('handled_at', '>=', since)]))
        .orderBy('asked_at')
        .execute()
      return rows.map(({ asked_at: askedAt, handled_at: handledAt }) =>
        handledAt === null ? { askedAt } : { askedAt, handledAt },
      )
    },
    open: async (organisation) => (await openOf(organisation).execute()).map(escalationOf),
    toRemind: async (organisation, now) =>
      (await openOf(organisation).where('remind_at', '<=', now).execute()).map(escalationOf),
  }
}

type Changing = Pick<EscalationStore, 'add' | 'handle' | 'reminded'>

function changing(db: Kysely<Tables>): Changing {
  const openRow = (organisation: string, id: string) =>
    db
      .updateTable('escalation')
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .where('state', '=', 'open')

  return {
    add: async (organisation, escalation) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('escalation')
        .values({ organisation, ...rowOf(escalation) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
    handle: async (organisation, id, { outcome, by, at }) => {
      const { numUpdatedRows } = await openRow(organisation, id)
        .set({
          state: outcome.kind === 'reason' ? 'closed' : 'answered',
          outcome: JSON.stringify(outcome),
          handled_by: by,
          handled_at: at,
          remind_at: null,
        })
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    reminded: async (organisation, { id, reminders }, next) => {
      const { numUpdatedRows } = await openRow(organisation, id)
        .where('reminders', '=', reminders)
        .set({ reminders: reminders + 1, remind_at: next ?? null })
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
  }
}

type Forgetting = Pick<EscalationStore, 'forgetAsker' | 'forgetHandledBefore'>

function forgetting(db: Kysely<Tables>): Forgetting {
  return {
    forgetAsker: async (organisation, askerTag) => {
      const { numDeletedRows } = await db
        .deleteFrom('escalation')
        .where('organisation', '=', organisation)
        .where('asker_tag', '=', askerTag)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    forgetHandledBefore: async (organisation, moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('escalation')
        .where('organisation', '=', organisation)
        .where('handled_at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

function rowOf(escalation: Escalation): Omit<EscalationTable, 'organisation'> {
  const { id, number, question, origin, language, state, reminders, outcome } = escalation
  return {
    id,
    number,
    question,
    origin,
    section: escalation.section ?? null,
    topic: escalation.topic ?? null,
    asker_name: escalation.askerName ?? null,
    asker_tag: escalation.askerTag,
    asker_address: escalation.askerAddress,
    language,
    state,
    asked_at: escalation.askedAt,
    remind_at: escalation.remindAt ?? null,
    reminders,
    outcome: outcome === undefined ? null : JSON.stringify(outcome),
    handled_by: escalation.handledBy ?? null,
    handled_at: escalation.handledAt ?? null,
  }
}

function escalationOf(row: EscalationTable): Escalation {
  const { id, number, question, origin, state, reminders } = row
  return {
    id,
    number,
    question,
    origin,
    section: row.section ?? undefined,
    topic: row.topic ?? undefined,
    askerName: row.asker_name ?? undefined,
    askerTag: row.asker_tag,
    askerAddress: row.asker_address,
    language: Language.parse(row.language),
    state,
    askedAt: row.asked_at,
    remindAt: row.remind_at ?? undefined,
    reminders,
    outcome: row.outcome === null ? undefined : EscalationOutcome.parse(JSON.parse(row.outcome)),
    handledBy: row.handled_by ?? undefined,
    handledAt: row.handled_at ?? undefined,
  }
}
