/** Ports: is one free on this machine, before anything is started that needs it? */
import { createServer } from 'node:net'

/** @throws Error that names the port and how to choose another. */
export async function requireFree(port: number, option: string): Promise<void> {
  if (await isFree(port)) return
  throw new Error(
    `Port ${port} is in use. Stop what uses it, or choose another: npm run playground -- ${option} ${port + 1}`,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
