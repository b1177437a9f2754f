/**
 * Mortal town: its bot is killed in everything that a round is made of, starts again and goes on.
 *
 * After each death and after each chapter the promises hold: a round is there whole or not at all,
 * everybody counts once, and what was told stays true.
 */
import type { StoragePlace } from '../../bot/open-storage.ts'
import { nextOccurrences } from '../../bot/polls/occurrences.ts'
import { reminderMoments } from '../../bot/rounds/remind.ts'
import { waterveen } from '../bot/a-bot.ts'
import { answerWith, aSeries, HOUR, MONDAY } from './a-town.ts'
import type { Fate } from './mortality.ts'
import { brokenPromises, unless } from './promises.ts'
import {
  type Job,
  type Press,
  startTownProcess,
  type Told,
  type TownProcess,
} from './town-process.ts'
import { foundInFiles, type Kept, whatIsKept } from './what-is-kept.ts'

/** The first of the teams is too small to be a unit. */
const UNITS = { Jeugd: 8, Wmo: 12 }
/** With the CISO. */
const PEOPLE = 21
const ANSWERING = 14

export const CHAPTERS = ['open', 'answer', 'remind', 'close', 'clean'] as const
export type Chapter = (typeof CHAPTERS)[number]

/** At which thing that it does in a chapter the bot dies. */
export type Deaths = Readonly<Partial<Record<Chapter, Omit<Fate, 'signal'>>>>

export type MortalTown = Readonly<{
  /** Lives through the next round. @returns what goes against the promises */
  live: (deaths: Deaths) => Promise<readonly string[]>
  /** How often it was killed until now. */
  deaths: () => number
  /** How many things were done in each chapter in which nobody died. */
  steps: () => Readonly<Record<Chapter, number>>
  end: () => Promise<void>
}>

type State = {
  readonly place: StoragePlace
  process: TownProcess
  deaths: number
  steps: Record<Chapter, number>
}

export async function startMortalTown(place: StoragePlace): Promise<MortalTown> {
  const state: State = {
    place,
    process: await startTownProcess({ place, units: UNITS }),
    deaths: 0,
    steps: { open: 0, answer: 0, remind: 0, close: 0, clean: 0 },
  }
  await state.process.do({ do: 'start', at: MONDAY })
  return {
    live: (deaths) => live(state, deaths),
    deaths: () => state.deaths,
    steps: () => state.steps,
    end: () => state.process.end(),
  }
}

/** What is gathered on the way. */
type Life = {
  readonly deaths: Deaths
  readonly told: Told[]
  /** Presses of which nobody heard the end. */
  unheard: number
  readonly tags: Set<string>
  readonly problems: string[]
}

async function live(state: State, deaths: Deaths): Promise<readonly string[]> {
  const life: Life = { deaths, told: [], unheard: 0, tags: new Set(), problems: [] }
  const { opensAt, closesAt } = await nextOf(state)
  const [halfWay = closesAt] = reminderMoments({ opensAt, closesAt }, waterveen)

  const opened = await goThrough('open', { do: 'tick', at: opensAt }, { state, life })
  const presses = pressesFor(opened)
  const answering: Job = { do: 'press', at: opensAt + HOUR, presses }
  await goThrough('answer', answering, { state, life })
  await expectOnly('poll-answered-before', answering, { state, life })
  await goThrough('remind', { do: 'tick', at: halfWay }, { state, life })
  const closed = await goThrough('close', { do: 'tick', at: closesAt }, { state, life })
  life.problems.push(...unless(isShown(closed), 'the plan does not show who answered'))
  await expectOnly('poll-closed', { ...answering, at: closesAt }, { state, life })
  const cleaned = await goThrough('clean', { do: 'clean', at: closesAt }, { state, life })
  life.problems.push(...traces(cleaned, { state, life }))
  await expectOnly('nothing', { do: 'tick', at: closesAt }, { state, life })
  await expectOnly('nothing', { do: 'clean', at: closesAt }, { state, life })
  return life.problems
}

async function nextOf({ place }: State) {
  const { rounds } = await whatIsKept(place, waterveen.id)
  const [last] = rounds
  const [next] = nextOccurrences(aSeries(), waterveen, {
    ...(last === undefined ? {} : { afterPlanned: last.planned }),
    now: MONDAY,
    count: 1,
  })
  if (next === undefined) throw new Error('a series goes on for ever')
  return next
}

type Going = Readonly<{ state: State; life: Life }>

/** With the death that is due in it: then it starts again, and does what is still to be done. */
async function goThrough(chapter: Chapter, job: Job, { state, life }: Going): Promise<Kept> {
  const death = life.deaths[chapter]
  const fate = death && ({ ...death, signal: 'SIGKILL' } as const)
  const outcome = await state.process.do({ ...job, ...(fate === undefined ? {} : { fate }) })
  life.told.push(...outcome.told)
  if (outcome.words === undefined) {
    await startAgain(state)
    if (chapter === 'answer') life.unheard += 1
    await check(`${chapter}, after its death`, { state, life })
    const again = await state.process.do(job)
    life.told.push(...again.told)
  } else if (fate === undefined) state.steps[chapter] = outcome.steps
  return check(chapter, { state, life })
}

async function startAgain(state: State): Promise<void> {
  state.deaths += 1
  await state.process.end()
  state.process = await startTownProcess({ place: state.place, units: UNITS })
}

async function check(when: string, { state, life }: Going): Promise<Kept> {
  const { told, unheard } = life
  const kept = await whatIsKept(state.place, waterveen.id)
  const broken = brokenPromises(kept, { people: PEOPLE, told, unheard })
  const death = JSON.stringify(life.deaths)
  life.problems.push(...broken.map((problem) => `${when}: ${problem} (deaths: ${death})`))
  for (const tag of kept.tags) life.tags.add(tag)
  return kept
}

/** The job changes nothing, and all that it tells is this. */
async function expectOnly(word: string, job: Job, { state, life }: Going): Promise<void> {
  const before = JSON.stringify(await whatIsKept(state.place, waterveen.id))
  const { words = [] } = await state.process.do(job)
  const after = JSON.stringify(await whatIsKept(state.place, waterveen.id))
  const others = words.filter((one) => one !== word)
  life.problems.push(
    ...unless(others.length === 0, `instead of ${word}: ${others.join()}`),
    ...unless(before === after, `${word}, and yet it changed something`),
  )
}

function pressesFor({ round }: Kept): readonly Press[] {
  if (round?.frozen === undefined) return []
  const { id, frozen } = round
  return Array.from({ length: ANSWERING }, (_, n) => ({
    n,
    action: answerWith(id, frozen.questions, () => n % 3),
  }))
}

const isShown = ({ plans }: Kept): boolean => {
  const cell = plans[0]?.response[0]?.cell
  return cell?.state === 'shown' && cell.answers === ANSWERING && cell.eligible === PEOPLE
}

/** Neither a key nor, in the files of SQLite, a hash of who took part. */
function traces({ keyFiles }: Kept, { state, life }: Going): readonly string[] {
  const found = state.place.databaseUrl ? [] : foundInFiles(state.place, life.tags)
  const death = JSON.stringify(life.deaths)
  return [
    ...unless(keyFiles.length === 0, `keys are left: ${keyFiles.join()} (deaths: ${death})`),
    ...unless(found.length === 0, `${found.length} hashes are left (deaths: ${death})`),
    ...unless(life.tags.size >= ANSWERING, `only ${life.tags.size} hashes were seen`),
  ]
}
