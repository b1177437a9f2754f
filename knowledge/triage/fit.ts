/**
 * Fit: learns the evidence of triage from labelled messages.
 *
 * Logistic regression by AdaGrad (Duchi, Hazan and Singer, 2011) with an L2 penalty. The same data
 * gives the same weights: the order of the messages comes from a fixed seed.
 */
import type { Evidence } from './evidence.ts'

export type Example = Readonly<{
  features: ReadonlySet<string>
  holds: boolean
  /** What one example counts beside the others. */
  weight: number
}>

const ROUNDS = 15
const RATE = 0.3
const BIAS_RATE = 0.02
const PENALTY = 0.001
/** Rarer features say nothing about the next message. */
const MIN_COUNT = 3
const SEED = 1

/** @param minWeight smaller weights are left out: they hardly count and take space. */
export function fitEvidence(examples: readonly Example[], minWeight: number): Evidence {
  const kept = withoutRare(examples)
  const random = lehmer(SEED)
  const state: State = { bias: 0, weights: new Map(), squares: new Map() }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const example of shuffled(kept, random)) learnFrom(example, state)
  }
  return rounded(state, minWeight)
}

type Kept = Example & Readonly<{ size: number }>
type State = { bias: number; weights: Map<string, number>; squares: Map<string, number> }

function learnFrom({ features, size, holds, weight }: Kept, state: State): void {
  const { weights, squares } = state
  const scale = 1 / Math.sqrt(size)
  const logit = state.bias + scale * sum(features, weights)
  const error = (1 / (1 + Math.exp(-logit)) - (holds ? 1 : 0)) * weight
  state.bias -= BIAS_RATE * error
  for (const feature of features) {
    const known = weights.get(feature) ?? 0
    const gradient = error * scale + PENALTY * known
    const square = (squares.get(feature) ?? 1e-6) + gradient * gradient
    squares.set(feature, square)
    weights.set(feature, known - (RATE * gradient) / Math.sqrt(square))
  }
}

/** `size` stays that of all features, by which {@link weigh} divides. */
function withoutRare(examples: readonly Example[]): readonly Kept[] {
  const counts = new Map<string, number>()
  for (const { features } of examples) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  return examples.map(({ features, ...rest }) => ({
    ...rest,
    size: features.size,
    features: new Set([...features].filter((feature) => (counts.get(feature) ?? 0) >= MIN_COUNT)),
  }))
}

function sum(features: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let total = 0
  for (const feature of features) total += weights.get(feature) ?? 0
  return total
}

function rounded({ bias, weights }: State, minWeight: number): Evidence {
  const round = (value: number) => Math.round(value * 100) / 100
  const telling = [...weights].filter(([, weight]) => Math.abs(weight) >= minWeight)
  telling.sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    bias: round(bias),
    weights: Object.fromEntries(telling.map(([feature, weight]) => [feature, round(weight)])),
  }
}

/** Lehmer's generator with the multiplier of Park and Miller: the same numbers everywhere. */
function lehmer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [mixed[i], mixed[j]]
    if (a !== undefined && b !== undefined) [mixed[i], mixed[j]] = [b, a]
  }
  return mixed
}
