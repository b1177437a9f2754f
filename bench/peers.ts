/** Peers: what a developer would take off the shelf to search a Dutch handbook. */
import { createRequire } from 'node:module'
import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import type { Section } from '../knowledge/handbook.ts'
import { plainTextOf } from '../knowledge/markdown.ts'

const require = createRequire(import.meta.url)

/** Ids of the sections found, best first. */
export type Engine = (question: string) => readonly string[]
export type EngineMaker = (sections: readonly Section[]) => Engine

/** All that an editor wrote: title, text, and the example questions and keywords when there are any. */
export const searchDocument = (section: Section) => ({
  id: section.id,
  title: section.title,
  text: [plainTextOf(section.content), ...section.keywords, ...section.questions].join('\n'),
})

export const miniSearchDefaults: EngineMaker = (sections) => {
  const index = new MiniSearch({ fields: ['title', 'text'] })
  index.addAll(sections.map(searchDocument))
  return (question) => index.search(question).map(({ id }) => String(id))
}

export const lunrDutch: EngineMaker = (sections) => {
  const lunr = loadLunrDutch()
  const index = lunr(function (this: LunrBuilder) {
    this.use(lunr.nl)
    this.ref('id')
    this.field('title')
    this.field('text')
    for (const section of sections) this.add(searchDocument(section))
  })
  // Everything that lunr's query language gives a meaning would throw or change the question.
  const plain = (question: string) => question.replace(/[:^~*+-]/g, ' ')
  return (question) => index.search(plain(question)).map(({ ref }: { ref: string }) => ref)
}

/** Once: lunr prints a warning when a language is added a second time. */
const loadLunrDutch = once(() => {
  const lunr = require('lunr')
  require('lunr-languages/lunr.stemmer.support')(lunr)
  require('lunr-languages/lunr.nl')(lunr)
  return lunr
})

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

type LunrBuilder = {
  use(plugin: unknown): void
  ref(name: string): void
  field(name: string): void
  add(document: object): void
}

/** SQLite FTS5 with the trigram tokenizer; the words of three letters and more joined by OR. */
export const fts5Trigram: EngineMaker = (sections) => fts5(sections, 'trigram', wordsOf)
/** The same, the question cut into trigrams too, so that a misspelt word still matches in part. */
export const fts5TrigramParts: EngineMaker = (sections) => fts5(sections, 'trigram', trigramsOf)

function fts5(
  sections: readonly Section[],
  tokenizer: string,
  termsOf: (question: string) => readonly string[],
): Engine {
  const database = new Database(':memory:')
  database.exec(
    `create virtual table section using fts5(id unindexed, title, text, tokenize='${tokenizer}')`,
  )
  const insert = database.prepare('insert into section values (?, ?, ?)')
  for (const { id, title, text } of sections.map(searchDocument)) insert.run(id, title, text)
  const select = database.prepare(
    'select id from section where section match ? order by rank limit 10',
  )

  return (question) => {
    const terms = [...new Set(termsOf(question))]
    if (terms.length === 0) return []
    const match = terms.map((term) => `"${term}"`).join(' OR ')
    return select.all(match).map((row) => (row as { id: string }).id)
  }
}

const wordsOf = (question: string): readonly string[] =>
  (question.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => word.length >= 3)

const trigramsOf = (question: string): readonly string[] =>
  wordsOf(question).flatMap((word) =>
    Array.from({ length: word.length - 2 }, (_, i) => word.slice(i, i + 3)),
  )
