/**
 * Issuer: stands in for Entra ID when somebody signs in to the pages. It checks what the platform
 * checks and signs for real; there is no login page, as for somebody who is signed in already.
 */
import {
  constants,
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { type Answered, type Listening, listen, type NoAnswer, type Received } from './listen.ts'

export type AppRegistration = Readonly<{
  tenantId: string
  clientId: string
  clientSecret: string
  redirectUri: string
}>

export type Claims = Readonly<Record<string, unknown>>

type Signature =
  | 'none'
  | 'HS256 with the client secret'
  | 'PS256'
  | 'of a stranger'
  | 'of other claims'

/** How an ID token differs from a good one. */
export type Tampering = Readonly<{
  /** Undefined takes a claim away. */
  claims?: Claims
  signature?: Signature
  keyId?: string
}>

type Part = 'discovery' | 'keys' | 'token'

export type StandInIssuer = Listening &
  Readonly<{
    issuer: string
    /** What was asked and answered, such as "token: invalid_grant". */
    log: readonly string[]
    /** Who is signed in, by object id. */
    signIn: (objectId: string) => void
    tamper: (how: Tampering) => void
    /** Sends the browser back with an error instead of a code. */
    deny: (error: string | undefined) => void
    /** Until it is undefined again. */
    breakDown: (part: Part, how: Answered | NoAnswer | undefined) => void
    /** Signs with another key from now on; the old one is withdrawn. */
    rotate: () => void
    /** Signs with the withdrawn key again, without offering it. */
    signWithWithdrawnKey: () => void
  }>

/** What Entra ID says of an error; nobody may see it on our pages. */
export const DESCRIPTION = 'AADSTS50000: <b>something</b> about ada@waterveen.example'

/** Whom a token names that was changed after it was signed. */
const OTHER_PERSON = '60000000-2222-4333-8444-00000000000a'

type SigningKey = Readonly<{ id: string; privateKey: KeyObject; publicKey: KeyObject }>

const newKey = (id: string): SigningKey => ({
  id,
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
})
/** Made once, because that takes long. */
const KEYS = [newKey('first'), newKey('second')] as const
const STRANGER = newKey('first')

type Grant = Readonly<{ challenge: string; nonce: string; objectId: string }>

type State = {
  objectId: string
  tampering: Tampering
  error: string | undefined
  broken: Partial<Record<Part, Answered | NoAnswer>>
  offered: SigningKey
  signing: SigningKey
  codes: Map<string, Grant>
  used: Set<string>
  log: string[]
}

export async function startIssuer(app: AppRegistration): Promise<StandInIssuer> {
  const state: State = {
    ...{ objectId: '', tampering: {}, error: undefined, broken: {} },
    ...{ offered: KEYS[0], signing: KEYS[0] },
    ...{ codes: new Map(), used: new Set(), log: [] },
  }
  const server = await listen((received) => answer(received, { app, state, url: server.url }))
  return {
    ...server,
    issuer: issuerAt(server.url, app),
    log: state.log,
    signIn: (objectId) => {
      state.objectId = objectId
    },
    tamper: (how) => {
      state.tampering = how
    },
    deny: (error) => {
      state.error = error
    },
    breakDown: (part, how) => {
      state.broken = { [part]: how }
    },
    rotate: () => {
      state.offered = KEYS[1]
      state.signing = KEYS[1]
    },
    signWithWithdrawnKey: () => {
      state.signing = KEYS[0]
    },
  }
}

type Given = Readonly<{ app: AppRegistration; state: State; url: string }>

const issuerAt = (url: string, { tenantId }: AppRegistration) => `${url}/${tenantId}/v2.0`

function answer(received: Received, given: Given): Answered | NoAnswer {
  const { pathname, searchParams } = new URL(received.path, given.url)
  switch (pathname.slice(given.app.tenantId.length + 1)) {
    case '/v2.0/.well-known/openid-configuration':
      return unlessBroken('discovery', given, () => discovery(given))
    case '/discovery/v2.0/keys':
      return unlessBroken('keys', given, () => keys(given))
    case '/oauth2/v2.0/authorize':
      return authorize(searchParams, given)
    case '/oauth2/v2.0/token':
      return unlessBroken('token', given, () => token(received, given))
    default:
      return { status: 404 }
  }
}

function unlessBroken(
  part: Part,
  { state }: Given,
  otherwise: () => Answered,
): Answered | NoAnswer {
  const how = state.broken[part]
  if (how === undefined) return otherwise()
  state.log.push(`${part}: broken`)
  return how
}

function discovery({ app, state, url }: Given): Answered {
  state.log.push('discovery: ok')
  const base = `${url}/${app.tenantId}`
  const body = {
    issuer: issuerAt(url, app),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256', 'PS256', 'HS256', 'none'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
  }
  return { status: 200, body }
}

function keys({ state: { offered, log } }: Given): Answered {
  log.push('keys: ok')
  const key = { ...offered.publicKey.export({ format: 'jwk' }), kid: offered.id, use: 'sig' }
  return { status: 200, body: { keys: [key] } }
}

function authorize(asked: URLSearchParams, { app, state }: Given): Answered {
  const expected: readonly (readonly [string, string])[] = [
    ...([
      ['client_id', app.clientId],
      ['response_type', 'code'],
    ] as const),
    ...([
      ['redirect_uri', app.redirectUri],
      ['code_challenge_method', 'S256'],
    ] as const),
  ]
  const wrong = expected.find(([name, value]) => asked.get(name) !== value)
  const scopes = asked.get('scope')?.split(' ') ?? []
  if (wrong !== undefined || !scopes.includes('openid')) {
    state.log.push(`authorize: wrong ${wrong?.[0] ?? 'scope'}`)
    return { status: 400, body: DESCRIPTION }
  }
  state.log.push('authorize: ok')
  const back = new URL(app.redirectUri)
  back.searchParams.set('state', asked.get('state') ?? '')
  if (state.error === undefined) back.searchParams.set('code', newCode(asked, state))
  else {
    back.searchParams.set('error', state.error)
    back.searchParams.set('error_description', DESCRIPTION)
  }
  return { status: 302, headers: { location: back.href } }
}

function newCode(asked: URLSearchParams, { codes, objectId }: State): string {
  const code = `code-${codes.size + 1}`
  const [challenge, nonce] = [asked.get('code_challenge') ?? '', asked.get('nonce') ?? '']
  codes.set(code, { challenge, nonce, objectId })
  return code
}

function token({ method, body }: Received, given: Given): Answered {
  const { app, state } = given
  const form = new URLSearchParams(String(body))
  const refused = (error: string, why: string, status = 400): Answered => {
    state.log.push(`token: ${error} (${why})`)
    return { status, body: { error, error_description: DESCRIPTION } }
  }
  if (method !== 'POST' || form.get('grant_type') !== 'authorization_code')
    return refused('unsupported_grant_type', 'grant')
  if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret)
    return refused('invalid_client', 'secret', 401)

  const code = form.get('code') ?? ''
  const grant = state.codes.get(code)
  if (grant === undefined) return refused('invalid_grant', 'code')
  if (state.used.has(code)) return refused('invalid_grant', 'used')
  if (form.get('redirect_uri') !== app.redirectUri) return refused('invalid_grant', 'redirect_uri')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  if (challenge !== grant.challenge) return refused('invalid_grant', 'verifier')

  state.used.add(code)
  state.log.push('token: ok')
  const usual = { token_type: 'Bearer', expires_in: 3600, access_token: 'not for us' }
  return { status: 200, body: { ...usual, id_token: idToken(grant, given) } }
}

