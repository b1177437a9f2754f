/** The results site: what somebody who came in finds behind each address, and how often. */
import { type ASite, aSiteFor, MINUTE, PEOPLE } from './a-site.ts'

let a: ASite
beforeEach(async () => {
  a = await aSiteFor()
})
afterEach(() => a.storage.close())

describe('rights', () => {
  it.each([
    ['ciso', 200, 200, 200],
    ['auditor', 200, 200, 200],
    ['manager', 200, 404, 404],
    ['deputy', 403, 403, 403],
    ['admin', 403, 403, 403],
    ['employee', 403, 403, 403],
  ])('of %s: overview %d, another unit %d, use %d', async (who, overview, unit, use) => {
    const cookie = await a.signIn(who)
    const targets = ['/results', '/results/units?path=Sociaal', '/results/use']

    const answers = await Promise.all(targets.map((target) => a.get(target, cookie)))

    expect(answers.map(({ status }) => status)).toEqual([overview, unit, use])
  })

  it('are read again at every request', async () => {
    const cookie = await a.signIn('manager')
    const { people, webSignIns } = a.storage.stores
    const setRoster = (some: typeof PEOPLE) =>
      people.replace('waterveen', { people: some, units: [] })
    const target = '/results/units?path=Ruimte'
    expect((await a.get(target, cookie)).status).toBe(200)

    await setRoster(PEOPLE.map((one) => (one.id === 'manager' ? { ...one, roles: [] } : one)))
    const without = await a.get(target, cookie)
    await setRoster(PEOPLE.filter(({ id }) => id !== 'manager'))
    const gone = await a.get(target, cookie)
    await setRoster(PEOPLE)
    const back = await a.get(target, cookie)

    expect([without.status, gone.status, back.status]).toEqual([403, 403, 403])
    expect(gone.headers['Set-Cookie']).toMatch(/Max-Age=0/)
    expect(await webSignIns.forgetPerson('waterveen', 'manager')).toBe(0)
  })

  it('are noted at each view, and not where no results are shown', async () => {
    const cookie = await a.signIn('ciso')
    const targets = [
      '/results',
      '/results/units?path=Ruimte&round=round-1',
      '/results/questions/P01',
      '/results/rounds',
      '/results/use',
      '/results/export.csv',
      '/results/export.xlsx',
      '/results/about',
      '/results/accessibility',
      '/results/nothing',
      '/results/units?path=Nergens',
    ]
    for (const target of targets) await a.get(target, cookie)

    const rows = await a.storage.stores.audit.list('waterveen')
    expect(rows.map(({ action, object, details }) => [action, object, details])).toEqual([
      ['results-viewed', 'round-2', { page: 'overview' }],
      ['results-viewed', 'round-1', { page: 'unit', unit: 'Ruimte' }],
      ['results-viewed', 'round-2', { page: 'question', question: 'P01' }],
      ['results-viewed', 'round-2', { page: 'rounds' }],
      ['results-viewed', 'round-2', { page: 'use' }],
      ['results-exported', 'round-2', { page: 'csv' }],
      ['results-exported', 'round-2', { page: 'xlsx' }],
    ])
    expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(['ciso']))
    expect(await a.storage.stores.audit.list('lindedam')).toEqual([])
  })

  it('nobody sees what could not be noted', async () => {
    const cookie = await a.signIn('ciso')
    const { storage } = a
    const audit = { ...storage.stores.audit, append: () => Promise.reject(new Error('full')) }
    const site = await aSiteFor({
      storage: { ...storage, stores: { ...storage.stores, audit } },
    })

    const answer = await site.get('/results', cookie)

    expect(answer.status).toBe(500)
    expect(answer.body).not.toMatch(/overview|full/)
    expect(answer.body).toContain('noem nummer a1b2c3')
    expect(site.broken).toEqual([new Error('full')])
  })
})

