/** Import of what would bring a process down: it ends the process that read it, and nothing else. */
import { readFileSync } from 'node:fs'
import { importDocument } from '../../knowledge/import/import-document.ts'
import { aWordFile, h1, table } from '../knowledge/import/a-word-file.ts'

const LIMIT_MS = 10_000
const STARTING_MS = 2000
const LIMIT_MB = 300

/** Most memory of any process that this one started, in MB, until it is stopped. */
function watchChildren(): () => number {
  let peak = 0
  const look = () => {
    for (const pid of childrenOf(process.pid)) peak = Math.max(peak, peakOf(pid))
  }
  const timer = setInterval(look, 20)
  return () => {
    clearInterval(timer)
    return peak
  }
}

const childrenOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)

function peakOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0 // it has ended meanwhile
  }
}

const runs = () =>
  Array.from({ length: 400_000 }, (_, index) => `<w:r><w:t>${index * 7919}</w:t></w:r>`).join('')
const cells = () =>
  Array.from({ length: 1000 }, (_, row) => Array.from({ length: 50 }, (_, at) => `${row} ${at}`))

it.each<[string, string, () => Uint8Array]>([
  ['a paragraph of 400,000 runs', 'a.docx', () => aWordFile(`${h1('X')}<w:p>${runs()}</w:p>`)],
  ['a table of 1,000 by 50 in Word', 'a.docx', () => aWordFile(h1('X') + table(cells()))],
  [
    'a table of 1,000 by 50 in Markdown',
    'a.md',
    () =>
      Buffer.from(
        `## X\n\n${'|a'.repeat(50)}|\n${'|-'.repeat(50)}|\n${`${'|x'.repeat(50)}|\n`.repeat(1000)}`,
      ),
  ],
  [
    '10,000 sections',
    'a.md',
    () =>
      Buffer.from(
        Array.from({ length: 10_000 }, (_, at) => `## Kop ${at} x\n\nTekst ${at}.\n`).join('\n'),
      ),
  ],
])('%s', async (_, name, make) => {
  const bytes = make()
  const before = process.memoryUsage().rss
  const start = performance.now()
  const stop = watchChildren()

  const imported = await importDocument({ name, bytes }, new Map())

  const peak = stop()
  expect(imported.kind === 'read' || /^too-/.test(imported.reason)).toBe(true)
  expect(performance.now() - start).toBeLessThan(LIMIT_MS + STARTING_MS)
  expect(peak).toBeGreaterThan(0)
  expect(peak).toBeLessThan(LIMIT_MB)
  expect(process.memoryUsage().rss - before).toBeLessThan(LIMIT_MB * 1024 * 1024)
})
