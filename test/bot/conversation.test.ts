/** The bot in a conversation: what has just happened comes first, and a question can go on about the last. */
import type { Speaker } from '../../bot/contract/request.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { aKnowledgeBase, as, idsOf, MINUTE, say, small, waterveen } from './a-bot.ts'
import { aBot, sample } from './a-sample-bot.ts'

afterAll(removeFolders)

const CLICKED = 'help ik heb net op een foute link geklikt'

describe('something that has just happened', () => {
  it('gets the first three steps of the handbook’s section for it', async () => {
    const reply = as('incident', await aBot().bot(say(CLICKED)))
    const section = sample.firstAid('clicked-link')

    expect(reply).toMatchObject({
      incident: 'clicked-link',
      language: 'nl',
      organisation: waterveen,
    })
    expect(reply.steps).toEqual(section?.steps.slice(0, 3))
    expect(reply.section?.id).toBe(section?.id)
  })

  it('comes before everything that could be wrong with the message', async () => {
    const long = `${CLICKED} ${'en toen '.repeat(3_500)}`

    expect(long.length).toBeGreaterThan(28_000)
    expect((await aBot().bot(say(long))).kind).toBe('incident')
  })

  it('is heard with personal data in it, which is taken out and named', async () => {
    const text = 'ik heb een mail met bsn 123456782 naar de verkeerde persoon gestuurd'
    const reply = as('incident', await aBot().bot(say(text)))

    expect(reply.masked).toEqual(['bsn'])
    expect(JSON.stringify(reply)).not.toContain('123456782')
  })

  it('does not need a search that works', async () => {
    const broken: KnowledgeBase = {
      ...sample,
      find: () => {
        throw new Error('the index is gone')
      },
    }

    expect((await aBot(broken).bot(say(CLICKED))).kind).toBe('incident')
    await expect(aBot(broken).bot(say('mag ik thuis printen'))).rejects.toThrow('the index is gone')
  })

  it('gets general steps from a handbook without incident sections', async () => {
    const reply = as('incident', await aBot(small).bot(say(CLICKED)))

    expect(reply.steps).toHaveLength(3)
    expect(reply.steps[0]).toContain('meldpunt')
    expect(reply).not.toHaveProperty('section')
  })

  it('gets general steps when the section for it lists none', async () => {
    const chapter = '## Geklikt {#k}\n<!-- vraagbaak\nincident: [clicked-link]\n-->\n\nBel ons.'
    const reply = as('incident', await aBot(await aKnowledgeBase(chapter)).bot(say(CLICKED)))

    expect(reply.steps).toHaveLength(3)
    expect(reply.section?.id).toBe('k')
  })

  it('gets the section for all incidents when there is none for its kind', async () => {
    const chapter =
      '## Melden {#m}\n<!-- vraagbaak\nincident: [general]\n-->\n\nBel.\n\n1. A\n2. B\n3. C\n4. D'
    const reply = as('incident', await aBot(await aKnowledgeBase(chapter)).bot(say(CLICKED)))

    expect(reply).toMatchObject({ section: { id: 'm' }, steps: ['A', 'B', 'C'] })
  })

  it('is not a question about it', async () => {
    expect((await aBot().bot(say('wat is een datalek?'))).kind).toBe('answer')
  })
})

describe('a follow-up', () => {
  const FIRST = 'mag ik mijn wachtwoord delen met een collega'
  const NEXT = 'en als het haast heeft?'
  const ANSWER = 'inloggen-niet-delen'

  /** The section that the follow-up gets first, asked so much later and by that speaker. */
  async function laterFirst(waitMs: number, change: Partial<Speaker> = {}) {
    const { bot, clock } = aBot()
    await bot(say(FIRST))
    clock.now += waitMs
    return idsOf(await bot(say(NEXT, change)))[0]
  }
  const alone = async () => idsOf(await aBot().bot(say(NEXT)))[0]

  it('is read with the question before it, for ten minutes', async () => {
    expect(await laterFirst(MINUTE)).toBe(ANSWER)
    expect(await laterFirst(10 * MINUTE)).toBe(ANSWER)
    expect(await alone()).not.toBe(ANSWER)
  })

  it('is read alone after that', async () => {
    expect(await laterFirst(10 * MINUTE + 1)).toEqual(await alone())
  })

  it.each(['en op mijn telefoon?', 'en op mijn laptop?', 'and on my phone?'])(
    'is no report of an incident: "%s"',
    async (text) => {
      const { bot } = aBot()
      await bot(say(FIRST))

      expect((await bot(say(text))).kind).not.toBe('incident')
    },
  )

  it.each([
    ['another conversation', { conversation: 'conversation-2' }],
    ['another person', { person: 'person-2' }],
  ])('is read alone in or by %s', async (_, change) => {
    expect(await laterFirst(0, change)).toEqual(await alone())
  })

  it('is read alone at another organisation', async () => {
    const { bot } = aBot()
    await bot(say(FIRST))

    expect(idsOf(await bot(say(NEXT, { organisation: 'lindedam' })))).not.toContain(ANSWER)
  })

  it('can follow a follow-up', async () => {
    const { bot } = aBot()
    await bot(say(FIRST))
    await bot(say(NEXT))

    expect(idsOf(await bot(say('en in de vakantie?')))).toContain(ANSWER)
  })

  it('never brings back personal data of the question before', async () => {
    const asked: (string | undefined)[] = []
    const listening: KnowledgeBase = {
      ...sample,
      find: (text, context) => {
        asked.push(text, context)
        return sample.find(text, context)
      },
    }
    const { bot } = aBot(listening)
    await bot(say('mag ik bsn 123456782 mailen naar piet@voorbeeld.example'))
    await bot(say(NEXT))

    expect(asked.join(' ')).toContain('mailen')
    expect(asked.join(' ')).not.toMatch(/123456782|piet|verwijderd/)
  })
})