describe('an address', () => {
  it.each([
    ['/results', 'overview nl waterveen round-2'],
    ['/results/', 'overview nl waterveen round-2'],
    ['/results?lang=en&round=round-1', 'overview en waterveen round-1'],
    ['/results?lang=de', 'overview nl waterveen round-2'],
    ['/results/questions/P36', 'question P36'],
    ['/results/units', 'unit '],
    ['/results/units?path=Ruimte/Vergunningen', 'unit Ruimte/Vergunningen'],
    ['/results/rounds', 'rounds'],
    ['/results/about', 'about'],
    ['/results/accessibility', 'accessibility'],
    ['/results/use', 'use'],
  ])('%s leads to "%s"', async (target, body) => {
    const answer = await a.get(target, await a.signIn('ciso'))

    expect([answer.status, answer.body]).toEqual([200, body])
  })

  it.each([
    '/results/questions/P99',
    '/results/questions/P01/more',
    '/results/questions/__proto__',
    '/results/toString',
    '/results/units?path=ruimte',
    '/results?round=',
    '/results/export.pdf',
    '/results/enter/',
    `/results/enter/${'x'.repeat(300)}`,
  ])('%s leads nowhere', async (target) => {
    expect((await a.get(target, await a.signIn('ciso'))).status).toBe(404)
  })

  it('gives a file under a name of its own', async () => {
    const cookie = await a.signIn('ciso')
    const csv = await a.get('/results/export.csv', cookie)
    const xlsx = await a.get('/results/export.xlsx', cookie)

    expect(csv.headers).toMatchObject({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="vraagbaak-2027-01-15.csv"',
      'X-Content-Type-Options': 'nosniff',
    })
    expect(xlsx.headers['Content-Disposition']).toContain('vraagbaak-2027-01-15.xlsx')
    expect(xlsx.body).toEqual(Uint8Array.of(80, 75))
  })

  it('shows nothing yet where no round has closed', async () => {
    await a.storage.stores.polls.forgetBefore('waterveen', a.clock.now)
    const cookie = await a.signIn('ciso')

    expect((await a.get('/results', cookie)).body).toBe('overview nl waterveen none')
    expect((await a.get('/results/units', cookie)).status).toBe(404)
    expect((await a.get('/results/export.csv', cookie)).status).toBe(404)
    expect(await a.storage.stores.audit.list('waterveen')).toEqual([])
  })
})

describe('limits', () => {
  const limited = (limits: object) => aSiteFor({ limits })

  it('hold for one browser, and leave the others behind the same address alone', async () => {
    const site = await limited({ perSession: 2 })
    const [one, other] = [await site.signIn('ciso'), await site.signIn('auditor')]
    const statuses = async (cookie: string) => (await site.get('/results', cookie)).status

    expect([await statuses(one), await statuses(one)]).toEqual([200, 200])
    const refused = await site.get('/results', one)
    expect([refused.status, refused.headers['Retry-After']]).toEqual([429, '30'])
    expect(await statuses(other)).toBe(200)
    site.clock.now += 30_000
    expect([await statuses(one), await statuses(one)]).toEqual([200, 429])
    await site.storage.close()
  })

  it('hold for one address, of IPv6 for the whole network', async () => {
    const site = await limited({ perAddress: 2 })
    const from = (remoteAddress: string) => site.get('/results', '', { remoteAddress })

    const answers = []
    for (const last of ['1', '2', '3']) answers.push(await from(`2001:db8:1:2::${last}`))

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 429])
    expect((await from('2001:db8:1:3::1')).status).toBe(403)
    expect((await from('192.0.2.7')).status).toBe(403)
    await site.storage.close()
  })

  it('hold for coming in, and leave the link as it is', async () => {
    const site = await limited({ entriesPerAddress: 1 })
    const link = await site.linkFor('ciso')
    await site.post('/results/enter', { token: 'guess' })

    const refused = await site.enter(link)
    site.clock.now += MINUTE

    expect([refused.status, (await site.enter(link)).status]).toEqual([429, 303])
    await site.storage.close()
  })
})

it('leaves every answer out of caches and frames of others, and lets nothing run', async () => {
  const cookie = await a.signIn('ciso')
  const link = await a.linkFor('ciso')
  const answers = [
    await a.get('/results', cookie),
    await a.get('/results'),
    await a.get('/results/nothing', cookie),
    await a.get('/results/export.csv', cookie),
    await a.get(new URL(link).pathname),
    await a.enter(link),
    await a.post('/results/sign-out', {}),
  ]

  for (const { headers } of answers)
    expect(headers).toMatchObject({
      'Content-Security-Policy': expect.stringContaining("default-src 'none'"),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': expect.stringContaining('camera=()'),
    })
})
