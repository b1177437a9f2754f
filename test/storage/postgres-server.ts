/** PostgreSQL server: a real one of our own for the tests, on loopback and in a temporary folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export type PostgresServer = Readonly<{ url: string; stop: () => Promise<void> }>

export const HOW_TO_INSTALL =
  'install PostgreSQL (Debian: apt-get install postgresql), or set TEST_DATABASE_URL to a server where databases may be made'

const DEBIAN = '/usr/lib/postgresql'
/** nobody: the server refuses to run as root. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/** @returns the folder of its programs: on the PATH, else the newest that Debian installed */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : []
  const installed = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...onPath, ...installed].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

/** @param durable false saves time where nobody pulls the plug */
export async function startPostgres(durable = false): Promise<PostgresServer> {
  const programs = findPostgres()
  if (programs === undefined) throw new Error(`there is no PostgreSQL: ${HOW_TO_INSTALL}`)
  const folder = mkdtempSync(join(tmpdir(), 'vraagbaak-postgres-'))
  if (isRoot()) chownSync(folder, NOBODY.uid, NOBODY.gid)
  makeCluster(programs, folder)

  const port = await freePort()
  const server = await run(join(programs, 'postgres'), [...argumentsFor(folder, port, durable)])
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const exit = once(server, 'exit')
      server.kill('SIGINT') // ends what is connected; SIGTERM would wait for it
      await exit
      rmSync(folder, { recursive: true })
    },
  }
}

function makeCluster(programs: string, folder: string): void {
  const { status, stderr } = spawnSync(
    join(programs, 'initdb'),
    ['--pgdata', folder, '--username=postgres', '--auth=trust', '--no-sync', '--encoding=UTF8'],
    { ...asWhom(), encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`)
}

function argumentsFor(folder: string, port: number, durable: boolean): readonly string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ]
  return ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
}

function run(program: string, args: string[]): Promise<ChildProcess> {
  const child = spawn(program, args, { ...asWhom(), stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  return new Promise((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      if (log !== '' && log.includes('ready to accept connections')) return
      log += text
      if (log.includes('ready to accept connections')) resolve(child)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)))
  })
}

function asWhom() {
  return isRoot() ? { ...NOBODY, cwd: '/' } : { cwd: '/' }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
