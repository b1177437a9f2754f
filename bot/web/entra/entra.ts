/** Entra: into the pages with a work account, as an entrance beside the link from the chat. */

import type { Organisation } from '../../contract/organisation.ts'
import type { Clock } from '../../contract/ports.ts'
import { viewerOf } from '../../results/viewer.ts'
import type { Secret } from '../../secret.ts'
import { createSeenMemory, type SeenMemory } from '../../seen-memory.ts'
import type { Served } from '../../served.ts'
import type { Storage } from '../../storage/storage.ts'
import { type CookieKind, cookieKindFor, setCookie } from '../cookies.ts'
import { BASE } from '../results/page-context.ts'
import { createSessions, SESSION_MS, type Sessions } from '../results/sessions.ts'
import { message, toOverview } from '../results/site-answers.ts'
import type { SiteParts } from '../results-site.ts'
import type { PageRequest, PageResponse, Site } from '../site.ts'
import { failurePage, tabPage } from './entra-pages.ts'
import type { Failure } from './failure.ts'
import { FLOW_MS, type Flow, openFlow, sealFlow } from './flow.ts'
import { createIssuer, type Issuer, type OtherIssuer, type Registration } from './issuer.ts'

const SIGN_IN = `${BASE}/sign-in`
const CALLBACK = `${BASE}/callback`
const TAB = `${BASE}/tab`

export type EntraParts = Readonly<{
  registration: Registration
  served: ReadonlyMap<string, Served>
  storage: Storage
  secret: Secret
  clock: Clock
  /** Where browsers find the bot; the app registration must know /results/callback under it. */
  address: string
  onFailed: (failure: Failure) => void
  /** For each call of the issuer. */
  timeoutMs?: number
  /** For tests. */
  other?: OtherIssuer
}>

type Given = EntraParts &
  Readonly<{
    issuer: Issuer
    sessions: Sessions
    /** States that came back, so that each does so once. */
    used: SeenMemory
    cookie: CookieKind
  }>

/** What the site must be given. */
export type Entra = Readonly<Required<Pick<SiteParts, 'entrances' | 'open' | 'signIn'>>>

export function createEntra(parts: EntraParts): Entra {
  const { name, secure } = cookieKindFor(parts.address)
  const entra: Given = {
    ...parts,
    issuer: createIssuer(parts),
    sessions: createSessions(parts.secret),
    used: createSeenMemory(parts.clock),
    cookie: { name: `${name}-sign-in`, secure },
  }
  return {
    entrances: {
      [SIGN_IN]: onlyGet((request) => signIn(request, entra)),
      [CALLBACK]: onlyGet((request) => callback(request, entra)),
    },
    open: { [TAB]: onlyGet(async ({ language }) => tabPage(language, SIGN_IN)) },
    signIn: SIGN_IN,
  }
}

/** @throws Error that says what to do, when nobody could ever get in. */
export function organisationOfTenant(
  organisations: readonly Organisation[],
  tenantId: string,
): Organisation {
  const found = organisations.find(({ tenants }) =>
    tenants.some((tenant) => tenant.toLowerCase() === tenantId.toLowerCase()),
  )
  if (found !== undefined) return found
  throw new Error(
    'ENTRA_TENANT_ID is the tenant of no organisation: add it to "tenants" in your organisations file.',
  )
}

const onlyGet =
  (site: Site): Site =>
  async (request) =>
    request.method === 'GET' ? site(request) : message(request.language, 'not-found')

/** Nothing of the address that was asked for goes along: it always ends at the overview. */
async function signIn({ language }: PageRequest, entra: Given): Promise<PageResponse> {
  const { issuer, secret, clock, cookie, address } = entra
  const begun = await issuer.begin(new URL(CALLBACK, address).href)
  if (begun.kind !== 'begun') return failed(begun, language, entra)

  const sealed = sealFlow(secret, begun.flow, clock())
  const { headers, ...answer } = toOverview({ 'Set-Cookie': setCookie(cookie, sealed, FLOW_MS) })
  return { ...answer, headers: { ...headers, Location: begun.location } }
}

async function callback(request: PageRequest, entra: Given): Promise<PageResponse> {
  const { query, language } = request
  const flow = flowOf(request, entra)
  // Whoever sends somebody here with an answer of their own gets nothing done, and uses nothing up.
  if (flow === undefined || query.get('state') !== flow.state || entra.used.has(flow.state))
    return failurePage(language, 'refused', SIGN_IN)

  entra.used.remember(flow.state, FLOW_MS)
  const answer = new URL(`${CALLBACK}?${query}`, entra.address)
  const finished = await entra.issuer.finish(answer, flow)
  return finished.kind === 'signed-in'
    ? enter(finished.entraId, language, entra)
    : withoutFlow(failed(finished, language, entra), entra)
}

function flowOf({ cookies }: PageRequest, { secret, cookie, clock }: Given): Flow | undefined {
  const sealed = cookies[cookie.name]
  return sealed === undefined ? undefined : openFlow(secret, sealed, clock())
}

/**
 * The session cookie is Lax like the one of the flow: the browser comes from the issuer, and on the
 * redirect to the overview, which belongs to the same navigation, it would not send a Strict one.
 */
async function enter(
  entraId: string,
  language: PageRequest['language'],
  entra: Given,
): Promise<PageResponse> {
  const { served, storage, sessions, clock, address, registration } = entra
  const { stores } = storage
  const organisations = [...served.values()].map((one) => one.organisation)
  const { id: organisation, languages } = organisationOfTenant(organisations, registration.tenantId)
  const found = await stores.people.byPlatform(organisation, 'teams', entraId)
  const viewer = found && viewerOf({ organisation, person: found.id, grants: found.roles })
  if (found === undefined || viewer === undefined)
    return withoutFlow(message(language, 'no-rights'), entra)

  const own = found.language ?? languages[0] ?? language
  const who = { organisation, person: found.id, language: own }
  const session = await sessions.start(who, stores, clock())
  const cookie = setCookie(cookieKindFor(address), session, SESSION_MS)
  return withoutFlow(toOverview({ 'Set-Cookie': cookie }), entra)
}

function failed(
  failure: Failure,
  language: PageRequest['language'],
  { onFailed }: Given,
): PageResponse {
  onFailed(failure)
  return failurePage(language, failure.kind, SIGN_IN)
}

const withoutFlow = (response: PageResponse, { cookie }: Given): PageResponse => ({
  ...response,
  moreCookies: [setCookie(cookie, '', 0)],
})
