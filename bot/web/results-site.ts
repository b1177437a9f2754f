/** Results site: the pages, for who came in by a link from the chat and for as long as they may. */
import type { Clock } from '../contract/ports.ts'
import { textsFor } from '../contract/texts/texts.ts'
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Storage } from '../storage/storage.ts'
import { cookieKindFor, setCookie } from './cookies.ts'
import { BASE } from './results/page-context.ts'
import { createSessions, SESSION_MS, type Session, type Sessions } from './results/sessions.ts'
import { signInPage } from './results/sign-in-page.ts'
import { broken, message, page, toOverview } from './results/site-answers.ts'
import { contextFor, languageIn } from './results/site-context.ts'
import { createLimiter, type Limiter, networkOf } from './results/site-limits.ts'
import { type View, type Views, viewOf } from './results/site-views.ts'
import type { PageRequest, PageResponse, Site } from './site.ts'

export type SiteParts = Readonly<{
  served: ReadonlyMap<string, Served>
  storage: Storage
  secret: Secret
  clock: Clock
  views: Views
  /** Where browsers find the bot; undefined while that is unknown, and then nobody gets in. */
  address: () => string | undefined
  /** @returns the number that the log has it under, for who calls the service desk */
  onBroken: (error: unknown) => string
  /** Other ways in, by their path, such as "/results/sign-in". */
  entrances?: Readonly<Record<string, Site>>
  /** Pages for everybody, by their path, such as "/results/tab". */
  open?: Readonly<Record<string, Site>>
  /** Where somebody can sign in; absent: only a link from the chat leads to the pages. */
  signIn?: string
  limits?: Partial<SiteLimits>
}>

/** In a minute. */
export type SiteLimits = Readonly<{
  /** Of one browser that came in. */
  perSession: number
  /** From one address, behind which a whole town hall may be. */
  perAddress: number
  /** Attempts to come in, from one address. */
  entriesPerAddress: number
}>

const LIMITS: SiteLimits = { perSession: 120, perAddress: 1_200, entriesPerAddress: 60 }

type Given = SiteParts &
  Readonly<{
    sessions: Sessions
    limiters: Readonly<Record<keyof SiteLimits, Limiter>>
  }>

export function createSite(parts: SiteParts): Site {
  const limits = { ...LIMITS, ...parts.limits }
  const site: Given = {
    ...parts,
    sessions: createSessions(parts.secret),
    limiters: {
      perSession: createLimiter(limits.perSession),
      perAddress: createLimiter(limits.perAddress),
      entriesPerAddress: createLimiter(limits.entriesPerAddress),
    },
  }
  return async (asked) => {
    const request = { ...asked, language: languageIn(asked.query) ?? asked.language }
    try {
      return await answer(request, site)
    } catch (error) {
      return broken(request.language, parts.onBroken(error))
    }
  }
}

async function answer(request: PageRequest, site: Given): Promise<PageResponse> {
  const { path, method, language } = request
  const tooMany = limited(request, 'perAddress', site)
  if (tooMany !== undefined) return tooMany
  const open = siteAt(path, site.open)
  if (open !== undefined) return open(request)
  const entrance = siteAt(path, site.entrances)
  if (entrance !== undefined)
    return limited(request, 'entriesPerAddress', site) ?? entrance(request)
  if (method === 'POST') return change(request, site)

  const token = tokenIn(path)
  if (token !== undefined) return page(signInPage(language, token))
  return look(request, site)
}

const siteAt = (path: string, sites: Readonly<Record<string, Site>> = {}): Site | undefined =>
  Object.hasOwn(sites, path) ? sites[path] : undefined

/** Why somebody sees nothing, and where to sign in. */
function outside(
  language: PageRequest['language'],
  kind: 'not-signed-in' | 'expired-link' | 'signed-out',
  { signIn }: Given,
): PageResponse {
  const text = textsFor(language).entraSignIn
  return message(language, kind, {}, signIn === undefined ? undefined : { link: signIn, text })
}

