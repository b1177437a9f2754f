/** Who gets a question, who may answer it, and with what. */
import { randomUUID } from 'node:crypto'
import type { Escalation } from '../../bot/storage/escalations.ts'
import { as, MINUTE } from './a-bot.ts'
import {
  anAnswer,
  anOffice,
  ciso,
  DRONE,
  deputy,
  escalate,
  guest,
  kim,
  type Office,
  type OfficeSettings,
  PEOPLE,
  sam,
  secondCiso,
  TWO_CISOS,
  waitingCard,
} from './an-office.ts'

let office: Office
async function open(settings: OfficeSettings = {}): Promise<void> {
  office = await anOffice(settings)
}
afterEach(() => office.close())

describe('who gets a question', () => {
  const inRoom = (conversation: string) => ({
    platform: 'teams' as const,
    id: conversation,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    bot: '28:bot',
    language: 'nl' as const,
  })
  /** A team where the CISO said these words. */
  async function roomThat(conversation: string, ...words: readonly string[]) {
    await office.storage.stores.conversations.keep('waterveen', inRoom(conversation), true)
    for (const word of words) await office.say({ ...ciso, conversation, shared: true }, word)
  }
  const PRINTING = 'mag ik thuis printen op de printer van de buren'

  it('is every CISO, and no deputy', async () => {
    await open({ people: TWO_CISOS })
    await escalate(office, kim)
    await office.deliver()

    expect(office.inbox(ciso)).toHaveLength(1)
    expect(office.inbox(secondCiso)).toHaveLength(1)
    expect(office.inbox(deputy)).toEqual([])
  })

  it('is the deputy when there is no CISO', async () => {
    await open({ people: PEOPLE.filter(({ id }) => id !== 'marit') })
    await escalate(office, kim)
    await office.deliver()

    expect(office.inbox(deputy)).toMatchObject([{ kind: 'escalation' }])
  })

  it('is nobody when nobody is set, and then nothing is kept', async () => {
    await open({ people: [] })

    expect((await escalate(office, kim)).kind).toBe('nobody-to-ask')
    expect(await office.storage.stores.escalations.open('waterveen')).toEqual([])
  })

  it('is the team of its chapter, else that of all questions', async () => {
    await open()
    await roomThat('19:all', 'vragen hier')
    await roomThat('19:home', 'vragen over thuiswerken hier')
    await escalate(office, kim, { question: PRINTING })
    await escalate(office, kim, { question: 'hoe lang moet een wachtwoord zijn' })
    await office.deliver()

    expect(office.inRoom('19:home')).toMatchObject([{ escalation: { question: PRINTING } }])
    expect(office.inRoom('19:all')).toMatchObject([
      { escalation: { question: 'hoe lang moet een wachtwoord zijn' } },
    ])
    expect(office.inbox(ciso)).toEqual([])
  })

  it('is the CISO again when the bot may not speak in the team any more', async () => {
    await open()
    await roomThat('19:all', 'vragen hier')
    await office.storage.stores.conversations.close('waterveen', 'teams', '19:all')
    await escalate(office, kim)
    await office.deliver()

    expect(office.inRoom('19:all')).toEqual([])
    expect(office.inbox(ciso)).toHaveLength(1)
  })

  it.each([
    ['vragen over 1 hier', { kind: 'chapter', number: 1 }],
    ['Vragen over hoofdstuk 1 hier.', { kind: 'chapter', number: 1 }],
    ['questions about 1 here', { kind: 'chapter', number: 1 }],
    ['meldingen hier', { kind: 'incidents' }],
    ['vragen hier', { kind: 'questions' }],
  ])('is set by "%s", with a row in the audit log', async (words, topic) => {
    await open()

    const reply = await office.say({ ...ciso, conversation: '19:all', shared: true }, words)

    expect(reply).toMatchObject({ kind: 'route-set', topic })
    expect(await office.storage.stores.audit.list('waterveen')).toMatchObject([
      { actor: 'marit', action: 'route-set' },
    ])
  })

  it('is not set for a chapter that is not there: the chapters are shown', async () => {
    await open()
    const room = { ...ciso, conversation: '19:all', shared: true }

    expect((await office.say(room, 'vragen over tuinieren hier')).kind).toBe('chapters')
    expect((await office.say(room, 'vragen over 99 hier')).kind).toBe('chapters')
  })

  it('is not set in a private chat, nor by an employee', async () => {
    await open()

    expect(await office.say(ciso, 'vragen hier')).toMatchObject({ notice: 'route-needs-team' })
    expect(await office.say({ ...kim, shared: true }, 'vragen hier')).toMatchObject({
      notice: 'not-allowed',
    })
    expect(await office.storage.stores.routes.find('waterveen', 'questions')).toBeUndefined()
  })
})

