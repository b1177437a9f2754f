/** Telling: what is said after a new version: to who asked about it, and to everybody by an announcement. */
import { z } from 'zod'
import type { Organisation } from './organisation.ts'

/** Days that what somebody got an answer from is kept; without a new answer, that they agreed too. */
export const LISTENING_DAYS = 30

/** Characters of what the CISO adds to an announcement. */
export const MAX_OWN_WORDS = 500

const SectionId = z.string().min(1).max(100)
/** What somebody typed or chose in a form; the use case says what is wrong. */
const Typed = z.string().max(40).default('')
const UnitPath = z.string().max(400)
const Version = z.int().positive()

export const TELLING_ACTIONS = [
  /** To hear it when an answer changes; from this section on. */
  z.object({ verb: z.literal('tell-me'), sectionId: SectionId.optional() }),
  z.object({ verb: z.literal('stop-telling') }),

  /** Of a CISO or deputy: the form; the newest version when none is named. */
  z.object({ verb: z.literal('announce'), version: Version.optional() }),
  z.object({
    verb: z.literal('plan-announcement'),
    /** The id of the announcement that it becomes. */
    formId: z.uuid(),
    version: Version,
    audience: Typed,
    /** Path of a unit, or its name as it was typed. */
    unit: UnitPath.default(''),
    words: z.string().max(MAX_OWN_WORDS).default(''),
    when: Typed,
    date: Typed,
    time: Typed,
  }),
  z.object({
    verb: z.literal('confirm-announcement'),
    formId: z.uuid(),
    version: Version,
    /** Absent for everybody. */
    unit: UnitPath.optional(),
    words: z.string().max(MAX_OWN_WORDS),
    /** Milliseconds since the epoch; absent for now. */
    sendAt: z.int().nonnegative().optional(),
    /** The number that was shown: with another one it is shown and asked again. */
    people: z.int().nonnegative(),
  }),
  z.object({ verb: z.literal('show-announcements') }),
  z.object({ verb: z.literal('cancel-announcement'), announcementId: z.uuid() }),
] as const

/** A run of words; marked when the other text does not have it. */
export type Piece = Readonly<{ text: string; marked: boolean }>

type Link = Readonly<{ id: string; title: string }>

/** What a new version changed of one section, as far as who reads the handbook sees it. */
export type ChangeView =
  | Readonly<{ kind: 'added'; section: Link; after: readonly Piece[] }>
  | Readonly<{
      kind: 'changed'
      section: Link
      /** The title it had, when that changed. */
      titleBefore?: string
      /** The short answers; absent when those are the same, and the explanation changed. */
      before?: readonly Piece[]
      after: readonly Piece[]
    }>
  | Readonly<{ kind: 'removed'; section: Link }>

/** What somebody once got an answer from. */
export type ToldChange = Readonly<{
  /** ISO date on which they asked. */
  day: string
  change: ChangeView
}>

/** What employees get. */
export type AnnouncementView = Readonly<{
  version: number
  /** Of who announces it; '' for none. */
  words: string
  /** The first of them. */
  changes: readonly ChangeView[]
  /** How many there are beside these. */
  more: number
}>

export type UnitChoice = Readonly<{ path: string; name: string }>

/** Whom an announcement is for, and when it is sent. */
export type AnnouncementPlan = Readonly<{
  formId: string
  /** Path; absent for everybody. */
  unit?: string
  /** Of these the bot can reach all. */
  people: number
  /** Beside these; the bot knows no way to reach them. */
  unreachable: number
  /** As it was asked; absent for now. */
  sendAt?: number
  /** When sending begins: within working hours. */
  startsAt: number
  sendingSeconds: number
}>

/** In the order in which they are shown. */
export const FINAL_STATES = ['sent', 'blocked', 'unknown', 'cancelled'] as const
export type FinalState = (typeof FINAL_STATES)[number]
/** `waiting` has not ended. */
export type AnnouncementCounts = Readonly<Record<FinalState | 'waiting', number>>

export type AnnouncementState = 'planned' | 'sending' | 'done' | 'cancelled'

export type AnnouncementLine = Readonly<{
  id: string
  version: number
  /** Absent for everybody. */
  unit?: string
  state: AnnouncementState
  sendAt: number
  /** As it was confirmed. */
  people: number
  counts: AnnouncementCounts
}>

export type TellingReply =
  /** After a good rating: shall the bot tell when this answer changes? What is kept then. */
  | Readonly<{ kind: 'tell-me-offer'; section: Link }>
  /** Agreed. */
  | Readonly<{ kind: 'telling-on'; section?: Link }>
  /** Answers that somebody got have changed since. */
  | Readonly<{
      kind: 'changed-answers'
      changes: readonly ToldChange[]
      /** Beside these. */
      more: number
      /** The version that they got, the oldest of them, and the one that holds now. */
      versions: Readonly<{
        before: number
        after: number
        /** The same of the handbook that this one builds on. */
        base?: Readonly<{ before: number; after: number }>
      }>
    }>
  | Readonly<{ kind: 'announcement'; announcement: AnnouncementView; organisation: Organisation }>
  | Readonly<{
      kind: 'announcement-form'
      formId: string
      announcement: AnnouncementView
      /** The first of them, where there are too many to choose from. */
      units: readonly UnitChoice[]
      /** Filled in from the start. */
      date: string
      time: string
    }>
  /** Names how many people get what; nothing is kept yet. */
  | Readonly<{
      kind: 'announcement-confirm'
      plan: AnnouncementPlan
      announcement: AnnouncementView
      timeZone: string
      organisation: Organisation
    }>
  /** Newest first. */
  | Readonly<{
      kind: 'announcements'
      announcements: readonly AnnouncementLine[]
      timeZone: string
    }>

export type TellingNotice =
  | 'telling-stopped'
  /** The organisation does not do this. */
  | 'telling-off'
  | 'announcement-form-wrong'
  | 'announcement-unit-unknown'
  | 'announcement-time-wrong'
  /** The version changed nothing that employees read. */
  | 'announcement-nothing'
  | 'announcement-unknown'
  /** Nothing of it waited any more. */
  | 'announcement-too-late'
