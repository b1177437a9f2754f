/** Publishing: what the chat shows of versions and drafts of the handbook, and what its buttons send back. */
import { z } from 'zod'
import { CHANGED_PARTS } from '../../knowledge/compare-handbooks.ts'
import { LAYER_ACTIONS } from './layers.ts'

/** Characters in a form: as many as a card holds, whatever the letters; a longer section comes in a file. */
export const MAX_SECTION = 4_500
export const MAX_QUESTIONS = 2_000
const MAX_TITLE = 200
const MAX_NOTE = 300

const VersionNumber = z.int().positive()
const DraftId = z.string().min(1).max(40)
/** Of what was looked at: with another one nothing happens. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const SectionId = z.string().max(100)
const Filled = (length: number) => z.string().max(length).default('')

/** The version of the base handbook that a review was made with; absent without a base. */
const BaseNumber = VersionNumber.optional()

/** Of a CISO or deputy. */
export const PUBLISHING_ACTIONS = [
  z.object({ verb: z.literal('show-versions') }),
  z.object({ verb: z.literal('show-difference'), from: VersionNumber, to: VersionNumber }),
  z.object({ verb: z.literal('roll-back'), version: VersionNumber }),
  z.object({
    verb: z.literal('confirm-roll-back'),
    version: VersionNumber,
    /** The newest when it was asked: with another one it is shown and asked again. */
    after: VersionNumber,
  }),
  z.object({ verb: z.literal('show-drafts') }),
  z.object({ verb: z.literal('show-draft'), draftId: DraftId }),
  /** Before and after, in full. */
  z.object({ verb: z.literal('show-change'), draftId: DraftId, sectionId: SectionId }),
  z.object({ verb: z.literal('discard-draft'), draftId: DraftId, hash: Hash }),
  /** Opens the form of a section, with what the draft says of it. */
  z.object({ verb: z.literal('edit-section'), sectionId: SectionId, draftId: DraftId.optional() }),
  /** Opens the form of a new section, from a question that the handbook does not answer. */
  z.object({
    verb: z.literal('write-section'),
    question: Filled(MAX_QUESTIONS),
    /** With the question that a human got, and what was answered or proposed. */
    escalationId: z.uuid().optional(),
  }),
  z.object({
    verb: z.literal('save-section'),
    /** Of the draft that it becomes: pressing twice keeps it once. */
    draftId: DraftId,
    /** '' for a new section. */
    sectionId: SectionId.default(''),
    /** The version that the form shows. */
    basedOn: VersionNumber,
    chapter: Filled(4),
    title: Filled(MAX_TITLE),
    text: Filled(MAX_SECTION),
    questions: Filled(MAX_QUESTIONS),
    note: Filled(MAX_NOTE),
  }),
  /** Where somebody else changed the same: whose text stays. */
  z.object({
    verb: z.literal('rebase-draft'),
    draftId: DraftId,
    hash: Hash,
    side: z.enum(['mine', 'theirs']),
  }),
  z.object({
    verb: z.literal('publish-draft'),
    draftId: DraftId,
    hash: Hash,
    /** Places in the list of lost questions, with commas between them. */
    accepted: Filled(2_000),
    base: BaseNumber,
  }),
  /** Asks somebody else to look at it. */
  z.object({
    verb: z.literal('ask-approval'),
    draftId: DraftId,
    hash: Hash,
    accepted: Filled(2_000),
    base: BaseNumber,
  }),
  ...LAYER_ACTIONS,
] as const

/** Who did something, in words that may be shown: a work address, or what else it was. */
export type ByName = Readonly<
  { kind: 'person'; name: string } | { kind: 'installation' } | { kind: 'command-line' }
>

export type VersionView = Readonly<{
  number: number
  publishedAt: number
  by: ByName
  approver?: ByName
  /** In the author's own words; '' without. */
  note: string
  restores?: number
}>

/** A piece of a text that stayed, came or went. */
export const Piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })
export type Piece = Readonly<z.infer<typeof Piece>>

export const ChangeView = z
  .object({
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    id: z.string(),
    title: z.string(),
    number: z.string(),
    /** What of a section that changed. */
    parts: z.array(z.enum(CHANGED_PARTS)).readonly(),
    /** Its text, where that changed. */
    pieces: z.array(Piece).readonly(),
    /** Name of the base handbook in whose section's place this own one stands. */
    overrides: z.string().optional(),
  })
  .readonly()
export type ChangeView = z.infer<typeof ChangeView>

/** The first of them, and how many there are. */
export const Changes = z
  .object({ shown: z.array(ChangeView).readonly(), total: z.int().nonnegative() })
  .readonly()
export type Changes = z.infer<typeof Changes>

/** What about a change asks for a second pair of eyes. */
export const SENSITIVE = [
  'links',
  'telephone',
  'mail',
  'software',
  'incident',
  'elsewhere',
] as const
/** Why one person is not enough. */
export type ApprovalReason = (typeof SENSITIVE)[number] | 'deputy' | 'always'