describe('answering', () => {
  const buttonsOf = (escalationId: string) =>
    [
      { verb: 'open-questions' },
      { verb: 'show-escalation', escalationId },
      anAnswer(escalationId),
      { verb: 'answer-with-section', escalationId, sectionId: 'thuiswerken-printen' },
      { verb: 'close-escalation', escalationId, answer: 'nee' },
      { verb: 'propose-section', escalationId, answer: 'nee' },
    ] as const

  it('is refused to employees, guests, and who had the role a second ago', async () => {
    await open()
    const { escalation } = await waitingCard(office)
    await office.place(PEOPLE.map((one) => (one.id === 'marit' ? { ...one, roles: [] } : one)))

    for (const who of [kim, guest, ciso])
      for (const action of buttonsOf(escalation.id))
        expect(await office.press(who, action)).toMatchObject({ notice: 'not-allowed' })

    expect(await office.storage.stores.escalations.open('waterveen')).toHaveLength(1)
    expect(await office.storage.stores.audit.list('waterveen')).toEqual([])
    expect(await office.storage.stores.proposals.list('waterveen')).toEqual([])
  })

  it('is possible for the deputy', async () => {
    await open()
    const { escalation } = await waitingCard(office)

    expect((await office.press(deputy, anAnswer(escalation.id))).kind).toBe('escalation-handled')
  })

  it('knows no question of another organisation', async () => {
    await open()
    const { escalation } = await waitingCard(office)
    await office.place(PEOPLE, 'lindedam')
    const elsewhere = { ...ciso, organisation: 'lindedam' }

    for (const action of buttonsOf(escalation.id).slice(1))
      expect(await office.press(elsewhere, action)).toMatchObject({ notice: 'unknown-escalation' })
    expect(await office.press(elsewhere, { verb: 'open-questions' })).toMatchObject({
      notice: 'no-open-questions',
    })
    expect(await office.storage.stores.escalations.open('waterveen')).toHaveLength(1)
  })

  it.each([
    ['answer-missing', { verb: 'answer-escalation', answer: ' ' }],
    ['reason-missing', { verb: 'close-escalation', answer: '' }],
    ['section-missing', { verb: 'answer-with-section', sectionId: '' }],
    ['unknown-section', { verb: 'answer-with-section', sectionId: 'verdwenen' }],
  ] as const)('with nothing to say is refused: %s', async (notice, action) => {
    await open()
    const { escalation } = await waitingCard(office)

    expect(await office.press(ciso, { ...action, escalationId: escalation.id })).toMatchObject({
      notice,
    })
    expect(await office.storage.stores.escalations.open('waterveen')).toHaveLength(1)
  })

  it('a question that is not there, or not any more, says so', async () => {
    await open()
    const { escalation } = await waitingCard(office)
    await office.press(ciso, anAnswer(escalation.id))

    for (const action of buttonsOf(escalation.id).slice(1))
      expect(await office.press(ciso, action)).toMatchObject({ notice: 'already-handled' })
    for (const action of buttonsOf(randomUUID()).slice(1))
      expect(await office.press(ciso, action)).toMatchObject({ notice: 'unknown-escalation' })
  })

  it('shows what is open, oldest first, and one of them with what can be done', async () => {
    await open()
    await escalate(office, kim, { question: 'eerste vraag over de drone' })
    office.clock.now += MINUTE
    await escalate(office, sam, { question: 'tweede vraag over de drone' })

    const list = as('open-questions', await office.press(ciso, { verb: 'open-questions' }))
    const [first] = list.questions
    const card = await office.press(ciso, {
      verb: 'show-escalation',
      escalationId: first?.id ?? '',
    })

    expect(list.questions.map(({ number }) => number)).toEqual(['V-2026-0001', 'V-2026-0002'])
    expect(card).toMatchObject({
      kind: 'escalation',
      occasion: 'opened',
      escalation: { question: 'eerste vraag over de drone' },
    })
  })

  it('says which setting is wrong when another secret was in use, and changes nothing', async () => {
    await open()
    const { escalation } = await waitingCard(office)
    const stored = await office.storage.stores.escalations.find('waterveen', escalation.id)
    const foreign = { ...stored, id: randomUUID(), askerAddress: 'sealed with another' }
    await office.storage.stores.escalations.add('waterveen', foreign as Escalation) // found above

    await expect(office.press(ciso, anAnswer(foreign.id))).rejects.toThrow(/VRAAGBAAK_SECRET/)
    expect(await office.storage.stores.escalations.open('waterveen')).toHaveLength(2)
  })

  it('keeps a proposal for the handbook, once, and leaves the question open', async () => {
    await open()
    const { escalation } = await waitingCard(office)
    const propose = {
      verb: 'propose-section',
      escalationId: escalation.id,
      answer: 'Nee, nooit.',
    } as const

    const card = as('escalation', await office.press(ciso, propose))
    await office.press(ciso, propose)

    expect(card).toMatchObject({ proposed: true, draft: 'Nee, nooit.' })
    expect(await office.storage.stores.proposals.list('waterveen')).toMatchObject([
      { escalation: escalation.id, question: DRONE, answer: 'Nee, nooit.', author: 'marit' },
    ])
    expect((await office.press(ciso, anAnswer(escalation.id))).kind).toBe('escalation-handled')
  })
})
