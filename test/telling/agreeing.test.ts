/** Agreeing to hear of changes: nothing is kept before it, and nothing is left after it. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { parseAction } from '../../bot/contract/action.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { plainText } from '../../bot/plain-text.ts'
import { payloadsOf } from '../adaptive-cards/nodes.ts'
import { as } from '../bot/a-bot.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { entraIdOf } from '../rounds/a-town.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'
import { aNewsroom, DAY, type Newsroom, type NewsroomSettings, toldTo } from './a-newsroom.ts'

const QUESTION = 'Mag ik thuis printen?'
const [NOOR, SEM] = [1, 2] as const
const NO = 'Nee, thuis printen mag niet.'

let storage: Inspected
let newsroom: Newsroom
const [sqlite] = engines
const open = async (settings: Partial<NewsroomSettings> = {}) => {
  if (sqlite === undefined) throw new Error('SQLite is the first of the engines')
  storage = await openInspected(sqlite)
  newsroom = await aNewsroom({ storage, ...settings })
}
afterEach(() => storage.close())
afterAll(removeFolders)

const told = (n: number) => toldTo(newsroom, n)
const answeredRows = async () => (await storage.rows())['answered'] ?? []
const helped = (change = {}): Promise<Reply> =>
  newsroom.press(
    NOOR,
    {
      ...{ verb: 'rate-answer', sectionId: 'printen', version: '1', helpful: true },
      question: QUESTION,
    },
    change,
  )

describe('agreeing', () => {
  it('is offered after a good rating, with what is kept, how long and how to stop', async () => {
    await open()
    await newsroom.say(NOOR, QUESTION)
    const offer = as('tell-me-offer', await helped())

    expect(await answeredRows()).toEqual([])
    const text = plainText(offer)
    expect(text).toMatch(/30 dagen/)
    expect(text).toMatch(/zonder je vraag/)
    expect(text).toMatch(/niet meer melden/)
    expect(payloadsOf(cardFor(offer)).map(parseAction)).toContainEqual({
      ...{ verb: 'tell-me', sectionId: 'printen' },
    })
    await newsroom.press(NOOR, { verb: 'tell-me', sectionId: 'printen' })
    expect(await helped()).toMatchObject({ kind: 'notice', notice: 'rated-helpful' })
    expect(await answeredRows()).toHaveLength(2)
  })

  it.each([
    ['zeg het me als het wijzigt', 'niet meer melden', 'nl'],
    ['Tell me when it changes.', 'stop telling me', 'en'],
  ] as const)(
    'by "%s" begins with the last answer, and "%s" ends it',
    async (on, off, language) => {
      await open()
      await newsroom.say(NOOR, QUESTION)
      const agreed = as('telling-on', await newsroom.say(NOOR, on))

      expect(agreed).toMatchObject({ section: { id: 'printen' }, language })
      expect(await newsroom.say(NOOR, off)).toMatchObject({ notice: 'telling-stopped', language })
      expect(await answeredRows()).toEqual([])
      await newsroom.publish({ printing: NO })
      await newsroom.look()
      expect(newsroom.sent).toEqual([])
    },
  )

  it('lets later direct answers count, and a shared room see nothing of it', async () => {
    await open()
    const shared = { shared: true, conversation: '19:team' }
    expect(await helped(shared)).toMatchObject({ notice: 'rated-helpful' })
    expect(await newsroom.say(NOOR, 'zeg het me als het wijzigt', shared)).toMatchObject({
      notice: 'sent-privately',
    })
    expect(await helped(shared)).toMatchObject({ notice: 'rated-helpful' })
    await newsroom.say(NOOR, QUESTION, shared)
    await newsroom.deliver()
    await newsroom.publish({ printing: NO })
    await newsroom.look()

    expect(newsroom.inbox(NOOR).map(({ kind }) => kind)).toEqual(['telling-on', 'changed-answers'])
  })

  it('is neither offered, kept nor followed where the organisation does not do it', async () => {
    await open({ organisation: { tellChanges: false } })
    await newsroom.say(NOOR, QUESTION)

    expect(await helped()).toMatchObject({ notice: 'rated-helpful' })
    expect(await newsroom.say(NOOR, 'zeg het me als het wijzigt')).toMatchObject({
      notice: 'telling-off',
    })
    expect(await answeredRows()).toEqual([])
  })

  it('ends what was kept when the organisation stops doing it', async () => {
    await open()
    await newsroom.listen(NOOR)
    const off = await aNewsroom({ storage, organisation: { tellChanges: false } })
    await off.publish({ printing: NO })
    await off.look()

    expect(off.sent).toEqual([])
    expect(await answeredRows()).toEqual([])
  })
})

describe('what is kept of who agreed', () => {
  const dump = async () => JSON.stringify(await storage.rows())

  it('holds neither who it is nor what was asked, also while it waits to be sent', async () => {
    const canary = 'mag ik thuis printen met de zwanenhals-printer van oma'
    await open()
    await storage.stores.people.replace(newsroom.organisation.id, { people: [], units: [] })
    await newsroom.say(NOOR, canary)
    await newsroom.say(NOOR, 'zeg het me als het wijzigt')
    await newsroom.publish({ printing: NO })
    await newsroom.chores.runDue()

    expect(await answeredRows()).toHaveLength(2)
    const waiting = ((await storage.rows())['delivery'] ?? []).join()
    expect(waiting).toContain('told:')
    expect(await dump()).not.toMatch(/zwanenhals/)
    expect(await dump()).not.toContain(entraIdOf(NOOR))
  })

  it.each(['vergeet mij', 'niet meer melden'])(
    'goes by "%s", also what waits to be sent',
    async (word) => {
      await open()
      await newsroom.listen(NOOR)
      await newsroom.listen(SEM)
      await newsroom.publish({ printing: NO })
      await newsroom.chores.runDue()
      await newsroom.say(NOOR, word)
      if (word === 'vergeet mij') {
        const done = as('forgotten', await newsroom.press(NOOR, { verb: 'confirm-forget-me' }))
        expect(done.removed).toContainEqual({ what: 'answered', count: 1 })
      }
      const tables = await storage.rows()
      await newsroom.look()

      expect(tables['answered']).toHaveLength(2) // of Sem
      expect(tables['delivery']).toHaveLength(1)
      expect(tables['message']).toHaveLength(1)
      expect(told(NOOR)).toEqual([])
      expect(told(SEM)).toHaveLength(1)
    },
  )

  it('goes after 30 days without an answer, and not before', async () => {
    await open()
    await newsroom.listen(NOOR)
    newsroom.clock.now += 29 * DAY
    await newsroom.look()
    expect(await answeredRows()).toHaveLength(2)

    newsroom.clock.now += 2 * DAY
    await newsroom.publish({ printing: NO })
    await newsroom.look()

    expect(await answeredRows()).toEqual([])
    expect(newsroom.sent).toEqual([])
  })
})
