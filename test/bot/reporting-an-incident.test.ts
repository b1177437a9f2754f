/** A report reaches the incident team at once, with the moment that somebody first told of it. */
import { randomUUID } from 'node:crypto'
import type { Action } from '../../bot/contract/action.ts'
import { as, MINUTE } from './a-bot.ts'
import { anOffice, ciso, deputy, guest, kim, type Office, sam } from './an-office.ts'

const CLICKED = 'help ik heb net op een foute link geklikt'
const HOUR = 60 * MINUTE

let office: Office
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.close())

type Form = Extract<Action, { verb: 'send-incident' }>

const report = (change: Partial<Form> = {}): Form => ({
  verb: 'send-incident',
  formId: randomUUID(),
  incident: 'clicked-link',
  what: 'Ik klikte en vulde mijn wachtwoord in.',
  when: 'vanmorgen rond tien',
  devices: 'laptop',
  personalData: 'unknown',
  callBack: '06-12345678',
  ...change,
})

describe('a report', () => {
  it('goes from the card through the form to every CISO and deputy, with a number', async () => {
    const card = as('incident', await office.say(kim, CLICKED))
    const form = as(
      'incident-form',
      await office.press(kim, { verb: 'report-incident', incident: card.incident }),
    )
    office.clock.now += 2 * MINUTE
    const reply = await office.press(kim, report({ formId: form.formId, incident: form.incident }))
    await office.deliver()

    const alert = {
      kind: 'incident-alert',
      timeZone: 'Europe/Amsterdam',
      report: {
        number: 'I-2026-0001',
        incident: 'clicked-link',
        what: 'Ik klikte en vulde mijn wachtwoord in.',
        when: 'vanmorgen rond tien',
        devices: 'laptop',
        personalData: 'unknown',
        callBack: '06-12345678',
        reporter: 'Kim de Wit',
        firstNoticeAt: office.clock.now - 2 * MINUTE,
        reportedAt: office.clock.now,
      },
    }
    expect(reply).toMatchObject({
      kind: 'incident-reported',
      number: 'I-2026-0001',
      reportedAt: office.clock.now,
      delivered: true,
    })
    expect(office.inbox(ciso)).toMatchObject([alert])
    expect(office.inbox(deputy)).toMatchObject([alert])
  })

  it('has its form in the language of the message, not of the question before', async () => {
    await office.say(kim, 'may I print this at home or should I do that at work?')
    const { incident } = as('incident', await office.say(kim, CLICKED))

    expect(await office.press(kim, { verb: 'report-incident', incident })).toMatchObject({
      kind: 'incident-form',
      language: 'nl',
    })
  })

  it('goes to the team that asked for reports, and to nobody else', async () => {
    const conversation = '19:incidents'
    const room = {
      platform: 'teams',
      id: conversation,
      serviceUrl: 'https://s.example/',
      bot: 'b',
      language: 'nl',
    } as const
    await office.storage.stores.conversations.keep('waterveen', room, true)
    await office.say({ ...ciso, conversation, shared: true }, 'meldingen hier')

    await office.press(kim, report())
    await office.deliver()

    expect(office.inRoom(conversation)).toHaveLength(1)
    expect(office.inbox(ciso)).toEqual([])
  })

  it('has no limit, and none is put together with another', async () => {
    for (let i = 0; i < 8; i++) await office.press(kim, report())
    await office.deliver()

    expect(office.inbox(ciso)).toHaveLength(8)
  })

  it('is stored too when nobody is set to be told, and says that only the telephone helps', async () => {
    await office.place([])

    const reply = await office.press(kim, report())

    expect(reply).toMatchObject({ kind: 'incident-reported', delivered: false })
    expect(await office.storage.stores.incidents.list('waterveen')).toHaveLength(1)
  })

  it('may come from somebody who is not in the roster', async () => {
    expect((await office.press(guest, report())).kind).toBe('incident-reported')
  })

  it.each([
    ['what happened', { what: 'laptop weg', callBack: '' }, 'incident-reported'],
    ['a number to call back', { what: '', callBack: '06-12345678' }, 'incident-reported'],
    ['neither', { what: ' ', callBack: '\u200b' }, 'notice'],
  ])('with %s', async (_, change, kind) => {
    const reply = await office.press(kim, report(change))

    expect(reply.kind).toBe(kind)
    if (kind === 'notice') expect(reply).toMatchObject({ notice: 'incident-incomplete' })
  })

  it('has numbers of residents taken out, but not the number to call back', async () => {
    const typed = { what: 'bsn 123456782', when: 'om 10, bsn 123456782', devices: '123456782' }

    const reply = await office.press(kim, report(typed))
    await office.deliver()

    expect(reply).toMatchObject({ masked: ['bsn'] })
    const [stored] = await office.storage.stores.incidents.list('waterveen')
    expect(JSON.stringify([stored, office.sent])).not.toContain('123456782')
    expect(stored).toMatchObject({ callBack: '06-12345678', reporterName: 'Kim de Wit' })
  })

  it('sent again has the same number, and sends nothing; somebody else’s form neither', async () => {
    const form = report()
    const replies = [await office.press(kim, form), await office.press(kim, form)]
    await office.deliver()

    expect(replies).toMatchObject([{ number: 'I-2026-0001' }, { number: 'I-2026-0001' }])
    expect(office.inbox(ciso)).toHaveLength(1)
    expect(await office.press(sam, form)).toMatchObject({ notice: 'outdated-card' })
  })
})

describe('the first notice', () => {
  async function firstNoticeAfter(waitMs: number, who = kim): Promise<number | undefined> {
    await office.say(kim, CLICKED)
    await office.say(kim, CLICKED)
    office.clock.now += waitMs
    await office.press(who, report())
    const [stored] = await office.storage.stores.incidents.list('waterveen')
    return stored && office.clock.now - stored.firstNoticeAt
  }

  it('counts when it was one’s own, in the last 24 hours', async () => {
    expect(await firstNoticeAfter(24 * HOUR)).toBe(24 * HOUR)
  })

  it.each([
    ['was longer ago', 24 * HOUR + 1, kim],
    ['was of somebody else', HOUR, sam],
  ])('is the report itself when the one before %s', async (_, waitMs, who) => {
    expect(await firstNoticeAfter(waitMs, who)).toBe(0)
  })
})
