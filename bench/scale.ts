/**
 * Scale: handbooks of 10,000 and 2,000 sections, built and asked in the process that serves.
 *
 * Measured are the time to build, the longest time that building keeps the event loop from others
 * (the widest gap between the ticks of a timer of 1 ms), and questions -> Reply. The peer is
 * MiniSearch with its defaults: `addAll` for the time to build, `addAllAsync` for the block, and
 * `search`. Reading the Markdown is told beside it: it happens once, before the bot listens.
 */

import { rmSync } from 'node:fs'
import MiniSearch from 'minisearch'
import { createBot } from '../bot/bot.ts'
import { loadBank } from '../bot/load-questions.ts'
import type { Handbook } from '../knowledge/handbook.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { createKnowledgeBase, type KnowledgeBase, settingsOf } from '../knowledge/knowledge-base.ts'
import { readHandbook } from '../knowledge/read-handbook.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { searchDocument } from './peers.ts'
import { worstInput } from './question.ts'
import { writeSyntheticHandbook } from './synthetic-handbook.ts'
import { collectGarbage, percentile, timeEach, watchEventLoop } from './timing.ts'
import { createAsker, goldenQuestions, HANDBOOK_FOLDER, waterveen, without } from './waterveen.ts'

const LARGE = 10_000
const MEDIUM = 2_000
const QUESTIONS = 100
const RUNS_AN_INPUT = 3
const LENGTHS = [500, 501, 5_000, 28_000]

export const scale: Measurement = {
  title: 'Scale: synthetic handbooks',
  run: async () => {
    await build(readSynthetic(MEDIUM).handbook) // warms the code that is measured
    const rows = [...(await large()), ...(await medium())]
    return figures('MiniSearch defaults', rows)
  },
}

async function large(): Promise<readonly Figure[]> {
  const { handbook, tookMs } = readSynthetic(LARGE)
  const name = `${handbook.sections.length} sections`
  collectGarbage()
  const ours = await watchEventLoop(() => build(handbook))
  const peer = await peerOf(handbook)

  return [
    { what: `${name}: read from Markdown`, ours: tookMs / 1000, unit: 's' },
    { what: `${name}: build`, ours: ours.tookMs / 1000, peer: peer.buildMs / 1000, unit: 's' },
    {
      what: `${name}: longest block of the event loop while building`,
      ours: ours.longestBlockMs,
      peer: peer.longestBlockMs,
      unit: 'ms',
      target: { atMost: 50 },
    },
    ...(await questionsAbout(name, askerOf(ours.result), peer.search)),
  ]
}

async function questionsAbout(
  name: string,
  ours: (text: string) => unknown,
  peer: (text: string) => unknown,
): Promise<readonly Figure[]> {
  const questions = goldenQuestions().slice(0, QUESTIONS)
  await timeEach(questions, ours)
  await timeEach(questions, peer)
  collectGarbage()
  const byOurs = await timeEach(questions, ours)
  collectGarbage()
  const byPeer = await timeEach(questions, peer)

  const figure = (share: number, what: string) => ({
    what: `${name}: ${what}`,
    ours: percentile(byOurs, share),
    peer: percentile(byPeer, share),
    unit: 'ms' as const,
  })
  return [{ ...figure(0.5, 'question p50'), target: { atMost: 10 } }, figure(0.99, 'question p99')]
}

async function medium(): Promise<readonly Figure[]> {
  const { handbook } = readSynthetic(MEDIUM)
  const ours = askerOf(await build(handbook))
  const { search } = await peerOf(handbook)
  await timeEach(goldenQuestions().slice(0, QUESTIONS), ours)
  collectGarbage()

  const rows: Figure[] = []
  for (const length of LENGTHS) {
    const accepted = length <= 500 // what is refused is not searched for
    const contest = { ours, ...(accepted ? { peer: search } : {}), runs: RUNS_AN_INPUT }
    const row = await worstInput(length, contest)
    rows.push({ ...row, what: `${handbook.sections.length} sections: ${row.what}` })
  }
  return rows
}

function readSynthetic(sections: number): Readonly<{ handbook: Handbook; tookMs: number }> {
  const folder = writeSyntheticHandbook(sections)
  try {
    const started = performance.now()
    const { handbook } = readHandbook(filesIn(folder))
    return { handbook, tookMs: performance.now() - started }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Read before the build is timed: like the Markdown, the thesaurus is read once. */
const settings = {
  ...settingsOf(filesIn(HANDBOOK_FOLDER)),
  elsewhere: [],
}
const build = (handbook: Handbook): Promise<KnowledgeBase> =>
  createKnowledgeBase(handbook, settings)

function askerOf(knowledge: KnowledgeBase) {
  const organisation = waterveen()
  const served = new Map([
    [organisation.id, { organisation, knowledge, bank: loadBank(organisation) }],
  ])
  return createAsker(createBot({ served, ...without }))
}

async function peerOf({ sections }: Handbook) {
  const documents = sections.map(searchDocument)
  collectGarbage()
  const atOnce = new MiniSearch({ fields: ['title', 'text'] })
  const started = performance.now()
  atOnce.addAll(documents)
  const buildMs = performance.now() - started

  const inSteps = new MiniSearch({ fields: ['title', 'text'] })
  collectGarbage()
  const { longestBlockMs } = await watchEventLoop(() => inSteps.addAllAsync(documents))
  return { buildMs, longestBlockMs, search: (text: string) => atOnce.search(text) }
}
