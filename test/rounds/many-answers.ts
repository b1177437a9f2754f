/** Many answers: a whole town presses at once, some of them twice, through the bot itself. */
import type { Reply } from '../../bot/contract/reply.ts'
import { openStorage } from '../../bot/open-storage.ts'
import type { Question } from '../../bot/polls/question.ts'
import type { UnitTally } from '../../bot/polls/tally.ts'
import type { Frozen } from '../../bot/storage/rounds.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import type { Place } from '../storage/engines.ts'
import { answerWith, aTown, OPENS, type Town } from './a-town.ts'
import { type Count, countOf, miscounts } from './count.ts'

export type Crowd = Readonly<{
  people: number
  /** How many presses are under way together. */
  atOnce: number
  /** Of several processes over one database, which take turns. */
  storages: readonly Storage[]
}>

export type Answered = Readonly<{
  count: Count
  /** How often each reply came: its kind, or the word of a notice. */
  told: Readonly<Record<string, number>>
  tallies: readonly UnitTally[]
  /** What the tallies must be: people choose by their number. */
  expected: readonly UnitTally[]
  /** Milliseconds that each press took, shortest first. */
  took: readonly number[]
}>

/** So many press a second time while the first press may still be under way. */
const TWICE_EVERY = 5

export async function manyAnswers({ people, atOnce, storages }: Crowd): Promise<Answered> {
  const towns = await openTowns(storages, people)
  const [town] = towns
  if (town === undefined) throw new Error('there is always a town')
  const { id, frozen } = await openUnsent(town)
  const told: Record<string, number> = {}
  const took: number[] = []
  const presses = pressesOf(people)
  const keepPressing = async (door: Town) => {
    for (let n = presses.pop(); n !== undefined; n = presses.pop()) {
      const from = performance.now()
      const word = wordOf(await door.press(n, answerOf(n, id, frozen)))
      took.push(performance.now() - from)
      told[word] = (told[word] ?? 0) + 1
    }
  }
  const doors = Array.from({ length: atOnce }, (_, index) => towns[index % towns.length] ?? town)
  await Promise.all(doors.map(keepPressing))

  const { storage, organisation } = town
  return {
    told,
    count: await countOf(storage.stores, organisation.id, id),
    tallies: await storage.stores.participation.tallies(organisation.id, id),
    expected: expectedOf(town, frozen),
    took: took.sort((one, other) => one - other),
  }
}

async function openTowns(storages: readonly Storage[], people: number): Promise<readonly Town[]> {
  const each = Math.floor(people / 4)
  // The CISO is one of the last unit.
  const units = { Jeugd: each, Wmo: each, Ruimte: each, Dienst: people - 3 * each - 1 }
  const clock = { now: OPENS }
  const towns: Town[] = []
  for (const storage of storages) towns.push(await aTown({ storage, units, clock }))
  return towns
}

/** Nobody is sent anything: that is another test's business. */
async function openUnsent(town: Town): Promise<Readonly<{ id: string; frozen: Frozen }>> {
  await town.startSeries()
  await town.rounds.runDue(town.organisation.id)
  const round = await town.storage.stores.polls.openRound(town.organisation.id)
  if (round?.frozen === undefined) throw new Error('no round opened')
  return { id: round.id, frozen: round.frozen }
}

/** Both presses of one person lie close together, so that they are under way at once. */
function pressesOf(people: number): number[] {
  return Array.from({ length: people }, (_, n) => (n % TWICE_EVERY === 0 ? [n, n] : [n])).flat()
}

/** Which of a question's options somebody takes. */
const choiceOf = (n: number, index: number, { options }: Pick<Question, 'options'>): number =>
  (n + index) % options.length

function answerOf(n: number, roundId: string, { questions }: Frozen) {
  return answerWith(roundId, questions, (index) => {
    const question = questions[index]
    return question === undefined ? 0 : choiceOf(n, index, question)
  })
}

function expectedOf(town: Town, { questions, units }: Frozen): readonly UnitTally[] {
  const numbers = town.roster.people.map(({ unit }, n) => ({ n, unit }))
  return units
    .map(({ path }) => {
      const here = numbers.filter(({ unit }) => unit === path)
      const counts = questions.map((question, index) => {
        const chosen = here.map(({ n }) => question.options[choiceOf(n, index, question)]?.value)
        const ofOption = (value: string) => chosen.filter((one) => one === value).length
        return [
          question.id,
          Object.fromEntries(question.options.map(({ value }) => [value, ofOption(value)])),
        ]
      })
      return { unit: path, counts: Object.fromEntries(counts) }
    })
    .sort((one, other) => (one.unit < other.unit ? -1 : 1))
}

function wordOf(reply: Reply): string {
  return reply.kind === 'notice' ? reply.notice : reply.kind
}

/** As many processes have over one database; SQLite has one. */
export async function severalStorages(place: Place, n: number) {
  const count = place.databaseUrl === undefined ? 1 : n
  const storages: Storage[] = []
  for (let one = 0; one < count; one++) storages.push(await openStorage(place, 'bot'))
  const close = async () => {
    for (const storage of storages) await storage.close()
    await place.remove()
  }
  return { storages, close }
}

export function checkAnswered({ told, count, tallies, expected }: Answered, people: number): void {
  expect(told).toEqual({ 'poll-thanks': people, 'poll-answered-before': people / TWICE_EVERY })
  expect(count.takers).toBe(people)
  expect(miscounts(count)).toEqual([])
  expect(tallies).toEqual(expected)
}
