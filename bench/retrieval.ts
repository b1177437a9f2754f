/**
 * Retrieval: how well our search finds the right section, beside what comes off the shelf.
 *
 * Peers get the same titles, texts, keywords and example questions, see `peers.ts`. Measured on the
 * golden questions of Waterveen, with the handbook as it is and bare (without keywords and example
 * questions), and on every question set in the folder of `--data`, where questions were made from
 * headings or are older wordings by people. MRR@10: mean of 1 / rank of the first right section
 * among ten; recall@3: share of the questions with a right section among three.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readElsewhere, type Topic } from '../knowledge/elsewhere.ts'
import { evaluate, type Outcome, tryOut } from '../knowledge/evaluate.ts'
import type { Handbook } from '../knowledge/handbook.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { createKnowledgeBase, settingsOf } from '../knowledge/knowledge-base.ts'
import { readTrials, type Trial } from '../knowledge/questions.ts'
import { readHandbook } from '../knowledge/read-handbook.ts'
import { type Measurement, table, verdict } from './measurement.ts'
import {
  type Engine,
  fts5Trigram,
  fts5TrigramParts,
  lunrDutch,
  miniSearchDefaults,
} from './peers.ts'
import { bare, goldenTrials, HANDBOOK_FOLDER, readWaterveen } from './waterveen.ts'

const GOLDEN = ['examples', 'employees', 'held-out']
const PEERS = [
  ['MiniSearch defaults', miniSearchDefaults],
  ['lunr-nl', lunrDutch],
  ['FTS5 trigram, words', fts5Trigram],
  ['FTS5 trigram, parts', fts5TrigramParts],
] as const

export const retrieval: Measurement = {
  title: 'Answer quality: MRR@10 / recall@3',
  run: async ({ data }) => {
    const waterveen = subjectOf(readWaterveen(), HANDBOOK_FOLDER)
    const full = await rowsFor(waterveen, goldenSets('Waterveen'))
    const plain = await rowsFor(
      { ...waterveen, handbook: bare(waterveen.handbook), elsewhere: [] },
      goldenSets('Waterveen, bare'),
    )
    const others = data === undefined ? [] : await publicRows(data)
    if (data === undefined) console.error('LEFT OUT: the public question sets; name them by --data')
    return [
      rankingTable([...full, ...plain, ...others]),
      '### What employees saw (shares of the answerable questions; counts of the others)',
      bandsTable([...full, ...plain]),
    ].join('\n\n')
  },
}

type QuestionSet = Readonly<{ name: string; trials: readonly Trial[] }>

const goldenSets = (prefix: string): readonly QuestionSet[] =>
  GOLDEN.flatMap((name) => {
    const trials = goldenTrials(name)
    return trials === undefined ? [] : [{ name: `${prefix}: ${name}`, trials }]
  })

type Row = Readonly<{
  name: string
  outcomes: readonly Outcome[]
  ours: Ranking
  peers: readonly Ranking[]
}>

/** A handbook with the topics that are for others, and the folder of its thesaurus and calibration. */
type Subject = Readonly<{ handbook: Handbook; folder: string; elsewhere: readonly Topic[] }>

const subjectOf = (handbook: Handbook, folder: string): Subject => ({
  handbook,
  folder,
  elsewhere: readElsewhere(filesIn(folder)),
})

async function rowsFor(
  { handbook, folder, elsewhere }: Subject,
  sets: readonly QuestionSet[],
): Promise<readonly Row[]> {
  const knowledge = await createKnowledgeBase(handbook, {
    ...settingsOf(filesIn(folder)),
    elsewhere,
  })
  const engines = PEERS.map(([, make]) => make(handbook.sections))
  return sets.map(({ name, trials }) => {
    const outcomes = tryOut(knowledge, trials)
    const { mrr10, recall3 } = evaluate(outcomes)
    const peers = engines.map((engine) => rankingBy(engine, trials))
    return { name, outcomes, ours: { mrr10, recall3 }, peers }
  })
}

type Ranking = Readonly<{ mrr10: number; recall3: number }>

function rankingBy(engine: Engine, trials: readonly Trial[]): Ranking {
  const ranks = trials
    .filter(({ answerable }) => answerable)
    .map(({ question, earlier, sections }) => {
      const found = engine([...earlier, question].join(' ')).slice(0, 10)
      return 1 + found.findIndex((id) => sections.includes(id)) // 0 when not found
    })
  const mean = (value: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length
  return {
    mrr10: mean((rank) => (rank === 0 ? 0 : 1 / rank)),
    recall3: mean((rank) => (rank >= 1 && rank <= 3 ? 1 : 0)),
  }
}

const told = ({ mrr10, recall3 }: Ranking): string => `${mrr10.toFixed(3)} / ${recall3.toFixed(3)}`

function rankingTable(rows: readonly Row[]): string {
  const head = ['set', 'questions', 'Vraagbaak', ...PEERS.map(([name]) => name)]
  return table(
    [...head, 'MRR : best peer', 'MRR ≥ best', 'recall ≥ best'],
    rows.map(({ name, outcomes, ours, peers }) => {
      const best = Math.max(...peers.map(({ mrr10 }) => mrr10))
      const answerable = outcomes.filter(({ trial }) => trial.answerable).length
      return [
        name,
        String(answerable),
        `**${told(ours)}**`,
        ...peers.map(told),
        (ours.mrr10 / best).toFixed(2),
        verdict(ours.mrr10 >= best),
        verdict(peers.every(({ recall3 }) => ours.recall3 >= recall3)),
      ]
    }),
  )
}

function bandsTable(rows: readonly Row[]): string {
  const head = ['answered right', 'answered wrong', 'choice right', 'choice wrong', 'refused']
  const share = (value: number) => value.toFixed(3)
  return table(
    [
      'set',
      ...head,
      'unanswerable: answered / choice / refused',
      'incidents: caught / missed / false alarms',
    ],
    rows.map(({ name, outcomes }) => {
      const { band, unanswerable, incident } = evaluate(outcomes)
      return [
        name,
        share(band.answerRight),
        share(band.answerWrong),
        share(band.suggestedRight),
        share(band.suggestedWrong),
        share(band.refused),
        `${unanswerable.answered} / ${unanswerable.suggested} / ${unanswerable.refused}`,
        `${incident.caught} / ${incident.missed} / ${incident.falseAlarms}`,
      ]
    }),
  )
}

async function publicRows(data: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const set of foldersIn(data)) {
    const folder = join(data, set)
    const handbooks = foldersIn(folder).filter((name) => name.startsWith('handbook'))
    for (const name of handbooks) {
      const path = join(folder, name)
      const subject = subjectOf(readHandbook(filesIn(path)).handbook, path)
      const sets = questionFiles(folder)
        .filter((file) => handbookFor(file, handbooks) === name)
        .map((file) => ({
          name: `${set}: ${file.replace('.jsonl', '')}`,
          trials: readTrials(join(folder, file)),
        }))
      rows.push(...(await rowsFor(subject, sets)))
    }
  }
  return rows
}

/** Rewordings of a heading ask for the handbook that has the headings; others for the plain one. */
const handbookFor = (file: string, handbooks: readonly string[]): string =>
  file.startsWith('questions-rewordings') && handbooks.includes('handbook-titles')
    ? 'handbook-titles'
    : 'handbook'

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()

const questionFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^questions.*\.jsonl$/.test(name))
    .sort()
