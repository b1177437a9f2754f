/**
 * Receivers: the two ways in which Slack delivers, both by Slack's own library.
 *
 * Only its receivers are used. Its App acknowledges an event before anybody has read it, so that one
 * which is lost in a crash would never be delivered again.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import bolt from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Clock } from '../../contract/ports.ts'
import { SILENT } from './clients.ts'
import { passGate } from './gate.ts'
import { NotKept, type Process } from './slack.ts'
import { isBadToken } from './workspace.ts'

const { HTTPReceiver, SocketModeReceiver } = bolt
type App = Parameters<InstanceType<typeof HTTPReceiver>['init']>[0]

const EVENTS_PATH = '/slack/events'

export type ReceiverParts = Readonly<{
  process: Process
  /** A fault of ours that nothing else caught. */
  onBroken: (error: unknown) => void
}>

/** For `POST /slack/events`: events, commands and what was pressed all come here. */
export function createListener(
  { signingSecret, clock }: Readonly<{ signingSecret: string; clock: Clock }>,
  { process, onBroken }: ReceiverParts,
): RequestListener {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [EVENTS_PATH],
    logger: SILENT,
    unhandledRequestHandler: () => undefined, // every request is acknowledged or refused below
    unhandledRequestTimeoutMillis: 0, // so nothing waits for that
    processEventErrorHandler: async ({ error, response }) => {
      if (!(error instanceof NotKept)) onBroken(error)
      if (!response.headersSent) end(response, 503)
      return false
    },
  })
  receiver.init(appOf(process))

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isForEvents(request)) return end(response, 404) // the library throws on any other
    const passed = await passGate(request, clock)
    if (passed.kind === 'refused') return end(response, passed.status)
    receiver.requestListener(withBody(request, passed.rawBody), response)
  }
  return (request, response) => {
    take(request, response).catch((error: unknown) => {
      onBroken(error)
      if (!response.headersSent) end(response, 500)
    })
  }
}

const isForEvents = ({ url = '' }: IncomingMessage): boolean =>
  url === EVENTS_PATH || url.startsWith(`${EVENTS_PATH}?`)

/** As the library looks for a body that somebody else has read. */
const withBody = (request: IncomingMessage, rawBody: Buffer): IncomingMessage =>
  Object.assign(request, { rawBody })

function end(response: ServerResponse, status: number): void {
  response.statusCode = status
  response.setHeader('content-length', '0')
  if (status === 413 || status === 400) response.setHeader('connection', 'close')
  response.end()
}

export type Socket = Readonly<{
  /** Resolves before there is a line: that Slack is down holds up nothing. @throws Error for a bad token */
  start: () => Promise<void>
  stop: () => Promise<void>
}>

type SocketOptions = Readonly<{ appToken: string; apiUrl?: string; againMs?: number }>

const AGAIN_MS = 15_000
/** Slack ends every line now and then, and delivers meanwhile on no other. */
const SOON_MS = 100

/** For who lets nothing in from outside: the bot calls Slack, and Slack delivers on that line. */
export function createSocket(
  { appToken, apiUrl, againMs = AGAIN_MS }: SocketOptions,
  { process, onBroken }: ReceiverParts,
): Socket {
  const clientOptions = apiUrl === undefined ? {} : { slackApiUrl: apiUrl }
  const receiver = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions, ...ONE_CALL } },
    processEventErrorHandler: async ({ error }) => {
      if (!(error instanceof NotKept)) onBroken(error)
      return false
    },
  })
  receiver.init(appOf(process))
  const line = keepConnected(receiver.client, { onBroken, againMs })
  return {
    start: async () => {
      await tryToken(new WebClient(appToken, { ...clientOptions, ...ONE_CALL, logger: SILENT }))
      void line.connect()
    },
    stop: async () => {
      line.stop()
      await receiver.stop()
    },
  }
}

const ONE_CALL = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 10_000 }

/** @throws Error for one that Slack refuses; that Slack is down is no error */
async function tryToken(client: WebClient): Promise<void> {
  try {
    await client.apps.connections.open()
  } catch (cause) {
    if (isBadToken(cause))
      throw new Error(
        'SLACK_APP_TOKEN is refused by Slack: make one at api.slack.com/apps > your app > Basic Information > App-Level Tokens, with connections:write.',
        { cause },
      )
  }
}

type SocketClient = InstanceType<typeof SocketModeReceiver>['client']
type Tries = Readonly<{ onBroken: (error: unknown) => void; againMs: number }>

/**
 * A line, and a new one when it ends.
 *
 * The library can do that too, but nobody hears of an error in a later attempt: it would end the process.
 */
function keepConnected(client: SocketClient, { onBroken, againMs }: Tries) {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const connect = async (): Promise<void> => {
    timer = undefined
    try {
      await client.start()
    } catch (error) {
      if (!isStopped) onBroken(error ?? new Error('the line to Slack was cut before it was there'))
      connectIn(againMs)
    }
  }
  const connectIn = (ms: number): void => {
    if (!isStopped) timer ??= setTimeout(() => void connect(), ms)
  }
  client.on('disconnected', () => connectIn(SOON_MS))
  return {
    connect,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** All that a receiver asks of an App. */
function appOf(process: Process): App {
  const app: Pick<App, 'processEvent'> = {
    processEvent: ({ body, ack }) => process({ body, ack: (answer) => ack(answer) }),
  }
  return app as App
}
