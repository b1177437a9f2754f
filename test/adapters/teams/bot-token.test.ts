/** The bot's own token, by Microsoft's own login library from a stand-in (F9). */
import type { ServiceClientCredentialsFactory } from 'botframework-connector'
import { createGetToken, type GetToken } from '../../../bot/adapters/teams/bot-token.ts'
import { type IdentityProvider, startIdentityProvider } from '../../stand-ins/identity-provider.ts'
import { APP_ID, identityBy } from '../../stand-ins/teams.ts'

const TOKEN = `token of ${APP_ID} for https://api.botframework.com/.default`

let provider: IdentityProvider
let getToken: GetToken

beforeEach(async () => {
  provider = await startIdentityProvider(APP_ID)
  getToken = identityBy(provider.url).getToken ?? (() => Promise.reject(new Error('local mode')))
})
afterEach(() => provider.close())

it('is asked for once by all who need it at the same time', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => getToken(true)))

  expect(new Set(tokens)).toEqual(new Set([TOKEN]))
  expect(provider.received).toHaveLength(1)
})

it('is kept, and asked for anew when it is refused', async () => {
  await getToken(true)
  await getToken(false)
  const kept = provider.received.length
  await getToken(true)

  expect([kept, provider.received.length]).toEqual([1, 2])
})

it.each([400, 401, 404, 500, 503])(
  'cannot be had while the login says %d, and can right after',
  async (s) => {
    provider.failWith(s)
    const during = await getToken(true).catch(() => 'none')
    provider.failWith(undefined)
    const after = await getToken(true)

    expect([during, after]).toEqual(['none', TOKEN])
  },
)

it('is not waited for without end', async () => {
  const hanging = {
    createCredentials: () => new Promise(() => {}),
  } as unknown as ServiceClientCredentialsFactory // of which nothing else is used
  const impatient = createGetToken(hanging, APP_ID, 5)

  await expect(impatient(false)).rejects.toThrow('took too long')
  await expect(impatient(false)).rejects.toThrow('took too long') // and it is asked again
})
