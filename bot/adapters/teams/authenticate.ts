/**
 * Authenticate: is this request really from Teams, and meant for this bot and this service?
 *
 * The SDK checks signature, audience, validity and the platform's endorsement of the key. Checked
 * here is what it leaves open: tokens of other issuers, tokens without an end, and once more the
 * service URL, which the SDK passes over when an activity has none.
 */
import { createHash } from 'node:crypto'
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  type ClaimsIdentity,
} from 'botframework-connector'
import type { Activity as SdkActivity } from 'botframework-schema'
import { z } from 'zod'
import type { BadTokenLimiter } from './bad-token-limiter.ts'

export type Verdict =
  | Readonly<{ kind: 'authentic' }>
  | Readonly<{ kind: 'bad-token' }>
  | Readonly<{ kind: 'too-many-bad-tokens'; waitSeconds: number }>
  /** The signing keys could not be read, so nobody can be let in. */
  | Readonly<{ kind: 'no-keys'; error: unknown }>

export type Authenticate = (
  activity: SdkActivity,
  caller: Readonly<{ authorization: string; remoteAddress: string }>,
) => Promise<Verdict>

/** In local mode there are no tokens: the gate and the loopback address are all there is. */
export const authenticateLocally: Authenticate = async () => ({ kind: 'authentic' })

export function createAuthenticate(
  authentication: BotFrameworkAuthentication,
  limiter: BadTokenLimiter,
): Authenticate {
  const goodTokens = createGoodTokens()

  return async (activity, { authorization, remoteAddress }) => {
    const waitSeconds = goodTokens.includes(authorization) ? 0 : limiter.waitSeconds(remoteAddress)
    if (waitSeconds > 0) return { kind: 'too-many-bad-tokens', waitSeconds }

    const verdict = await verify(authentication, activity, authorization)
    if (verdict.kind === 'bad-token') limiter.onBadToken(remoteAddress)
    if (verdict.kind === 'authentic') goodTokens.add(authorization)
    return verdict
  }
}

async function verify(
  authentication: BotFrameworkAuthentication,
  activity: SdkActivity,
  authorization: string,
): Promise<Verdict> {
  if (!claimsToBeTeams(authorization)) return { kind: 'bad-token' }

  try {
    const result = await authentication.authenticateRequest(activity, authorization)
    const holds = holdsFor(activity.serviceUrl, result.claimsIdentity)
    return holds ? { kind: 'authentic' } : { kind: 'bad-token' }
  } catch (error) {
    return isOutage(error) ? { kind: 'no-keys', error } : { kind: 'bad-token' }
  }
}

const Payload = z.object({
  iss: z.literal(AuthenticationConstants.ToBotFromChannelTokenIssuer),
})

/**
 * Read before the signature is checked, because of what the SDK does with any other issuer: it
 * takes the token for one of its emulator, fetches other keys, and adds the tenant that the token
 * names to a list that grows for as long as the process lives.
 */
function claimsToBeTeams(authorization: string): boolean {
  const [, payload = ''] = /^Bearer [\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? []
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).success
  } catch {
    return false // no JSON, so no token
  }
}

function holdsFor(serviceUrl: string, identity: ClaimsIdentity): boolean {
  const claim = (type: string): unknown => identity.getClaimValue(type)
  return (
    claim(AuthenticationConstants.ServiceUrlClaim) === serviceUrl &&
    typeof claim('exp') === 'number'
  )
}

/**
 * Everything is the token's fault but this: a forged signature comes as an error of jsonwebtoken
 * without a status, and must not look like ours.
 */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { statusCode } = error as Error & { statusCode?: unknown } // set by AuthenticationError
  return error.name === 'FetchError' || (typeof statusCode === 'number' && statusCode >= 500)
}

const MAX_GOOD_TOKENS = 100

/** Hashes of tokens that were good; Teams uses each for about an hour. Their end is still checked. */
function createGoodTokens() {
  const hashes = new Set<string>()
  const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

  return {
    includes: (token: string) => hashes.has(hashOf(token)),
    add: (token: string) => {
      hashes.add(hashOf(token))
      for (const oldest of hashes) {
        if (hashes.size <= MAX_GOOD_TOKENS) return
        hashes.delete(oldest)
      }
    },
  }
}
