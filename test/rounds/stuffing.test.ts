/** Stuffing: whatever somebody tries, each person who is asked counts once, and nobody else does. */
import { createBot } from '../../bot/bot.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { createTalk } from '../../bot/talk.ts'
import { as, bank } from '../bot/a-bot.ts'
import { officeKnowledge } from '../bot/office-handbook.ts'
import { anOrganisation } from '../builders.ts'
import { answerTo, CLOSES, DAY, entraIdOf, HOUR, OPENS, speakerOf } from './a-town.ts'
import {
  aBallotBox,
  type BallotBox,
  JOINER,
  LEAVER,
  ON_BOTH,
  repliedIn,
  slackIdOf,
} from './ballot-box.ts'
import { storedEngines } from './stored.ts'

const NEVER_WAS = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0099'
const OTHER_HERE = 'lindedam'

const wordOf = (reply: Reply): string => (reply.kind === 'notice' ? reply.notice : reply.kind)
const MANY = Array.from({ length: 20 }, (_, index) => index)

type Try = (box: BallotBox) => Promise<Reply>

/** By what somebody tries: what they are told; nothing else comes of it. */
const IN_VAIN: Readonly<Record<string, readonly [told: string, Try]>> = {
  'a guest who is not in the roster': [
    'not-allowed',
    ({ town, answers }) => town.press(1, answers, { person: 'a-guest', conversation: 'a:guest' }),
  ],
  'who left since it opened': ['not-allowed', ({ town, answers }) => town.press(LEAVER, answers)],
  'who joined after it opened': [
    'poll-not-invited',
    ({ town, answers }) => town.press(JOINER, answers),
  ],
  'a round that never was': [
    'outdated-card',
    ({ town, answers }) => town.press(2, { ...answers, roundId: NEVER_WAS }),
  ],
  'the round of another organisation': ['outdated-card', pressElsewhere],
  'no answer to one question': [
    'poll-incomplete',
    ({ town, answers }) => town.press(2, { ...answers, q2: '' }),
  ],
  'an option that no question has': [
    'outdated-card',
    ({ town, answers }) => town.press(2, { ...answers, q1: 'heel-vaak' }),
  ],
  'an option of another question': ['outdated-card', pressOptionOfAnother],
  'options in another form': [
    'outdated-card',
    ({ town, answers }) => town.press(2, { ...answers, q1: `${answers.q1} ` }),
  ],
  'names that every object has': [
    'outdated-card',
    ({ town, answers }) => town.press(2, { ...answers, q1: '__proto__', q2: 'constructor' }),
  ],
  'several options at once': [
    'outdated-card',
    ({ pressRaw, answers }) => pressRaw(2, { ...answers, q1: [answers.q1, answers.q1] }),
  ],
  'a very long text': [
    'outdated-card',
    ({ pressRaw, answers }) => pressRaw(2, { ...answers, q1: 'x'.repeat(1_000_000) }),
  ],
  'a round id that leads to a file': [
    'outdated-card',
    ({ pressRaw, answers }) => pressRaw(2, { ...answers, roundId: '../../secret' }),
  ],
  'no object at all': ['outdated-card', ({ pressRaw }) => pressRaw(2, 'answer-poll')],
}

/** The same people work there, under the same ids. */
async function pressElsewhere({ town, answers }: BallotBox): Promise<Reply> {
  const organisation = anOrganisation({ id: OTHER_HERE })
  const here = { organisation, knowledge: officeKnowledge, bank }
  const bot = createBot({ ...town.parts, served: new Map([[OTHER_HERE, here]]) })
  const speaker = speakerOf(2, organisation)
  return createTalk(bot, town.storage)({ kind: 'action', action: answers, speaker })
}

async function pressOptionOfAnother({ town, answers }: BallotBox): Promise<Reply> {
  const [first, ...others] = town.card(2).poll.questions
  const known = new Set(first?.options.map(({ value }) => value))
  const strange = others.flatMap(({ options }) => options).find(({ value }) => !known.has(value))
  if (strange === undefined) throw new Error('all questions have the same options')
  return town.press(2, { ...answers, q1: strange.value })
}

