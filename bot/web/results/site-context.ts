/** Site context: who is asking and what they may see, read again at every request. */
import { viewerOf } from '../../results/viewer.ts'
import type { Served } from '../../served.ts'
import type { Stores } from '../../storage/storage.ts'
import type { PageRequest } from '../site.ts'
import type { PageContext } from './page-context.ts'
import type { Session, Sessions } from './sessions.ts'

export type Reading = Readonly<{
  served: ReadonlyMap<string, Served>
  stores: Stores
  sessions: Sessions
  now: number
}>

export type SignedIn =
  | Readonly<{ kind: 'context'; context: PageContext }>
  | Readonly<{ kind: 'gone' | 'no-rights' | 'not-found' }>

/**
 * @returns gone for who left the roster: then nothing of the session is left; not-found for a round
 *   that is not there
 */
export async function contextFor(
  { query }: Pick<PageRequest, 'query'>,
  session: Session,
  { served, stores, now }: Reading,
): Promise<SignedIn> {
  const { organisation, person } = session
  const ours = served.get(organisation)
  const found = await stores.people.byId(organisation, person)
  if (ours === undefined || found === undefined) {
    await stores.webSignIns.endSession(organisation, session.tag)
    return { kind: 'gone' }
  }
  const viewer = viewerOf({ organisation, person, grants: found.roles })
  if (viewer === undefined) return { kind: 'no-rights' }

  const plans = await stores.polls.plans(organisation)
  const round = query.get('round')
  const plan = round === null ? plans[0] : plans.find((one) => one.round === round)
  if (round !== null && plan === undefined) return { kind: 'not-found' }
  const about = { organisation: ours.organisation, bank: ours.bank, viewer, plans, now }
  const { handbook } = ours.knowledge
  const language = languageIn(query) ?? session.language
  return {
    kind: 'context',
    context: { ...about, handbook, language, ...(plan === undefined ? {} : { plan }) },
  }
}

export function languageIn(query: URLSearchParams): PageRequest['language'] | undefined {
  const asked = query.get('lang')
  return asked === 'nl' || asked === 'en' ? asked : undefined
}
