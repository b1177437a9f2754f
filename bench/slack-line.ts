/** Slack, line: the way from a bot to a platform, which can be cut off. */
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Refusing: nothing listens there. Hanging: what is sent arrives nowhere, and nobody says so. */
export type LineState = 'open' | 'refusing' | 'hanging'

export type Line = Readonly<{
  port: number
  /** Connections that there were are broken off. */
  turn: (state: LineState) => Promise<void>
  close: () => Promise<void>
}>

/** @param url of a server on this machine */
export async function openLine(url: string): Promise<Line> {
  const there = Number(new URL(url).port)
  const sockets = new Set<Socket>()
  let state: LineState = 'open'
  const server = createServer((near) => {
    keep(near, sockets)
    if (state === 'open') join(near, keep(connect(there, '127.0.0.1'), sockets))
  })
  const port = await listenAt(server, 0)
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  const close = async () => {
    breakOff()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  return {
    port,
    close,
    turn: async (next) => {
      state = next
      if (next === 'refusing') return close()
      breakOff()
      if (!server.listening) await listenAt(server, port)
    },
  }
}

async function listenAt(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function keep(socket: Socket, sockets: Set<Socket>): Socket {
  sockets.add(socket)
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy()) // the other end went away, as it may
  socket.on('close', () => sockets.delete(socket))
  return socket
}

function join(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near)
  near.on('close', () => far.destroy())
  far.on('close', () => near.destroy())
}
