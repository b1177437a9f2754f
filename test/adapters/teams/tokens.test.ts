/**
 * The token matrix (security-and-reliability.md, S1): really signed tokens over HTTP.
 *
 * Of every refusal it is also proved that nothing happened: no word to the bot, no call out.
 */
import { SignJWT } from 'jose'
import { ISSUER } from '../../stand-ins/identity-provider.ts'
import {
  APP_ID,
  everLater,
  forService,
  startTeams,
  TENANT,
  type TeamsRig,
} from '../../stand-ins/teams.ts'

let teams: TeamsRig

beforeAll(async () => {
  // Many bad tokens from one address are this suite's business, not an attack.
  teams = await startTeams({ teams: { clock: everLater() } })
  await teams.post(teams.question()) // the bot's own token is in the cache
})
afterAll(() => teams.close())
beforeEach(() => {
  teams.connector.forget()
  callsBefore = teams.asked.length
  outgoingBefore = teams.identity.received.length
})

let callsBefore = 0
let outgoingBefore = 0

type Token = () => Promise<string>
type Changes = () => object

const now = () => Math.floor(Date.now() / 1000)
const serviceurl = () => teams.connector.serviceUrl
const usual = () => ({ iss: ISSUER, aud: APP_ID, serviceurl: serviceurl(), exp: now() + 3600 })
const withClaims =
  (claims: () => object): Token =>
  () =>
    teams.identity.sign({ claims: { serviceurl: serviceurl(), ...claims() } })
const good: Token = () => teams.identity.sign(forService(teams.connector))
const unsigned = (header: object, payload: object) =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`

const REFUSED: readonly (readonly [
  name: string,
  status: number,
  token: Token,
  changes?: Changes,
])[] = [
  ['no token', 401, async () => ''],
  ['garbage', 401, async () => 'abc.def.ghi'],
  [
    'a token of a skill',
    401,
    withClaims(() => ({ iss: 'https://api.botframework.com/', appid: 'other', ver: '1.0' })),
  ],
  ['a word with a space in it', 401, async () => 'not a token'],
  [
    'a forged signature under a known key id',
    401,
    () => teams.identity.sign({ ...forService(teams.connector), key: teams.identity.strangersKey }),
  ],
  [
    'an unknown key id',
    401,
    () => teams.identity.sign({ ...forService(teams.connector), keyId: 'other' }),
  ],
  [
    'no signature at all (alg none)',
    401,
    async () => unsigned({ alg: 'none', kid: 'key-of-teams' }, usual()),
  ],
  [
    'HS256 with the public key as the secret',
    401,
    () =>
      new SignJWT(usual())
        .setProtectedHeader({ alg: 'HS256', kid: 'key-of-teams' })
        .sign(new TextEncoder().encode(teams.identity.publicKeyPem)),
  ],
  ['another audience', 401, withClaims(() => ({ aud: 'another-app' }))],
  ['no audience', 401, withClaims(() => ({ aud: undefined }))],
  ['another issuer', 401, withClaims(() => ({ iss: 'https://login.example' }))],
  [
    'the issuer of Entra, which the SDK takes for its emulator',
    401,
    withClaims(() => ({
      iss: `https://sts.windows.net/${TENANT}/`,
      tid: TENANT,
      ver: '1.0',
      appid: APP_ID,
    })),
  ],
  ['expired six minutes ago', 401, withClaims(() => ({ exp: now() - 360 }))],
  ['no end', 401, () => teams.identity.sign({ ...forService(teams.connector), endless: true })],
  ['not valid until an hour from now', 401, withClaims(() => ({ nbf: now() + 3600 }))],
  ['no serviceurl claim', 401, () => teams.identity.sign()],
  [
    'another serviceurl claim',
    401,
    withClaims(() => ({ serviceurl: 'https://smba.trafficmanager.net/emea/' })),
  ],
  ['an empty serviceurl claim', 401, withClaims(() => ({ serviceurl: '' }))],
  ['no service URL in the activity', 400, good, () => ({ serviceUrl: undefined })],
  ['an empty service URL in the activity', 400, good, () => ({ serviceUrl: '' })],
  [
    'a service URL of somebody else',
    403,
    withClaims(() => ({ serviceurl: 'https://collector.example/' })),
    () => ({ serviceUrl: 'https://collector.example/' }),
  ],
  ['another platform than the key is endorsed for', 400, good, () => ({ channelId: 'webchat' })],
  ['the platform of the SDK that skips checks', 400, good, () => ({ channelId: 'AseChannel' })],
  ['an empty platform', 400, good, () => ({ channelId: '' })],
  [
    'a foreign tenant',
    403,
    good,
    () => ({
      conversation: { id: 'a:1', tenantId: 'foreign' },
      channelData: { tenant: { id: 'foreign' } },
    }),
  ],
  [
    'a foreign tenant in channelData only',
    403,
    good,
    () => ({ channelData: { tenant: { id: 'foreign' } } }),
  ],
  [
    'a foreign tenant in the conversation only',
    403,
    good,
    () => ({ conversation: { id: 'a:1', tenantId: 'foreign' } }),
  ],
  ['no tenant', 403, good, () => ({ channelData: {}, conversation: { id: 'a:1' } })],
]

for (const [name, status, token, changes = () => ({})] of REFUSED) {
  it(`refuses ${name}`, async () => {
    const response = await teams.post(teams.question(changes()), await token())

    expect(response).toMatchObject({ status, text: JSON.stringify({ error: status }) })
    expect(teams.asked).toHaveLength(callsBefore)
    expect(teams.connector.accepted).toEqual([])
    expect(teams.identity.received.slice(outgoingBefore)).toEqual([])
  })
}

it.each<readonly [name: string, token: Token]>([
  ['a good token', good],
  ['one that expired four minutes ago: clocks differ', withClaims(() => ({ exp: now() - 240 }))],
])('accepts %s', async (_name, token) => {
  const response = await teams.post(teams.question(), await token())

  expect(response).toMatchObject({ status: 200, text: '' })
  expect(teams.asked).toHaveLength(callsBefore + 1)
  expect(teams.connector.messages()).toHaveLength(1)
})

it('answers under a token of its own, got for the connector', async () => {
  await teams.post(teams.question())

  expect(teams.connector.accepted.map(({ authorization }) => authorization)).toEqual([
    `Bearer token of ${APP_ID} for https://api.botframework.com/.default`,
  ])
})

it('handles an activity that is delivered again, even at the same time, once', async () => {
  const activity = teams.question()
  const token = await good()

  const responses = await Promise.all([1, 2, 3, 4, 5].map(() => teams.post(activity, token)))

  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(teams.asked).toHaveLength(callsBefore + 1)
  expect(teams.connector.messages()).toHaveLength(1)
})
