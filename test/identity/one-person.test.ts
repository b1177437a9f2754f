/** One person: what somebody did in Teams and in Slack is theirs on both, once the roster has both. */
import type { Action } from '../../bot/contract/action.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { forgetAgain } from '../../bot/forget.ts'
import type { Person } from '../../bot/storage/people.ts'
import { as, secret } from '../bot/a-bot.ts'
import {
  aForm,
  anAnswer,
  anOffice,
  cardFor,
  ciso,
  DRONE,
  escalate,
  kim,
  type Office,
  PEOPLE,
  sam,
} from '../bot/an-office.ts'
import { engines } from '../storage/engines.ts'
import { type Inspected, openInspected } from '../storage/open-inspected.ts'

const onSlack = (person: string): Partial<Speaker> => ({
  ...{ platform: 'slack', person, conversation: `D-${person}`, name: 'kim' },
})
const kimOnSlack = onSlack('U0KIM')
const samOnSlack = onSlack('U0SAM')
/** Nobody the roster knows. */
const strangerOnSlack = onSlack('U0WHO')

const LINKED: readonly Person[] = PEOPLE.map((one) => {
  if (one.id === 'kim.de.wit') return { ...one, slackId: 'U0KIM' }
  return one.id === 'sam.ouwehand' ? { ...one, slackId: 'U0SAM' } : one
})
const SECTION = { sectionId: 'thuiswerken-printen', version: '7', question: 'mag dat' } as const

