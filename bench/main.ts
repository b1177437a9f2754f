/**
 * `npm run bench [-- NAME ... --data DIR --seconds N --short]`: measures ourselves beside our peers.
 *
 * Each measurement runs in a process of its own, so that none finds the other's garbage.
 */
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Measurement, Options } from './measurement.ts'

/** Loaded only when asked for: a process then holds nothing but what it measures. */
const MEASUREMENTS: Readonly<Record<string, () => Promise<Measurement>>> = {
  retrieval: async () => (await import('./retrieval.ts')).retrieval,
  question: async () => (await import('./question.ts')).question,
  scale: async () => (await import('./scale.ts')).scale,
  turns: async () => (await import('./turns.ts')).turns,
  start: async () => (await import('./start.ts')).start,
  delivery: async () => (await import('./delivery.ts')).delivery,
  polls: async () => (await import('./polls.ts')).polls,
  publishing: async () => (await import('./publishing.ts')).publishing,
  pages: async () => (await import('./pages.ts')).pages,
  import: async () => (await import('./import.ts')).importing,
  slack: async () => (await import('./slack.ts')).slack,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    short: { type: 'boolean', default: false },
    'without-head': { type: 'boolean', default: false },
  },
})
const data = values.data ?? process.env['RETRIEVAL_DATA']
const options: Options = {
  seconds: Number(values.seconds),
  short: values.short,
  ...(data ? { data } : {}),
}

const [only, ...others] = positionals
if (!values['without-head']) console.log(head())
if (only !== undefined && others.length === 0) await measure(only)
else
  for (const name of positionals.length > 0 ? positionals : Object.keys(MEASUREMENTS))
    inOwnProcess(name)

function head(): string {
  const [core] = cpus()
  return `${cpus().length} cores (${core?.model}), node ${process.version}, ${process.platform}`
}

async function measure(name: string): Promise<void> {
  const load = MEASUREMENTS[name]
  if (load === undefined)
    throw new Error(
      `"${name}" is not measured; choose from ${Object.keys(MEASUREMENTS).join(', ')}`,
    )
  const { title, run } = await load()
  const result = await run(options)
  console.log(`\n## ${title}\n\n${result}`)
}

function inOwnProcess(name: string): void {
  const dataOption = data ? ['--data', data] : []
  const { status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      fileURLToPath(import.meta.url),
      name,
      '--without-head',
      '--seconds',
      values.seconds,
      ...(values.short ? ['--short'] : []),
      ...dataOption,
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exitCode = 1
}
