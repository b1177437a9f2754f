/** Sessions: who a browser belongs to, for half an hour after it came in. */
import type { Secret } from '../../secret.ts'
import type { Stores } from '../../storage/storage.ts'
import type { Visitor } from '../../storage/web-sign-ins.ts'
import {
  linkTag,
  newRandom,
  readWebToken,
  sessionTag,
  type WebToken,
  webTokenOf,
} from '../../web-tokens.ts'

/** From the moment somebody came in, however much they look around. */
export const SESSION_MS = 30 * 60_000

/** Also what limits how much one browser may ask. */
export type Session = Visitor & Readonly<{ organisation: string; tag: string }>

type SignIns = Pick<Stores, 'webSignIns'>

export type Sessions = Readonly<{
  /** @returns the value of the cookie */
  start: (
    who: Readonly<{ organisation: string }> & Visitor,
    stores: SignIns,
    now: number,
  ) => Promise<string>
  /** Uses a link up. @returns the value of the cookie; undefined for a link that does not work */
  redeem: (link: string, stores: SignIns, now: number) => Promise<string | undefined>
  find: (cookie: string, stores: SignIns, now: number) => Promise<Session | undefined>
  end: (cookie: string, stores: SignIns) => Promise<void>
}>

export function createSessions(secret: Secret, newToken = newRandom): Sessions {
  const fresh = (organisation: string, now: number) => {
    const cookie: WebToken = { organisation, token: webTokenOf(organisation, newToken()) }
    const kept = { tag: sessionTag(secret, cookie), expiresAt: now + SESSION_MS }
    return { cookie: cookie.token, kept }
  }
  return {
    start: async ({ organisation, person, language }, { webSignIns }, now) => {
      const { cookie, kept } = fresh(organisation, now)
      await webSignIns.startSession(organisation, { person, language }, kept)
      return cookie
    },
    redeem: async (text, { webSignIns }, now) => {
      const link = readWebToken(text)
      if (link === undefined) return undefined
      const { cookie, kept } = fresh(link.organisation, now)
      const tag = linkTag(secret, link)
      const visitor = await webSignIns.redeem(link.organisation, tag, kept, now)
      return visitor && cookie
    },
    find: async (text, { webSignIns }, now) => {
      const cookie = readWebToken(text)
      if (cookie === undefined) return undefined
      const { organisation } = cookie
      const tag = sessionTag(secret, cookie)
      const visitor = await webSignIns.session(organisation, tag, now)
      return visitor && { ...visitor, organisation, tag }
    },
    end: async (text, { webSignIns }) => {
      const cookie = readWebToken(text)
      if (cookie !== undefined)
        await webSignIns.endSession(cookie.organisation, sessionTag(secret, cookie))
    },
  }
}
