/** Bot process: the real bot, started as an administrator would, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from './compile-cache.ts'

const MAIN = fileURLToPath(new URL('../../bot/main.ts', import.meta.url))

export type Ended = Readonly<{ code: number | null; output: string; errors: string }>

export type BotProcess = Readonly<{
  /** Resolves when the bot listens, to its port. */
  port: Promise<number>
  output: () => string
  isRunning: () => boolean
  stop: (signal?: NodeJS.Signals) => Promise<Ended>
  ended: Promise<Ended>
}>

/** Only what is given is in the bot's environment, and a folder of its own that goes with it. */
export function startBot(variables: Readonly<Record<string, string>> = {}): BotProcess {
  const dataDir = mkdtempSync(join(tmpdir(), 'vraagbaak-'))
  const child = spawn(process.execPath, [MAIN], {
    cwd: fileURLToPath(new URL('.', import.meta.url)), // no .env lies here
    env: { ...COMPILE_CACHE, PORT: '0', DATA_DIR: dataDir, ...variables },
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      rmSync(dataDir, { recursive: true, force: true })
      resolve({ code, output, errors })
    })
  })

  return {
    port: portOf(child, ended),
    output: () => output,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

function portOf(child: ChildProcess, ended: Promise<Ended>): Promise<number> {
  const port = new Promise<number>((resolve, reject) => {
    child.stdout?.on('data', (text) => {
      const [, digits] = /listens on http:\/\/[^:]+:(\d+)/.exec(String(text)) ?? []
      if (digits !== undefined) resolve(Number(digits))
    })
    void ended.then(({ errors }) => reject(new Error(`the bot ended: ${errors}`)))
  })
  port.catch(() => undefined) // who only waits for the end need not ask for the port
  return port
}
