/** Imported: what came of a document, in words of the machine; sentences are made elsewhere. */
import type { HandbookFiles } from '../handbook-files.ts'

/** What a CISO brings, as it was received. */
export type Document = Readonly<{ name: string; bytes: Uint8Array }>

/** More is refused before it is read. */
export const MAX_BYTES = 10 * 1024 * 1024

/** What became of things that a handbook does not hold, and what was assumed. */
export const NOTE_KINDS = [
  'image-dropped',
  'footnotes-inlined',
  'tracked-changes-accepted',
  'comments-dropped',
  'text-box-moved',
  'contents-dropped',
  'struck-text-dropped',
  'header-footer-dropped',
  'embedded-dropped',
  'macro-dropped',
  'text-before-first-heading',
  'headings-guessed',
  'files-skipped',
  'chapter-added',
] as const
export type NoteKind = (typeof NOTE_KINDS)[number]
export type ImportNote = Readonly<{ kind: NoteKind; count: number }>

/** Why nothing was read. */
export const REFUSALS = [
  'too-large',
  'too-large-unpacked',
  'too-many-parts',
  'too-slow',
  'wrong-type',
  'encrypted',
  'broken',
  'unsafe',
  'bad-encoding',
  'bad-names',
  'broken-settings',
  'no-headings',
  'no-text',
] as const
export type Refusal = (typeof REFUSALS)[number]
export type Refused = Readonly<{ kind: 'refused'; reason: Refusal }>

export type Candidate = Readonly<{
  id: string
  title: string
  /** Share of equal words, 0 to 1. */
  likeness: number
}>

/** A section that may be one that there is already, or a new one. */
export type Doubt = Readonly<{
  /** The id that it has now, made from its title. */
  madeId: string
  title: string
  /** Likeliest first, at least one. */
  candidates: readonly Candidate[]
}>

export type Read = Readonly<{
  kind: 'read'
  files: HandbookFiles
  notes: readonly ImportNote[]
  doubts: readonly Doubt[]
}>
export type Imported = Read | Refused

/** What a chapter gets that the handbook did not have yet. */
export type NewChapters = Readonly<{ owner?: string; review?: string }>

export const refused = (reason: Refusal): Refused => ({ kind: 'refused', reason })

/** Thrown deep inside a reader, and caught where the reading began. */
export class Refuse extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal) {
    super(reason)
    this.reason = reason
  }
}
