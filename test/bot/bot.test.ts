/** The bot through its front door: questions, personal data in them, and buttons. */
import type { Action } from '../../bot/contract/action.ts'
import { plainText } from '../../bot/plain-text.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { aKnowledgeBase, aSpeaker, as, idsOf, MINUTE, press, say, waterveen } from './a-bot.ts'
import { aBot, sample } from './a-sample-bot.ts'

afterAll(removeFolders)

describe('a question', () => {
  it('gets the handbook’s own words, with where they stand', async () => {
    const reply = as('answer', await aBot().bot(say('mag ik thuis printen?')))
    const section = sample.handbook.byId.get('thuiswerken-printen')

    expect(reply.section).toMatchObject({ id: section?.id, title: section?.title })
    expect(reply.lead).toEqual(section?.shortAnswer)
    expect(reply.source).toMatchObject({
      handbook: 'Handboek informatieveiligheid',
      version: sample.handbook.version,
      inForce: sample.handbook.inForce,
      number: section?.number,
      owner: 'ciso@waterveen.example',
    })
    expect(reply.related).toHaveLength(3)
    expect(idsOf(reply)).toHaveLength(new Set(idsOf(reply)).size)
  })

  it('that is not clear gets a choice of three', async () => {
    const unsure = {
      ...sample,
      find: (text: string) => ({ ...sample.find(text), band: 'suggest' as const }),
    }
    const reply = as('suggestions', await aBot(unsure).bot(say('mag ik thuis printen?')))

    expect(reply.sections).toHaveLength(3)
    expect(reply.organisation).toBe(waterveen)
  })

  it('about something unknown gets an honest no, with whom to ask', async () => {
    const reply = as('no-answer', await aBot().bot(say('wie wint het songfestival')))

    expect(reply).not.toHaveProperty('elsewhere')
    expect(reply.question).toBe('wie wint het songfestival')
    expect(plainText(reply)).toContain(waterveen.ciso.name)
  })

  it('that the handbook is not for gets who does know', async () => {
    const reply = as('no-answer', await aBot().bot(say('hoeveel vakantiedagen heb ik nog')))

    expect(reply.elsewhere).toMatchObject({ ask: 'het HR-servicepunt' })
  })

  it('gets a reply in its own language, and the handbook as it is', async () => {
    const reply = as('answer', await aBot().bot(say('may I print at home?')))

    expect(reply).toMatchObject({ language: 'en', section: { id: 'thuiswerken-printen' } })
  })

  it('without a language gets that of the platform', async () => {
    expect((await aBot().bot(say('wetransfer?', { language: 'en' }))).language).toBe('en')
  })

  it('is answered from the handbook of the organisation, and never from another', async () => {
    const { bot } = aBot()

    const there = await bot(say('mag ik thuis printen?', { organisation: 'lindedam' }))
    const here = await bot(say('mag ik thuis printen?'))

    expect(idsOf(there)[0]).toBe('lindedam-printen')
    expect(idsOf(here)[0]).toBe('thuiswerken-printen')
    expect(idsOf(here)).not.toContain('lindedam-printen')
  })

  it('of an unknown organisation is a mistake in the set-up', async () => {
    await expect(aBot().bot(say('hoi', { organisation: 'elders' }))).rejects.toThrow('"elders"')
    await expect(aBot().bot(say('hoi', { organisation: '__proto__' }))).rejects.toThrow(
      'not served',
    )
  })

  it('is counted by kind and section, without what was typed or who did', async () => {
    const { bot, observed } = aBot()
    await bot(say('mag ik thuis printen?'))

    expect(observed).toEqual([
      {
        kind: 'replied',
        organisation: 'waterveen',
        reply: 'answer',
        section: 'thuiswerken-printen',
        tookMs: expect.any(Number),
      },
    ])
  })
})

describe('an overdue review', () => {
  it.each([
    ['2027-03-01T23:59:59Z', false],
    ['2027-03-02T00:00:00Z', true],
  ])('at %s is told: %s', async (time, overdue) => {
    const chapter = '---\nreview: 2027-03-01\n---\n## Mag printen? {#printen}\n\nNee.'
    const { bot, clock } = aBot(await aKnowledgeBase(chapter))
    clock.now = Date.parse(time)

    expect(as('answer', await bot(say('mag printen'))).source.reviewOverdue).toBe(overdue)
    expect(
      as('section', await bot(press({ verb: 'show-section', sectionId: 'printen' }))).source,
    ).toMatchObject({ reviewOverdue: overdue })
  })
})

