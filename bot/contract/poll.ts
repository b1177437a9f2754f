/** Poll: what is said about polls: to who is asked, and to who plans them. */
import type { RichText } from '../../knowledge/handbook.ts'
import type { Cell, ResponseCell } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import type { Recurrence } from '../polls/series.ts'

/** The questions of an open round, the same for everybody. */
export type PollView = Readonly<{
  /** Id of the round. */
  round: string
  questions: readonly Question[]
  /** Milliseconds since the epoch. */
  closesAt: number
  timeZone: string
}>

/** What the handbook says about what was just asked. */
export type Lesson = Readonly<{
  /** Text of the question. */
  question: string
  /** The right answer, for a quiz. */
  right?: string
  /** Absent when the handbook has no such section any more. */
  section?: Readonly<{ id: string; title: string }>
  /** The section's short answer. */
  lead?: RichText
}>

/** Until when somebody is left alone. */
export const DECLINED = ['today', 'round', 'never'] as const
export type Declined = (typeof DECLINED)[number]

/** A round that will be. */
export type UpcomingRound = Readonly<{
  opensAt: number
  closesAt: number
  questions: readonly string[]
}>

/** What a series does, or would do once it is confirmed. */
export type PollPlanView = Readonly<{
  recurrence: Recurrence
  openDays: number
  /** How many people would get it today. */
  people: number
  /** With fewer no round opens, because nothing of it could be shown. */
  needed: number
  /** Of these the bot knows no way to reach. */
  unreachable: number
  /** How long sending to all of them takes. */
  sendingSeconds: number
  /** The next three. */
  upcoming: readonly UpcomingRound[]
  /** Units with too few people to be shown apart, by name; they are added to a larger one. */
  mergedUnits: readonly string[]
  /** In points: the smallest change that the whole organisation could show, at half answering. */
  detectablePoints: number
}>

/** An open round, as far as anybody may know of it. */
export type OpenRoundView = Readonly<{ opensAt: number; closesAt: number; people: number }>

/** Why a round is not there. */
export type PollNews =
  | Readonly<{ news: 'opened'; people: number; closesAt: number; late: boolean }>
  /** The bot was not running when it should have opened, until it was too late. */
  | Readonly<{ news: 'missed' }>
  /** Too few people for anything to be shown. */
  | Readonly<{ news: 'refused'; people: number; needed: number }>
  /** The key was lost, or a backup was restored: nothing of it can be shown. */
  | Readonly<{ news: 'lost' }>

export type NationalView = Readonly<{
  /** Such as "36 %" or "47 of 50 %". */
  figure: string
  label: string
  /** Own share that gave the same answer; absent below 30 answers. */
  own?: Readonly<{ percent: number; answers: number }>
  note?: string
  /** Who was asked, when: printed under every comparison. */
  source: string
  caveat: string
}>

/** What the people of a unit, or all of them, answered to one question. */
export type QuestionResult = Readonly<{
  question: string
  /** What counts as safe here, such as "vaak of altijd". */
  favourable: string
  cell: Cell
  /** ISO date on which the round opened that `cell.change` compares with. */
  since?: string
  national?: NationalView
  section: Readonly<{ id: string; title: string }> | undefined
}>

export type PollResultView = Readonly<{
  round: string
  demo: boolean
  opensAt: number
  closesAt: number
  /** Name of the unit; absent for the whole organisation. */
  unit?: string
  response: ResponseCell
  /** Of the whole organisation only. */
  coverage?: Readonly<{ reached: number; eligible: number; rate: number }>
  questions: readonly QuestionResult[]
  /** Parts of the organisation with a figure of their own, and without. */
  units: Readonly<{ shown: number; hidden: number }>
  /** k: fewer answers are shown nowhere. */
  minimum: number
}>