describe.each(engines)('somebody who is in Teams and in Slack, on $name', (engine) => {
  let storage: Inspected
  let office: Office
  beforeAll(async () => {
    storage = await openInspected(engine)
  })
  beforeEach(async () => {
    await storage.clear()
    office = await anOffice({ storage, people: LINKED })
  })
  afterAll(() => storage.close())

  const questionsOf = async (who: Partial<Speaker>) =>
    as('my-questions', await office.say(who, 'mijn vragen')).questions.map(
      ({ question }) => question,
    )
  const ask = (who: Partial<Speaker>, question: string) => escalate(office, who, { question })

  describe('their questions', () => {
    it('are one list, with and without a name, wherever they asked and look', async () => {
      await ask(kim, 'mag de eerste')
      office.clock.now += 1000
      await escalate(office, kimOnSlack, { question: 'mag de tweede', name: 'with-name' })

      const both = ['mag de tweede', 'mag de eerste']
      expect([await questionsOf(kim), await questionsOf(kimOnSlack)]).toEqual([both, both])
    })

    it('of before the roster linked them are theirs from then on, and not when it is undone', async () => {
      await office.place(PEOPLE)
      await ask(kimOnSlack, 'mag dit al')
      const before = await questionsOf(kim)
      await office.place(LINKED)
      const linked = await questionsOf(kim)
      await office.place(PEOPLE)

      expect([before, linked, await questionsOf(kim)]).toEqual([[], ['mag dit al'], []])
      expect(await questionsOf(kimOnSlack)).toEqual(['mag dit al'])
    })

    it('are nobody else’s, here or under the same ids in another organisation', async () => {
      await ask(kim, 'mag de eerste')
      const elsewhere = { organisation: 'lindedam' } as const

      for (const who of [sam, samOnSlack, strangerOnSlack])
        expect(await questionsOf(who)).toEqual([])
      await office.place(LINKED, 'lindedam')
      expect(await questionsOf({ ...kimOnSlack, ...elsewhere })).toEqual([])
      expect(await questionsOf({ ...kim, ...elsewhere })).toEqual([])
    })

    it('are five in an hour, however they are spread', async () => {
      const told = []
      for (const who of [kim, kimOnSlack, kim, kimOnSlack, kim])
        told.push((await ask(who, `mag ${told.length}`)).kind)

      expect(told).toEqual(Array.from({ length: 5 }, () => 'escalated'))
      expect(await ask(kimOnSlack, 'nog een')).toMatchObject({ notice: 'too-many-questions' })
      expect((await ask(samOnSlack, 'mag ik dan')).kind).toBe('escalated')
    })

    it('sent again from the other platform are the same question, and not one of somebody else', async () => {
      const form = aForm()
      const first = as('escalated', await office.press(kim, form))

      expect(await office.press(kimOnSlack, form)).toMatchObject({ number: first.number })
      expect(await office.press(samOnSlack, form)).toMatchObject({ notice: 'outdated-card' })
      expect(await questionsOf(kim)).toHaveLength(1)
    })

    it('are answered where they were asked', async () => {
      await ask(kimOnSlack, DRONE)
      await office.deliver()
      const { escalation } = cardFor(office, ciso)
      await office.press(ciso, anAnswer(escalation.id))
      await office.deliver()

      expect(office.inbox(kimOnSlack).map(({ kind }) => kind)).toEqual(['human-answer'])
      expect(office.inbox(kim)).toEqual([])
    })
  })

  describe('counts once', () => {
    it('among who asked what the handbook does not answer', async () => {
      for (const who of [kim, kimOnSlack, kim, sam]) await office.say(who, DRONE)
      const shown = async () => as('gaps', await office.say(ciso, 'hiaten')).groups

      expect(await shown()).toEqual([]) // two people, and three are needed
      await office.say(strangerOnSlack, DRONE)
      expect(await shown()).toEqual([{ question: DRONE, times: 3, people: 3 }])
    })

    it('also when the link came after the first question', async () => {
      await office.place(PEOPLE)
      await office.say(kim, DRONE)
      await office.place(LINKED)
      await office.say(kimOnSlack, DRONE)

      expect(await storage.stores.gaps.since('waterveen', '')).toHaveLength(1)
    })

    it('in what was of use', async () => {
      for (const who of [kim, kimOnSlack, kim, samOnSlack])
        await office.press(who, { verb: 'rate-answer', helpful: true, ...SECTION })

      expect(await storage.stores.feedback.list('waterveen')).toMatchObject([
        { verdict: 'helpful', n: 2 },
      ])
    })
  })

  describe('their report of an incident', () => {
    const report: Extract<Action, { verb: 'send-incident' }> = {
      ...{ verb: 'send-incident', incident: 'clicked-link', what: 'geklikt', when: 'net' },
      ...{ devices: '', personalData: 'unknown', callBack: '', formId: aForm().formId },
    }

    it('counts from the first word, on whichever platform that was', async () => {
      const first = office.clock.now
      await office.say(kimOnSlack, 'help ik heb net op een foute link geklikt')
      office.clock.now += 60_000
      await office.say(kim, 'help ik heb net op een foute link geklikt')
      office.clock.now += 60_000
      await office.press(kim, report)

      expect(await storage.stores.incidents.list('waterveen')).toMatchObject([
        { firstNoticeAt: first, reportedAt: first + 120_000 },
      ])
    })

    it('sent again from the other platform is the same report, and not one of somebody else', async () => {
      const first = as('incident-reported', await office.press(kim, report))

      expect(await office.press(kimOnSlack, report)).toMatchObject({ number: first.number })
      expect(await office.press(samOnSlack, report)).toMatchObject({ notice: 'outdated-card' })
      expect(await storage.stores.incidents.list('waterveen')).toHaveLength(1)
    })
  })

  describe('hearing of changes', () => {
    const answered = async () =>
      (await storage.rows('waterveen'))['answered']?.map((row) => JSON.parse(row)) ?? []
    const tags = async () => new Set((await answered()).map(({ tag }) => tag))

    it('is one agreement, told where they asked last', async () => {
      await office.press(kim, { verb: 'tell-me', sectionId: SECTION.sectionId })
      const offer = await office.press(kimOnSlack, {
        verb: 'rate-answer',
        helpful: true,
        ...SECTION,
      })
      await office.say(kimOnSlack, 'mag ik thuis printen?')

      expect(offer).toMatchObject({ notice: 'rated-helpful' })
      const [row, ...others] = (await answered()).filter(({ section }) => section !== '')
      expect(others).toEqual([])
      expect(JSON.parse(secret.open(row.address) ?? '')).toMatchObject({ platform: 'slack' })
    })

    it('of two agreements from before the link becomes one', async () => {
      await office.place(PEOPLE)
      for (const who of [kim, kimOnSlack])
        await office.press(who, { verb: 'tell-me', sectionId: SECTION.sectionId })
      const before = (await tags()).size
      await office.place(LINKED)
      await office.say(kimOnSlack, 'mag ik thuis printen?')

      expect([before, (await tags()).size]).toEqual([2, 1])
      expect(await answered()).toHaveLength(2) // that they agreed, and the section
    })

    it('ends on both at one word', async () => {
      await office.press(kim, { verb: 'tell-me', sectionId: SECTION.sectionId })
      await office.press(samOnSlack, { verb: 'tell-me', sectionId: SECTION.sectionId })
      await office.press(kimOnSlack, { verb: 'stop-telling' })

      expect((await tags()).size).toBe(1) // Sam's
    })
  })

  describe('being forgotten', () => {
    /** On Teams, and on Slack before and after the link. */
    const useAll = async () => {
      await office.place(PEOPLE)
      await ask(kimOnSlack, 'vraag van eerder')
      await office.press(kimOnSlack, { verb: 'tell-me', sectionId: SECTION.sectionId })
      await office.place(LINKED)
      await ask(kim, 'vraag op teams')
      await ask(kimOnSlack, 'vraag op slack')
      for (const who of [kim, kimOnSlack]) {
        await office.say(who, DRONE)
        await office.say(who, 'help ik heb net op een foute link geklikt')
        await office.press(who, { verb: 'tell-me', sectionId: SECTION.sectionId })
      }
    }
    const OF_PEOPLE = ['escalation', 'gap', 'first_notice', 'answered'] as const
    const left = async () => {
      const rows = await storage.rows('waterveen')
      return OF_PEOPLE.flatMap((table) => rows[table] ?? [])
    }

    it.each([
      ['Slack', kimOnSlack],
      ['Teams', kim],
    ])('at a word in %s leaves nothing of the other, and touches nobody else', async (_, who) => {
      await ask(sam, 'vraag van sam')
      await office.say(samOnSlack, DRONE)
      const others = await left()
      await useAll()
      const before = (await left()).length
      await office.press(who, { verb: 'confirm-forget-me' })

      expect(before).toBeGreaterThan(others.length + 6)
      expect(await left()).toEqual(others)
    })

    it('holds after a restore, also of before the link', async () => {
      await useAll()
      await office.press(kimOnSlack, { verb: 'confirm-forget-me' })
      const known = await storage.stores.forgotten.listAll()
      await storage.clear()
      await useAll()
      await office.place(PEOPLE)

      await storage.transaction((stores) => forgetAgain(known, { stores, secret }))

      expect(await left()).toEqual([])
    })
  })
})
