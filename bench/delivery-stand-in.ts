/**
 * Delivery stand-in: the service that carries messages to Teams, in a process of its own.
 *
 * It enforces Microsoft's published limits and takes a while for every call. What it accepted it
 * writes down itself, when the message is there and before the bot is told: `delivery.ts` believes
 * that log, not the bot. The process that made it asks by a message; its first message is the port.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { createTeamsLimits } from '../test/stand-ins/teams-limits.ts'
import { isRecipient, type StandInLog } from './delivery-measured.ts'

const CALL_MS = 30
const SENDING = /^\/v3\/conversations\/([^/]+)\/activities$/

const limits = createTeamsLimits()
const log: StandInLog = { calls: [], refused: [], accepted: [] }
let toRecipients = 0

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => void answer(request, response))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.on('message', (what) => process.send?.(what === 'log' ? log : toRecipients))
process.once('disconnect', () => process.exit())
process.send?.(typeof address === 'object' ? address?.port : undefined)

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers } = judge(request.url ?? '', Date.now())
  await wait(CALL_MS)
  const [, conversation = ''] = SENDING.exec(request.url ?? '') ?? []
  if (status === 201) note(decodeURIComponent(conversation))
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ id: `sent-${log.accepted.length}` }))
}

function note(conversation: string): void {
  log.accepted.push([conversation, Date.now()])
  if (isRecipient(conversation)) toRecipients += 1
}

type Judged = Readonly<{ status: number; headers?: Readonly<Record<string, string>> }>

function judge(path: string, now: number): Judged {
  const [, conversation] = SENDING.exec(path) ?? []
  if (conversation === undefined) return { status: 404 }

  log.calls.push(now)
  const { refusedForMs } = limits.take({ kind: 'send', thread: conversation }, now)
  if (refusedForMs === undefined) return { status: 201 }
  log.refused.push(now)
  return { status: 429, headers: { 'retry-after': String(Math.ceil(refusedForMs / 1000)) } }
}
