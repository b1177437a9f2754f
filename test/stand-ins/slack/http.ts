/** HTTP: the stand-in's own server on this machine, on a port nobody else has. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

export type Incoming = Readonly<{
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}>

export type Outgoing =
  | Readonly<{
      status: number
      body: unknown
      headers?: Readonly<Record<string, string>>
    }>
  | 'hang'
  | 'reset'

export type Serving = Readonly<{ server: Server; url: string; close: () => Promise<void> }>

export async function serve(answer: (incoming: Incoming) => Outgoing): Promise<Serving> {
  const server = createServer((request, response) => {
    void read(request).then(
      (incoming) => respond(response, answer(incoming)),
      () => response.destroy(), // cut off while it was being sent
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    server,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<Incoming> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    body,
  }
}

function respond(response: ServerResponse, outgoing: Outgoing): void {
  if (outgoing === 'reset') response.socket?.resetAndDestroy()
  if (typeof outgoing === 'string') return

  const { status, body, headers } = outgoing
  const isBytes = body instanceof Uint8Array || typeof body === 'string'
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(isBytes ? body : JSON.stringify(body))
}
