/**
 * Issuer: signing in at Entra ID with OpenID Connect; the only file that knows the library.
 *
 * The authorization code flow with PKCE. Of what the issuer tells, only the object id of the
 * person leaves this file, and only when every check of the ID token passed.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ServerMetadata,
} from 'openid-client'
import { z } from 'zod'
import type { Clock } from '../../contract/ports.ts'
import { type Failure, failureOf } from './failure.ts'
import type { Flow } from './flow.ts'

export type Registration = Readonly<{ tenantId: string; clientId: string; clientSecret: string }>

/** Of another issuer than Entra ID, such as one on this machine in a test; no setting leads here. */
export type OtherIssuer = Readonly<{ issuer: string; loopback: boolean }>

export type IssuerOptions = Readonly<{
  registration: Registration
  clock: Clock
  /** For each call of the issuer. */
  timeoutMs?: number
  other?: OtherIssuer
}>

export type Issuer = Readonly<{
  begin: (redirectUri: string) => Promise<Begun | Failure>
  /** @param answer the whole address that the browser came back to */
  finish: (answer: URL, flow: Flow) => Promise<Finished | Failure>
}>

type Begun = Readonly<{ kind: 'begun'; location: string; flow: Flow }>
/** An object id of the tenant. */
type Finished = Readonly<{ kind: 'signed-in'; entraId: string }>

const TIMEOUT_MS = 5_000
/** What is discovered are addresses, which hardly ever change. */
const DISCOVER_AGAIN_MS = 60 * 60_000

/** openid adds an ID token to the answer, profile adds the object id to that. */
const SCOPE = 'openid profile'

const Claims = z.object({ tid: z.guid(), oid: z.guid() })

export function createIssuer(options: IssuerOptions): Issuer {
  const discover = createDiscover(options)
  return {
    begin: async (redirectUri) => {
      try {
        return await begin(configurationOf(await discover(), options), redirectUri)
      } catch (error) {
        return { ...failureOf(error), kind: 'down' } // nobody was asked anything yet
      }
    },
    finish: async (answer, flow) => {
      try {
        const configuration = configurationOf(await discover(), options)
        return await finish(configuration, { answer, flow, options })
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** Only when somebody signs in, so that the bot starts while the issuer is down. */
function createDiscover(options: IssuerOptions): () => Promise<ServerMetadata> {
  const { clock, registration } = options
  const issuer = issuerOf(options)
  let known: Readonly<{ metadata: ServerMetadata; until: number }> | undefined

  return async () => {
    if (known !== undefined && clock() < known.until) return known.metadata
    const execute = options.other?.loopback === true ? [allowInsecureRequests] : []
    const found = await discovery(new URL(issuer), registration.clientId, undefined, undefined, {
      timeout: secondsOf(options),
      execute,
    })
    const metadata = found.serverMetadata()
    // At Entra ID's own address the library believes a document of any tenant, or of all.
    if (metadata.issuer !== issuer) throw new Error('the issuer is another')
    known = { metadata, until: clock() + DISCOVER_AGAIN_MS }
    return metadata
  }
}

/** New for each use, so that the keys are fetched each time: one that was taken back is not used. */
function configurationOf(metadata: ServerMetadata, options: IssuerOptions): Configuration {
  const { clientId, clientSecret } = options.registration
  const client = { id_token_signed_response_alg: 'RS256' }
  const made = new Configuration(metadata, clientId, client, ClientSecretPost(clientSecret))
  made.timeout = secondsOf(options)
  // Without this the library relies on TLS alone and checks no signature, as the standard allows.
  enableNonRepudiationChecks(made)
  if (options.other?.loopback === true) allowInsecureRequests(made)
  return made
}

async function begin(configuration: Configuration, redirectUri: string): Promise<Begun> {
  const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: SCOPE,
    response_mode: 'query',
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
  })
  return { kind: 'begun', location: location.href, flow }
}

async function finish(
  configuration: Configuration,
  { answer, flow, options }: Readonly<{ answer: URL; flow: Flow; options: IssuerOptions }>,
): Promise<Finished | Failure> {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
    idTokenExpected: true,
  })
  const claims = Claims.safeParse(tokens.claims()).data
  if (claims === undefined) return { kind: 'refused', reason: 'no-object-id' }
  if (claims.tid.toLowerCase() !== options.registration.tenantId.toLowerCase())
    return { kind: 'refused', reason: 'other-tenant' }
  return { kind: 'signed-in', entraId: claims.oid }
}

const issuerOf = ({ registration, other }: IssuerOptions): string =>
  other?.issuer ?? `https://login.microsoftonline.com/${registration.tenantId}/v2.0`

const secondsOf = ({ timeoutMs = TIMEOUT_MS }: IssuerOptions): number => timeoutMs / 1000
