/** The issuer: Entra ID itself, at one tenant, over https only. */
import { createIssuer } from '../../../bot/web/entra/issuer.ts'
import { startIssuer } from '../../stand-ins/issuer.ts'
import { CALLBACK, CLIENT, TENANT, TENANT_OF_LINDEDAM } from './an-entra.ts'

const registration = { tenantId: TENANT, clientId: CLIENT, clientSecret: 'a client secret' }
const clock = { now: 1_000 }
const options = { registration, clock: () => clock.now }

/** Takes the place of the internet; the library has no other way to it. */
const realFetch = globalThis.fetch
let asked: string[]
function answerWith(issuer: string): void {
  asked = []
  globalThis.fetch = async (url) => {
    asked.push(String(url))
    return Response.json({ issuer, authorization_endpoint: 'https://login.example/authorize' })
  }
}
afterEach(() => {
  globalThis.fetch = realFetch
})

const ENTRA = 'https://login.microsoftonline.com'

it('is Entra ID, at the tenant, and is discovered once an hour', async () => {
  answerWith(`${ENTRA}/${TENANT}/v2.0`)
  const issuer = createIssuer(options)

  const begun = await issuer.begin(CALLBACK)
  await issuer.begin(CALLBACK)
  clock.now += 60 * 60_000 - 1
  await issuer.begin(CALLBACK)
  expect(asked).toEqual([`${ENTRA}/${TENANT}/v2.0/.well-known/openid-configuration`])
  clock.now += 1
  await issuer.begin(CALLBACK)

  expect(asked).toHaveLength(2)
  expect(begun).toMatchObject({
    kind: 'begun',
    location: expect.stringMatching(/^https:\/\/login\.example\/authorize\?/),
  })
})

// The library takes these two for good at Entra ID's own address; they would open the door to all.
it.each([
  `${ENTRA}/{tenantid}/v2.0`,
  `${ENTRA}/${TENANT_OF_LINDEDAM}/v2.0`,
  `${ENTRA}/${TENANT}/v2.0/`,
  `https://sts.windows.net/${TENANT}/`,
])('is not one that calls itself %s', async (issuer) => {
  answerWith(issuer)

  expect(await createIssuer(options).begin(CALLBACK)).toEqual({
    kind: 'down',
    reason: expect.any(String),
  })
})

it('is not asked over http, unless a test says so', async () => {
  const stand = await startIssuer({ ...registration, redirectUri: CALLBACK })
  const other = { issuer: stand.issuer, loopback: false }

  const refused = await createIssuer({ ...options, other }).begin(CALLBACK)
  const taken = await createIssuer({ ...options, other: { ...other, loopback: true } }).begin(
    CALLBACK,
  )
  await stand.close()

  expect([refused.kind, taken.kind]).toEqual(['down', 'begun'])
  expect(stand.log).toEqual(['discovery: ok'])
})
