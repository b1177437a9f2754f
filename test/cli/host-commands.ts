/** Host commands: for tests of one command that run it many times; a process of its own for each is slow. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from '../stand-ins/compile-cache.ts'
import type { Done, Order } from './programs/command-host.ts'
import type { Ran, runCommandIn } from './run-command.ts'

const HOST = fileURLToPath(new URL('./programs/command-host.ts', import.meta.url))

/**
 * One process for the commands of a test file, from the first to the last test of it.
 *
 * That a command ends, and with which signals, is for {@link runCommandIn}: each has a test with it.
 */
export function hostCommands(): typeof runCommandIn {
  let host: ChildProcess | undefined
  let runs = 0
  afterAll(() => void host?.kill())

  return (env, name, ...args) => {
    host ??= fork(HOST, [], { env: COMPILE_CACHE, execArgv: [] }) // jest's own are not for it
    runs += 1
    const script = new URL(`../../bot/cli/${name}.ts`, import.meta.url).href
    return ask(host, { id: runs, script, args, env })
  }
}

function ask(host: ChildProcess, order: Order): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const listen = ({ id, ran }: Done) => {
      if (id !== order.id) return
      host.off('message', listen).off('exit', ended)
      resolve(ran)
    }
    const ended = () => reject(new Error(`the process ended under: ${order.args.join(' ')}`))
    host.on('message', listen).once('exit', ended)
    host.send(order)
  })
}
