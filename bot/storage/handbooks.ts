/** Handbooks: every version that was published, as it was, and the drafts of the next. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import type { Engine } from './database.ts'
import type { HandbookDraftTable, HandbookVersionTable } from './handbook-tables.ts'
import { inTransaction } from './in-transaction.ts'
import type { Tables } from './tables.ts'

/** A version without its text. */
export type VersionInfo = Readonly<{
  /** 1, 2, 3 … within the organisation. */
  number: number
  /** Names this exact content. */
  hash: string
  /** Roster id of who made it, or "command line". */
  author: string
  /** Roster id of who else looked at it; absent when nobody had to. */
  approver?: string
  /** Why, in the author's words; '' without. */
  note: string
  /** The earlier version that this one brought back. */
  restores?: number
  publishedAt: number
}>

/** Never changed, never removed: what the handbook said on a day can always be told. */
export type HandbookVersion = VersionInfo & Readonly<{ files: HandbookFiles }>

export type DraftInfo = Readonly<{
  id: string
  /** The version that it was made from. */
  basedOn: number
  hash: string
  author: string
  note: string
  createdAt: number
}>

export type HandbookDraft = DraftInfo & Readonly<{ files: HandbookFiles }>

/** Its hash is worked out here, and never taken from who asks. */
export type NewVersion = Omit<HandbookVersion, 'number' | 'hash'>
export type NewDraft = Omit<HandbookDraft, 'hash'>

export type HandbookStore = Readonly<{
  /**
   * The next version, when `after` is still the newest (0: there is none).
   *
   * @returns its number; undefined when somebody else was first
   */
  publish: (organisation: string, version: NewVersion, after: number) => Promise<number | undefined>
  /** The newest; undefined when there is none. */
  current: (organisation: string) => Promise<VersionInfo | undefined>
  /** The one that held at the moment. */
  at: (organisation: string, moment: number) => Promise<VersionInfo | undefined>
  version: (organisation: string, number: number) => Promise<HandbookVersion | undefined>
  /** Newest first. */
  versions: (organisation: string) => Promise<readonly VersionInfo[]>
  /** Takes the place of a draft of the same id. @returns its hash */
  keepDraft: (organisation: string, draft: NewDraft) => Promise<string>
  /** In a transaction others wait for its end: of what it is changed into, nothing gets lost. */
  draft: (organisation: string, id: string) => Promise<HandbookDraft | undefined>
  /** Newest first. */
  drafts: (organisation: string) => Promise<readonly DraftInfo[]>
  /** @returns false when it was not there */
  removeDraft: (organisation: string, id: string) => Promise<boolean>
}>

export function createHandbookStore(db: Kysely<Tables>, engine: Engine): HandbookStore {
  return { ...versionsOn(db), ...draftsOn(db, engine) }
}

type Part<Names extends keyof HandbookStore> = Pick<HandbookStore, Names>

function versionsOn(
  db: Kysely<Tables>,
): Part<'publish' | 'current' | 'at' | 'version' | 'versions'> {
  const newest = (organisation: string, before = Number.MAX_SAFE_INTEGER) =>
    db
      .selectFrom('handbook_version')
      .select(VERSION_COLUMNS)
      .where('organisation', '=', organisation)
      .where('published_at', '<=', before)
      .orderBy('number', 'desc')
  return {
    publish: (organisation, version, after) =>
      inTransaction(db, (trx) => publish(trx, organisation, version, after)),
    current: async (organisation) => {
      const row = await newest(organisation).limit(1).executeTakeFirst()
      return row && versionInfo(row)
    },
    at: async (organisation, moment) => {
      const row = await newest(organisation, moment).limit(1).executeTakeFirst()
      return row && versionInfo(row)
    },
    version: async (organisation, number) => {
      const row = await db
        .selectFrom('handbook_version')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('number', '=', number)
        .executeTakeFirst()
      return row && { ...versionInfo(row), files: filesOf(row) }
    },
    versions: async (organisation) => (await newest(organisation).execute()).map(versionInfo),
  }
}

/** Of two at once, who comes second finds the number taken. */
async function publish(
  db: Kysely<Tables>,
  organisation: string,
  { files, author, approver, note, restores, publishedAt }: NewVersion,
  after: number,
): Promise<number | undefined> {
  const last = await db
    .selectFrom('handbook_version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('organisation', '=', organisation)
    .executeTakeFirst()
  if ((last?.number ?? 0) !== after) return undefined
  const number = after + 1
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('handbook_version')
    .values({
      ...{ organisation, number, hash: hashOf(files), files: textOf(files), author, note },
      ...{ approver: approver ?? null, restores: restores ?? null, published_at: publishedAt },
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'number']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? number : undefined
}

function draftsOn(
  db: Kysely<Tables>,
  engine: Engine,
): Part<'keepDraft' | 'draft' | 'drafts' | 'removeDraft'> {
  return {
    keepDraft: async (organisation, { id, basedOn, files, author, note, createdAt }) => {
      const hash = hashOf(files)
      const changed = {
        ...{ based_on: basedOn, hash, files: textOf(files), author, note, created_at: createdAt },
      }
      await db
        .insertInto('handbook_draft')
        .values({ organisation, id, ...changed })
        .onConflict((conflict) => conflict.columns(['organisation', 'id']).doUpdateSet(changed))
        .execute()
      return hash
    },
    draft: async (organisation, id) => {
      const one = db
        .selectFrom('handbook_draft')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('id', '=', id)
      const row = await (engine === 'postgres' ? one.forUpdate() : one).executeTakeFirst()
      return row && { ...draftInfo(row), files: filesOf(row) }
    },
    drafts: async (organisation) => {
      const rows = await db
        .selectFrom('handbook_draft')
        .select(DRAFT_COLUMNS)
        .where('organisation', '=', organisation)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map(draftInfo)
    },
    removeDraft: async (organisation, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('handbook_draft')
        .where('organisation', '=', organisation)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}

const VERSION_COLUMNS = [
  ...(['number', 'hash', 'author', 'approver', 'note', 'restores', 'published_at'] as const),
]
const DRAFT_COLUMNS = [...(['id', 'based_on', 'hash', 'author', 'note', 'created_at'] as const)]

type VersionRow = Omit<HandbookVersionTable, 'organisation' | 'files'>

const versionInfo = ({ number, hash, author, note, ...row }: VersionRow): VersionInfo => ({
  ...{ number, hash, author, note },
  ...(row.approver === null ? {} : { approver: row.approver }),
  ...(row.restores === null ? {} : { restores: row.restores }),
  publishedAt: row.published_at,
})

const draftInfo = ({
  id,
  hash,
  author,
  note,
  ...row
}: Omit<HandbookDraftTable, 'organisation' | 'files'>): DraftInfo => ({
  ...{ id, hash, author, note },
  basedOn: row.based_on,
  createdAt: row.created_at,
})

/** Pairs, and no object: a file may have any name. */
const Files = z.array(z.tuple([z.string(), z.string()]))

const textOf = (files: HandbookFiles): string => JSON.stringify([...files])

/** @throws Error when the row was changed: it is not what was published */
function filesOf({ files: text, hash }: Readonly<{ files: string; hash: string }>): HandbookFiles {
  const files = new Map(Files.parse(JSON.parse(text)))
  if (hashOf(files) === hash) return files
  throw new Error('a stored handbook is not what was stored: restore a backup (npm run restore)')
}
