/** Playground: `npm run playground` as somebody would start it, on ports that nobody else has. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from './compile-cache.ts'

const COMMAND = fileURLToPath(new URL('../../bot/cli/playground.ts', import.meta.url))

export type Ended = Readonly<{ code: number | null; output: string }>

/** Where an employee and the CISO are to look, and the deputy where there is one. */
export type Addresses = Readonly<{ employee: string; ciso: string; deputy?: string }>

export type Playground = Readonly<{
  /** Resolves, when all parts are ready, to the addresses that it tells. */
  addresses: Promise<Addresses>
  /** All that it has said. */
  output: () => string
  ended: Promise<Ended>
  stop: (signal?: NodeJS.Signals) => Promise<Ended>
}>

/** Only the variables given are in its environment. */
export function startPlayground(
  args: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Playground {
  const ports = ['--port', '--playground-port', '--ciso-port', '--deputy-port']
  const anyPorts = ports.flatMap((option) => [option, '0'])
  const child = spawn(process.execPath, [COMMAND, '--no-browser', ...anyPorts, ...args], {
    env: { ...COMPILE_CACHE, ...variables },
  })
  let output = ''
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => resolve({ code, output }))
  })
  const addresses = new Promise<Addresses>((resolve, reject) => {
    const listen = (text: string) => {
      output += text
      const [employee, ciso, deputy] = output.match(/http:\/\/localhost:\d+(?= as )/g) ?? []
      if (employee === undefined || ciso === undefined || !output.includes('Ctrl-C')) return
      resolve({ employee, ciso, ...(deputy === undefined ? {} : { deputy }) })
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    void ended.then(() => reject(new Error(`the playground ended: ${output}`)))
  })
  addresses.catch(() => undefined) // who only waits for the end need not ask for the addresses

  return {
    addresses,
    output: () => output,
    ended,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
