/** The entrance of the results site: who gets in by a link, for how long, and who is kept out. */
import { engines } from '../storage/engines.ts'
import { ADDRESS, type ASite, aSiteFor, COOKIE, cookieIn, MINUTE, tokenIn } from './a-site.ts'

let a: ASite
beforeEach(async () => {
  a = await aSiteFor()
})
afterEach(() => a.storage.close())

describe('a link from the chat (S15)', () => {
  it('is not used up by whatever looks at it, and then works once', async () => {
    const link = await a.linkFor('ciso')
    expect(link).toMatch(/^https:\/\/vraagbaak\.waterveen\.example\/results\/enter\/[\w.-]+$/)

    for (let look = 0; look < 3; look++) {
      const shown = await a.get(new URL(link).pathname)
      expect(shown.status).toBe(200)
      expect(shown.headers['Set-Cookie']).toBeUndefined()
      expect(shown.body).toContain(`value="${tokenIn(link)}"`)
    }
    const entered = await a.enter(link)
    const again = await a.enter(link)

    expect([entered.status, entered.headers['Location']]).toEqual([303, '/results'])
    expect((await a.get('/results', cookieIn(entered))).status).toBe(200)
    expect([again.status, again.headers['Set-Cookie']]).toEqual([410, undefined])
    expect((await a.get('/results', cookieIn(entered))).status).toBe(200)
  })

  it.each([
    [10 * MINUTE - 1, 303],
    [10 * MINUTE, 410],
    [11 * MINUTE, 410],
  ])('after %d ms is answered %d', async (later, status) => {
    const link = await a.linkFor('ciso')
    a.clock.now += later

    expect((await a.enter(link)).status).toBe(status)
  })

  it('shows what its owner may see, in whoever’s browser it is opened', async () => {
    const cookie = await a.signIn('manager')

    expect((await a.get('/results/units?path=Ruimte', cookie)).status).toBe(200)
    expect((await a.get('/results/units?path=Sociaal', cookie)).status).toBe(404)
    const [row] = await a.storage.stores.audit.list('waterveen')
    expect(row?.actor).toBe('manager')
  })

  it('looks the same whether it was used, is over, was made up or is of another town', async () => {
    const [used, over] = [await a.linkFor('ciso'), await a.linkFor('auditor')]
    await a.enter(used)
    a.clock.now += 11 * MINUTE
    const fresh = await a.linkFor('ciso')
    const theirs = fresh.replace('/waterveen.', '/lindedam.')
    const odd = [used, over, `${ADDRESS}/${'x'.repeat(43)}`, `${ADDRESS}/nowhere.${'x'.repeat(43)}`]

    const answers = await Promise.all([...odd, theirs, `${ADDRESS}/`].map((link) => a.enter(link)))

    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]?.status).toBe(410)
    expect((await a.enter(fresh)).status).toBe(303)
  })

  it('is a link and no cookie, and a cookie is no link', async () => {
    const link = await a.linkFor('ciso')
    expect((await a.get('/results', tokenIn(link))).status).toBe(403)
    const cookie = await a.signIn('ciso')

    expect((await a.post('/results/enter', { token: cookie })).status).toBe(410)
  })

  it('is not made for who is unknown, nor where nobody knows the address', async () => {
    const { stores } = a.storage
    const nobody = { organisation: 'waterveen', person: 'nobody' }
    expect(await a.links.make(nobody, stores, a.clock.now)).toBeUndefined()
    const elsewhere = { organisation: 'elsewhere', person: 'ciso' }
    expect(await a.links.make(elsewhere, stores, a.clock.now)).toBeUndefined()

    const without = await aSiteFor({ address: () => undefined })
    await expect(without.linkFor('ciso')).rejects.toThrow('no link')
    await without.storage.close()
  })
})

describe('a link', () => {
  it.each(engines)('gives one session to two who post it at once on $name', async (engine) => {
    const site = await aSiteFor({}, engine)
    const link = await site.linkFor('ciso')

    const answers = await Promise.all([site.enter(link), site.enter(link), site.enter(link)])

    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410, 410])
    await site.storage.close()
  })
})

