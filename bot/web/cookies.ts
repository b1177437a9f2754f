/** Cookies: what a browser sent, and how a session is given to it and taken away again. */
import type { PageRequest } from './site.ts'

/** Enough for what other pages on the same host leave behind. */
const MOST = 50

/** The first of a name counts; what is no cookie is left out. Values are as they came. */
export function readCookies(header = ''): PageRequest['cookies'] {
  const found = new Map<string, string>()
  for (const pair of header.split(';').slice(0, MOST)) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, Math.max(at, 0)).trim()
    if (name !== '' && !found.has(name)) found.set(name, pair.slice(at + 1).trim())
  }
  return Object.fromEntries(found)
}

export type CookieKind = Readonly<{ name: string; secure: boolean }>

/**
 * The prefix keeps other hosts under the same domain from setting it. A browser takes that over
 * https only, so on this machine alone the name is without.
 */
export const cookieKindFor = (address: string): CookieKind =>
  address.startsWith('https:')
    ? { name: '__Host-vraagbaak', secure: true }
    : { name: 'vraagbaak', secure: false }

/**
 * Lax, because the redirect back from Entra ID and a bookmark in Teams come from another site and
 * must find the session. What changes something is a POST, and those are checked by themselves.
 */
export function setCookie({ name, secure }: CookieKind, value: string, maxAgeMs: number): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${Math.floor(maxAgeMs / 1000)}`]
  return [...parts, 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])].join('; ')
}
