/**
 * Sockets: Socket Mode: the bot's own connections, over which Slack sends what else would come by HTTP.
 *
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { isRecord } from './check-kit.ts'
import { APP } from './people.ts'
import type { State } from './state.ts'
import type { Json } from './types.ts'
import { acceptWebSocket, type WebSocketLine } from './web-socket.ts'

export type Sockets = Readonly<{
  count: () => number
  /** @returns what the acknowledgement carried; undefined when none came in time */
  send: (envelope: Json) => Promise<Readonly<{ payload: unknown }> | undefined>
  refresh: () => void
  cut: () => void
}>

export function createSockets(state: State, server: Server): Sockets {
  const lines = new Set<WebSocketLine>()
  const waiting = new Map<string, (payload: unknown) => void>()
  const acknowledged = (text: string) => {
    const said: unknown = JSON.parse(text)
    if (isRecord(said)) waiting.get(String(said['envelope_id']))?.(said['payload'])
  }
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    if (state.is.down || request.url?.startsWith('/link/') !== true) return void socket.destroy()
    const line = acceptWebSocket(request, socket, {
      text: acknowledged,
      ended: () => {
        lines.delete(line)
        state.changed()
      },
    })
    lines.add(line)
    line.send(JSON.stringify(hello(lines.size)))
    state.changed()
  })
  const last = () => [...lines].at(-1)
  return {
    count: () => lines.size,
    send: (envelope) => exchange(envelope, last(), waiting, state.options.patienceMs ?? 3_000),
    refresh: () => {
      for (const line of lines) {
        line.send(
          JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} }),
        )
        lines.delete(line) // nothing more is sent over it
      }
    },
    cut: () => {
      for (const line of lines) line.cut()
    },
  }
}

const hello = (connections: number): Json => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 18_060 },
  connection_info: { app_id: APP },
})

function exchange(
  envelope: Json,
  line: WebSocketLine | undefined,
  waiting: Map<string, (payload: unknown) => void>,
  patienceMs: number,
): Promise<Readonly<{ payload: unknown }> | undefined> {
  if (line === undefined) return Promise.resolve(undefined)
  const id = randomUUID()
  return new Promise((resolve) => {
    const end = (heard?: Readonly<{ payload: unknown }>) => {
      clearTimeout(timer)
      waiting.delete(id)
      resolve(heard)
    }
    const timer = setTimeout(end, patienceMs)
    waiting.set(id, (payload) => end({ payload }))
    line.send(JSON.stringify({ ...envelope, envelope_id: id }))
  })
}
