/** Results: what is said in the chat of a round that closed, about one unit with all below it. */
import type { ResponseCell } from '../polls/plan.ts'

/** Names a unit of a round; path '' is the whole organisation. */
export type UnitName = Readonly<{ path: string; name: string }>

export type HeadlineView = Readonly<{
  /** What the question is about, such as "Werkplek", and the question itself. */
  topic: string
  question: string
  finding: 'better' | 'worse' | 'lowest' | 'highest' | 'unchanged'
  /** The answers that count as safe. */
  favourable: string
  /** Share that gave one of them, in whole percent. */
  percent: number
  /** When the round opened that it is compared with. */
  sinceAt?: number
}>

export type ResultsView = Readonly<{
  round: string
  demo: boolean
  opensAt: number
  closesAt: number
  unit: UnitName
  response: ResponseCell
  headlines: readonly HeadlineView[]
  /** Units below this one with a figure of their own, and without. */
  units: Readonly<{ shown: number; hidden: number }>
  /** k: fewer answers are shown nowhere. */
  minimum: number
  /** What to work on first, and the section that helps. */
  suggestion?: Readonly<{ question: string; section: Readonly<{ id: string; title: string }> }>
  /** Other units that this person may see, in order of the tree. */
  others: readonly UnitName[]
  /** Units of theirs that were added to a larger one, because they had too few people. */
  merged: readonly string[]
  /** There is an earlier round to look at. */
  hasEarlier: boolean
  /** What they asked for and may not see, as they typed it. */
  refused?: string
}>
