/** Chance deaths: when the bot of a mortal town dies, by a row of chances that can be repeated. */
import type { Place } from '../storage/engines.ts'
import {
  CHAPTERS,
  type Chapter,
  type Deaths,
  type MortalTown,
  startMortalTown,
} from './mortal-town.ts'

export type Chances = Readonly<{
  /** 0 up to 1. */
  random: () => number
  /** In so many rounds, after one in which nobody dies. */
  rounds: number
  /** In so many chapters of each. */
  deaths: number
}>

export type Survived = Readonly<{ problems: readonly string[]; deaths: number }>

export function surviveDeaths(
  place: Place,
  { random, rounds, deaths }: Chances,
): Promise<Survived> {
  return survive(place, ({ steps }) => {
    const momentOf = () => (place.databaseUrl && random() < 0.5 ? 'during' : 'before')
    const deathIn = (chapter: Chapter) => {
      const at = 1 + Math.floor(random() * steps()[chapter])
      return [chapter, { at, moment: momentOf() }] as const
    }
    return Array.from({ length: rounds }, () =>
      Object.fromEntries(shuffled(CHAPTERS, random).slice(0, deaths).map(deathIn)),
    )
  })
}

/** Every thing that is done in a chapter is the last, in turn; while people answer, of the first two. */
export function surviveEachDeath(place: Place): Promise<Survived> {
  const moments = place.databaseUrl ? (['before', 'during'] as const) : (['before'] as const)
  return survive(place, ({ steps }) => {
    const { answer, ...others } = steps()
    const most = Math.max(...Object.values(others))
    return Array.from({ length: most }, (_, index) => index + 1).flatMap((at) =>
      moments.map((moment) =>
        Object.fromEntries(
          CHAPTERS.filter((chapter) => at <= steps()[chapter]).map((chapter) => [
            chapter,
            { at, moment },
          ]),
        ),
      ),
    )
  })
}

/** One round in which nobody dies tells how much is done in each chapter; then these. */
async function survive(
  place: Place,
  deathsOf: (town: MortalTown) => readonly Deaths[],
): Promise<Survived> {
  const town = await startMortalTown(place)
  try {
    const problems = [...(await town.live({}))]
    for (const deaths of deathsOf(town)) problems.push(...(await town.live(deaths)))
    return { problems, deaths: town.deaths() }
  } finally {
    await town.end()
    await place.remove()
  }
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((one) => ({ one, turn: random() }))
    .sort((one, other) => one.turn - other.turn)
    .map(({ one }) => one)
}
