/** Care: what the chat shows to keep a handbook alive: read by everybody, reviewed in time, at hand in a crisis. */
import { z } from 'zod'
import type { Organisation } from './organisation.ts'

/** Sections whose review is due that one card names; the others are counted. */
export const MAX_REVIEWS = 12

const SectionId = z.string().min(1).max(100)
/** Of what was read: with another text it counts for nothing. */
const Words = z.string().regex(/^[\w-]{43}$/)

const ReviewedSection = z.object({ id: SectionId, words: Words })

export const CARE_ACTIONS = [
  /** "Gelezen en begrepen", of exactly this text. */
  z.object({ verb: z.literal('acknowledge'), sectionId: SectionId, words: Words }),
  z.object({ verb: z.literal('show-to-read') }),

  /** Of a manager, a CISO or an auditor. */
  z.object({ verb: z.literal('show-read-receipts') }),

  /** Of a CISO or deputy. */
  z.object({ verb: z.literal('show-reviews') }),
  /** Still right: of an editor or of the owner of these sections. */
  z.object({
    verb: z.literal('confirm-reviews'),
    sections: z.array(ReviewedSection).min(1).max(MAX_REVIEWS),
  }),

  z.object({ verb: z.literal('show-crisis-sheet') }),
] as const

type Link = Readonly<{ id: string; title: string }>

/** On a section that everybody must confirm. */
export type AcknowledgeView = Readonly<{
  words: string
  /** Who confirmed is kept by name; otherwise only a code that counts. */
  named: boolean
}>

/** How many of a group confirmed, as coarse as it may be known. */
export const Confirmed = z.discriminatedUnion('kind', [
  /** Too few to say how many; nobody is among these. */
  z.object({ kind: z.literal('few') }),
  /** A multiple of ten. */
  z.object({ kind: z.literal('about'), percent: z.int().min(0).max(100) }),
  /** All but too few to say how many, or all. */
  z.object({ kind: z.literal('most') }),
])
export type Confirmed = Readonly<z.infer<typeof Confirmed>>

export type ReadUnit = Readonly<{
  /** Path; '' for the whole organisation. */
  path: string
  name: string
  /** Who work there and below, when it was counted. */
  people: number
  confirmed: Confirmed
}>

export type ReadSection = Readonly<{
  section: Link
  /** ISO date on which it was counted; absent before the first time. */
  countedOn?: string
  /** In order of the tree; empty when there are too few people to show anything. */
  units: readonly ReadUnit[]
  /** Units somebody leads that were too small, and count in a larger one. */
  merged: readonly string[]
}>

export type ReviewLine = Readonly<{
  section: Link
  number: string
  /** ISO date by which it must have been reviewed. */
  review: string
  overdue: boolean
  words: string
}>

export type CrisisSection = Readonly<{ section: Link; steps: readonly string[] }>

export type CareReply =
  /** What somebody has not confirmed yet. */
  | Readonly<{ kind: 'to-read'; sections: readonly Link[] }>
  | Readonly<{ kind: 'read-receipts'; sections: readonly ReadSection[] }>
  /** The first of what is to be reviewed. */
  | Readonly<{
      kind: 'reviews'
      sections: readonly ReviewLine[]
      /** Beside these. */
      more: number
      /** Who gets it may change the handbook; an owner who may not tells the CISO. */
      editor: boolean
    }>
  /** To the CISO: an owner says that these are still right. */
  | Readonly<{ kind: 'review-confirmed'; by: string; sections: readonly ReviewLine[] }>
  | Readonly<{
      kind: 'crisis-sheet'
      organisation: Organisation
      sections: readonly CrisisSection[]
    }>

export type CareNotice =
  | 'acknowledged'
  | 'acknowledged-before'
  /** The text changed since the card was made. */
  | 'acknowledge-changed'
  /** Nobody needs to confirm this section. */
  | 'acknowledge-not-asked'
  /** Only who is in the roster can be counted. */
  | 'acknowledge-unknown'
  | 'nothing-to-read'
  | 'no-read-receipts'
  | 'no-reviews'
  | 'reviews-changed'
  | 'reviews-passed-on'
