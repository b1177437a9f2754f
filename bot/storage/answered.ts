/**
 * Answered: which sections somebody got an answer from, of who agreed to hear when those change.
 *
 * No question, no name, no moment: a keyed hash, a sealed address, a section and a day.
 */
import type { ExpressionBuilder, Kysely } from 'kysely'
import { Language } from '../../knowledge/language.ts'
import { inTransaction } from './in-transaction.ts'
import type { AnsweredTable, Tables } from './tables.ts'

/** Of who agreed. */
export type Listener = Readonly<{
  /** Keyed hash of the person. */
  tag: string
  /** Sealed address: only the bot can open it. */
  address: string
  language: Language
}>

/** What is answered from: a version of the own handbook, and one of the base that it builds on. */
export type Edition = Readonly<{
  version: number
  /** 0 where nothing is built on, or where it is not known. */
  base: number
}>

/** With the newest edition of the section that they know: that they got, or that they were told of. */
export type Answered = Edition &
  Readonly<{
    section: string
    /** ISO date of the last time. */
    day: string
  }>

export type AnsweredStore = Readonly<{
  /** They agreed. Again renews the day. */
  agree: (organisation: string, listener: Listener, day: string) => Promise<void>
  /** When they agreed, their day is renewed too. @returns whether they did */
  record: (organisation: string, listener: Listener, answered: Answered) => Promise<boolean>
  hasAgreed: (organisation: string, tag: string) => Promise<boolean>
  /** They are one person after all: what is known of the first tag is of the second. */
  join: (organisation: string, from: string, to: string) => Promise<void>
  /** Older editions that somebody knows of something, each once. */
  known: (organisation: string, now: Edition) => Promise<readonly Edition[]>
  /** The first so many tags that do not know this edition of all that they asked. */
  behind: (organisation: string, now: Edition, limit: number) => Promise<readonly string[]>
  /**
   * From here they know this edition of all that they asked, or a newer one, as they did. Of two at
   * once, one gets them.
   *
   * @returns what they knew before
   */
  catchUp: (
    organisation: string,
    tag: string,
    now: Edition,
  ) => Promise<Readonly<{ listener: Listener; answered: readonly Answered[] }> | undefined>
  /** @returns how many sections went, not counting that they had agreed */
  forget: (organisation: string, tag: string) => Promise<number>
  forgetBefore: (organisation: string, day: string) => Promise<number>
  /** Of all organisations: after a restore nobody knows who was told, so nobody is told again. */
  catchUpAll: () => Promise<void>
}>

/** That somebody agreed, whatever they asked, is a row of its own: no section has this id. */
const AGREED = ''

export function createAnsweredStore(db: Kysely<Tables>): AnsweredStore {
  const agree = (organisation: string, listener: Listener, day: string) =>
    put(db, { organisation, ...listener, section: AGREED, day, version: 0, base: 0 })
  return {
    agree,
    record: (organisation, listener, answered) =>
      inTransaction(db, async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('answered')
          .set({ day: answered.day })
          .where('organisation', '=', organisation)
          .where('tag', '=', listener.tag)
          .where('section', '=', AGREED)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await put(trx, { organisation, ...listener, ...answered })
        return true
      }),
    hasAgreed: async (organisation, tag) => {
      const row = await db
        .selectFrom('answered')
        .select('tag')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .where('section', '=', AGREED)
        .executeTakeFirst()
      return row !== undefined
    },
    join: (organisation, from, to) => inTransaction(db, (trx) => join(trx, organisation, from, to)),
    ...changesOn(db),
    ...endingsOn(db),
  }
}

async function put(db: Kysely<Tables>, row: AnsweredTable): Promise<void> {
  const { day, version, base, language, address } = row
  await db
    .insertInto('answered')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation', 'tag', 'section'])
        .doUpdateSet({ day, version, base, language, address }),
    )
    .execute()
}

