/**
 * Acknowledgements: who confirmed that they read a section.
 *
 * Always a keyed hash, without a unit and without a moment; a name only where the organisation says so.
 */
import type { Kysely } from 'kysely'
import { inTransaction } from './in-transaction.ts'
import type { AcknowledgementProofTable, Tables } from './tables.ts'

/** A section as it said it; another text is to be confirmed anew. */
export type SectionText = Readonly<{
  section: string
  /** Hash of title and text. */
  words: string
}>

export type Proof = SectionText &
  Readonly<{
    /** Roster id. */
    person: string
    /** Path of their unit then; '' for none. */
    unit: string
    /** ISO date. */
    day: string
  }>

export type AcknowledgementStore = Readonly<{
  /**
   * @param day ISO date of today, on which the handbook says this
   * @returns false when they had confirmed it before
   */
  confirm: (organisation: string, text: SectionText, by: Confirming) => Promise<boolean>
  /** @returns false when it was there before */
  prove: (organisation: string, proof: Proof) => Promise<boolean>
  /** Tags of who confirmed this. */
  tags: (organisation: string, text: SectionText) => Promise<ReadonlySet<string>>
  /** What this tag confirmed, of every text. */
  ofTag: (organisation: string, tag: string) => Promise<readonly SectionText[]>
  ofPerson: (organisation: string, person: string) => Promise<readonly SectionText[]>
  /** By name, sorted by text and person. */
  proofs: (organisation: string, section: string) => Promise<readonly Proof[]>
  /** @returns how many confirmations went */
  forget: (organisation: string, tag: string, person: string) => Promise<number>
  forgetProofs: (organisation: string) => Promise<number>
  /** The handbook says this today. @param day ISO date */
  holds: (organisation: string, text: SectionText, day: string) => Promise<void>
  /** Of texts that held no more on that day. @returns how many texts went */
  forgetHeldBefore: (organisation: string, day: string) => Promise<number>
}>

type Confirming = Readonly<{ tag: string; day: string }>

export function createAcknowledgementStore(db: Kysely<Tables>): AcknowledgementStore {
  return { ...confirmingOn(db), ...readingOn(db), ...endingOn(db) }
}

type Part<Names extends keyof AcknowledgementStore> = Pick<AcknowledgementStore, Names>

function confirmingOn(db: Kysely<Tables>): Part<'confirm' | 'prove'> {
  return {
    confirm: (organisation, { section, words }, { tag, day }) =>
      inTransaction(db, async (trx) => {
        await trx
          .insertInto('acknowledged_text')
          .values({ organisation, section, words, held_on: day })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('acknowledgement')
          .values({ organisation, section, words, tag })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows === 1n
      }),
    prove: async (organisation, proof) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('acknowledgement_proof')
        .values({ organisation, ...proof })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n
    },
  }
}

function readingOn(db: Kysely<Tables>): Part<'tags' | 'ofTag' | 'ofPerson' | 'proofs'> {
  return {
    tags: async (organisation, { section, words }) => {
      const rows = await db
        .selectFrom('acknowledgement')
        .select('tag')
        .where('organisation', '=', organisation)
        .where('section', '=', section)
        .where('words', '=', words)
        .execute()
      return new Set(rows.map(({ tag }) => tag))
    },
    ofTag: (organisation, tag) =>
      db
        .selectFrom('acknowledgement')
        .select(['section', 'words'])
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .execute(),
    ofPerson: (organisation, person) =>
      db
        .selectFrom('acknowledgement_proof')
        .select(['section', 'words'])
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .execute(),
    proofs: async (organisation, section) => {
      const rows = await db
        .selectFrom('acknowledgement_proof')
        .selectAll()
        .where('organisation', '=', organisation)
        .where('section', '=', section)
        .execute()
      return rows.map(proofOf).sort(inOrder)
    },
  }
}

const proofOf = ({ organisation: _, ...proof }: AcknowledgementProofTable): Proof => proof

/** By code unit: the engines sort text each in their own way. */
const inOrder = (a: Proof, b: Proof): number => (keyOf(a) < keyOf(b) ? -1 : 1)
const keyOf = ({ words, person }: Proof): string => `${words} ${person}`

function endingOn(
  db: Kysely<Tables>,
): Part<'forget' | 'forgetProofs' | 'holds' | 'forgetHeldBefore'> {
  return {
    forget: async (organisation, tag, person) => {
      await db
        .deleteFrom('acknowledgement_proof')
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .execute()
      const { numDeletedRows } = await db
        .deleteFrom('acknowledgement')
        .where('organisation', '=', organisation)
        .where('tag', '=', tag)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    forgetProofs: async (organisation) => {
      const { numDeletedRows } = await db
        .deleteFrom('acknowledgement_proof')
        .where('organisation', '=', organisation)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
    holds: async (organisation, { section, words }, day) => {
      await db
        .updateTable('acknowledged_text')
        .set({ held_on: day })
        .where('organisation', '=', organisation)
        .where('section', '=', section)
        .where('words', '=', words)
        .execute()
    },
    forgetHeldBefore: (organisation, day) =>
      inTransaction(db, (trx) => forgetHeldBefore(trx, organisation, day)),
  }
}

async function forgetHeldBefore(
  db: Kysely<Tables>,
  organisation: string,
  day: string,
): Promise<number> {
  const texts = await db
    .deleteFrom('acknowledged_text')
    .where('organisation', '=', organisation)
    .where('held_on', '<', day)
    .returning(['section', 'words'])
    .execute()
  for (const { section, words } of texts)
    for (const table of ['acknowledgement', 'acknowledgement_proof'] as const)
      await db
        .deleteFrom(table)
        .where('organisation', '=', organisation)
        .where('section', '=', section)
        .where('words', '=', words)
        .execute()
  return texts.length
}
