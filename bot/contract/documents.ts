/** Documents: files that an editor sends to the chat, and what the bot asks and says about them. */
import { z } from 'zod'
import type { ImportNote, Refusal } from '../../knowledge/import/imported.ts'

/** Sections that a card asks about at once; those after them come on the next. */
export const MAX_DOUBTS = 8
/** The answer that a section is none of those that it looks like. */
export const NEW_SECTION = 'new'

/** Id of the section that it is, {@link NEW_SECTION}, or '' when nothing was chosen. */
const Chosen = z.string().max(100).default('')

/** Of a CISO or deputy. */
export const DOCUMENT_ACTIONS = [
  z.object({
    verb: z.literal('settle-document'),
    documentId: z.uuid(),
    /** How many were settled before: an older card settles nothing. */
    settled: z.int().nonnegative(),
    ...{ s0: Chosen, s1: Chosen, s2: Chosen, s3: Chosen },
    ...{ s4: Chosen, s5: Chosen, s6: Chosen, s7: Chosen },
  }),
] as const

/** Where the platform keeps a file that somebody sent, and how it is called there. */
export type DocumentLink = Readonly<{ name: string; url: string }>

/** Why nothing came of a file: what the reader says, or that it was not to be had. */
export type DocumentRefusal = Refusal | 'not-fetched'

export type DoubtView = Readonly<{
  title: string
  candidates: ReadonlyArray<Readonly<{ id: string; title: string; likeness: number }>>
}>

export type DocumentReply =
  /** It is being read. */
  | Readonly<{ kind: 'document-received'; name: string }>
  | Readonly<{ kind: 'document-refused'; name: string; reason: DocumentRefusal }>
  /** Which sections are the same as before? Nothing is guessed. */
  | Readonly<{
      kind: 'document-doubts'
      documentId: string
      name: string
      settled: number
      /** At most {@link MAX_DOUBTS}. */
      doubts: readonly DoubtView[]
      total: number
      /** One of them was left open. */
      incomplete: boolean
    }>
  /** It was read, and is a draft; or it says what the handbook says. */
  | Readonly<{
      kind: 'document-read'
      name: string
      notes: readonly ImportNote[]
      draftId?: string
    }>

export type DocumentNotice = 'documents-of-editors' | 'document-gone'
