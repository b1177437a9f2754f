/** Web sign-ins: a link is used up once, whoever tries at the same time, and nothing outlives its time. */
import type { Storage } from '../../bot/storage/storage.ts'
import { engines } from './engines.ts'

const MARIT = { person: '1001', language: 'nl' } as const
const JORIS = { person: '1002', language: 'en' } as const
const session = (tag: string) => ({ tag, expiresAt: 2_000 })

describe.each(engines)('web sign-ins on $name', ({ open }) => {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
    await storage.stores.webSignIns.keepLink('waterveen', MARIT, { tag: 'link', expiresAt: 1_000 })
  })
  afterEach(() => storage.close())
  const redeem = (now: number, tag = 'session', organisation = 'waterveen') =>
    storage.stores.webSignIns.redeem(organisation, 'link', session(tag), now)
  const find = (tag: string, now = 1_500) =>
    storage.stores.webSignIns.session('waterveen', tag, now)

  it('a link gives one session, however many try at once', async () => {
    const tags = Array.from({ length: 10 }, (_, index) => `session-${index}`)

    const answers = await Promise.all(tags.map((tag) => redeem(999, tag)))

    expect(answers.filter((answer) => answer !== undefined)).toEqual([MARIT])
    const sessions = await Promise.all(tags.map((tag) => find(tag)))
    expect(sessions.filter((found) => found !== undefined)).toEqual([MARIT])
  })

  it('a link that is over gives none, and is gone', async () => {
    expect(await redeem(1_000)).toBeUndefined()
    expect(await redeem(999)).toBeUndefined()
    expect(await find('session')).toBeUndefined()
  })

  it('a link is unknown in another organisation, and still works in its own', async () => {
    expect(await redeem(999, 'theirs', 'lindedam')).toBeUndefined()
    expect(await redeem(999)).toEqual(MARIT)
  })

  it('a link is not used up by a transaction that failed', async () => {
    const failing = storage.transaction(async ({ webSignIns }) => {
      await webSignIns.redeem('waterveen', 'link', session('session'), 999)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')

    expect(await find('session')).toBeUndefined()
    expect(await redeem(999)).toEqual(MARIT)
  })

  it('a new link takes the place of one that was not used, but not of another person’s', async () => {
    const { webSignIns } = storage.stores
    await webSignIns.keepLink('waterveen', JORIS, { tag: 'of-joris', expiresAt: 1_000 })
    await webSignIns.keepLink('waterveen', MARIT, { tag: 'newer', expiresAt: 1_000 })

    expect(await redeem(1)).toBeUndefined()
    expect(await webSignIns.redeem('waterveen', 'newer', session('a'), 1)).toEqual(MARIT)
    expect(await webSignIns.redeem('waterveen', 'of-joris', session('b'), 1)).toEqual(JORIS)
  })

  it('a session ends at its time, at a word, and with who is forgotten', async () => {
    const { webSignIns } = storage.stores
    for (const tag of ['a', 'b']) await webSignIns.startSession('waterveen', MARIT, session(tag))
    await webSignIns.startSession('waterveen', JORIS, session('of-joris'))

    expect([await find('a', 1_999), await find('a', 2_000)]).toEqual([MARIT, undefined])
    expect(await webSignIns.endSession('waterveen', 'a')).toBe(true)
    expect(await webSignIns.endSession('waterveen', 'a')).toBe(false)
    expect([await find('a'), await find('b')]).toEqual([undefined, MARIT])
    expect(await webSignIns.forgetPerson('waterveen', '1001')).toBe(2) // the link too
    expect([await find('b'), await find('of-joris')]).toEqual([undefined, JORIS])
  })

  it('forgets what is over, and nothing else', async () => {
    const { webSignIns } = storage.stores
    await webSignIns.startSession('waterveen', MARIT, session('a'))

    expect(await webSignIns.forgetExpired(999)).toBe(0)
    expect(await webSignIns.forgetExpired(1_000)).toBe(1)
    expect(await webSignIns.forgetExpired(1_999)).toBe(0)
    expect(await webSignIns.forgetExpired(2_000)).toBe(1)
  })
})
