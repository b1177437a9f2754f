/**
 * Publishing: a draft of 2,000 sections is looked at, published and answered from, while somebody
 * asks something every 20 ms.
 *
 * The peer does the least that anybody could: it parses the same texts from JSON, puts their
 * sections into MiniSearch with its defaults, and asks that the same questions, all in one go. What
 * questions wait for is beside what they wait when nothing else happens.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { createBot } from '../bot/bot.ts'
import { openStorage } from '../bot/open-storage.ts'
import { type LiveHandbooks, openLiveHandbooks } from '../bot/publishing/live-handbooks.ts'
import { publishDraft } from '../bot/publishing/publish.ts'
import type { Storage } from '../bot/storage/storage.ts'
import { checkHandbookInSteps } from '../knowledge/check-handbook.ts'
import { compareHandbooks } from '../knowledge/compare-handbooks.ts'
import { askGate, exampleQuestions, type GateQuestion, onceEach } from '../knowledge/gate.ts'
import { filesIn, type HandbookFiles, hashOf } from '../knowledge/handbook-files.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { readHandbookInSteps } from '../knowledge/read-handbook.ts'
import { type Figure, figures, type Measurement } from './measurement.ts'
import { searchDocument } from './peers.ts'
import { createStoredAsker, type Waits, whileAsking } from './publishing-questions.ts'
import { writeSyntheticHandbook } from './synthetic-handbook.ts'
import { collectGarbage } from './timing.ts'
import { waterveen, without } from './waterveen.ts'

const SECTIONS = 2_000
const QUESTIONS = 500
const QUIET_MS = 3_000
const ORDER = { organisation: 'waterveen', actor: 'command line' }

export const publishing: Measurement = {
  title: 'Publishing',
  run: async ({ short }) => {
    const folder = writeSyntheticHandbook(short ? SECTIONS / 10 : SECTIONS)
    const dataDir = mkdtempSync(join(tmpdir(), 'publishing-'))
    const storage = await openStorage({ dataDir }, 'bot')
    try {
      return figures('peer', await measure(folder, storage))
    } finally {
      await storage.close()
      for (const made of [folder, dataDir]) rmSync(made, { recursive: true })
    }
  },
}

type World = Readonly<{
  storage: Storage
  live: LiveHandbooks
  ask: (text: string) => Promise<unknown>
}>

async function measure(folder: string, storage: Storage): Promise<readonly Figure[]> {
  const organisation = { ...waterveen(), handbook: folder }
  const live = await openLiveHandbooks([organisation], storage.stores.handbooks, Date.now())
  const ask = createStoredAsker(createBot({ served: live.served, ...without }), storage)
  const world: World = { storage, live, ask }
  const files = filesIn(folder)
  const first = changed(files, 'eerste')
  const second = changed(first, 'tweede')

  await whileAsking(ask, waitQuietly) // warms the way of a question
  collectGarbage()
  const quiet = await whileAsking(ask, waitQuietly)
  collectGarbage()
  const looked = await whileAsking(ask, () => lookAt(first, world))
  const swapped = await whileAsking(ask, () => publish(first, 1, world))
  collectGarbage()
  const built = await whileAsking(ask, () => publish(second, 2, world))
  collectGarbage()
  return rows({ quiet, looked, swapped, built }, await peerOf(files, looked.result))
}

const waitQuietly = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS))

/** A word in the first section of each chapter. */
const changed = (files: HandbookFiles, word: string): HandbookFiles =>
  new Map([...files].map(([name, text]) => [name, text.replace('\n**', `\n**${word} `)]))

type Looked = Readonly<{ draft: KnowledgeBase; questions: readonly GateQuestion[] }>

/** All that is worked out about a draft before somebody decides about it. */
async function lookAt(files: HandbookFiles, { live }: World): Promise<Looked> {
  const now = served(live)
  const reading = await readHandbookInSteps(files)
  await checkHandbookInSteps(reading)
  compareHandbooks(now.handbook, reading.handbook)
  const draft = await live.prepare('waterveen', files)
  const all = onceEach(exampleQuestions(now.handbook, draft.handbook))
  const every = Math.max(1, Math.floor(all.length / QUESTIONS))
  const questions = all.filter((_, place) => place % every === 0).slice(0, QUESTIONS)
  await askGate(questions, now, draft)
  return { draft, questions }
}

function served({ served: all }: LiveHandbooks): KnowledgeBase {
  const one = all.get('waterveen')
  if (one === undefined) throw new Error('nothing is served')
  return one.knowledge
}

async function publish(files: HandbookFiles, after: number, { storage, live }: World) {
  const text = { basedOn: after, files, author: 'command line', note: '', createdAt: Date.now() }
  const draft = { id: `draft-${after}`, hash: hashOf(files), isChecked: true }
  await storage.stores.handbooks.keepDraft('waterveen', { ...text, id: draft.id })
  const published = await storage.transaction((stores) =>
    publishDraft(draft, { ...ORDER, now: Date.now() }, stores),
  )
  await live.refresh('waterveen')
  if (published.kind !== 'published' || served(live).handbook.version !== `${published.number}`)
    throw new Error('the draft is not what is answered from')
}

type Peer = Readonly<{ indexMs: number; askMs: number }>

async function peerOf(files: HandbookFiles, { draft, questions }: Looked): Promise<Peer> {
  const text = JSON.stringify([...files])
  const documents = draft.handbook.sections.map(searchDocument)
  collectGarbage()
  const started = performance.now()
  JSON.parse(text)
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(documents)
  const indexed = performance.now()
  for (const { question } of questions)
    for (let both = 0; both < 2; both += 1) index.search(question)
  return { indexMs: indexed - started, askMs: performance.now() - indexed }
}

type Runs = Readonly<{ quiet: Waits<unknown>; looked: Waits<Looked> }> &
  Readonly<Record<'swapped' | 'built', Waits<unknown>>>

function rows(
  { quiet, looked, swapped, built }: Runs,
  { indexMs, askMs }: Peer,
): readonly Figure[] {
  const { draft, questions } = looked.result
  const name = `${draft.handbook.sections.length} sections`
  const seconds = (what: string, ours: number, peer: number, atMost: number): Figure => ({
    ...{ what: `${name}: ${what}`, unit: 's', target: { atMost } },
    ours: ours / 1000,
    peer: peer / 1000,
  })
  const wait = (during: string, { longestWaitMs, asked }: Waits<unknown>): Figure => ({
    ...{ what: `longest wait of ${asked} questions while it is ${during}`, unit: 'ms' },
    ...{ ours: longestWaitMs, peer: quiet.longestWaitMs, target: { atMost: 500 } },
  })
  const looking = `read, check, compare, index and ask ${questions.length} questions`
  return [
    seconds(looking, looked.tookMs, indexMs + askMs, 15),
    seconds('publish and answer from what was looked at', swapped.tookMs, indexMs, 10),
    seconds('publish, build and answer from something else', built.tookMs, indexMs, 10),
    wait('looked at', looked),
    wait('published after that', swapped),
    wait('published and built', built),
  ]
}
