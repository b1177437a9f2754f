/** Site answers: every response of the pages, with the headers that each of them has. */
import type { PageRequest, PageResponse } from '../site.ts'
import { SECURITY_HEADERS } from './layout.ts'
import { brokenPage, type MessageKind, messagePage, type Offer } from './message-page.ts'
import { BASE } from './page-context.ts'

type Headers = PageResponse['headers']
type Language = PageRequest['language']

const STATUS: Readonly<Record<MessageKind, number>> = {
  'not-signed-in': 403,
  'no-rights': 403,
  'not-found': 404,
  'expired-link': 410,
  'too-many': 429,
  'signed-out': 200,
}

export function page(body: string, headers: Headers = {}, status = 200): PageResponse {
  const type = { 'Content-Type': 'text/html; charset=utf-8' }
  return { status, headers: { ...SECURITY_HEADERS, ...type, ...headers }, body }
}

export const message = (
  language: Language,
  kind: MessageKind,
  headers: Headers = {},
  offer?: Offer,
): PageResponse => page(messagePage(language, kind, offer), headers, STATUS[kind])

/** Without what went wrong, which is nobody's business but the log's. */
export const broken = (language: Language, reference: string): PageResponse =>
  page(brokenPage(language, reference), {}, 500)

/** @param name of the file in the downloads of who asked; plain letters, digits, "-" and "." */
export function file(
  body: string | Uint8Array,
  { name, type }: Readonly<{ name: string; type: string }>,
): PageResponse {
  const disposition = `attachment; filename="${name}"`
  const headers = { 'Content-Type': type, 'Content-Disposition': disposition }
  return { status: 200, headers: { ...SECURITY_HEADERS, ...headers }, body }
}

/** With GET, and without anything of the address that led here. */
export const toOverview = (headers: Headers): PageResponse => ({
  status: 303,
  headers: { ...SECURITY_HEADERS, ...headers, Location: BASE },
  body: '',
})
