/** Home: what somebody finds at the front door of the app, before anything was asked. */

import type { Language } from '../knowledge/language.ts'
import { authorize, type Capability } from './access.ts'
import { whoIs } from './actor.ts'
import type { Organisation } from './contract/organisation.ts'
import type { ChapterLink } from './contract/reply.ts'
import type { Speaker } from './contract/request.ts'
import type { Served } from './served.ts'
import type { Stores } from './storage/storage.ts'
import { chapterLink } from './use-cases/show-chapters.ts'

/** What some may open beside what everybody may. */
export type HomeRight = 'results' | 'open-questions' | 'drafts' | 'versions' | 'polls' | 'announce'

export type Home = Readonly<{
  organisation: Organisation
  language: Language
  chapters: readonly ChapterLink[]
  can: readonly HomeRight[]
}>

const NEEDS: Readonly<Record<HomeRight, Capability>> = {
  results: 'see-unit-results',
  'open-questions': 'answer-escalation',
  drafts: 'draft',
  versions: 'draft',
  polls: 'start-poll',
  announce: 'publish',
}

const RIGHTS: readonly HomeRight[] = [
  'results',
  'open-questions',
  'drafts',
  'versions',
  'polls',
  'announce',
]

/** With rights as the roster has them at this moment; none for who works elsewhere. */
export async function homeOf(
  speaker: Speaker,
  { organisation, knowledge }: Served,
  stores: Pick<Stores, 'people'>,
): Promise<Home> {
  const { language } = speaker
  if (speaker.outsider) return { organisation, language, chapters: [], can: [] }
  const { actor } = await whoIs(speaker, stores)
  const target = { organisation: organisation.id }
  const can = RIGHTS.filter((right) =>
    [target, ...actor.grants].some((where) =>
      authorize(actor, NEEDS[right], {
        ...target,
        ...('unit' in where && where.unit ? { unit: where.unit } : {}),
      }),
    ),
  )
  return { organisation, language, chapters: knowledge.handbook.chapters.map(chapterLink), can }
}
