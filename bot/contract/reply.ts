/**
 * Reply: what the bot says, by meaning and not by layout.
 *
 * Each adapter shows it as its platform does best. A new kind does not compile until every
 * adapter renders it.
 */
import type { IncidentKind, RichText } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { PersonalData } from '../../knowledge/personal-data.ts'
import type { Organisation } from './organisation.ts'

export type SectionLink = Readonly<{ id: string; title: string }>

/** A section that the question found; the score compares within one reply only. */
export type Hit = SectionLink & Readonly<{ score: number }>

/** Where quoted text comes from. */
export type Source = Readonly<{
  handbook: string
  version: string
  /** ISO date. */
  inForce?: string
  /** Number of the section, such as "5.8". */
  number: string
  owner?: string
  /** True when the text should have been reviewed before today. */
  reviewOverdue: boolean
}>

export type ChapterLink = Readonly<{ number: number; title: string; sections: number }>

export type Notice =
  | 'too-long'
  | 'empty'
  | 'outdated-card'
  | 'unknown-section'
  | 'rated-helpful'
  | 'rated-unhelpful'
  | 'you-are-welcome'

/** What a question is about that the handbook is not for, and who does know. */
export type Elsewhere = Readonly<{ topic: string; ask: string }>

type About = Readonly<{
  /** Kinds of personal data that were taken out of the message before it was read. */
  masked: readonly PersonalData[]
  /** 0 (nothing known) to 1 (certain). */
  confidence: number
}>

export type Answer = About &
  Readonly<{
    kind: 'answer'
    section: Hit
    /** The section's short answer. */
    lead: RichText
    /** The paragraph that the question matches best, when it is not the short answer. */
    passage?: RichText
    source: Source
    related: readonly Hit[]
  }>

export type Reply = Readonly<
  { language: Language } & (
    | { kind: 'welcome'; organisation: Organisation; examples: readonly string[] }
    | { kind: 'help'; organisation: Organisation }
    | Answer
    | (About & { kind: 'suggestions'; sections: readonly Hit[]; organisation: Organisation })
    | (About & {
        kind: 'no-answer'
        organisation: Organisation
        elsewhere?: Elsewhere
      })
    | {
        kind: 'incident'
        incident: IncidentKind
        /** The first three things to do, in order. */
        steps: readonly string[]
        /** Absent when the handbook has no section for this kind. */
        section?: SectionLink
        organisation: Organisation
        masked: readonly PersonalData[]
      }
    | {
        kind: 'section'
        section: SectionLink
        content: RichText
        source: Source
        related: readonly SectionLink[]
      }
    | { kind: 'chapters'; chapters: readonly ChapterLink[] }
    | { kind: 'chapter'; chapter: ChapterLink; sections: readonly SectionLink[] }
    | { kind: 'notice'; notice: Notice }
    /** Something broke; the reference is in the log. */
    | { kind: 'failure'; reference: string; organisation: Organisation }
  )
>

export type ReplyOf<K extends Reply['kind']> = Extract<Reply, { kind: K }>
