/** Proposals: questions and answers that somebody wants in the handbook. */
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export type Proposal = Readonly<{
  id: string
  /** The escalation that it came from. */
  escalation?: string
  question: string
  /** '' when nobody answered yet. */
  answer: string
  author: string
  createdAt: number
}>

export type ProposalStore = Readonly<{
  add: (organisation: string, proposal: Proposal) => Promise<void>
  /** Oldest first. */
  list: (organisation: string) => Promise<readonly Proposal[]>
}>

export function createProposalStore(db: Kysely<Tables>): ProposalStore {
  return {
    add: async (organisation, { escalation, createdAt, ...proposal }) => {
      const row = { ...proposal, escalation: escalation ?? null, created_at: createdAt }
      await db
        .insertInto('proposal')
        .values({ organisation, ...row })
        .execute()
    },
    list: async (organisation) => {
      const rows = await db
        .selectFrom('proposal')
        .selectAll()
        .where('organisation', '=', organisation)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(({ escalation, created_at, id, question, answer, author }) => ({
        id,
        question,
        answer,
        author,
        createdAt: created_at,
        ...(escalation === null ? {} : { escalation }),
      }))
    },
  }
}
