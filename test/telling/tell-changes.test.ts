/** Who agreed hears of changed answers: once each, within working hours, and nobody else. */
import { z } from 'zod'
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { parseAction } from '../../bot/contract/action.ts'
import type { ReplyOf } from '../../bot/contract/reply.ts'
import { plainText } from '../../bot/plain-text.ts'
import { nodesOfType, payloadsOf, runTexts } from '../adaptive-cards/nodes.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'
import {
  aNewsroom,
  DAY,
  HOUR,
  type Newsroom,
  type NewsroomSettings,
  TUESDAY,
  toldTo,
} from './a-newsroom.ts'

const QUESTION = 'Mag ik thuis printen?'
const [NOOR, SEM, EVA] = [1, 2, 3] as const
const NO = 'Nee, thuis printen mag niet.'

const Run = z.object({
  text: z.string(),
  weight: z.string().optional(),
  strikethrough: z.boolean().optional(),
})

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
const newest = (n: number): ReplyOf<'changed-answers'> => {
  const last = told(n).at(-1)
  if (last === undefined) throw new Error('nothing was told')
  return last
}

describe('an answer that changed', () => {
  it('is told to who agreed, with what it said and says, and to nobody else', async () => {
    await open()
    for (const n of [NOOR, SEM, EVA]) await newsroom.say(n, QUESTION)
    await newsroom.press(NOOR, { verb: 'tell-me', sectionId: 'printen' })
    await newsroom.press(EVA, { verb: 'tell-me', sectionId: 'wifi' })
    newsroom.clock.now += 5 * DAY // Sunday
    await newsroom.publish({ printing: NO })
    await newsroom.look()
    expect(newsroom.sent).toEqual([])

    newsroom.clock.now = TUESDAY + 6 * DAY // Monday, at one
    await newsroom.look()
    await newsroom.look()

    expect(newsroom.sent).toHaveLength(1)
    const [message] = told(NOOR)
    expect(message).toMatchObject({ versions: { before: 1, after: 2 }, more: 0, language: 'nl' })
    expect(plainText(newest(NOOR)).replaceAll(/\s+/g, ' ')).toContain(
      'Je vroeg op 3 november 2026 iets over: Mag ik thuis printen? Het antwoord is gewijzigd. ' +
        'Eerst: Ja, thuis printen mag op je eigen printer. Nu: Nee, thuis printen mag niet. ' +
        'Je had versie 1 van het handboek. Nu geldt versie 2.',
    )
  })

  it('shows on the card what went struck through and what came bold, with ways on and out', async () => {
    await open()
    await newsroom.listen(NOOR)
    await newsroom.publish({ printing: NO })
    await newsroom.look()
    const card = cardFor(newest(NOOR))
    const runs = nodesOfType(card, 'TextRun').map((run) => Run.parse(run))
    const textsOf = (some: readonly z.infer<typeof Run>[]) => some.map(({ text }) => text.trim())

    expect(textsOf(runs.filter(({ strikethrough }) => strikethrough))).toEqual([
      'Ja',
      'op je eigen printer',
    ])
    expect(textsOf(runs.filter(({ weight }) => weight === 'Bolder'))).toEqual(
      expect.arrayContaining(['Nee', 'niet']),
    )
    expect(runTexts(card).join('')).toContain('Nu: Nee, thuis printen mag niet.')
    expect(payloadsOf(card).map(parseAction)).toEqual(
      expect.arrayContaining([
        { verb: 'show-section', sectionId: 'printen', below: true },
        { verb: 'stop-telling' },
      ]),
    )
  })

  it('says so when the short answer stayed, when a title changed and when it is gone, in one message', async () => {
    await open()
    await newsroom.listen(NOOR)
    await newsroom.say(NOOR, 'Hoe maak ik mijn wifi thuis veilig?')
    await newsroom.publish({
      printingTitle: 'Mag printen thuis nog?',
      wifiMore: 'Doe het jaarlijks.',
    })
    await newsroom.look()
    await newsroom.publish({ printing: '', wifiMore: 'Doe het jaarlijks.' })
    await newsroom.look()

    const [first, second] = told(NOOR)
    expect(told(NOOR)).toHaveLength(2)
    expect(first?.changes.map(({ change }) => change)).toMatchObject([
      { section: { id: 'printen' }, titleBefore: QUESTION },
      { section: { id: 'wifi' } },
    ])
    expect(JSON.stringify(first?.changes)).not.toContain('"before"')
    expect(second?.changes).toMatchObject([
      { change: { kind: 'removed', section: { id: 'printen' } } },
    ])
  })

  it('is told when an earlier version comes back, also where a section does', async () => {
    await open()
    await newsroom.listen(NOOR)
    await newsroom.publish({ printing: '' })
    await newsroom.look()
    await newsroom.rollBack(1)
    await newsroom.look()

    expect(told(NOOR).map(({ changes }) => changes[0]?.change.kind)).toEqual(['removed', 'added'])
    expect(runTexts(cardFor(newest(NOOR)))).toContain('Dit staat weer in het handboek.')
  })

  it('is not told where only what finds it changed, to who asked after it, or for a first version', async () => {
    await open()
    await newsroom.listen(NOOR)
    await newsroom.look()
    await newsroom.publish({ asked: 'mag de printer thuis aan' })
    await newsroom.look()
    await newsroom.publish({ printing: NO })
    await newsroom.listen(SEM)
    await newsroom.look()

    expect(told(SEM)).toEqual([])
    expect(told(NOOR)).toHaveLength(1)
    expect(newsroom.failures).toEqual([])
  })

  it('that went and came back while nobody worked is no news', async () => {
    await open()
    await newsroom.listen(NOOR)
    newsroom.clock.now += 5 * DAY
    await newsroom.publish({ printing: NO })
    await newsroom.rollBack(1)
    newsroom.clock.now += DAY + HOUR
    await newsroom.look()

    expect(newsroom.sent).toEqual([])
  })

  it('reaches many a part at a time, each once', async () => {
    await open({ units: { Zorg: 90 } })
    const people = Array.from({ length: 90 }, (_, index) => index + 1)
    for (const n of people) await newsroom.press(n, { verb: 'tell-me', sectionId: 'printen' })
    await newsroom.publish({ printing: NO })
    await newsroom.chores.runDue()
    const atOnce = ((await storage.rows())['delivery'] ?? []).length
    for (let look = 0; look < 4; look++) await newsroom.look()

    expect(atOnce).toBeLessThanOrEqual(60)
    expect(people.map((n) => told(n).length)).toEqual(people.map(() => 1))
  })
})
