/** Rounds: what is stored of polls, and for how long. */
import type { Plan } from '../polls/plan.ts'
import type { Question } from '../polls/question.ts'
import type { Series } from '../polls/series.ts'
import type { UnitTally } from '../polls/tally.ts'
import type { Thresholds } from '../polls/thresholds.ts'
import type { RoundUnit } from '../polls/units.ts'

/**
 * Open: can be answered. Closed: has a plan. Missed and refused: were never opened. Lost: was opened,
 * and can neither be answered nor shown.
 */
export const ROUND_STATES = ['open', 'closed', 'missed', 'refused', 'lost'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** Fixed from the moment a round opens: no function of the store changes any of it. */
export type Frozen = Readonly<{
  questions: readonly Question[]
  thresholds: Thresholds
  units: readonly RoundUnit[]
  /** How many people are asked. */
  asked: number
}>

export type Round = Readonly<{
  id: string
  /** Id of the series. */
  series: string
  /** ISO date; once in a series. */
  planned: string
  /** 0 for the first of its series. */
  index: number
  opensAt: number
  closesAt: number
  state: RoundState
  /** Reminders that were sent. */
  reminders: number
  demo: boolean
  /** Absent for a round that was never opened. */
  frozen?: Frozen
}>

export type PollStore = Readonly<{
  /** The one that runs. */
  series: (organisation: string) => Promise<Series | undefined>
  /** In the place of the one that runs, if any. */
  startSeries: (organisation: string, series: Series, now: number) => Promise<void>
  /** @returns false when none ran */
  stopSeries: (organisation: string, now: number) => Promise<boolean>
  /** @returns false when the series has a round for that date already */
  addRound: (organisation: string, round: Round) => Promise<boolean>
  round: (organisation: string, id: string) => Promise<Round | undefined>
  /** At most one is. */
  openRound: (organisation: string) => Promise<Round | undefined>
  /** Ids of open rounds of all organisations: the keys of others must go. */
  openEverywhere: () => Promise<readonly string[]>
  /** Of all its series and states, demo or not, newest first. */
  rounds: (organisation: string) => Promise<readonly Round[]>
  /** Of that series, the newest date that has a round of any state. */
  lastPlanned: (organisation: string, series: string) => Promise<string | undefined>
  /** @returns false when another process did it, or the round is not open */
  reminded: (organisation: string, round: string, before: number) => Promise<boolean>
  /**
   * Open to closed. First the state, so that no answer comes after it (on PostgreSQL that locks the
   * round until the transaction ends), then the plan that `planOf` makes of what was counted.
   *
   * @returns false when it was not open any more; `planOf` was not called then
   */
  close: (organisation: string, round: string, planOf: () => Promise<Plan>) => Promise<boolean>
  /** Open to lost. @returns false when it was not open */
  lose: (organisation: string, round: string) => Promise<boolean>
  /**
   * Of all organisations: open to lost, and whatever exists while a round is open is removed. After
   * a restore, because what was answered since the backup is not in it. @returns how many rounds
   */
  loseOpen: () => Promise<number>
  plan: (organisation: string, round: string) => Promise<Plan | undefined>
  /** Of all rounds that closed, newest first. */
  plans: (organisation: string) => Promise<readonly Plan[]>
  /** @returns how many rounds of a demo were removed */
  removeDemo: (organisation: string) => Promise<number>
  /** Rounds that closed before the moment, with their plans. @returns how many were removed */
  forgetBefore: (organisation: string, moment: number) => Promise<number>
  /** Of who wants no invitation ever: keyed hashes. */
  optOuts: (organisation: string) => Promise<ReadonlySet<string>>
  optOut: (organisation: string, tag: string) => Promise<void>
  /** @returns whether it was there */
  optIn: (organisation: string, tag: string) => Promise<boolean>
}>

/** One person, as a round counts them. */
export type Eligible = Readonly<{ person: string; unit: string }>

export type Taking = Readonly<{
  /** Keyed hash of the person, with the key of the round. */
  tag: string
  /** Where they are counted. */
  unit: string
  /** By question id, the value of the option. */
  chosen: Readonly<Record<string, string>>
}>

/**
 * What exists while a round is open, and is gone after it. There is no row of anybody's answers:
 * counters go up, and a keyed hash says that somebody took part.
 */
export type ParticipationStore = Readonly<{
  /** Everybody who is asked, and a counter at 0 for every unit, question and option. */
  open: (
    organisation: string,
    round: string,
    start: Readonly<{ eligible: readonly Eligible[] } & Pick<Frozen, 'units' | 'questions'>>,
  ) => Promise<void>
  /** Unit in which this person is counted; undefined for who was not asked. */
  unitOf: (organisation: string, round: string, person: string) => Promise<string | undefined>
  eligible: (organisation: string, round: string) => Promise<readonly Eligible[]>
  /**
   * The hash and the counters, in one transaction with whatever else it is in.
   *
   * Every counter of the unit is written, also those that stay the same: which rows changed must
   * not tell what was chosen.
   *
   * @returns closed when the round is not open at `now`
   */
  take: (
    organisation: string,
    round: string,
    taking: Taking,
    now: number,
  ) => Promise<'counted' | 'taken-before' | 'closed'>
  hasTaken: (organisation: string, round: string, tag: string) => Promise<boolean>
  /** Hashes of all who took part: to remind the others. */
  takers: (organisation: string, round: string) => Promise<ReadonlySet<string>>
  /** Somebody wants no reminder up to and including this ISO date. */
  leaveAlone: (organisation: string, round: string, tag: string, until: string) => Promise<void>
  /** Hashes of who wants no reminder on this ISO date. */
  leftAlone: (organisation: string, round: string, date: string) => Promise<ReadonlySet<string>>
  tallies: (organisation: string, round: string) => Promise<readonly UnitTally[]>
  /** A random value from which, with the secret, the key of the round is made. */
  salt: (organisation: string, round: string) => Promise<string | undefined>
  keepSalt: (organisation: string, round: string, salt: string) => Promise<void>
  /** Of all rounds: somebody is not asked, nor reminded, any more. @returns of how many */
  forgetPerson: (organisation: string, person: string) => Promise<number>
  /** Removes all of it: people, hashes, counters, wishes and salt. */
  wipe: (organisation: string, round: string) => Promise<void>
}>
