/** Page context: what every page of results is made from. */
import type { Handbook } from '../../../knowledge/handbook.ts'
import type { Language } from '../../../knowledge/language.ts'
import type { Organisation } from '../../contract/organisation.ts'
import type { Bank } from '../../polls/bank/bank.ts'
import type { Plan } from '../../polls/plan.ts'
import type { Viewer } from '../../results/viewer.ts'

export type PageContext = Readonly<{
  organisation: Organisation
  language: Language
  bank: Bank
  handbook: Handbook
  viewer: Viewer
  /** Of all rounds that closed, newest first; what the viewer may not see is still in them. */
  plans: readonly Plan[]
  /** The round that the page is about; undefined when none has closed. */
  plan?: Plan
  now: number
}>

/** Where the pages are. */
export const BASE = '/results'
