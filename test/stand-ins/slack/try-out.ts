/** Try-out: the stand-in of Slack with Slack's own client, and the smallest bot there is. */
import { createServer } from 'node:http'
import { LogLevel, WebClient } from '@slack/web-api'
import { type Slack, startSlack } from './slack.ts'
import type { SlackOptions } from './types.ts'

export type Heard = Readonly<{ headers: Readonly<Record<string, unknown>>; body: string }>

export type TryOut = Readonly<{
  slack: Slack
  web: WebClient
  clock: { now: number }
  client: (token: string) => WebClient
  /** Starts a bot that answers what the test says. */
  listen: (answer: (heard: Heard, count: number) => BotAnswer) => Promise<void>
  /** What it heard. */
  heard: readonly Heard[]
  last: () => Heard
  /** The last interaction that it heard. */
  interaction: () => Readonly<Record<string, unknown>>
  close: () => Promise<void>
}>

type BotAnswer = Readonly<{
  status?: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
  isSilent?: boolean
}>

export async function startTryOut(options: SlackOptions = {}): Promise<TryOut> {
  const clock = { now: Date.parse('2026-09-30T09:00:00Z') }
  const slack = await startSlack({ clock: () => clock.now, ...options })
  const heard: Heard[] = []
  const closing = [slack.close]
  return {
    slack,
    clock,
    heard,
    last: () => heard.at(-1) ?? { headers: {}, body: '' },
    web: client(slack, slack.botToken),
    client: (token) => client(slack, token),
    listen: async (answer) => void closing.push(await listen(slack, heard, answer)),
    interaction: () =>
      JSON.parse(new URLSearchParams(heard.at(-1)?.body).get('payload') ?? 'null') ?? {},
    close: async () => {
      for (const close of closing) await close()
    },
  }
}

const nothing = () => undefined
export const quietLogger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
}

const client = (slack: Slack, token: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 1_000,
    logger: quietLogger,
  })

async function listen(
  slack: Slack,
  heard: Heard[],
  answer: (heard: Heard, count: number) => BotAnswer,
): Promise<() => Promise<void>> {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    heard.push({ headers: request.headers, body })
    const said = answer({ headers: request.headers, body }, heard.length)
    if (said.isSilent === true) return
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers })
    response.end(said.body === undefined ? '' : JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  slack.botIsAt(`http://127.0.0.1:${port}/slack/events`)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

/** Why a call was refused: Slack's error, or the client's code; undefined when it was not. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
    return undefined
  } catch (error) {
    const { data, code } = error as { data?: { error: string }; code?: string } // of the web client
    return data?.error ?? code
  }
}

export const button = (text: string, verb: string) => ({
  type: 'button',
  action_id: `${verb}#1`,
  text: { type: 'plain_text', text, emoji: false },
  value: JSON.stringify({ verb }),
})

export const actions = (...elements: readonly object[]) => ({ type: 'actions', elements })

export const field = (name: string, more: object = {}, block: object = {}) => ({
  type: 'input',
  block_id: `field#${name}`,
  label: { type: 'plain_text', text: name },
  element: { type: 'plain_text_input', action_id: name, ...more },
  ...block,
})

export const modal = (...blocks: readonly object[]) => ({
  type: 'modal' as const,
  title: { type: 'plain_text' as const, text: 'Vraag stellen' },
  submit: { type: 'plain_text' as const, text: 'Versturen' },
  private_metadata: '{"verb":"send"}',
  blocks: blocks as never[], // the checks of the stand-in are what is tested
})