describe.each(storedEngines)('on $name', (engine) => {
  let box: BallotBox
  beforeAll(async () => {
    box = await aBallotBox(engine)
    const { town } = box
    await town.storage.transaction(({ people }) => people.replace(OTHER_HERE, town.roster))
  })
  afterAll(() => box.close())

  describe.each(Object.entries(IN_VAIN))('%s', (_, [told, attempt]) => {
    it(`is told "${told}", and changes not one row`, async () => {
      const replies: Reply[] = []
      const changed = await box.changesBy(async () => replies.push(await attempt(box)))

      expect(replies.map(wordOf)).toEqual([told])
      expect(changed).toEqual([])
    })
  })

  /** @returns what was told, without repetitions, and by how much the count went up */
  const attempt = async (work: () => Promise<readonly Reply[]>) => {
    const before = await box.count()
    const told = (await work()).map(wordOf)
    return { told: [...new Set(told)].sort(), counted: (await box.count()) - before }
  }
  const ONCE = { told: ['poll-answered-before', 'poll-thanks'], counted: 1 }

  it('a second press counts for nothing, whatever it says', async () => {
    const { town, answers } = box
    expect(
      await attempt(async () => [await town.press(1, answers), await town.press(1, answers)]),
    ).toEqual(ONCE)
    const other = answerTo(town.card(1), () => 1)
    expect(await box.changesBy(() => town.press(1, other))).toEqual([])
  })

  it('twenty presses at the same moment, in two processes, count once', async () => {
    const { desk, otherDesk, answers } = box
    const said = { kind: 'action', action: answers } as const
    const press = async (index: number) =>
      repliedIn(await (index % 2 === 0 ? desk : otherDesk).arrive(2, said, `at-once-${index}`))

    expect(await attempt(() => Promise.all(MANY.map(press)))).toEqual(ONCE)
  })

  it('what is delivered again, to any process, is one press', async () => {
    const { desk, otherDesk, answers } = box
    const said = { kind: 'action', action: answers } as const
    const before = await box.count()

    const received = [
      await desk.arrive(3, said, 'same'),
      await otherDesk.arrive(3, said, 'same'),
      await desk.arrive(3, said, 'same'),
    ]

    expect(received.map(({ kind }) => kind)).toEqual(['replied', 'repeated', 'repeated'])
    expect(await box.count()).toBe(before + 1)
  })

  it('who is on two platforms counts once', async () => {
    const { town, answers } = box
    const onSlack = {
      platform: 'slack',
      person: slackIdOf(ON_BOTH),
      conversation: 'D1',
    } as const
    expect(
      await attempt(async () => [
        await town.press(ON_BOTH, answers, onSlack),
        await town.press(ON_BOTH, answers),
        await town.press(ON_BOTH, answers, { person: entraIdOf(ON_BOTH).toUpperCase() }),
      ]),
    ).toEqual(ONCE)
  })

  it("the card of somebody else counts for who presses it, in that one's own unit", async () => {
    const { town, stored } = box
    const cardOfFour = answerTo(town.card(4))
    const unitsOf = async () =>
      (await stored.rows())
        .get('poll_counter')
        ?.split('\n')
        .filter((row) => row.includes('Wmo'))
    const before = await unitsOf()

    expect(await attempt(async () => [await town.press(5, cardOfFour)])).toMatchObject({
      counted: 1,
    })
    expect(await unitsOf()).toEqual(before) // 4 and 5 are of Jeugd
    expect(await attempt(async () => [await town.press(4, cardOfFour)])).toMatchObject({
      counted: 1,
    })
  })

  it('what a tampered card says besides its questions has no effect', async () => {
    const { town, stored, pressRaw } = box
    const plain = { ...answerTo(town.card(7)), q4: '', q5: '' }
    const extra = {
      ...{ q4: plain.q1, q5: plain.q1, q6: plain.q1, n: 100, unit: 'Wmo', person: 'p-20' },
      ...{
        tag: 'mine',
        organisation: OTHER_HERE,
        chosen: { P01: 'x' },
        opensAt: 0,
        closesAt: 1e15,
      },
    }
    const payload = JSON.parse(
      `{"__proto__": {"unit": "Wmo"}, ${JSON.stringify({ ...plain, ...extra }).slice(1)}`,
    )
    const wmo = async () =>
      (await stored.rows())
        .get('poll_counter')
        ?.split('\n')
        .filter((row) => row.includes('Wmo'))
    const before = await wmo()

    expect(await attempt(async () => [await pressRaw(7, payload)])).toEqual({
      told: ['poll-thanks'],
      counted: 1,
    })
    expect(await wmo()).toEqual(before)
    expect(wordOf(await town.answer(20))).toBe('poll-thanks')
  })

  it('who declined still counts once', async () => {
    const { town, answers } = box
    const { roundId } = answers
    await town.press(8, { verb: 'decline-poll', roundId, how: 'round' })
    expect(
      await attempt(async () => [await town.press(8, answers), await town.press(8, answers)]),
    ).toEqual(ONCE)
  })

  it('everybody who is left counts, each once: nobody is taken for another', async () => {
    const { town, answers } = box
    const all = [...town.roster.people.keys()].filter((n) => n !== LEAVER)
    const replies = await Promise.all(all.map((n) => town.press(n, answers)))

    expect(new Set(replies.map(wordOf))).toEqual(new Set(ONCE.told))
    expect(await box.count()).toBe(all.length)
  })

  it('without the key of the round nobody is taken for another: nothing counts', async () => {
    const { town, stored, answers, changesBy } = box
    const decline = { verb: 'decline-poll', roundId: answers.roundId, how: 'round' } as const
    await stored.loseKey(answers.roundId)

    const told: Reply[] = []
    const changed = await changesBy(async () =>
      told.push(
        await town.press(1, answers),
        await town.press(ON_BOTH, answers),
        await town.press(9, decline),
        await town.press(10, { verb: 'my-poll' }),
      ),
    )

    expect(new Set(told.map(wordOf))).toEqual(new Set(['poll-unavailable']))
    expect(changed).toEqual([])
  })
})

