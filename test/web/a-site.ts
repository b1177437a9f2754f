/** A site to open in tests: a store, a roster, a clock that the test sets, and pages that tell what they got. */
import { createResultLinks } from '../../bot/result-links.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import type { Views } from '../../bot/web/results/site-views.ts'
import { createSite, type SiteParts } from '../../bot/web/results-site.ts'
import type { PageRequest, PageResponse } from '../../bot/web/site.ts'
import { aKnowledgeBase, bank, secret } from '../bot/a-bot.ts'
import { anOrganisation } from '../builders.ts'
import { aPlan, aRound, aUnit, CLOSES, UNITS } from '../storage/a-poll.ts'
import { engines, type TestEngine } from '../storage/engines.ts'

export const ADDRESS = 'https://vraagbaak.waterveen.example'
export const COOKIE = '__Host-vraagbaak'
export const NOW = CLOSES + 1
export const MINUTE = 60_000
const knowledge = await aKnowledgeBase('## Mag ik thuis printen? {#printen}\n\nNee.\n')

const person = (id: string, ...roles: Person['roles']): Person => ({ id, entraId: id, roles })
export const PEOPLE: readonly Person[] = [
  person('ciso', { role: 'ciso' }),
  person('auditor', { role: 'auditor' }),
  person('deputy', { role: 'deputy' }),
  person('admin', { role: 'admin' }),
  person('manager', { role: 'manager', unit: 'Ruimte' }),
  person('employee'),
]

/** Each says which it is and in which language; they are proved by tests of their own. */
export const VIEWS: Views = {
  overview: ({ language, organisation, plan }) =>
    `overview ${language} ${organisation.id} ${plan?.round ?? 'none'}`,
  question: (_context, id) => `question ${id}`,
  unit: (_context, path) => `unit ${path}`,
  rounds: () => 'rounds',
  about: () => 'about',
  accessibility: () => 'accessibility',
  use: async () => 'use',
  csv: () => '\uFEFFa;b\r\n',
  xlsx: async () => Uint8Array.of(80, 75),
}

export const ROUNDS = ['round-2', 'round-1'] as const

export async function aSiteFor(change: Partial<SiteParts> = {}, engine?: TestEngine) {
  const [sqlite] = engines
  const storage = await (engine ?? sqlite)?.open()
  if (storage === undefined) throw new Error('there is no engine')
  for (const organisation of ['waterveen', 'lindedam']) await fill(storage, organisation)

  const clock = { now: NOW }
  const broken: unknown[] = []
  const organisations = ['waterveen', 'lindedam'].map((id) => anOrganisation({ id }))
  const parts: SiteParts = {
    served: new Map(
      organisations.map((organisation) => [organisation.id, { organisation, knowledge, bank }]),
    ),
    storage,
    secret,
    clock: () => clock.now,
    views: VIEWS,
    address: () => ADDRESS,
    onBroken: (error) => {
      broken.push(error)
      return 'a1b2c3'
    },
    ...change,
  }
  const site = createSite(parts)
  const links = createResultLinks({ organisations, secret, address: parts.address })
  return { ...parts, site, links, clock, broken, ...browserOf(site, links, { storage, clock }) }
}

export type ASite = Awaited<ReturnType<typeof aSiteFor>>

async function fill({ stores }: Storage, organisation: string): Promise<void> {
  await stores.people.replace(organisation, { people: PEOPLE, units: [] })
  const units = [...UNITS, aUnit('Ruimte/Vergunningen'), aUnit('Sociaal')]
  for (const [index, id] of ROUNDS.entries()) {
    const opensAt = aPlan().opensAt - index
    await stores.polls.addRound(organisation, aRound({ id, planned: `2026-11-2${index}`, opensAt }))
    await stores.polls.close(organisation, id, async () => aPlan({ round: id, opensAt, units }))
  }
}

type Links = ReturnType<typeof createResultLinks>

/** What a browser does: asks, posts a form of the site's own, keeps its cookie. */
function browserOf(
  site: ReturnType<typeof createSite>,
  links: Links,
  { storage, clock }: Readonly<{ storage: Storage; clock: Readonly<{ now: number }> }>,
) {
  const get = (target: string, cookie = '', change: Partial<PageRequest> = {}) =>
    site(aRequest({ ...at(target), cookies: { [COOKIE]: cookie }, ...change }))
  const postFrom = (from: Partial<PageRequest>, path: string, fields: Record<string, string>) =>
    site(aRequest({ method: 'POST', path, form: new URLSearchParams(fields), ...from }))
  const post = (path: string, fields: Record<string, string>, change: Partial<PageRequest> = {}) =>
    postFrom({ fetchSite: 'same-origin', ...change }, path, fields)
  const linkFor = async (who: string, organisation = 'waterveen'): Promise<string> => {
    const link = await links.make({ organisation, person: who }, storage.stores, clock.now)
    if (link === undefined) throw new Error(`${who} gets no link`)
    return link.url
  }
  const enter = (link: string, change: Partial<PageRequest> = {}) =>
    post('/results/enter', { token: tokenIn(link) }, change)
  const signIn = async (who: string, organisation = 'waterveen') =>
    cookieIn(await enter(await linkFor(who, organisation)))
  return { get, post, postFrom, linkFor, enter, signIn }
}

export const aRequest = (change: Partial<PageRequest> = {}): PageRequest => ({
  method: 'GET',
  path: '/results',
  query: new URLSearchParams(),
  form: new URLSearchParams(),
  cookies: {},
  language: 'nl',
  remoteAddress: '192.0.2.1',
  ...change,
})

function at(target: string): Pick<PageRequest, 'path' | 'query'> {
  const { pathname, searchParams } = new URL(target, ADDRESS)
  return { path: decodeURIComponent(pathname), query: searchParams }
}

export const tokenIn = (link: string): string => new URL(link).pathname.split('/').at(-1) ?? ''

export function cookieIn({ headers }: PageResponse): string {
  const [, value = ''] = /^[\w-]+=([^;]*)/.exec(headers['Set-Cookie'] ?? '') ?? []
  return value
}
