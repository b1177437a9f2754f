/** A question that the handbook cannot answer goes to the CISO, and the answer comes back. */
import { as, MINUTE } from './a-bot.ts'
import {
  aForm,
  anAnswer,
  anOffice,
  cardFor,
  ciso,
  DRONE,
  escalate,
  guest,
  kim,
  newest,
  type Office,
  type OfficeSettings,
  sam,
  waitingCard,
} from './an-office.ts'

const HOUR = 60 * MINUTE

let office: Office
async function open(settings: OfficeSettings = {}): Promise<void> {
  office = await anOffice(settings)
}
afterEach(() => office.close())

describe('the journey', () => {
  it.each(['with-name', 'without-name'] as const)('goes to the CISO and back, %s', async (name) => {
    await open()
    const reply = as('no-answer', await office.say(kim, DRONE))

    const confirmation = as(
      'escalated',
      await escalate(office, kim, { question: reply.question, name }),
    )
    await office.deliver()
    const card = cardFor(office, ciso)
    const handled = await office.press(ciso, anAnswer(card.escalation.id))
    await office.deliver()

    expect(confirmation).toMatchObject({
      number: 'V-2026-0001',
      question: DRONE,
      withName: name === 'with-name',
    })
    expect(card).toMatchObject({
      escalation: { number: 'V-2026-0001', question: DRONE, origin: 'no-answer' },
      occasion: 'new',
      proposed: false,
    })
    expect(card.escalation.asker).toBe(name === 'with-name' ? 'Kim de Wit' : undefined)
    expect(handled).toMatchObject({ kind: 'escalation-handled', answer: { kind: 'text' } })
    expect(office.inbox(kim)).toMatchObject([
      {
        kind: 'human-answer',
        number: 'V-2026-0001',
        question: DRONE,
        answer: { kind: 'text', text: 'Nee, boven publiek mag dat niet.' },
      },
    ])
  })

  it('reaches the asker in their own language, and privately when asked in a channel', async () => {
    await open()
    const inChannel = { ...kim, conversation: '19:channel', shared: true }
    await office.say(inChannel, 'may we fly the drone of our team above the harbour festival')
    await office.press(inChannel, aForm())
    await office.deliver()

    await office.press(ciso, anAnswer(cardFor(office, ciso).escalation.id))
    await office.deliver()

    expect(office.inbox(kim)).toMatchObject([{ kind: 'human-answer', language: 'en' }])
    expect(office.inRoom('19:channel')).toEqual([])
  })

  it('can be answered with a section of the handbook', async () => {
    await open()
    const card = await waitingCard(office)
    const [section] = card.sections

    await office.press(ciso, {
      verb: 'answer-with-section',
      escalationId: card.escalation.id,
      sectionId: section?.id ?? '',
    })
    await office.deliver()

    expect(card.sections.length).toBeGreaterThan(0)
    expect(card.sections.length).toBeLessThanOrEqual(8)
    expect(office.inbox(kim)).toMatchObject([
      {
        answer: {
          kind: 'section',
          section: { id: section?.id },
          source: { version: expect.any(String) },
        },
      },
    ])
  })

  it('can end without an answer, for a reason that the asker hears', async () => {
    await open()
    const card = await waitingCard(office)

    await office.press(ciso, {
      verb: 'close-escalation',
      escalationId: card.escalation.id,
      answer: 'Dit is een vraag voor de servicedesk.',
    })
    await office.deliver()

    expect(office.inbox(kim)).toMatchObject([
      { answer: { kind: 'reason', reason: 'Dit is een vraag voor de servicedesk.' } },
    ])
    expect(await office.press(ciso, { verb: 'open-questions' })).toMatchObject({
      notice: 'no-open-questions',
    })
  })

  it('leaves one row in the audit log for what was done', async () => {
    await open()
    const card = await waitingCard(office)
    const { id } = card.escalation
    await office.press(ciso, { verb: 'propose-section', escalationId: id, answer: 'Nee.' })
    await office.press(ciso, anAnswer(id))
    await office.press(ciso, anAnswer(id))

    const rows = await office.storage.stores.audit.list('waterveen')

    expect(rows.map(({ actor, action, object }) => [actor, action, object])).toEqual([
      ['marit', 'section-proposed', id],
      ['marit', 'escalation-answered', id],
    ])
  })

  it('counts from 1 in each organisation and each year of its own clock', async () => {
    await open()
    office.clock.now = Date.parse('2026-12-31T22:59:00Z')
    const old = await escalate(office, kim)
    office.clock.now = Date.parse('2026-12-31T23:01:00Z') // past midnight in Amsterdam
    const young = await escalate(office, kim)

    expect([old, young]).toMatchObject([{ number: 'V-2026-0001' }, { number: 'V-2027-0001' }])
  })
})

