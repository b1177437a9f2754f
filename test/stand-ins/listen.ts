/** Listen: a stand-in's HTTP server on this machine, on a port nobody else has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Received = Readonly<{
  method: string
  path: string
  authorization: string | undefined
  /** The parsed JSON, the text of anything else, or '' without a body. */
  body: unknown
}>

export type Answered = Readonly<{
  status: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
}>

/** What a network does to an answer. */
export type NoAnswer = 'hang' | 'reset'

export type Listening = Readonly<{ url: string; close: () => Promise<void> }>

export async function listen(
  answer: (received: Received) => Answered | NoAnswer,
): Promise<Listening> {
  const server = createServer((request, response) => {
    void read(request).then((received) => respond(response, answer(received)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  const isJson = request.headers['content-type']?.startsWith('application/json') === true
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  }
}

function respond(response: ServerResponse, answered: Answered | NoAnswer): void {
  if (answered === 'reset') response.socket?.resetAndDestroy()
  if (typeof answered === 'string') return

  const { status, body, headers } = answered
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body === undefined ? '' : JSON.stringify(body))
}
