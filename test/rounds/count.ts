/** Count: what the tables hold of an open round, to compare with what people were told. */
import type { UnitTally } from '../../bot/polls/tally.ts'
import type { Stores } from '../../bot/storage/storage.ts'

export type Count = Readonly<{
  /** Who took part, by the ledger. */
  takers: number
  /** Answers, by question: every one of them must be as many as took part. */
  byQuestion: Readonly<Record<string, number>>
  /** Answers to the first question, by unit. */
  byUnit: Readonly<Record<string, number>>
}>

export async function countOf(
  { participation }: Pick<Stores, 'participation'>,
  organisation: string,
  round: string,
): Promise<Count> {
  const takers = await participation.takers(organisation, round)
  const tallies = await participation.tallies(organisation, round)
  return { takers: takers.size, byQuestion: byQuestion(tallies), byUnit: byUnit(tallies) }
}

function byQuestion(tallies: readonly UnitTally[]): Count['byQuestion'] {
  const sums: Record<string, number> = {}
  for (const { counts } of tallies)
    for (const [question, options] of Object.entries(counts))
      sums[question] = (sums[question] ?? 0) + sumOf(options)
  return sums
}

function byUnit(tallies: readonly UnitTally[]): Count['byUnit'] {
  const pairs = tallies.map(({ unit, counts }) => {
    const [first] = Object.values(counts)
    return [unit, first === undefined ? 0 : sumOf(first)] as const
  })
  return Object.fromEntries(pairs)
}

export const sumOf = (options: Readonly<Record<string, number>>): number =>
  Object.values(options).reduce((sum, n) => sum + n, 0)

/** What goes against "as many answers to each question as people who took part". */
export function miscounts({ takers, byQuestion }: Count): readonly string[] {
  return Object.entries(byQuestion)
    .filter(([, n]) => n !== takers)
    .map(([question, n]) => `${question} has ${n} answers of ${takers} people`)
}
