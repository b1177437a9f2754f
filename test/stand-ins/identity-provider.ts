/**
 * Identity provider: stands in for the keys with which Teams signs and for the login where the bot
 * gets its own token. Signatures are real; only the address differs.
 */
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { type Answered, type Listening, listen, type Received } from './listen.ts'

export const ISSUER = 'https://api.botframework.com'
const KEY_ID = 'key-of-teams'

export type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey']

export type TokenOptions = Readonly<{
  claims?: JWTPayload
  /** Signs with another key under the same key id. */
  key?: SigningKey
  keyId?: string
  /** Leaves the token without an end. */
  endless?: boolean
}>

export type IdentityProvider = Listening &
  Readonly<{
    received: readonly Received[]
    /** A token as Teams would send it to this bot, but for what the options change. */
    sign: (options?: TokenOptions) => Promise<string>
    publicKeyPem: string
    strangersKey: SigningKey
    /** Answers every request with this status until it is undefined again. */
    failWith: (status: number | undefined) => void
  }>

/** @param audience the bot's app id */
export async function startIdentityProvider(audience: string): Promise<IdentityProvider> {
  const ours = await generateKeyPair('RS256', { extractable: true })
  const stranger = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(ours.publicKey)), kid: KEY_ID, endorsements: ['msteams'] }
  const received: Received[] = []
  let failure: number | undefined

  const server = await listen((request) => {
    received.push(request)
    return failure === undefined ? answer(request, key, server.url) : { status: failure }
  })
  return {
    ...server,
    received,
    sign: (options = {}) => sign(options, ours.privateKey, audience),
    publicKeyPem: await pemOf(ours.publicKey),
    strangersKey: stranger.privateKey,
    failWith: (status) => {
      failure = status
    },
  }
}

function answer({ path, body }: Received, key: object, url: string): Answered {
  if (path.endsWith('/openid')) return { status: 200, body: { jwks_uri: `${url}/keys` } }
  if (path === '/keys') return { status: 200, body: { keys: [key] } }
  if (path.endsWith('/oauth2/v2.0/token')) return login(new URLSearchParams(String(body)))
  return { status: 404 }
}

/** The token tells for whom it was made, so that the connector can check it. */
function login(form: URLSearchParams): Answered {
  const token = `token of ${form.get('client_id')} for ${form.get('scope')}`
  return form.get('client_secret') === 'a secret'
    ? { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } }
    : { status: 401, body: { error: 'invalid_client' } }
}

function sign(
  { claims, key, keyId = KEY_ID, endless = false }: TokenOptions,
  ours: SigningKey,
  audience: string,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const end = endless ? {} : { exp: now + 3600 }
  const usual = { iss: ISSUER, aud: audience, nbf: now - 60, ...end }
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .sign(key ?? ours)
}

async function pemOf(key: Parameters<typeof exportJWK>[0]): Promise<string> {
  const { createPublicKey } = await import('node:crypto')
  const jwk = await exportJWK(key)
  return createPublicKey({ key: { ...jwk }, format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
}
