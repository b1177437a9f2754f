/** Races: two people, or two presses, at the same moment have one effect; on both engines. */
import { randomUUID } from 'node:crypto'
import { engines } from '../storage/engines.ts'
import {
  anOffice,
  cardFor,
  ciso,
  DRONE,
  escalate,
  kim,
  type Office,
  secondCiso,
  TWO_CISOS,
} from './an-office.ts'

describe.each(engines)('at the same moment, on $name', ({ open }) => {
  let office: Office
  beforeEach(async () => {
    office = await anOffice({ storage: await open(), people: TWO_CISOS })
  })
  afterEach(() => office.close())

  it('two CISOs who answer send one answer', async () => {
    await escalate(office, kim)
    await office.deliver()
    const escalationId = cardFor(office, ciso).escalation.id

    const replies = await Promise.all(
      [ciso, secondCiso].map((who) =>
        office.press(who, { verb: 'answer-escalation', escalationId, answer: `van ${who.name}` }),
      ),
    )
    await office.deliver()

    expect(replies.map((reply) => reply.kind).sort()).toEqual(['escalation-handled', 'notice'])
    expect(office.inbox(kim)).toHaveLength(1)
    expect(await office.storage.stores.audit.list('waterveen')).toHaveLength(1)
  })

  it('one form pressed four times is one question with one number', async () => {
    const form = {
      verb: 'escalate',
      formId: randomUUID(),
      question: DRONE,
      name: 'without-name',
      origin: 'no-answer',
    } as const

    const replies = await Promise.all(Array.from({ length: 4 }, () => office.press(kim, form)))
    await office.deliver()

    const numbers = replies.map((reply) => ('number' in reply ? reply.number : reply.kind))
    expect(new Set(numbers).size).toBe(1)
    expect(await office.storage.stores.escalations.open('waterveen')).toMatchObject([
      { number: numbers[0] },
    ])
    expect(office.inbox(ciso)).toHaveLength(1)
  })

  it('one report sent four times is one report', async () => {
    const form = {
      verb: 'send-incident',
      formId: randomUUID(),
      incident: 'lost-or-stolen',
      what: 'laptop weg',
      when: '',
      devices: '',
      personalData: 'unknown',
      callBack: '',
    } as const

    const replies = await Promise.all(Array.from({ length: 4 }, () => office.press(kim, form)))
    await office.deliver()

    expect(
      new Set(replies.map((reply) => ('number' in reply ? reply.number : reply.kind))).size,
    ).toBe(1)
    expect(await office.storage.stores.incidents.list('waterveen')).toHaveLength(1)
    expect(office.inbox(ciso)).toHaveLength(1)
  })

  it('four questions of one person are counted all', async () => {
    const forms = Array.from({ length: 4 }, () => escalate(office, kim))

    const replies = await Promise.all(forms)

    expect(replies.map((reply) => ('number' in reply ? reply.number : '')).sort()).toEqual([
      'V-2026-0001',
      'V-2026-0002',
      'V-2026-0003',
      'V-2026-0004',
    ])
  })
})
