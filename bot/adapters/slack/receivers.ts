/**
 * Receivers: the two ways in which Slack delivers, both by Slack's own library.
 *
 * Only its receivers are used. Its App acknowledges an event before anybody has read it, so that one
 * which is lost in a crash would never be delivered again.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import bolt from '@slack/bolt'
import type { Clock } from '../../contract/ports.ts'
import { SILENT } from './clients.ts'
import { passGate } from './gate.ts'
import { NotKept, type Process } from './slack.ts'

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

export type Socket = Readonly<{ start: () => Promise<void>; stop: () => Promise<void> }>

/** For who lets nothing in from outside: the bot calls Slack, and Slack delivers on that line. */
export function createSocket(
  { appToken, apiUrl }: Readonly<{ appToken: string; apiUrl?: string }>,
  { process, onBroken }: ReceiverParts,
): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: SILENT,
    installerOptions: {
      clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl },
    },
    processEventErrorHandler: async ({ error }) => {
      if (!(error instanceof NotKept)) onBroken(error)
      return false
    },
  })
  receiver.init(appOf(process))
  return {
    start: async () => {
      await receiver.start()
    },
    stop: async () => {
      await receiver.stop()
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
