/**
 * Import document: makes handbook files of what a CISO brings.
 *
 * What strangers wrote is read in a process of its own, which has little memory and time, holds no
 * secret, may read nothing but this program, and may write nothing. Whatever it does, the bot lives.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { HandbookFiles } from '../handbook-files.ts'
import { type Document, type Imported, MAX_BYTES, type NewChapters, refused } from './imported.ts'

/** For objects; buffers, the program itself and young objects come on top of it: 300 MB in all. */
const MEMORY_MB = 136
const YOUNG_MB = 8
const TIME_MS = 10_000
const PROGRAM = fileURLToPath(new URL('../../', import.meta.url))
const SCRIPT = fileURLToPath(new URL('import-process.ts', import.meta.url))

/** Never throws for what a file holds. */
export function importDocument(
  document: Document,
  current: HandbookFiles,
  newChapters: NewChapters = {},
): Promise<Imported> {
  if (document.bytes.length > MAX_BYTES) return Promise.resolve(refused('too-large'))
  const child = start()
  child.send({ document, current, newChapters }, () => undefined) // a failure shows when it ends
  return outcome(child)
}

function start(): ChildProcess {
  return fork(SCRIPT, [], {
    env: {},
    execArgv: [
      `--max-old-space-size=${MEMORY_MB}`,
      `--max-semi-space-size=${YOUNG_MB}`,
      '--permission',
      `--allow-fs-read=${PROGRAM}*`,
      '--no-warnings',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** A process that ended without a word ran out of memory, or met a fault of a reader. */
function outcome(child: ChildProcess): Promise<Imported> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(refused('too-slow'))
      child.kill('SIGKILL')
    }, TIME_MS)
    const settle = (imported: Imported): void => {
      clearTimeout(timer)
      resolve(imported)
    }
    child.once('message', (imported: Imported) => settle(imported))
    child.once('error', () => settle(refused('broken')))
    child.once('exit', (_, signal) =>
      settle(refused(signal === null ? 'broken' : 'too-large-unpacked')),
    )
  })
}
