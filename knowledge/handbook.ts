/** Handbook: what a municipality's security handbook consists of once it has been read. */
import type { Root } from 'mdast'
import { z } from 'zod'

/** Kinds of "it has just happened"; a section names the kinds it gives first aid for. */
export const IncidentKind = z.enum([
  'general',
  'clicked-link',
  'entered-credentials',
  'lost-or-stolen',
  'wrong-recipient',
  'visible-recipients',
  'malware',
  'unexpected-login',
  'ai-leak',
  'intruder',
  'fake-caller',
  'payment-fraud',
])
export type IncidentKind = z.infer<typeof IncidentKind>

/** Text with paragraphs, lists, links and tables, as the syntax tree of its Markdown. */
export type RichText = Root

export type Section = Readonly<{
  /** Stable: survives a new title or place. */
  id: string
  title: string
  /** Place in the handbook, such as "5.8". */
  number: string
  chapter: string
  content: RichText
  /** The first paragraph: the answer in one or two sentences. */
  shortAnswer: RichText
  /** Steps of the first numbered list, as plain text; empty when there is none. */
  steps: readonly string[]
  /** Ids of the sections that this one links to, in order. */
  seeAlso: readonly string[]
  keywords: readonly string[]
  /** Example questions of employees. */
  questions: readonly string[]
  incident: readonly IncidentKind[]
  /** Everybody must confirm that they read and understood it. */
  acknowledge: boolean
  /** What the CISO must still confirm; for editors, never shown in an answer. */
  confirm?: string
  /** Mail address of who answers for the text. */
  owner?: string
  /** ISO date by which the text must have been reviewed. */
  review?: string
  /** Name of the base handbook that it comes from; absent for an own section, and without a base. */
  layer?: string
  /** Where the section stands, for messages to editors. */
  file: string
  line: number
}>

export type Chapter = Readonly<{ number: number; title: string; sections: readonly Section[] }>

export type Handbook = Readonly<{
  title: string
  /** Names this exact content: given by the editor, else a fingerprint of the text. */
  version: string
  /** ISO date from which the version holds, when the editor gave one. */
  inForce?: string
  chapters: readonly Chapter[]
  /** All sections in order of appearance. */
  sections: readonly Section[]
  byId: ReadonlyMap<string, Section>
  /** The handbook that this one builds on. */
  base?: Readonly<{
    name: string
    version: string
    /** Of its sections, also of those in whose place an own one stands. */
    ids: ReadonlySet<string>
  }>
}>
