/**
 * Command host: runs commands of `bot/cli` one after the other, each as if it had the process to itself.
 *
 * The modules that they share are loaded once, which is most of what a command costs.
 */
import { fileURLToPath } from 'node:url'
import type { Ran } from '../run-command.ts'

export type Order = Readonly<{
  id: number
  script: string
  args: readonly string[]
  env: Readonly<Record<string, string>>
}>
export type Done = Readonly<{ id: number; ran: Ran }>

const { stdout, stderr } = process

async function run({ id, script, args, env }: Order): Promise<Ran> {
  const output = catchWrites(stdout)
  const errors = catchWrites(stderr)
  setEnvironment(env)
  process.argv = [process.execPath, fileURLToPath(script), ...args]
  process.exitCode = undefined
  try {
    await import(`${script}?run=${id}`) // a command runs as it is loaded: each time anew
    return { code: Number(process.exitCode ?? 0), output: output.end(), errors: errors.end() }
  } finally {
    output.end()
    errors.end()
    process.exitCode = undefined
  }
}

function catchWrites(stream: NodeJS.WriteStream) {
  const { write } = stream
  let text = ''
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    const written = rest.find((one) => typeof one === 'function')
    if (written) process.nextTick(written)
    return true
  }) as typeof write // one of several signatures, whose parameters all pass here
  return {
    end: () => {
      stream.write = write
      stream.removeAllListeners('error') // each command adds its own
      return text
    },
  }
}

function setEnvironment(env: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, env)
}

let last = Promise.resolve()
process.on('message', (order: Order) => {
  // Without a catch: what a command does not handle ends this process, and its test fails.
  last = last.then(async () => {
    const done: Done = { id: order.id, ran: await run(order) }
    process.send?.(done)
  })
})
