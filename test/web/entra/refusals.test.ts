/** What signing in must refuse: tokens that are not good, and ways back that nobody began. */
import fc from 'fast-check'
import type { Tampering } from '../../stand-ins/issuer.ts'
import { aRequest, MINUTE, NOW } from '../a-site.ts'
import type { ABrowser } from './a-browser.ts'
import {
  type ABase,
  type AnEntra,
  aBase,
  anEntra,
  CALLBACK,
  FLOW,
  OID,
  TENANT_OF_LINDEDAM,
} from './an-entra.ts'
import { expectFriendly, expectOutside } from './expectations.ts'

let base: ABase
let entra: AnEntra
beforeAll(async () => {
  base = await aBase()
})
beforeEach(async () => {
  entra = await anEntra({ base, limits: { entriesPerAddress: 1_000 } })
  entra.clock.now = NOW
  entra.issuer.signIn(OID.ciso)
})
afterAll(() => base.storage.close())
afterEach(async () => {
  await entra.stop()
  expect(entra.broken).toEqual([])
})

const isCallback = (url: string) => url.startsWith(CALLBACK)
/** Signs in, and stops where the browser would come back to us. */
const upToCallback = (browser: ABrowser) => browser.go('/results/sign-in', { until: isCallback })
const tokenCalls = () => entra.issuer.log.filter((line) => line.startsWith('token'))

describe('an ID token', () => {
  const now = Math.floor(Date.now() / 1000)
  const cases: readonly (readonly [string, Tampering, reason: string])[] = [
    ['for another sign-in', { claims: { nonce: 'x'.repeat(43) } }, 'OAUTH_JWT_CLAIM'],
    ['for no sign-in', { claims: { nonce: undefined } }, 'OAUTH_INVALID_RESPONSE'],
    ['for another app', { claims: { aud: OID.stranger } }, 'OAUTH_JWT_CLAIM'],
    ['for several apps', { claims: { aud: [OID.stranger, 'x'] } }, 'OAUTH_JWT_CLAIM'],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }, 'OAUTH_JWT_CLAIM'],
    [
      'of another tenant, signed with the same keys',
      { claims: { tid: TENANT_OF_LINDEDAM } },
      'other-tenant',
    ],
    ['of no tenant', { claims: { tid: undefined } }, 'no-object-id'],
    ['that is over', { claims: { exp: now - 60 } }, 'OAUTH_JWT_TIMESTAMP'],
    ['that never ends', { claims: { exp: undefined } }, 'OAUTH_INVALID_RESPONSE'],
    ['that is not there yet', { claims: { nbf: now + 600 } }, 'OAUTH_JWT_TIMESTAMP'],
    ['of nobody', { claims: { oid: undefined } }, 'no-object-id'],
    ['of an odd person', { claims: { oid: "' or 1=1" } }, 'no-object-id'],
    ['that nobody signed', { signature: 'none' }, 'OAUTH_'],
    ['signed with our own secret', { signature: 'HS256 with the client secret' }, 'OAUTH_'],
    ['signed in another way than agreed', { signature: 'PS256' }, 'OAUTH_'],
    ['signed by a stranger', { signature: 'of a stranger' }, 'OAUTH_INVALID_RESPONSE'],
    ['that was changed', { signature: 'of other claims' }, 'OAUTH_INVALID_RESPONSE'],
    ['of an unknown key', { keyId: 'third' }, 'OAUTH_KEY_SELECTION'],
  ]

  it.each(cases)('%s lets nobody in', async (_name, tampering, reason) => {
    entra.issuer.tamper(tampering)
    const browser = entra.browser()

    expectFriendly(await browser.go('/results/sign-in'), 403)

    await expectOutside(browser)
    expect(tokenCalls()).toEqual(['token: ok'])
    expect(entra.failures).toEqual([
      { kind: 'refused', reason: expect.stringMatching(new RegExp(`^${reason}`)) },
    ])
    entra.issuer.tamper({})
    expect((await browser.go('/results/sign-in')).status).toBe(200)
  })
})

describe('keys', () => {
  it('that were replaced are known at the next sign-in, and the old ones no more', async () => {
    expect((await entra.browser().go('/results/sign-in')).status).toBe(200)
    entra.issuer.rotate()
    expect((await entra.browser().go('/results/sign-in')).status).toBe(200)
    entra.issuer.signWithWithdrawnKey()

    expectFriendly(await entra.browser().go('/results/sign-in'), 403)
    expect(entra.issuer.log.filter((line) => line === 'discovery: ok')).toHaveLength(1)
  })
})

