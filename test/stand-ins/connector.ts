/**
 * Connector: stands in for the service that carries a bot's messages to Teams.
 *
 * It keeps its own log of what it accepted: tests believe that, not the bot.
 */
import { type Answered, type Listening, listen, type Received } from './listen.ts'

/** A message or typing indicator that arrived. */
export type Delivered = Readonly<{
  conversation: string
  /** Id of the activity that it answers. */
  replyTo: string | undefined
  authorization: string | undefined
  activity: DeliveredActivity
}>

export type DeliveredActivity = Readonly<{
  type?: string
  text?: string
  summary?: string
  attachments?: readonly Readonly<{ contentType: string; content: unknown }>[]
}>

export type Connector = Listening &
  Readonly<{
    /** As Teams writes it, with a slash at the end. */
    serviceUrl: string
    accepted: readonly Delivered[]
    messages: () => readonly DeliveredActivity[]
    /** Refuses the next requests with these statuses, one each. */
    refuseNext: (...statuses: readonly number[]) => void
    /** Resolves when an activity of this type is accepted, also when it has been. */
    waitFor: (type: string) => Promise<void>
    forget: () => void
  }>

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/

export async function startConnector(): Promise<Connector> {
  const accepted: Delivered[] = []
  const refusals: number[] = []
  const waiting: { type: string; resolve: () => void }[] = []
  const has = (type: string) => accepted.some(({ activity }) => activity.type === type)

  const server = await listen((received) => {
    const refusal = refusals.shift()
    if (refusal !== undefined) return { status: refusal, body: { error: { code: 'Refused' } } }

    const answered = accept(received, accepted)
    for (const { type, resolve } of waiting) if (has(type)) resolve()
    return answered
  })
  return {
    ...server,
    serviceUrl: `${server.url}/`,
    accepted,
    messages: () =>
      accepted.map(({ activity }) => activity).filter(({ type }) => type === 'message'),
    refuseNext: (...statuses) => void refusals.push(...statuses),
    waitFor: (type) =>
      new Promise((resolve) => (has(type) ? resolve() : waiting.push({ type, resolve }))),
    forget: () => {
      accepted.length = 0
      refusals.length = 0
    },
  }
}

function accept({ method, path, authorization, body }: Received, accepted: Delivered[]): Answered {
  const [, conversation, replyTo] = ACTIVITIES.exec(path) ?? []
  if (method !== 'POST' || conversation === undefined) return { status: 404 }

  accepted.push({
    conversation: decodeURIComponent(conversation),
    replyTo: replyTo === undefined ? undefined : decodeURIComponent(replyTo),
    authorization,
    activity: body as DeliveredActivity, // the oracle shows what came, whatever it is
  })
  return { status: 201, body: { id: `sent-${accepted.length}` } }
}
