/** Signing in with a work account: from the button to the results, and who gets in. */
import { organisationOfTenant } from '../../../bot/web/entra/entra.ts'
import { anOrganisation } from '../../builders.ts'
import { ADDRESS, aRequest, MINUTE } from '../a-site.ts'
import {
  type AnEntra,
  anEntra,
  CALLBACK,
  FLOW,
  OID,
  SESSION,
  TENANT,
  TENANT_OF_LINDEDAM,
} from './an-entra.ts'

let entra: AnEntra
beforeEach(async () => {
  entra = await anEntra()
})
afterEach(async () => {
  await entra.stop()
  expect(entra.broken).toEqual([])
})

const as = (objectId: string, on = entra) => {
  on.issuer.signIn(objectId)
  return on.browser()
}

describe('somebody with a work account', () => {
  it('comes from the refusal by one link to the results, and out again', async () => {
    const browser = as(OID.ciso)
    const refused = await browser.go('/results')
    const [, link = ''] =
      /<a class="primary" href="([^"]+)">Inloggen met je/.exec(refused.body) ?? []

    const shown = await browser.go(link, { from: `${ADDRESS}/results` })

    expect([refused.status, link]).toEqual([403, '/results/sign-in'])
    expect([shown.status, shown.body]).toEqual([200, 'overview nl waterveen round-2'])
    expect(shown.url).toBe(`${ADDRESS}/results`) // nothing of the sign-in is left in it
    expect(browser.cookies()).toEqual([SESSION])
    expect(entra.issuer.log).toEqual(['discovery: ok', 'authorize: ok', 'token: ok', 'keys: ok'])
    expect(entra.failures).toEqual([])
  })

  // A Strict cookie stays behind on the way back from the issuer, so this fails with one.
  it('is sent back by another site, and its browser still has both cookies', async () => {
    const browser = as(OID.ciso)
    const shown = await browser.go('/results/sign-in', { from: 'https://intranet.example/start' })

    expect(shown.way.map((url) => new URL(url).pathname.replace(TENANT, '…'))).toEqual([
      '/results/sign-in',
      '/…/oauth2/v2.0/authorize',
      '/results/callback',
      '/results',
    ])
    expect(shown.status).toBe(200)
  })

  it('stays for half an hour, as with a link from the chat, and is noted the same', async () => {
    const browser = as(OID.manager)
    await browser.go('/results/sign-in')
    const own = await browser.go('/results/units?path=Ruimte')
    const other = await browser.go('/results/units?path=Sociaal')
    entra.clock.now += 30 * MINUTE
    const late = await browser.go('/results')

    expect([own.status, other.status, late.status]).toEqual([200, 404, 403])
    const rows = await entra.storage.stores.audit.list('waterveen')
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['manager']))
  })

  it('is found however the object id is written', async () => {
    entra.issuer.tamper({ claims: { oid: OID.ciso.toUpperCase() } })

    expect((await as(OID.ciso).go('/results/sign-in')).status).toBe(200)
  })

  it.each([
    ['who may see no results', OID.employee],
    ['who is not in the roster', OID.stranger],
    ['who is only in that of another organisation', OID.elsewhere],
  ])('%s is told so, and gets no session', async (_who, objectId) => {
    const browser = as(objectId)
    const shown = await browser.go('/results/sign-in')

    expect(shown.status).toBe(403)
    expect(shown.body).toContain('Deze resultaten zijn niet voor jou')
    expect(browser.cookies()).toEqual([])
    expect((await browser.go('/results')).status).toBe(403)
  })

  it('gets in no longer once the role is gone', async () => {
    const browser = as(OID.ciso)
    await browser.go('/results/sign-in')
    await entra.storage.stores.people.replace('waterveen', { people: [], units: [] })

    expect((await browser.go('/results')).status).toBe(403)
    expect((await browser.go('/results/sign-in')).status).toBe(403)
  })
})

describe('two organisations', () => {
  it('are told apart by their tenants', async () => {
    const lindedam = await anEntra({ tenantId: TENANT_OF_LINDEDAM })
    const theirs = await as(OID.elsewhere, lindedam).go('/results/sign-in')
    const ours = await as(OID.ciso, lindedam).go('/results/sign-in')
    await lindedam.stop()

    expect(theirs.body).toBe('overview nl lindedam round-2')
    expect(ours.status).toBe(403)
  })

  it('must have the tenant, or the bot does not start', () => {
    const organisations = [anOrganisation({ id: 'a', tenants: [TENANT.toUpperCase()] })]

    expect(organisationOfTenant(organisations, TENANT).id).toBe('a')
    expect(() => organisationOfTenant(organisations, TENANT_OF_LINDEDAM)).toThrow(
      /^ENTRA_TENANT_ID is the tenant of no organisation: add it to .+ organisations file\.$/,
    )
  })
})

