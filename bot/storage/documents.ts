/** Documents: files that editors sent, until they are read, and while something about them is asked. */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { NOTE_KINDS } from '../../knowledge/import/imported.ts'
import { Platform } from '../contract/message.ts'
import type { DocumentTable } from './handbook-tables.ts'
import type { Tables } from './tables.ts'

/** A file that waits to be fetched and read. */
export type WaitingDocument = Readonly<{
  id: string
  name: string
  platform: Platform
  /** Sealed: whoever has the address can read the file. */
  link: string
  /** Roster id. */
  sender: string
  createdAt: number
}>

const Doubt = z.object({
  madeId: z.string(),
  title: z.string(),
  candidates: z.array(z.object({ id: z.string(), title: z.string(), likeness: z.number() })),
})

/** What was read of it, and what the sender said of what is doubtful. */
const InDoubt = z.object({
  files: z.array(z.tuple([z.string(), z.string()])),
  notes: z.array(z.object({ kind: z.enum(NOTE_KINDS), count: z.number() })),
  doubts: z.array(Doubt),
  /** Ids of sections, in order of the doubts; null for a new section. */
  answers: z.array(z.string().nullable()),
})
export type InDoubt = Readonly<z.infer<typeof InDoubt>>

export type DocumentInDoubt = Pick<WaitingDocument, 'id' | 'name' | 'sender'> &
  Readonly<{ basedOn: number; inDoubt: InDoubt }>

export type DocumentStore = Readonly<{
  add: (organisation: string, document: WaitingDocument) => Promise<void>
  /** Oldest first. */
  waiting: (organisation: string) => Promise<readonly WaitingDocument[]>
  /** @returns false when it does not wait any more */
  take: (organisation: string, id: string) => Promise<boolean>
  /** In the place of the file; also with more answers. */
  keepInDoubt: (organisation: string, document: DocumentInDoubt, now: number) => Promise<void>
  inDoubt: (organisation: string, id: string) => Promise<DocumentInDoubt | undefined>
  remove: (organisation: string, id: string) => Promise<void>
  /** @returns how many went */
  forgetBefore: (organisation: string, moment: number) => Promise<number>
}>

export function createDocumentStore(db: Kysely<Tables>): DocumentStore {
  const remove = (organisation: string, id: string) =>
    db.deleteFrom('document').where('organisation', '=', organisation).where('id', '=', id)
  const of = (organisation: string, state: DocumentTable['state']) =>
    db
      .selectFrom('document')
      .selectAll()
      .where('organisation', '=', organisation)
      .where('state', '=', state)

  return {
    add: async (organisation, { id, name, platform, link, sender, createdAt }) => {
      const row = { ...{ organisation, id, name, platform, link, sender }, created_at: createdAt }
      await db
        .insertInto('document')
        .values({ ...row, state: 'waiting', based_on: null, imported: null })
        .execute()
    },
    waiting: async (organisation) => {
      const rows = await of(organisation, 'waiting').orderBy('created_at').orderBy('id').execute()
      return rows.map(waitingOf)
    },
    take: async (organisation, id) => {
      const { numDeletedRows } = await remove(organisation, id)
        .where('state', '=', 'waiting')
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
    keepInDoubt: (organisation, document, now) => keepInDoubt(db, organisation, document, now),
    inDoubt: async (organisation, id) => {
      const row = await of(organisation, 'in-doubt').where('id', '=', id).executeTakeFirst()
      return row && inDoubtOf(row)
    },
    remove: async (organisation, id) => {
      await remove(organisation, id).execute()
    },
    forgetBefore: async (organisation, moment) => {
      const { numDeletedRows } = await db
        .deleteFrom('document')
        .where('organisation', '=', organisation)
        .where('created_at', '<', moment)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

async function keepInDoubt(
  db: Kysely<Tables>,
  organisation: string,
  { id, name, sender, basedOn, inDoubt }: DocumentInDoubt,
  now: number,
): Promise<void> {
  const imported = JSON.stringify(inDoubt)
  await db
    .insertInto('document')
    .values({
      ...{ organisation, id, name, sender, platform: 'terminal', link: null, state: 'in-doubt' },
      ...{ based_on: basedOn, imported, created_at: now },
    })
    .onConflict((conflict) => conflict.columns(['organisation', 'id']).doUpdateSet({ imported }))
    .execute()
}

function waitingOf({ id, name, sender, ...row }: DocumentTable): WaitingDocument {
  const platform = Platform.parse(row.platform)
  return { id, name, platform, link: row.link ?? '', sender, createdAt: row.created_at }
}

function inDoubtOf({ id, name, sender, based_on, imported }: DocumentTable): DocumentInDoubt {
  const inDoubt = InDoubt.parse(JSON.parse(imported ?? 'null'))
  return { id, name, sender, basedOn: based_on ?? 0, inDoubt }
}
