/** Handbook tables: the rows of versions and drafts, and of what leads to them; see tables.ts. */

type Instant = number
type Json = string

type OfOrganisation = { organisation: string }

/** A handbook as it was published; immutable. */
export type HandbookVersionTable = OfOrganisation & {
  number: number
  /** SHA-256 of the files. */
  hash: string
  /** Pairs of name and text. */
  files: Json
  author: string
  approver: string | null
  note: string
  restores: number | null
  published_at: Instant
}

/** What a handbook may become. */
export type HandbookDraftTable = OfOrganisation & {
  id: string
  based_on: number
  hash: string
  files: Json
  author: string
  note: string
  created_at: Instant
}

/** What a draft would do, and who agreed to it. */
export type DraftReviewTable = OfOrganisation & {
  draft: string
  hash: string
  against: number
  report: Json
  accepted_by: string | null
  asked_at: Instant | null
}

/** Questions that an answer helped with, masked: no person, no moment. */
export type HelpfulQuestionTable = OfOrganisation & {
  section: string
  question: string
  /** ISO date. */
  day: string
}

/** A file that an editor sent: to be read, or read with something left to ask. */
export type DocumentTable = OfOrganisation & {
  id: string
  name: string
  platform: string
  /** Sealed; null once it was read. */
  link: string | null
  sender: string
  state: 'waiting' | 'in-doubt'
  /** The version that it was read beside. */
  based_on: number | null
  imported: Json | null
  created_at: Instant
}