/** What the check of a handbook found. */
export const ProblemView = z
  .object({
    severity: z.enum(['error', 'warning']),
    /** Short name, such as "dead-link". */
    rule: z.string(),
    /** Where it stands, when that is in a section. */
    section: z.object({ id: z.string(), title: z.string() }).readonly().optional(),
    /** As the check says it, in English. */
    message: z.string(),
  })
  .readonly()
export type ProblemView = z.infer<typeof ProblemView>

/** What became of a question: answered at once, among the choices, or neither. */
const Outcome = z.enum(['answered', 'suggested', 'lost'])
export const GateChange = z
  .object({
    question: z.string(),
    source: z.enum(['golden', 'helpful', 'example', 'gap']),
    before: Outcome,
    after: Outcome,
    /** Id of the section that it gets now. */
    section: z.string().optional(),
  })
  .readonly()
export type GateChange = z.infer<typeof GateChange>

export const GateView = z
  .object({
    asked: z.int().nonnegative(),
    /** Worst first. */
    lost: z.array(GateChange).readonly(),
    gained: z.array(GateChange).readonly(),
  })
  .readonly()
export type GateView = z.infer<typeof GateView>

/** What a draft would do, worked out for exactly two texts. */
export const Review = z
  .object({
    changes: Changes,
    problems: z.array(ProblemView).readonly(),
    /** Absent when the draft cannot be read. */
    gate: GateView.optional(),
    sensitive: z.array(z.enum(SENSITIVE)).readonly(),
  })
  .readonly()
export type Review = z.infer<typeof Review>

export type DraftView = Readonly<{
  id: string
  hash: string
  basedOn: number
  by: ByName
  note: string
  createdAt: number
  /** Somebody else was asked to look at exactly this text. */
  asked: boolean
  /** The version of the base handbook that it was looked at with. */
  base?: number
}>

export type PublishingReply =
  | Readonly<{
      kind: 'versions'
      /** Newest first. */
      versions: readonly VersionView[]
      timeZone: string
    }>
  | Readonly<{ kind: 'difference'; from: number; to: number; changes: Changes }>
  /** Nothing has changed yet. */
  | Readonly<{
      kind: 'rollback-confirm'
      version: VersionView
      current: number
      changes: Changes
      timeZone: string
    }>
  | Readonly<{ kind: 'drafts'; drafts: readonly DraftView[]; timeZone: string }>
  | Readonly<{
      kind: 'section-form'
      draftId: string
      /** Absent for a new section. */
      section?: Readonly<{
        id: string
        title: string
        number: string
        /** Name of the base handbook that it comes from. */
        layer?: string
        /** Name of the base handbook in whose section's place it stands. */
        overrides?: string
      }>
      basedOn: number
      title: string
      text: string
      questions: readonly string[]
      note: string
      /** To choose from, for a new section. */
      chapters: ReadonlyArray<Readonly<{ number: number; title: string }>>
      /** What was wrong with what was filled in. */
      problem?: SectionProblem
      /** What the section says now, when somebody else changed it meanwhile. */
      theirs?: string
    }>
  /** The draft is kept, and what it would do is being worked out. */
  | Readonly<{ kind: 'draft-kept'; draft: DraftView }>
  | Readonly<{
      kind: 'draft-review'
      draft: DraftView
      review: Review
      /** Why a second person must look at it; empty when nobody has to. */
      reasons: readonly ApprovalReason[]
      /** What whoever reads it may do with it. */
      may: 'publish' | 'ask' | 'approve' | 'wait' | 'unasked' | 'repair'
      /** Who accepted the questions that are lost. */
      acceptedBy?: ByName
      timeZone: string
    }>
  | Readonly<{
      kind: 'change'
      draftId: string
      change: ChangeView
    }>
  /** Somebody published meanwhile, and changed the same. */
  | Readonly<{
      kind: 'draft-conflict'
      draft: DraftView
      current: VersionView
      conflicts: ReadonlyArray<
        Readonly<{ id: string; title: string; mine: string; theirs: string }>
      >
      timeZone: string
    }>
  | Readonly<{
      kind: 'published'
      version: VersionView
      changes: Changes
      /** Who reads it did it, or hears that somebody else did. */
      mine: boolean
      timeZone: string
    }>

export type SectionProblem =
  | 'title-missing'
  | 'text-missing'
  | 'not-one-section'
  | 'chapter-missing'
  | 'nothing-changed'
  | 'changed-meanwhile'

export type PublishingNotice =
  | 'no-such-version'
  | 'already-current'
  | 'no-such-draft'
  | 'no-drafts'
  /** By somebody else, since the card was made. */
  | 'draft-changed'
  | 'draft-discarded'
  | 'draft-broken'
  /** Questions that are answered now and would not be any more. */
  | 'lost-not-accepted'
  | 'approval-needed'
  /** Whoever changed it last must have looked at all of it, and asked. */
  | 'approval-unasked'
  | 'approval-asked'
  | 'nobody-to-approve'
  | 'section-not-found'
  | 'section-too-long'

/** Lost questions that a card names one by one; those after them are accepted together. */
export const MAX_LOST_SHOWN = 12
/** Accepts all that come after those. */
export const REST = 'rest'