describe('the request to the issuer', () => {
  const request = async (target = '/results/sign-in') => {
    const { headers, status } = await entra.site(aRequest(split(target)))
    return { status, location: new URL(headers['Location'] ?? ''), cookie: headers['Set-Cookie'] }
  }
  const split = (target: string) => {
    const { pathname, searchParams } = new URL(target, ADDRESS)
    return { path: pathname, query: searchParams }
  }

  it('asks for a code with PKCE, and for no more than who it is', async () => {
    const { status, location, cookie } = await request()
    const asked = Object.fromEntries(location.searchParams)

    expect(status).toBe(303)
    expect(asked).toMatchObject({
      response_type: 'code',
      response_mode: 'query',
      scope: 'openid profile',
      redirect_uri: CALLBACK,
      code_challenge_method: 'S256',
    })
    for (const secret of [asked['state'], asked['nonce'], asked['code_challenge']])
      expect(secret).toMatch(/^[\w-]{43}$/)
    expect(cookie).toMatch(
      new RegExp(`^${FLOW}=[\\w-]+; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$`),
    )
    expect(cookie).not.toContain(asked['state'])
  })

  it('is another each time', async () => {
    const [one, other] = [await request(), await request()]
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(one.location.searchParams.get(name)).not.toBe(other.location.searchParams.get(name))
  })

  it.each([
    '?redirect_uri=https://evil.example/',
    '?next=//evil.example&returnUrl=https://evil.example&url=/results/export.csv',
    '?state=x&nonce=x&code_challenge=x&client_id=x&scope=.default',
    '?lang=en&response_mode=fragment',
  ])('takes nothing of the address over: %s', async (query) => {
    const { location } = await request(`/results/sign-in${query}`)

    expect(location.href.startsWith(entra.issuer.url)).toBe(true)
    expect(location.searchParams.getAll('redirect_uri')).toEqual([CALLBACK])
    expect(location.href).not.toMatch(/evil|=x(&|$)|fragment|export/)
  })

  it('leads to the overview whatever the answer brings along', async () => {
    const browser = as(OID.ciso)
    const back = await browser.go('/results/sign-in', { until: (url) => url.startsWith(CALLBACK) })
    const shown = await browser.go(
      `${back.url}&redirect_uri=https://evil.example&next=//evil.example`,
    )

    expect(shown.url).toBe(`${ADDRESS}/results`)
  })

  it('comes from a GET only', async () => {
    for (const path of ['/results/sign-in', '/results/callback', '/results/tab']) {
      const answer = await entra.site(aRequest({ path, method: 'POST', fetchSite: 'same-origin' }))
      expect(answer.status).toBe(404)
    }
    expect(entra.issuer.log).toEqual([])
  })
})

describe('attempts', () => {
  it('are limited from one address, in which the tab does not count', async () => {
    const limited = await anEntra({ limits: { entriesPerAddress: 2 } })
    const browser = as(OID.ciso, limited)
    for (let look = 0; look < 5; look++) expect((await browser.go('/results/tab')).status).toBe(200)

    const statuses = []
    for (let attempt = 0; attempt < 2; attempt++)
      statuses.push((await browser.go('/results/sign-in')).status)
    await limited.stop()

    expect(statuses).toEqual([200, 429]) // the way there and the way back count each
  })
})

describe('the offer to sign in', () => {
  it('stands on every page of who is outside', async () => {
    const form = { method: 'POST', fetchSite: 'same-origin' } as const
    const answers = await Promise.all([
      entra.site(aRequest()),
      entra.site(aRequest({ method: 'POST', fetchSite: 'cross-site' })),
      entra.site(aRequest({ path: '/results/enter', ...form })),
      entra.site(aRequest({ path: '/results/sign-out', ...form })),
    ])

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 410, 200])
    for (const { body } of answers) expect(body).toContain('href="/results/sign-in"')
  })

  it('does not where nobody can', async () => {
    const without = await anEntra({ withoutEntra: true })
    const browser = without.browser()
    const pages = [await browser.go('/results'), await browser.go('/results/sign-in')]
    const tab = await browser.go('/results/tab')
    await without.stop()

    for (const page of [...pages, tab]) {
      expect(page.status).toBe(403)
      expect(page.body).not.toMatch(/sign-in|werkaccount/)
    }
  })
})

describe('the tab in Teams', () => {
  const asked = (path: string, language: 'nl' | 'en' = 'nl') =>
    entra.site(aRequest({ path, language }))
  const framesOf = (headers: Readonly<Record<string, string>>) =>
    /frame-ancestors ([^;]+)/.exec(headers['Content-Security-Policy'] ?? '')?.[1]

  it('is the only page that may be framed, and by Teams only', async () => {
    const others = ['/results', '/results/callback', '/results/sign-in', '/results/nothing']

    expect(framesOf((await asked('/results/tab')).headers)).toBe(
      'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
    )
    for (const path of others) expect(framesOf((await asked(path)).headers)).toBe("'none'")
  })

  it.each([
    ['nl', 'Bekijk de resultaten in je browser'],
    ['en', 'See the results in your browser'],
  ] as const)('shows one button that opens the browser (%s)', async (language, text) => {
    const { status, body, headers } = await asked('/results/tab', language)

    expect(status).toBe(200)
    expect(body).toContain(
      `<a class="primary" href="/results/sign-in" target="_blank" rel="noopener">${text}</a>`,
    )
    expect(body).toContain(`<html lang="${language}">`)
    expect(body).not.toMatch(/<script|<form| on\w+=/)
    expect(headers).toMatchObject({
      'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    expect(headers).not.toHaveProperty('X-Frame-Options')
  })
})
