/** A directory: stands before the stand-in of Slack, and tells more of people than that knows. */
import { createServer, type IncomingMessage } from 'node:http'

export type Told = Readonly<Record<string, unknown>>

type Answer = Readonly<{ user?: Told & Readonly<{ id?: string }> }>

export type Directory = Readonly<{
  apiUrl: string
  /** What users.info tells of somebody beside what the stand-in does. */
  tell: (user: string, more: Told) => void
  /** What auth.test tells of the workspace. */
  tellOfWorkspace: (more: Told) => void
  /** How often users.info was asked. */
  asked: () => number
  close: () => Promise<void>
}>

export async function aDirectory(apiUrl: string): Promise<Directory> {
  const people = new Map<string, Told>()
  let workspace: Told = {}
  let asked = 0
  const changed = (method: string, answer: Answer): object => {
    if (method === 'auth.test') return { ...answer, ...workspace }
    if (method !== 'users.info') return answer
    asked += 1
    return { ...answer, user: { ...answer.user, ...people.get(answer.user?.id ?? '') } }
  }
  const server = createServer(async (request, response) => {
    const method = request.url?.replace('/api/', '') ?? ''
    const { status, body } = await pass(request, apiUrl + method)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(changed(method, body)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    tell: (user, more) => void people.set(user, more),
    tellOfWorkspace: (more) => {
      workspace = more
    },
    asked: () => asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function pass(request: IncomingMessage, url: string) {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  const { authorization = '', 'content-type': type = '' } = request.headers
  const headers = { authorization, 'content-type': type }
  const answered = await fetch(url, { method: 'POST', headers, body })
  const said: Answer = JSON.parse(await answered.text())
  return { status: answered.status, body: said }
}
