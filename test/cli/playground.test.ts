/** `npm run playground` says what is wrong, and leaves nothing running. */
import { createServer } from 'node:net'
import { startPlayground } from '../stand-ins/playground.ts'

const TIMEOUT_MS = 60_000

const isServed = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  )

it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  'ends both parts on %s',
  async (signal) => {
    const playground = startPlayground()
    const address = await playground.address
    expect(await isServed(address)).toBe(true)

    // Its output closes when the last process that writes to it is gone.
    await playground.stop(signal)

    expect(await isServed(address)).toBe(false)
  },
  TIMEOUT_MS,
)

it.each(['--port', '--playground-port'])(
  'tells how to choose another %s',
  async (option) => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0

    const { code, output } = await startPlayground([option, String(port)]).ended
    taken.close()

    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} is in use. Stop what uses it, or choose another: npm run playground -- ${option} ${port + 1}\n`,
    )
  },
  TIMEOUT_MS,
)

it(
  'refuses a port that is none',
  async () => {
    const { code, output } = await startPlayground(['--port', 'abc']).ended

    expect(code).toBe(1)
    expect(output).toBe('--port abc is not a port: choose a number from 1 to 65535\n')
  },
  TIMEOUT_MS,
)

it(
  'ends, and says why, when the bot does',
  async () => {
    const { code, output } = await startPlayground([], { ORGANISATIONS: 'nowhere.yaml' }).ended

    expect(code).toBe(1)
    expect(output).toMatch(/^The bot ended \(code 1\)\.\n.*nowhere\.yaml/)
  },
  TIMEOUT_MS,
)