describe('personal data in a question', () => {
  it('is named in the reply and not repeated', async () => {
    const reply = await aBot().bot(say('mag ik bsn 123456782 mailen naar NL91ABNA0417164300?'))

    expect(reply).toMatchObject({ masked: ['iban', 'bsn'] })
    expect(plainText(reply)).toContain(
      'Ik heb een rekeningnummer en een BSN uit je bericht gehaald',
    )
    expect(JSON.stringify(reply)).not.toMatch(/123456782|ABNA/)
  })

  it('changes nothing about the answer', async () => {
    const [bare, masked] = [
      await aBot().bot(say('mag ik een kopie paspoort mailen')),
      await aBot().bot(say('mag ik een kopie paspoort mailen 123456782')),
    ]

    expect(idsOf(masked)).toEqual(idsOf(bare))
    expect(idsOf(bare)).not.toEqual([])
  })

  it('alone gets a no that names it', async () => {
    expect(as('no-answer', await aBot().bot(say('123456782'))).masked).toEqual(['bsn'])
  })
})

describe('joining', () => {
  it('is greeted in the language of the platform, with questions that it knows about', async () => {
    const { bot } = aBot()
    const reply = as(
      'welcome',
      await bot({ kind: 'joined', speaker: aSpeaker({ language: 'en' }) }),
    )

    expect(reply).toMatchObject({ language: 'en', organisation: waterveen })
    for (const question of reply.examples) {
      expect(idsOf(await bot(press({ verb: 'ask', question })))).not.toEqual([])
    }
  })
})

describe('a button', () => {
  it('asks as if it was typed', async () => {
    const { bot } = aBot()

    expect(await bot(press({ verb: 'ask', question: 'mag ik thuis printen?' }))).toEqual(
      await bot(say('mag ik thuis printen?')),
    )
  })

  it('shows a whole section, with what it links to', async () => {
    const id = 'thuiswerken-printen'
    const reply = as('section', await aBot().bot(press({ verb: 'show-section', sectionId: id })))

    expect(reply.content).toEqual(sample.handbook.byId.get(id)?.content)
    expect(reply.related.map((one) => one.id)).toEqual(sample.handbook.byId.get(id)?.seeAlso)
  })

  it('shows all chapters, and the sections of one', async () => {
    const { bot } = aBot()
    const { chapters } = as('chapters', await bot(press({ verb: 'show-chapters' })))
    const { chapter, sections } = as(
      'chapter',
      await bot(press({ verb: 'show-chapter', chapter: 5 })),
    )

    expect(chapters).toHaveLength(sample.handbook.chapters.length)
    expect(chapter).toEqual(chapters[4])
    expect(sections).toHaveLength(chapter.sections)
  })

  it.each<Action>([
    { verb: 'show-section', sectionId: 'verdwenen' },
    { verb: 'show-section', sectionId: '__proto__' },
    { verb: 'show-chapter', chapter: 999 },
    { verb: 'rate-answer', sectionId: 'verdwenen', version: '1', helpful: true, question: '' },
    {
      verb: 'give-reason',
      sectionId: 'verdwenen',
      version: '1',
      reason: 'unclear',
      question: '',
    },
  ])('for what is gone says so: %j', async (action) => {
    const { bot, observed } = aBot()

    expect(await bot(press(action))).toMatchObject({ kind: 'notice', notice: 'unknown-section' })
    expect(observed.map(({ kind }) => kind)).toEqual(['replied'])
  })

  it('that the bot cannot read is from an older card', async () => {
    expect(await aBot().bot({ kind: 'unknown-action', speaker: aSpeaker() })).toEqual({
      kind: 'notice',
      notice: 'outdated-card',
      language: 'nl',
    })
  })

  it('"none of these" gets whom to ask, with the question that it is about', async () => {
    const { bot } = aBot()
    const told = as('no-answer', await bot(press({ verb: 'none-of-these', question: 'mag dat' })))
    await bot(say('iets over mail'))
    const remembered = as('no-answer', await bot(press({ verb: 'none-of-these' })))

    expect(told).toMatchObject({ organisation: waterveen, masked: [], question: 'mag dat' })
    expect(remembered.question).toBe('iets over mail')
  })

  it('of help shows help', async () => {
    expect((await aBot().bot(press({ verb: 'show-help' }))).kind).toBe('help')
  })

  it('speaks the language of the last question, not that of the platform', async () => {
    const { bot, clock } = aBot()
    await bot(say('may I print at home?'))
    clock.now += 60 * MINUTE

    expect((await bot(press({ verb: 'show-chapters' }))).language).toBe('en')
    expect((await bot(press({ verb: 'show-chapters' }, { person: 'person-2' }))).language).toBe(
      'nl',
    )
  })
})
