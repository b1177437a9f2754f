/** Part: one of the processes of the playground, until it is stopped or ends by itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const CHILD_ONLY = new URL('./child-only.ts', import.meta.url).href

export type Recipe = Readonly<{
  name: string
  script: string
  args?: readonly string[]
  /** Beside the environment of this process. */
  variables: Readonly<Record<string, string>>
  /** What it prints when it listens; the first group is the port. */
  listens: RegExp
  /** Where to look when it has ended. */
  seeAlso?: string
}>

export type Part = Readonly<{
  /** Resolves to the port it listens on. */
  port: Promise<number>
  /** Rejects, with what it said last, when it ends without being asked to. */
  ended: Promise<never>
  /** Resolves when it has ended. */
  stop: () => Promise<void>
}>

export function startPart(recipe: Recipe): Part {
  const child = spawn(
    process.execPath,
    ['--import', CHILD_ONLY, recipe.script, ...(recipe.args ?? [])],
    {
      cwd: PROJECT,
      env: { ...process.env, ...recipe.variables },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ended = endOf(child, recipe)
  ended.catch(() => undefined) // also when nobody waits for the end yet

  return {
    port: Promise.race([portOf(child, recipe.listens), ended]),
    ended,
    stop: () => {
      child.kill()
      return closed
    },
  }
}

/** The other lines it prints are shown: its warnings. */
function portOf(child: ChildProcess, listens: RegExp): Promise<number> {
  return new Promise((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [line, port] = listens.exec(text) ?? []
      if (port !== undefined) resolve(Number(port))
      process.stdout.write(line === undefined ? text : text.replace(line, '').trimStart())
    })
  })
}

function endOf(child: ChildProcess, { name, seeAlso }: Recipe): Promise<never> {
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-MAX_ERRORS)
  })
  return new Promise((_resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const lines = [`${name} ended (code ${code}).`, errors.trim(), seeAlso ?? '']
      reject(new Error(lines.filter((line) => line !== '').join('\n')))
    })
  })
}

const MAX_ERRORS = 4_000