describe.each(storedEngines)('at the edges of the time, on $name', (engine) => {
  let box: BallotBox
  beforeAll(async () => {
    box = await aBallotBox(engine)
  })
  afterAll(() => box.close())

  it('nothing counts before it opens, at the moment it closes, or ever after', async () => {
    const { town, answers, changesBy } = box
    const at = async (moment: number) => {
      town.clock.now = moment
      const told: string[] = []
      const changed = await changesBy(async () => told.push(wordOf(await town.press(1, answers))))
      return [...told, ...changed]
    }

    expect(await at(OPENS - 1)).toEqual(['poll-closed'])
    expect(await at(CLOSES)).toEqual(['poll-closed']) // nobody has closed it yet
    expect(await at(CLOSES - 1)).toEqual(['poll-thanks', 'poll_counter', 'poll_taker'])
    await town.goTo(CLOSES)
    expect(await at(CLOSES + 1)).toEqual(['poll-closed'])
    expect(await at(CLOSES - HOUR)).toEqual(['poll-closed']) // the clock was set back
  })

  it('the card of an earlier round counts for nothing in the next', async () => {
    const { town, answers, changesBy } = box
    await town.goTo(OPENS + 6 * 7 * DAY)
    const card = answerTo(town.card(1))

    expect(card.roundId).not.toBe(answers.roundId)
    expect(await changesBy(() => town.press(1, answers))).toEqual([])
    expect(as('notice', await town.press(1, answers)).notice).toBe('poll-closed')
    expect((await town.press(1, card)).kind).toBe('poll-thanks')
  })
})