describe('a way back', () => {
  it.each([
    ['without anything', ''],
    ['without a state', '?code=code-1'],
    ['with another state', `?code=code-1&state=${'x'.repeat(43)}`],
    ['with an error of somebody else', '?error=server_error&error_description=%3Cb%3E'],
    ['with a token', '?id_token=a.b.c&state=x'],
  ])('%s is not looked at, and uses nothing up', async (_name, query) => {
    const browser = entra.browser()
    const { url } = await upToCallback(browser)

    expectFriendly(await browser.go(`${CALLBACK}${query}`, { from: 'https://evil.example/' }), 403)

    expect(tokenCalls()).toEqual([])
    expect(entra.failures).toEqual([])
    expect((await browser.go(url)).status).toBe(200)
  })

  // Otherwise somebody could make others look around, and be noted, as themselves.
  it('in a browser that did not begin it lets nobody in', async () => {
    const [attacker, victim] = [entra.browser(), entra.browser()]
    const { url } = await upToCallback(attacker)
    expectFriendly(await victim.go(url, { from: 'https://evil.example/' }), 403)
    await upToCallback(victim)
    expectFriendly(await victim.go(url, { from: 'https://evil.example/' }), 403)

    await expectOutside(victim)
    expect(tokenCalls()).toEqual([])
  })

  it('with a code of another browser fails at the issuer, by PKCE', async () => {
    const [attacker, victim] = [entra.browser(), entra.browser()]
    const code = new URL((await upToCallback(attacker)).url).searchParams.get('code') ?? ''
    const { url } = await upToCallback(victim)
    const mixed = new URL(url)
    mixed.searchParams.set('code', code)

    expectFriendly(await victim.go(mixed.href), 403)

    expect(tokenCalls()).toEqual(['token: invalid_grant (verifier)'])
    expect(entra.failures).toEqual([{ kind: 'refused', reason: 'invalid_grant' }])
    await expectOutside(victim)
  })

  it.each([
    ['twice the code', (url: URL) => url.searchParams.append('code', 'code-2')],
    ['twice the state', (url: URL) => url.searchParams.append('state', 'x')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['an empty code', (url: URL) => url.searchParams.set('code', '')],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['a token beside the code', (url: URL) => url.searchParams.set('id_token', 'a.b.c')],
  ])('with %s is refused', async (_name, change) => {
    const browser = entra.browser()
    const url = new URL((await upToCallback(browser)).url)
    change(url)

    expectFriendly(await browser.go(url.href), 403)

    await expectOutside(browser)
    expect(entra.issuer.log).not.toContain('token: ok')
  })

  it('works once, also for who kept the cookie', async () => {
    const [browser, other] = [entra.browser(), entra.browser()]
    const { url } = await upToCallback(browser)
    other.put(browser.copy())

    const [first, again] = [await browser.go(url), await other.go(url)]

    expect(first.status).toBe(200)
    expectFriendly(again, 403)
    await expectOutside(other)
    expect(tokenCalls()).toEqual(['token: ok'])
  })

  it('works once when it comes three times at the same moment', async () => {
    const browser = entra.browser()
    const { url } = await upToCallback(browser)
    const others = [entra.browser(), entra.browser(), entra.browser()]
    for (const other of others) other.put(browser.copy())

    const answers = await Promise.all(others.map((other) => other.go(url)))

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403, 403])
    expect(tokenCalls()).toEqual(['token: ok'])
  })

  it('works once over several processes, because the issuer takes a code once', async () => {
    const browser = entra.browser()
    const { url } = await upToCallback(browser)
    const cookies = { [FLOW]: browser.copy().get(FLOW)?.value ?? '' }
    await browser.go(url)
    const { pathname: path, searchParams: query } = new URL(url)

    const again = await entra.otherProcess()(aRequest({ path, query, cookies }))

    expect([again.status, again.headers['Set-Cookie']]).toEqual([403, undefined])
    expect(tokenCalls()).toEqual(['token: ok', 'token: invalid_grant (used)'])
  })

  it.each([
    [10 * MINUTE - 1, 200],
    [10 * MINUTE, 403],
  ])('after %d ms is answered %d', async (later, status) => {
    const browser = entra.browser()
    const { url } = await upToCallback(browser)
    const cookies = browser.copy()
    entra.clock.now += later
    // As if the browser kept it longer than it was told to.
    const late = new Map([...cookies].map(([name, one]) => [name, { ...one, until: Infinity }]))
    browser.put(late)

    expect((await browser.go(url)).status).toBe(status)
    expect(tokenCalls()).toHaveLength(status === 200 ? 1 : 0)
  })

  it.each([
    ['changed', (value: string) => `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`],
    ['empty', () => ''],
    ['sealed for another purpose', () => entra.secret.seal('19:conversation@thread.v2')],
    ['made of another sealed object', () => entra.secret.seal(JSON.stringify({ kind: 'x' }))],
  ])('with a cookie that was %s is refused', async (_name, changed) => {
    const browser = entra.browser()
    const { url } = await upToCallback(browser)
    const cookie = browser.copy().get(FLOW)
    if (cookie === undefined) throw new Error('there is no cookie')
    browser.put(new Map([[FLOW, { ...cookie, value: changed(cookie.value) }]]))

    expectFriendly(await browser.go(url), 403)
    expect(tokenCalls()).toEqual([])
  })
})

it('takes anything for a way back, and lets nobody in by it', async () => {
  const browser = entra.browser()
  await upToCallback(browser)
  const flow = browser.copy().get(FLOW)?.value ?? ''
  const name = fc.constantFrom('code', 'state', 'error', 'iss', 'response', 'id_token', '__proto__')
  const pairs = fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 40 })), {
    maxLength: 6,
  })
  const cookie = fc.oneof(fc.constant(flow), fc.string({ maxLength: 80 }))

  await fc.assert(
    fc.asyncProperty(pairs, cookie, async (query, value) => {
      const cookies = { [FLOW]: value }
      const asked = { path: '/results/callback', query: new URLSearchParams(query), cookies }
      const answer = await entra.site(aRequest(asked))

      expect([answer.status, answer.headers['Set-Cookie']]).toEqual([403, undefined])
    }),
    { seed: 2026, numRuns: 100 },
  )
  expect(tokenCalls()).toEqual([])
})