describe('a session', () => {
  it('is in a cookie that no script reads and no other site sends along with a form', async () => {
    const entered = await a.enter(await a.linkFor('ciso'))

    expect(entered.headers['Set-Cookie']).toMatch(
      /^__Host-vraagbaak=waterveen\.[\w-]{43}; Path=\/; Max-Age=1800; HttpOnly; SameSite=Lax; Secure$/,
    )
  })

  it('has a plain cookie on this machine, where there is no https', async () => {
    const local = await aSiteFor({ address: () => 'http://127.0.0.1:3978' })
    const entered = await local.enter(await local.linkFor('ciso'))

    expect(entered.headers['Set-Cookie']).toMatch(/^vraagbaak=.*; HttpOnly; SameSite=Lax$/)
    const cookies = { vraagbaak: cookieIn(entered) }
    expect((await local.get('/results', '', { cookies })).status).toBe(200)
    await local.storage.close()
  })

  it('lasts half an hour, however much somebody looks around', async () => {
    const cookie = await a.signIn('ciso')
    a.clock.now += 30 * MINUTE - 1
    expect((await a.get('/results', cookie)).status).toBe(200)
    a.clock.now += 1

    expect((await a.get('/results', cookie)).status).toBe(403)
  })

  it('ends at signing out, also for who kept the cookie', async () => {
    const cookie = await a.signIn('ciso')
    const cookies = { [COOKIE]: cookie }

    const left = await a.post('/results/sign-out', {}, { cookies })

    expect(left.status).toBe(200)
    expect(left.headers['Set-Cookie']).toMatch(/^__Host-vraagbaak=; Path=\/; Max-Age=0; .*Secure$/)
    expect((await a.get('/results', cookie)).status).toBe(403)
  })

  it('never opens what is of another organisation, whatever its cookie says (S9)', async () => {
    const cookie = await a.signIn('ciso')
    const forged = cookie.replace('waterveen.', 'lindedam.')
    const unknown = `waterveen.${'x'.repeat(43)}`

    expect((await a.get('/results', cookie)).body).toContain('waterveen')
    expect(await a.get('/results', forged)).toEqual(await a.get('/results', unknown))
    const theirs = aRoundOfLindedamOnly()
    await theirs.add()
    expect(await a.get(`/results?round=${theirs.id}`, cookie)).toEqual(
      await a.get('/results?round=nothing-like-it', cookie),
    )
  })

  const aRoundOfLindedamOnly = () => ({
    id: 'of-lindedam',
    add: async () => {
      const { polls } = a.storage.stores
      const [plan] = await polls.plans('lindedam')
      const [round] = await polls.rounds('lindedam')
      if (plan === undefined || round === undefined) throw new Error('there is no round')
      const id = 'of-lindedam'
      await polls.addRound('lindedam', { ...round, id, planned: '2027-03-01', state: 'open' })
      await polls.close('lindedam', id, async () => ({ ...plan, round: id }))
    },
  })
})

describe('a form', () => {
  it.each([
    ['of our own', { fetchSite: 'same-origin' }, 303],
    ['of our own, in an older browser', { origin: ADDRESS }, 303],
    ['of our own that tells no origin', { fetchSite: 'same-origin', origin: 'null' }, 303],
    ['of a neighbour under the same domain', { fetchSite: 'same-site', origin: ADDRESS }, 403],
    ['of another site', { fetchSite: 'cross-site' }, 403],
    ['of another site, in an older browser', { origin: 'https://evil.example' }, 403],
    ['of a sandbox, in an older browser', { origin: 'null' }, 403],
    ['of nothing that is a browser', {}, 403],
    ['typed by somebody', { fetchSite: 'none' }, 403],
  ])('%s is answered', async (_name, from, status) => {
    const link = await a.linkFor('ciso')

    const answer = await a.postFrom(from, '/results/enter', { token: tokenIn(link) })

    expect(answer.status).toBe(status)
    if (status === 403) expect((await a.enter(link)).status).toBe(303) // it was not used up
  })

  it('of another site signs nobody out', async () => {
    const cookie = await a.signIn('ciso')
    const cookies = { [COOKIE]: cookie }

    await a.post('/results/sign-out', {}, { cookies, fetchSite: 'cross-site' })

    expect((await a.get('/results', cookie)).status).toBe(200)
  })
})

it('keeps neither the link nor the cookie', async () => {
  const { webSignIns } = a.storage.stores
  const link = await a.linkFor('ciso')

  expect(await webSignIns.session('waterveen', tokenIn(link), a.clock.now)).toBeUndefined()
  const cookie = await a.signIn('ciso')
  expect(await webSignIns.session('waterveen', cookie, a.clock.now)).toBeUndefined()
})