function idToken({ nonce, objectId }: Grant, { app, state, url }: Given): string {
  const now = Math.floor(Date.now() / 1000)
  const { claims = {}, signature, keyId = state.signing.id } = state.tampering
  const usual = {
    ...{ iss: issuerAt(url, app), aud: app.clientId, tid: app.tenantId, oid: objectId, nonce },
    ...{ iat: now, nbf: now, exp: now + 3600, sub: `pairwise-${objectId}`, ver: '2.0' },
  }
  const header = part({ typ: 'JWT', alg: algorithmOf(signature), kid: keyId })
  const signed = `${header}.${part({ ...usual, ...claims })}`
  const mark = markOf(signed, { signature, key: state.signing.privateKey, app })
  return `${signature === 'of other claims' ? `${header}.${part({ ...usual, oid: OTHER_PERSON })}` : signed}.${mark}`
}

function algorithmOf(signature: Signature | undefined): string {
  if (signature === 'none' || signature === 'PS256') return signature
  return signature === 'HS256 with the client secret' ? 'HS256' : 'RS256'
}

type Signing = Readonly<{ signature: Signature | undefined; key: KeyObject; app: AppRegistration }>

function markOf(signed: string, { signature, key, app }: Signing): string {
  const bytes = Buffer.from(signed)
  switch (signature) {
    case 'none':
      return ''
    case 'HS256 with the client secret':
      return createHmac('sha256', app.clientSecret).update(bytes).digest('base64url')
    case 'PS256': {
      const padding = constants.RSA_PKCS1_PSS_PADDING
      return sign('sha256', bytes, { key, padding, saltLength: 32 }).toString('base64url')
    }
    case 'of a stranger':
      return sign('sha256', bytes, STRANGER.privateKey).toString('base64url')
    default:
      return sign('sha256', bytes, key).toString('base64url')
  }
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
