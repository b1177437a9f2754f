/**
 * Question: one question -> Reply in process, on the handbook of Waterveen.
 *
 * Measured is all that the bot does between request and reply: triage, masking, search, confidence
 * and the choice of the passage. The peer only searches: MiniSearch with its defaults over the same
 * titles, texts, keywords and example questions.
 */
import { hostileInputs } from './hostile-inputs.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { type Engine, miniSearchDefaults } from './peers.ts'
import { collectGarbage, percentile, timeEach } from './timing.ts'
import { createAsker, goldenQuestions, readWaterveen, waterveenBot } from './waterveen.ts'
import { createChance } from './words.ts'

type Ask = (text: string) => unknown

const PASSES = 10
const WARM_PASSES = 3
const LONGEST_ACCEPTED = 500
/** The most that Teams lets somebody send. */
const LONGEST_SENT = 28_000

export const question: Measurement = {
  title: 'One question → Reply, in process (handbook of Waterveen)',
  run: async () => {
    const ours = createAsker(await waterveenBot())
    const peer = miniSearchDefaults(readWaterveen().sections)
    return figures('MiniSearch defaults, search only', [
      ...(await everydayQuestions(ours, peer)),
      await worstInput(LONGEST_ACCEPTED, { ours, peer, runs: 15 }),
      await worstInput(LONGEST_SENT, { ours, runs: 15 }),
    ])
  },
}

async function everydayQuestions(ours: Ask, peer: Engine): Promise<readonly Figure[]> {
  const questions = goldenQuestions()
  const asked = Array.from({ length: PASSES }, () => questions).flat()
  for (const ask of [ours, peer])
    await timeEach(asked.slice(0, WARM_PASSES * questions.length), ask)
  collectGarbage()
  const byOurs = await timeEach(asked, ours)
  collectGarbage()
  const byPeer = await timeEach(asked, peer)

  const figure = (share: number, name: string) => ({
    what: `${questions.length} golden questions, ${PASSES} passes: ${name}`,
    ours: percentile(byOurs, share),
    peer: percentile(byPeer, share),
    unit: 'ms' as const,
  })
  return [
    figure(0.5, 'p50'),
    { ...figure(0.99, 'p99'), target: { atMost: 10 } },
    figure(1, 'slowest'),
  ]
}

/** @property runs of each input, every time with other words. */
type Contest = Readonly<{ ours: Ask; peer?: Ask; runs: number }>

/** Of ours and of the peer alike: the slowest of all runs of all inputs. */
export async function worstInput(length: number, { ours, peer, runs }: Contest): Promise<Figure> {
  const inputs = hostileInputs(createChance(7)).map(({ name, write }) => ({
    name,
    texts: Array.from({ length: runs }, () => write(length)),
  }))
  const slowestOf = async (ask: Ask) => {
    let slowest = { name: '', tookMs: 0 }
    for (const { name, texts } of inputs) {
      const tookMs = percentile(await timeEach(texts, ask), 1)
      if (tookMs > slowest.tookMs) slowest = { name, tookMs }
    }
    return slowest
  }
  const slowest = await slowestOf(ours)
  return {
    what: `worst input of ${length} characters (ours: ${slowest.name})`,
    ours: slowest.tookMs,
    ...(peer === undefined ? {} : { peer: (await slowestOf(peer)).tookMs }),
    unit: 'ms',
    target: { atMost: 50 },
  }
}
