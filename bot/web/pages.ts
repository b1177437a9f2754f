/** Pages: between the web server and a site; what is no good request stops here. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readCookies } from './cookies.ts'
import { readForm } from './read-form.ts'
import type { PageRequest, PageResponse, Site } from './site.ts'

export type PagesOptions = Readonly<{
  site: Site
  addressOf: (request: IncomingMessage) => string
  onBroken: (error: unknown) => void
}>

/** A form of ours has one field. */
const FORM_BYTES = 4 * 1024
/** For what never reached the site, which has headers of its own. */
const BARE: PageResponse['headers'] = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Content-Type': 'text/plain; charset=utf-8',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export function isPage(target: string | undefined, prefix: string): boolean {
  const path = pathIn(target)
  return path === prefix || path.startsWith(`${prefix}/`)
}

const urlOf = (target = ''): URL => new URL(target, 'http://host.invalid')
const pathIn = (target: string | undefined): string => urlOf(target).pathname

/** Answers every request, and never throws. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  options: PagesOptions,
): Promise<void> {
  const answer = await answerTo(request, options).catch((error: unknown) => {
    options.onBroken(error)
    return bare(500)
  })
  const body = Buffer.from(answer.body)
  const length = { 'Content-Length': body.length }
  response.writeHead(answer.status, { ...answer.headers, ...cookiesOf(answer), ...length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function cookiesOf({ headers, moreCookies = [] }: PageResponse) {
  const { 'Set-Cookie': first } = headers
  if (moreCookies.length === 0) return {}
  return { 'Set-Cookie': [...(first === undefined ? [] : [first]), ...moreCookies] }
}

async function answerTo(
  request: IncomingMessage,
  { site, addressOf }: PagesOptions,
): Promise<PageResponse> {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (method !== 'GET' && method !== 'POST') return bare(405, { Allow: 'GET, HEAD, POST' })
  const path = decoded(pathIn(request.url))
  if (path === undefined) return bare(400)

  const body = method === 'GET' ? NO_FORM : await readForm(request, FORM_BYTES)
  if (body.kind !== 'form') return bare(STATUS[body.kind])
  return site({
    method,
    path,
    query: urlOf(request.url).searchParams,
    form: body.fields,
    cookies: readCookies(request.headers.cookie),
    ...sentFrom(request),
    language: languageOf(request.headers['accept-language']),
    remoteAddress: addressOf(request),
  })
}

const NO_FORM = { kind: 'form', fields: new URLSearchParams() } as const
const STATUS = { 'too-large': 413, 'cut-off': 400, 'other-type': 415 } as const

const bare = (status: number, headers: PageResponse['headers'] = {}): PageResponse => ({
  status,
  headers: { ...BARE, ...headers },
  body: `${status}\n`,
})

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined // an escape that is none, or no UTF-8
  }
}

function sentFrom({ headers }: IncomingMessage): Pick<PageRequest, 'origin' | 'fetchSite'> {
  const { origin, 'sec-fetch-site': fetchSite } = headers
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(fetchSite === undefined ? {} : { fetchSite: String(fetchSite) }),
  }
}

/** Dutch, unless only English is understood or it comes first. */
function languageOf(header = ''): PageRequest['language'] {
  const [first] = header.toLowerCase().match(/\b(nl|en)\b/) ?? []
  return first === 'en' ? 'en' : 'nl'
}
