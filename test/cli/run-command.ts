/** Run a command as npm would, in a process of its own. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from '../stand-ins/compile-cache.ts'

export type Ran = Readonly<{ code: number | null; output: string; errors: string }>

/** Nothing of this process's environment reaches the command. */
export function runCommand(name: string, ...args: readonly string[]): Promise<Ran> {
  return runCommandIn({}, name, ...args)
}

/** @param env all that the command finds in its environment */
export function runCommandIn(
  env: Readonly<Record<string, string>>,
  name: string,
  ...args: readonly string[]
): Promise<Ran> {
  const script = fileURLToPath(new URL(`../../bot/cli/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { env: { ...COMPILE_CACHE, ...env } })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  child.stdin.end()
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}