describe('the form', () => {
  it('begins with the masked question, also when it is asked for in words', async () => {
    await open()
    await office.say(kim, 'mag ik bsn 123456782 op de drone van het havenfeest schrijven')

    const spoken = as('human-form', await office.say(kim, 'Vraag de CISO!'))

    expect(spoken.question).toContain('havenfeest')
    expect(spoken.question).not.toContain('123456782')
  })

  it('masks what was typed into it, and hides nothing from the mask', async () => {
    await open()
    const typed = 'mag 1234\u200b56782 \u202eop de drone'

    const reply = as('escalated', await office.press(kim, aForm({ question: typed })))
    await office.deliver()

    expect(reply).toMatchObject({ question: 'mag [BSN verwijderd] op de drone', masked: ['bsn'] })
    expect(JSON.stringify(office.sent)).not.toMatch(/123456782/)
  })

  it.each([
    ['question-missing', ' \u200b\n '],
    ['too-long', 'drone '.repeat(100)],
  ])('is refused: %s', async (notice, question) => {
    await open()

    expect(await office.press(kim, aForm({ question }))).toMatchObject({ notice })
    expect(await office.storage.stores.escalations.open('waterveen')).toEqual([])
  })

  it('sent twice is one question with one number', async () => {
    await open()
    const twice = aForm()

    const replies = [await office.press(kim, twice), await office.press(kim, twice)]
    await office.deliver()

    expect(replies).toMatchObject([{ number: 'V-2026-0001' }, { number: 'V-2026-0001' }])
    expect(office.inbox(ciso)).toHaveLength(1)
  })

  it('of somebody else sends nothing', async () => {
    await open()
    const shown = aForm()
    await office.press(kim, shown)

    expect(await office.press(sam, shown)).toMatchObject({ notice: 'outdated-card' })
    expect(await office.storage.stores.escalations.open('waterveen')).toHaveLength(1)
  })

  it('is taken five times an hour', async () => {
    await open()
    const names = ['with-name', 'without-name', 'with-name', 'without-name', 'with-name'] as const
    for (const name of names)
      expect((await office.press(kim, aForm({ name }))).kind).toBe('escalated')

    expect(await office.press(kim, aForm())).toMatchObject({ notice: 'too-many-questions' })
    expect((await office.press(sam, aForm())).kind).toBe('escalated')
    office.clock.now += HOUR + 1
    expect((await office.press(kim, aForm())).kind).toBe('escalated')
  })

  it('named by somebody whom the platform does not name has the address of the roster', async () => {
    await open()
    await office.press({ ...kim, name: undefined }, aForm({ name: 'with-name' }))
    await office.deliver()

    expect(cardFor(office, ciso).escalation.asker).toBe('kim.de.wit@waterveen.example')
  })

  it('may be used by who is not in the roster', async () => {
    await open()

    expect((await office.press(guest, aForm())).kind).toBe('escalated')
  })
})

describe('my questions', () => {
  it('are one’s own, newest first, with their answers, with and without a name', async () => {
    await open()
    await escalate(office, kim, { question: 'eerste over de drone', name: 'with-name' })
    office.clock.now += MINUTE
    await escalate(office, kim, { question: 'tweede over de drone' })
    await escalate(office, sam, { question: 'iets heel anders' })
    await office.deliver()
    const first = office.inbox(ciso)[0]
    await office.press(ciso, anAnswer(as('escalation', first ?? newest([])).escalation.id))

    const { questions } = as('my-questions', await office.say(kim, 'mijn vragen'))

    expect(questions).toMatchObject([
      { number: 'V-2026-0002', question: 'tweede over de drone', state: 'open' },
      { number: 'V-2026-0001', state: 'answered', answer: { kind: 'text' } },
    ])
    expect(questions[0]).not.toHaveProperty('answer')
  })

  it('are ten at most', async () => {
    await open()
    for (let i = 1; i <= 11; i++) {
      office.clock.now += HOUR
      await escalate(office, kim, { question: `vraag ${i} over de drone` })
    }

    const { questions } = as('my-questions', await office.say(kim, 'my questions'))

    expect(questions.map(({ question }) => question).slice(0, 2)).toEqual([
      'vraag 11 over de drone',
      'vraag 10 over de drone',
    ])
    expect(questions).toHaveLength(10)
  })

  it.each(['mijn vragen', 'vraag de ciso', 'vergeet mij'])(
    'and what else is private is not shown where others read along: "%s"',
    async (words) => {
      await open()
      const reply = await office.say({ ...kim, conversation: '19:channel', shared: true }, words)
      await office.deliver()

      expect(reply).toMatchObject({ kind: 'notice', notice: 'sent-privately' })
      expect(office.inbox(kim)).toHaveLength(1)
      expect(office.inRoom('19:channel')).toEqual([])
    },
  )
})

describe('forget me', () => {
  it('removes questions and gaps at a second word, and what is in mind', async () => {
    await open()
    await office.say(kim, DRONE)
    await escalate(office, kim, { name: 'with-name' })
    await escalate(office, kim)
    await escalate(office, sam)

    const asked = await office.say(kim, 'vergeet mij')
    const untouched = as('my-questions', await office.say(kim, 'mijn vragen'))
    const done = as('forgotten', await office.press(kim, { verb: 'confirm-forget-me' }))

    expect(asked.kind).toBe('forget-me')
    expect(untouched.questions).toHaveLength(2)
    expect(Object.fromEntries(done.removed.map(({ what, count }) => [what, count]))).toMatchObject({
      questions: 2,
      gaps: 1,
    })
    expect(as('my-questions', await office.say(kim, 'mijn vragen')).questions).toEqual([])
    expect(as('my-questions', await office.say(sam, 'mijn vragen')).questions).toHaveLength(1)
    expect(as('human-form', await office.say(kim, 'vraag de ciso')).question).toBe('')
  })
})
