/** Show gaps: what people asked that the handbook did not answer, as groups of questions alike. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { groupGaps } from '../gap-groups.ts'
import type { Stores } from '../storage/storage.ts'
import { localDate } from '../working-time.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export type GapTools = Readonly<{
  organisation: Organisation
  handbook: Handbook
  stores: Pick<Stores, 'gaps'>
  language: Language
  now: number
}>

export async function showGaps(tools: GapTools): Promise<ReplyOf<'gaps'>> {
  const { organisation, handbook, stores, language, now } = tools
  const days = organisation.retention.questionDays
  const from = localDate(now - days * DAY_MS, organisation.timeZone)
  const gaps = await stores.gaps.since(organisation.id, from)
  return { kind: 'gaps', groups: groupGaps(gaps, handbook), days, language }
}
