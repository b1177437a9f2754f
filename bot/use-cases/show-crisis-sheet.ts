/** Show the crisis sheet: whom to call and the first steps of everything that can happen; needs no store. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import { crisisSections } from '../care/crisis-sections.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Reply } from '../contract/reply.ts'

const STEPS = 3

export function showCrisisSheet(
  handbook: Handbook,
  organisation: Organisation,
  language: Language,
): Reply {
  const sections = crisisSections(handbook).map(({ section, steps }) => ({
    ...{ section, steps: steps.slice(0, STEPS) },
  }))
  return { kind: 'crisis-sheet', organisation, sections, language }
}
