/**
 * Import: a Word file of 300 pages -> handbook files, in the process of its own that the bot starts.
 *
 * The peer does the least that anything must do that reads such a file: it unpacks the zip and goes
 * once through the XML, taking out the text between the tags. It finds no headings, lists or tables.
 */
import { importDocument } from '../knowledge/import/import-document.ts'
import { type ZipEntry, zipEntries } from '../knowledge/import/zip-entries.ts'
import { aWordFile, h1, h2, item, p, table } from '../test/knowledge/import/a-word-file.ts'
import { figures, type Measurement } from './measurement.ts'
import { median } from './timing.ts'
import { createChance, frequentWords, oneOf } from './words.ts'

const CHAPTERS = 30
const SECTIONS = 20
const RUNS = 3

/** About 140,000 words in 600 sections. */
function threeHundredPages(): Uint8Array {
  const chance = createChance(1)
  const known = frequentWords()
  const words = (count: number) =>
    Array.from({ length: count }, () => oneOf(known, chance)).join(' ')
  const section = (at: number) =>
    h2(`Vraag ${at} over ${words(3)}`) +
    Array.from({ length: 3 }, () => p(`${words(60)}.`)).join('') +
    Array.from({ length: 4 }, (_, level) => item(`${words(8)}.`, level % 2)).join('') +
    table([
      [words(1), words(1)],
      [words(3), words(3)],
    ])
  const chapter = (at: number) =>
    h1(`Deel ${at} ${words(2)}`) +
    Array.from({ length: SECTIONS }, (_, each) => section(each)).join('')
  return aWordFile(Array.from({ length: CHAPTERS }, (_, at) => chapter(at)).join(''))
}

export const importing: Measurement = {
  title: 'A Word file of 300 pages → handbook files',
  run: async () => {
    const bytes = threeHundredPages()
    const first = await importDocument({ name: 'boek.docx', bytes }, new Map())
    if (first.kind === 'refused') throw new Error(`it was refused: ${first.reason}`)
    const ours = await times(() => importDocument({ name: 'boek.docx', bytes }, new Map()))
    const again = await times(() => importDocument({ name: 'boek.docx', bytes }, first.files))
    const peer = await times(async () => textIn(bytes))
    const target = { atMost: 10 }
    return figures('unzip, strip tags', [
      { what: 'into an empty handbook, p50', ours: ours.p50, peer: peer.p50, unit: 's', target },
      { what: 'slowest', ours: ours.max, peer: peer.max, unit: 's', target },
      { what: 'again, nothing changed, p50', ours: again.p50, peer: peer.p50, unit: 's', target },
    ])
  },
}

async function times(run: () => Promise<unknown>) {
  const seconds: number[] = []
  for (let count = 0; count < RUNS; count += 1) {
    const start = performance.now()
    await run()
    seconds.push((performance.now() - start) / 1000)
  }
  return { p50: median(seconds), max: Math.max(...seconds) }
}

function textIn(bytes: Uint8Array): number {
  const body = zipEntries(bytes).find(({ name }: ZipEntry) => name === 'word/document.xml')
  const xml = Buffer.from(body?.read() ?? []).toString('utf8')
  return xml.replace(/<[^>]*>/g, ' ').length
}
