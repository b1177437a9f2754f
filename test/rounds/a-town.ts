/** A town that holds polls: real bot, rounds, delivery and stores; the test sets the clock. */
import { randomUUID } from 'node:crypto'
import { type BotParts, createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Observation, Observe } from '../../bot/contract/ports.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Parcel, Send } from '../../bot/delivery/send.ts'
import type { Question } from '../../bot/polls/question.ts'
import type { Series } from '../../bot/polls/series.ts'
import { derivedKeys, type RoundKeys } from '../../bot/round-keys.ts'
import { createRounds } from '../../bot/rounds/rounds.ts'
import type { Secret } from '../../bot/secret.ts'
import type { Person, Roster, Unit } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { createTalk } from '../../bot/talk.ts'
import { as, bank, secret as usualSecret, waterveen } from '../bot/a-bot.ts'
import { officeKnowledge } from '../bot/office-handbook.ts'

/** Monday; the first round opens on Tuesday at ten, in Amsterdam. */
export const MONDAY = Date.parse('2026-11-30T08:00:00Z')
export const OPENS = Date.parse('2026-12-01T09:00:00Z')
/** End of the fifth working day: Monday at four. */
export const CLOSES = Date.parse('2026-12-07T15:00:00Z')
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export const entraIdOf = (n: number): string =>
  `7a000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export type TownSettings = Readonly<{
  storage: Storage
  /** How many people each unit has; the first of all is the CISO, in a unit of their own choosing. */
  units?: Readonly<Record<string, number>>
  organisation?: Partial<Organisation>
  secret?: Secret
  keys?: RoundKeys
  newId?: () => string
  /** Beside the town's own ear. */
  observe?: Observe
  clock?: { now: number }
  /** Before a message counts as sent. */
  onSend?: (parcel: Parcel) => Promise<void>
}>

/** Twelve people in each of two teams, and a CISO. */
const TWO_TEAMS = { Jeugd: 12, Wmo: 12 }

export async function aTown(settings: TownSettings) {
  const { storage, units = TWO_TEAMS, secret = usualSecret, newId = randomUUID } = settings
  const keys = settings.keys ?? derivedKeys(secret)
  const organisation = { ...waterveen, ...settings.organisation }
  const clock = settings.clock ?? { now: MONDAY }
  const observed: Observation[] = []
  const sent: Parcel[] = []
  const served = new Map([[organisation.id, { organisation, knowledge: officeKnowledge, bank }]])
  const parts: BotParts = {
    served,
    observe: (one) => {
      observed.push(one)
      settings.observe?.(one)
    },
    clock: () => clock.now,
    secret,
    keys,
    newId,
  }
  const talk = createTalk(createBot(parts), storage)
  const rounds = createRounds({ ...parts, storage })
  const send: Send = async (parcel) => {
    await settings.onSend?.(parcel)
    sent.push(parcel)
    return { kind: 'sent', calls: 1 }
  }
  const delivery = createDelivery({
    ...parts,
    storage,
    organisations: [organisation],
    sends: { teams: send, slack: send },
    random: () => 0.5,
    wait: async () => undefined,
  })
  const roster = rosterOf(units)
  await storage.transaction((stores) => stores.people.replace(organisation.id, roster))

  const inbox = (n: number): readonly Reply[] =>
    sent
      .filter(({ address }) => address.kind === 'person' && address.person === entraIdOf(n))
      .map(({ content }) => content)
  const town = {
    organisation,
    storage,
    roster,
    rounds,
    delivery,
    clock,
    keys,
    parts,
    /** What the bot told its log and metrics. */
    observed,
    /** What was sent, in order. */
    sent,
    inbox,
    /** Person 0 is the CISO. */
    say: (n: number, text: string) =>
      talk({ kind: 'message', text, speaker: speakerOf(n, organisation) }),
    press: (n: number, action: Action, change: Partial<Speaker> = {}) =>
      talk({ kind: 'action', action, speaker: { ...speakerOf(n, organisation), ...change } }),
    /** Starts the usual series as the CISO does: every six weeks on Tuesday at ten, five days. */
    startSeries: async () => {
      const plan = { everyWeeks: '6', weekday: '2', at: '10:00', from: '2026-12-01', openDays: '5' }
      const shown = as('poll-confirm', await town.press(0, { verb: 'plan-polls', ...plan }))
      const { recurrence, openDays, people } = shown.plan
      return town.press(0, { verb: 'confirm-polls', recurrence, openDays, people })
    },
    /** The clock goes there, the bot looks at what is due, and everything due is sent. */
    goTo: async (moment: number) => {
      clock.now = moment
      const events = await rounds.runDue(organisation.id)
      await rounds.cleanUp()
      await town.deliver()
      return events
    },
    /** Sends all that is due, however long the pace makes it last. */
    deliver: async () => {
      await delivery.runOnce()
      for (let before = -1; sent.length > before; ) {
        before = sent.length
        clock.now += 1000
        await delivery.runOnce()
      }
    },
    /** Starts a series and goes to the opening of its first round. */
    openRound: async () => {
      await town.startSeries()
      await town.goTo(OPENS)
      const round = await storage.stores.polls.openRound(organisation.id)
      if (round?.frozen === undefined) throw new Error('no round opened')
      return { ...round, frozen: round.frozen }
    },
    card: (n: number): ReplyOf<'poll'> => {
      const card = inbox(n).findLast(({ kind }) => kind === 'poll')
      if (card === undefined) throw new Error(`person ${n} was not invited`)
      return as('poll', card)
    },
    /** @param choose the option for each question, by its place on the card, from 0 */
    answer: (n: number, choose: (question: number) => number = () => 0) =>
      town.press(n, answerTo(town.card(n), choose)),
    close: () => storage.close(),
  }
  return town
}

export type Town = Awaited<ReturnType<typeof aTown>>

export function answerTo(
  { poll }: ReplyOf<'poll'>,
  choose: (question: number) => number = () => 0,
): AnswerPoll {
  return answerWith(poll.round, poll.questions, choose)
}

type AnswerPoll = Extract<Action, { verb: 'answer-poll' }>

/** The same without the card. */
export function answerWith(
  roundId: string,
  questions: readonly Pick<Question, 'options'>[],
  choose: (question: number) => number,
): AnswerPoll {
  const values = questions.map(({ options }, index) => options[choose(index)]?.value ?? '')
  const [q1 = '', q2 = '', q3 = '', q4 = '', q5 = ''] = values
  return { verb: 'answer-poll', roundId, q1, q2, q3, q4, q5 }
}

export function speakerOf(n: number, { id }: Pick<Organisation, 'id'>): Speaker {
  return {
    organisation: id,
    platform: 'teams',
    person: entraIdOf(n),
    name: `Persoon ${n}`,
    conversation: `a:chat-${n}`,
    shared: false,
    language: 'nl',
  }
}

/** Person 0 is the CISO, and belongs to the last unit; then the units one after the other. */
export function rosterOf(units: Readonly<Record<string, number>>): Roster {
  const people: Person[] = []
  const add = (unit: string, roles: Person['roles']) => {
    const n = people.length
    people.push({ id: `p-${n}`, entraId: entraIdOf(n), unit, roles, language: 'nl' })
  }
  add(Object.keys(units).at(-1) ?? '', [{ role: 'ciso' }])
  for (const [unit, size] of Object.entries(units))
    for (let one = 0; one < size; one++) add(unit, [])
  return { people, units: Object.keys(units).flatMap(unitsOn) }
}

/** The unit and those above it. */
function unitsOn(path: string): readonly Unit[] {
  const names = path.split('/')
  return names.map((name, depth) => ({
    path: names.slice(0, depth + 1).join('/'),
    name,
    ...(depth === 0 ? {} : { parent: names.slice(0, depth).join('/') }),
  }))
}

/** The series that `startSeries` starts, without going through the chat. */
export function aSeries(change: Partial<Series> = {}): Series {
  return {
    id: randomUUID(),
    recurrence: { everyWeeks: 6, weekday: 2, at: '10:00', from: '2026-12-01' },
    openDays: 5,
    anchors: [...bank.anchors],
    modules: [...bank.modules],
    ...change,
  }
}
