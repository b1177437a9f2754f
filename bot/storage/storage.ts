/** Storage: all stores over one database, and the transaction that several of them share. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely, KyselyPlugin } from 'kysely'
import { type AcknowledgementStore, createAcknowledgementStore } from './acknowledgements.ts'
import { type AnnouncementStore, createAnnouncementStore } from './announcements.ts'
import { type AnsweredStore, createAnsweredStore } from './answered.ts'
import { type AuditStore, createAuditStore } from './audit.ts'
import { type ChoreStore, createChoreStore } from './chores.ts'
import { type ConversationStore, createConversationStore } from './conversations.ts'
import type { Database } from './database.ts'
import { createDocumentStore, type DocumentStore } from './documents.ts'
import { createDraftReviewStore, type DraftReviewStore } from './draft-reviews.ts'
import { createEscalationStore, type EscalationStore } from './escalations.ts'
import { createFeedbackStore, type FeedbackStore } from './feedback.ts'
import { createForgottenStore, type ForgottenStore } from './forgotten.ts'
import { createGapStore, type GapStore } from './gaps.ts'
import { createHandbookStore, type HandbookStore } from './handbooks.ts'
import { createHelpfulQuestionStore, type HelpfulQuestionStore } from './helpful-questions.ts'
import { createIncidentStore, type IncidentStore } from './incidents.ts'
import { createNumbers, type Numbers } from './numbers.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createParticipationStore } from './participation.ts'
import { createPeopleStore, type PeopleStore } from './people.ts'
import { createPlanMemory, type PlanMemory } from './plan-memory.ts'
import { createPollStore } from './polls.ts'
import { createProposalStore, type ProposalStore } from './proposals.ts'
import { createRateStore, type RateStore } from './rates.ts'
import { createReadFigureStore, type ReadFigureStore } from './read-figures.ts'
import { createReplyCountStore, type ReplyCountStore } from './reply-counts.ts'
import type { ParticipationStore, PollStore } from './rounds.ts'
import { createRouteStore, type RouteStore } from './routes.ts'
import { createSeenStore, type SeenStore } from './seen.ts'
import { StorageError } from './storage-error.ts'
import type { Tables } from './tables.ts'
import { createWebSignInStore, type WebSignInStore } from './web-sign-ins.ts'

export type Stores = Readonly<{
  people: PeopleStore
  audit: AuditStore
  conversations: ConversationStore
  seen: SeenStore
  routes: RouteStore
  outbox: Outbox
  rates: RateStore
  numbers: Numbers
  escalations: EscalationStore
  proposals: ProposalStore
  incidents: IncidentStore
  feedback: FeedbackStore
  handbooks: HandbookStore
  draftReviews: DraftReviewStore
  documents: DocumentStore
  helpfulQuestions: HelpfulQuestionStore
  gaps: GapStore
  chores: ChoreStore
  forgotten: ForgottenStore
  polls: PollStore
  participation: ParticipationStore
  webSignIns: WebSignInStore
  answered: AnsweredStore
  announcements: AnnouncementStore
  acknowledgements: AcknowledgementStore
  readFigures: ReadFigureStore
  replyCounts: ReplyCountStore
}>

export type Storage = Readonly<{
  /** Each call by itself; not to be used within a transaction. */
  stores: Stores
  /**
   * Everything that `work` does with the stores it is given happens, or nothing.
   *
   * @throws StorageError when the database cannot serve; whatever `work` throws.
   * @throws Error when called, or when `stores` is used, within another transaction: with one
   *   connection that would wait for itself for ever.
   */
  transaction: <T>(work: (stores: Stores) => Promise<T>) => Promise<T>
  /** What was removed is gone from the files too. */
  tidy: () => Promise<void>
  /**
   * After a round closed: what was removed is gone from the files as far as the engine can do that
   * at once. Takes a moment in which nobody can write, so not to be called more often than that.
   *
   * SQLite: gone from the file and its journal. PostgreSQL: gone from the tables, or when somebody
   * is using them, overwritten later; it stays in the write-ahead log and its archive, in base
   * backups, and in copies that a file system or a replica made, until those expire.
   *
   * @throws StorageError when the database cannot serve, or somebody keeps the old pages in use:
   *   call it again later.
   */
  scrub: () => Promise<void>
  close: () => Promise<void>
}>

/** @param database migrated to this version. */
export function createStorage(database: Database): Storage {
  const current = new AsyncLocalStorage<{ isOpen: boolean }>()
  let isClosed = false
  const check = () => {
    if (isClosed) throw new StorageError('CLOSED')
    if (current.getStore()?.isOpen) throw new Error(NESTED)
  }

  return {
    stores: storesOn(database.kysely.withPlugin(checking(check)), database, createPlanMemory()),
    transaction: async (work) => {
      check()
      // What work starts and does not wait for goes on after it, and may then use `stores`.
      const state = { isOpen: true }
      return database.kysely
        .transaction()
        .execute((trx) => current.run(state, () => work(storesOn(guarded(trx, state), database))))
        .finally(() => {
          state.isOpen = false
        })
    },
    tidy: database.tidy,
    scrub: async () => {
      check()
      await database.scrub()
    },
    close: async () => {
      isClosed = true
      await database.close()
    },
  }
}

/** After its end the connection may be in another's transaction. */
function guarded(trx: Kysely<Tables>, state: Readonly<{ isOpen: boolean }>): Kysely<Tables> {
  return trx.withPlugin(
    checking(() => {
      if (!state.isOpen) throw new Error(ENDED)
    }),
  )
}

function storesOn(db: Kysely<Tables>, { engine }: Database, memory?: PlanMemory): Stores {
  return {
    people: createPeopleStore(db, engine),
    audit: createAuditStore(db),
    conversations: createConversationStore(db),
    seen: createSeenStore(db),
    routes: createRouteStore(db),
    outbox: createOutbox(db, engine),
    rates: createRateStore(db, engine),
    numbers: createNumbers(db),
    escalations: createEscalationStore(db),
    proposals: createProposalStore(db),
    incidents: createIncidentStore(db),
    feedback: createFeedbackStore(db),
    helpfulQuestions: createHelpfulQuestionStore(db),
    gaps: createGapStore(db),
    handbooks: createHandbookStore(db, engine),
    draftReviews: createDraftReviewStore(db),
    documents: createDocumentStore(db),
    chores: createChoreStore(db),
    forgotten: createForgottenStore(db),
    polls: createPollStore(db, memory),
    participation: createParticipationStore(db, engine),
    webSignIns: createWebSignInStore(db),
    answered: createAnsweredStore(db),
    announcements: createAnnouncementStore(db),
    acknowledgements: createAcknowledgementStore(db),
    readFigures: createReadFigureStore(db),
    replyCounts: createReplyCountStore(db),
  }
}

const NESTED = 'a store was used beside the transaction it is in: use the stores that it gives'
const ENDED = 'a store was used after its transaction had ended: await every call in it'

function checking(check: () => void): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      check()
      return node
    },
    transformResult: async ({ result }) => result,
  }
}
