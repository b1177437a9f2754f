/** Signing in while the issuer says no, says nonsense or says nothing: the way through the chat is left. */
import { DESCRIPTION } from '../../stand-ins/issuer.ts'
import { ADDRESS, aRequest, NOW } from '../a-site.ts'
import { type ABase, type AnEntra, aBase, anEntra, OID } from './an-entra.ts'
import { expectFriendly, expectOutside } from './expectations.ts'

let base: ABase
let entra: AnEntra
beforeAll(async () => {
  base = await aBase()
})
beforeEach(async () => {
  entra = await anEntra({ base })
  entra.clock.now = NOW
  entra.issuer.signIn(OID.ciso)
})
afterAll(() => base.storage.close())
afterEach(async () => {
  await entra.stop()
  expect(entra.broken).toEqual([])
})

describe('an error of the issuer', () => {
  it.each([
    ['access_denied', 403, 'access_denied'],
    ['login_required', 403, 'login_required'],
    ['temporarily_unavailable', 503, 'temporarily_unavailable'],
    ['<b>made up</b>', 503, 'other'],
  ])('%s is a page without details', async (error, status, reason) => {
    entra.issuer.deny(error)
    const browser = entra.browser()

    expectFriendly(await browser.go('/results/sign-in'), status)

    expect(entra.failures).toEqual([{ kind: status === 403 ? 'refused' : 'down', reason }])
    expect(JSON.stringify(entra.failures)).not.toContain(DESCRIPTION)
    await expectOutside(browser)
  })

  it('is one to mend by who runs the bot when the client secret is over', async () => {
    const wrong = await anEntra({ base, clientSecret: 'one that is over' })
    wrong.issuer.signIn(OID.ciso)
    const answer = await wrong.browser().go('/results/sign-in')
    await wrong.stop()

    expectFriendly(answer, 503)
    expect(wrong.failures).toEqual([{ kind: 'down', reason: 'invalid_client' }])
  })
})

describe('an issuer that is down', () => {
  const garbage = { status: 200, body: 'x', headers: { 'content-encoding': 'gzip' } }
  const other = {
    issuer: 'https://evil.example/v2.0',
    authorization_endpoint: 'https://evil.example/',
  }
  it.each([
    ['discovery', { status: 500 }, 503],
    ['discovery', { status: 302, headers: { location: 'https://evil.example/' } }, 503],
    ['discovery', garbage, 503],
    ['discovery', { status: 200, body: 'nonsense' }, 503],
    ['discovery', { status: 200, body: other }, 503],
    ['discovery', 'reset', 503],
    ['token', { status: 500, body: { error: 'server_error' } }, 503],
    ['token', { status: 502 }, 503],
    ['token', garbage, 503],
    ['token', { status: 200, body: 'nonsense' }, 403],
    ['token', { status: 200, body: { access_token: 'x', token_type: 'Bearer' } }, 403],
    ['token', 'reset', 503],
    ['keys', { status: 500 }, 503],
    ['keys', garbage, 503],
    ['keys', { status: 200, body: { keys: [] } }, 403],
    ['keys', 'reset', 503],
  ] as const)('at %s with %j leads to the chat, and is asked again', async (part, how, status) => {
    entra.issuer.breakDown(part, how)
    const browser = entra.browser()

    expectFriendly(await browser.go('/results/sign-in'), status)
    await expectOutside(browser)
    expect(entra.failures).toHaveLength(1)

    entra.issuer.breakDown(part, undefined)
    expect((await browser.go('/results/sign-in')).status).toBe(200)
  })

  it.each(['discovery', 'token', 'keys'] as const)('is not waited for at %s', async (part) => {
    const hasty = await anEntra({ base, timeoutMs: 100 })
    hasty.issuer.signIn(OID.ciso)
    hasty.issuer.breakDown(part, 'hang')
    const answer = await hasty.browser().go('/results/sign-in')
    await hasty.stop()

    expectFriendly(answer, 503)
    expect(hasty.failures).toEqual([{ kind: 'down', reason: 'OAUTH_TIMEOUT' }])
  })

  it('keeps nobody out who has a link, and nobody inside waits for it', async () => {
    const browser = entra.browser()
    await browser.go('/results/sign-in')
    entra.issuer.breakDown('discovery', 'hang')

    expect((await browser.go(`${ADDRESS}/results`)).status).toBe(200)
  })
})

it('speaks English to who does', async () => {
  entra.issuer.breakDown('discovery', { status: 500 })
  const asked = (path: string) => entra.site(aRequest({ path, language: 'en' }))

  expect((await asked('/results/sign-in')).body).toContain('You cannot sign in right now')
  expect((await asked('/results/callback')).body).toContain('Signing in did not work')
  expect((await asked('/results')).body).toContain('Sign in with your work account')
})