/** Of what both know, the newest version: they are not told again of what they know. */
async function join(
  db: Kysely<Tables>,
  organisation: string,
  from: string,
  to: string,
): Promise<void> {
  const rows = await db
    .deleteFrom('answered')
    .where('organisation', '=', organisation)
    .where('tag', '=', from)
    .returningAll()
    .execute()
  for (const row of rows) {
    const { day, version, base, language, address } = row
    await db
      .insertInto('answered')
      .values({ ...row, tag: to })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation', 'tag', 'section'])
          .doUpdateSet({ day, version, base, language, address })
          .where((eb) =>
            eb.or([eb('answered.version', '<', version), eb('answered.base', '<', base)]),
          ),
      )
      .execute()
  }
}

function changesOn(db: Kysely<Tables>): Pick<AnsweredStore, 'known' | 'behind' | 'catchUp'> {
  return {
    known: (organisation, now) =>
      db
        .selectFrom('answered')
        .select(['version', 'base'])
        .distinct()
        .where('organisation', '=', organisation)
        .where('section', '<>', AGREED)
        .where(isBefore(now))
        .orderBy('version')
        .orderBy('base')
        .execute(),
    behind: async (organisation, now, limit) => {
      const rows = await db
        .selectFrom('answered')
        .select('tag')
        .distinct()
        .where('organisation', '=', organisation)
        .where('section', '<>', AGREED)
        .where(isBefore(now))
        .orderBy('tag')
        .limit(limit)
        .execute()
      return rows.map(({ tag }) => tag)
    },
    catchUp: (organisation, tag, now) =>
      inTransaction(db, (trx) => catchUp(trx, { organisation, tag }, now)),
  }
}

type Builder = ExpressionBuilder<Tables, 'answered'>

/** In one of the two at least: processes may take over a version and a base one after the other. */
const isBefore =
  ({ version, base }: Edition) =>
  (eb: Builder) =>
    eb.or([eb('version', '<', version), eb('base', '<', base)])

/** What they know never gets older. */
const newer = (column: keyof Edition, now: number) => (eb: Builder) =>
  eb.case().when(column, '<', now).then(now).else(eb.ref(column)).end()

async function catchUp(
  db: Kysely<Tables>,
  { organisation, tag }: Readonly<{ organisation: string; tag: string }>,
  now: Edition,
): Promise<Awaited<ReturnType<AnsweredStore['catchUp']>>> {
  const rows = await db
    .selectFrom('answered')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('tag', '=', tag)
    .where('section', '<>', AGREED)
    .where(isBefore(now))
    .orderBy('day', 'desc')
    .orderBy('section')
    .execute()
  // Who waits here for another process finds that nothing is behind any more.
  const changed = await db
    .updateTable('answered')
    .set({ version: newer('version', now.version), base: newer('base', now.base) })
    .where('organisation', '=', organisation)
    .where('tag', '=', tag)
    .where('section', '<>', AGREED)
    .where(isBefore(now))
    .returning('section')
    .execute()
  const ours = new Set(changed.map(({ section }) => section))
  const answered = rows.filter(({ section }) => ours.has(section))
  const [first] = answered
  if (first === undefined) return undefined
  const { address, language } = first
  const listener = { tag, address, language: Language.parse(language) }
  return { listener, answered: answered.map(answeredOf) }
}

const answeredOf = ({ section, day, version, base }: AnsweredTable): Answered => ({
  ...{ section, day, version, base },
})

function endingsOn(
  db: Kysely<Tables>,
): Pick<AnsweredStore, 'forget' | 'forgetBefore' | 'catchUpAll'> {
  const rowsOf = (organisation: string) =>
    db.deleteFrom('answered').where('organisation', '=', organisation)
  return {
    forget: async (organisation, tag) => {
      const gone = await rowsOf(organisation).where('tag', '=', tag).returning('section').execute()
      return gone.filter(({ section }) => section !== AGREED).length
    },
    catchUpAll: async () => {
      await db
        .updateTable('answered')
        .set((eb) => ({
          version: eb.fn.coalesce(
            eb
              .selectFrom('handbook_version')
              .select(({ fn }) => fn.max('number').as('number'))
              .whereRef('handbook_version.organisation', '=', 'answered.organisation'),
            eb.ref('answered.version'),
          ),
          base: 0,
        }))
        .where('section', '<>', AGREED)
        .execute()
    },
    forgetBefore: async (organisation, day) => {
      const gone = await rowsOf(organisation).where('day', '<', day).executeTakeFirst()
      return Number(gone.numDeletedRows)
    },
  }
}
