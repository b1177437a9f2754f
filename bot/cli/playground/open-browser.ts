/** Open a browser, where there is one; who has none reads the address from the terminal. */
import { spawn } from 'node:child_process'

const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['cmd', '/c', 'start', '""'],
}

export function openBrowser(address: string): void {
  const [command, ...args] = OPENERS[process.platform] ?? []
  if (command === undefined) return
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // no desktop here
    .unref()
}