/** In the path, so that no log of queries has it; whether it works shows only when it is posted. */
function tokenIn(path: string): string | undefined {
  return new RegExp(`^${BASE}/enter/([\\w.-]{1,200})$`).exec(path)?.[1]
}

async function look(request: PageRequest, site: Given): Promise<PageResponse> {
  const { language, query } = request
  const { storage, clock } = site
  const session = await sessionOf(request, site)
  if (session === undefined) return outside(language, 'not-signed-in', site)
  const tooMany = limitedBy(site.limiters.perSession, session.tag, clock(), language)
  if (tooMany !== undefined) return tooMany

  const reading = { ...site, stores: storage.stores, now: clock() }
  const found = await contextFor(request, session, reading)
  if (found.kind === 'gone') return withoutCookie(outside(language, 'not-signed-in', site), site)
  if (found.kind !== 'context') return message(language, found.kind)

  const looking = { context: found.context, views: site.views, stores: storage.stores }
  const path = request.path.slice(BASE.length + 1)
  const view = viewOf(path, query, looking)
  return view === undefined ? message(language, 'not-found') : shown(view, session, site)
}

/** Nobody sees what could not be noted. */
async function shown(
  { audit, make }: View,
  { organisation }: Session,
  { storage, clock }: Given,
): Promise<PageResponse> {
  const answer = await make()
  if (audit !== undefined) await storage.stores.audit.append(organisation, audit, clock())
  return answer
}

async function sessionOf({ cookies }: PageRequest, site: Given): Promise<Session | undefined> {
  const { address, sessions, storage, clock } = site
  const own = address()
  const cookie = own === undefined ? undefined : cookies[cookieKindFor(own).name]
  return cookie === undefined ? undefined : sessions.find(cookie, storage.stores, clock())
}

async function change(request: PageRequest, site: Given): Promise<PageResponse> {
  const { path, language } = request
  if (!isFromOurPage(request, site)) return outside(language, 'not-signed-in', site)
  if (path === `${BASE}/enter`) return enter(request, site)
  if (path === `${BASE}/sign-out`) return signOut(request, site)
  return message(language, 'not-found')
}

/** A page of another site could otherwise sign somebody in as somebody else, or out. */
function isFromOurPage({ origin, fetchSite }: PageRequest, { address }: Given): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin'
  const own = address()
  return own !== undefined && origin === new URL(own).origin
}

async function enter(request: PageRequest, site: Given): Promise<PageResponse> {
  const { form, language } = request
  const { sessions, storage, clock, address } = site
  const tooMany = limited(request, 'entriesPerAddress', site)
  if (tooMany !== undefined) return tooMany

  const own = address()
  const cookie = await sessions.redeem(form.get('token') ?? '', storage.stores, clock())
  if (cookie === undefined || own === undefined) return outside(language, 'expired-link', site)
  return toOverview({ 'Set-Cookie': setCookie(cookieKindFor(own), cookie, SESSION_MS) })
}

async function signOut({ cookies, language }: PageRequest, site: Given): Promise<PageResponse> {
  const own = site.address()
  const cookie = own === undefined ? undefined : cookies[cookieKindFor(own).name]
  if (cookie !== undefined) await site.sessions.end(cookie, site.storage.stores)
  return withoutCookie(outside(language, 'signed-out', site), site)
}

function withoutCookie(response: PageResponse, { address }: Given): PageResponse {
  const own = address()
  if (own === undefined) return response
  const taken = { 'Set-Cookie': setCookie(cookieKindFor(own), '', 0) }
  return { ...response, headers: { ...response.headers, ...taken } }
}

function limited(
  { remoteAddress, language }: PageRequest,
  limiter: 'perAddress' | 'entriesPerAddress',
  { limiters, clock }: Given,
): PageResponse | undefined {
  return limitedBy(limiters[limiter], networkOf(remoteAddress), clock(), language)
}

function limitedBy(
  limiter: Limiter,
  key: string,
  now: number,
  language: PageRequest['language'],
): PageResponse | undefined {
  const seconds = limiter.take(key, now)
  if (seconds === undefined) return undefined
  return message(language, 'too-many', { 'Retry-After': String(seconds) })
}
