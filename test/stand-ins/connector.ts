/**
 * Connector: stands in for the service that carries a bot's messages to Teams.
 *
 * It keeps its own log of what it accepted: tests believe that, not the bot.
 */
import { z } from 'zod'
import { type Answered, type Listening, listen, type NoAnswer, type Received } from './listen.ts'
import type { TeamsLimits } from './teams-limits.ts'

/** A message or typing indicator that arrived. */
export type Delivered = Readonly<{
  conversation: string
  /** Id of the activity that it answers. */
  replyTo: string | undefined
  authorization: string | undefined
  activity: DeliveredActivity
  /** By the stand-in's clock. */
  at: number
}>

export type DeliveredActivity = Readonly<{
  type?: string
  text?: string
  summary?: string
  attachments?: readonly Readonly<{ contentType: string; content: unknown }>[]
}>

/** One request, whatever came of it. */
export type Call = Readonly<{
  kind: 'send' | 'create'
  /** A person, for a conversation that is to be made. */
  to: string
  /** Counted from 1, over all calls. */
  number: number
  at: number
}>

/** What goes wrong with a call. */
export type Fault = Readonly<{
  /** What was asked has happened all the same. */
  accepts?: boolean
  answer: Answered | NoAnswer
}>

export type ConnectorRules = Readonly<{
  clock?: () => number
  /** Absent: as many calls as anybody likes. */
  limits?: TeamsLimits
  /** For whom a conversation can be made; for everybody when absent. */
  isInstalled?: (person: string) => boolean
}>

export type Connector = Listening &
  Readonly<{
    /** As Teams writes it, with a slash at the end. */
    serviceUrl: string
    accepted: readonly Delivered[]
    /** Also those that were refused. */
    calls: readonly Call[]
    messages: () => readonly DeliveredActivity[]
    /** Refuses the next requests with these statuses, one each. */
    refuseNext: (...statuses: readonly number[]) => void
    /** Decides for each call from now on whether it goes wrong. */
    breakWith: (fault: (call: Call) => Fault | undefined) => void
    /** Resolves when an activity of this type is accepted, also when it has been. */
    waitFor: (type: string) => Promise<void>
    /** Resolves when so many messages are accepted, also when they have been. */
    waitForMessages: (count: number) => Promise<void>
    forget: () => void
  }>

export async function startConnector(rules: ConnectorRules = {}): Promise<Connector> {
  const state: State = { rules, accepted: [], calls: [], refusals: [], fault: () => undefined }
  const waiting: { isOver: () => boolean; resolve: () => void }[] = []
  const count = (type: string) =>
    state.accepted.filter(({ activity }) => activity.type === type).length
  const until = (isOver: () => boolean) =>
    new Promise<void>((resolve) => (isOver() ? resolve() : waiting.push({ isOver, resolve })))

  const server = await listen((received) => {
    const answered = answer(received, state)
    for (const { isOver, resolve } of waiting) if (isOver()) resolve()
    return answered
  })
  return {
    ...server,
    serviceUrl: `${server.url}/`,
    accepted: state.accepted,
    calls: state.calls,
    messages: () =>
      state.accepted.map(({ activity }) => activity).filter(({ type }) => type === 'message'),
    refuseNext: (...statuses) => void state.refusals.push(...statuses),
    breakWith: (fault) => {
      state.fault = fault
    },
    waitFor: (type) => until(() => count(type) > 0),
    waitForMessages: (least) => until(() => count('message') >= least),
    forget: () => {
      state.accepted.length = 0
      state.calls.length = 0
      state.refusals.length = 0
    },
  }
}

type State = Readonly<{
  rules: ConnectorRules
  accepted: Delivered[]
  calls: Call[]
  refusals: number[]
}> & { fault: (call: Call) => Fault | undefined }

function answer(received: Received, state: State): Answered | NoAnswer {
  const refusal = state.refusals.shift()
  if (refusal !== undefined) return { status: refusal, body: { error: { code: 'Refused' } } }
  const asked = received.method === 'POST' ? readCall(received) : undefined
  if (asked === undefined) return { status: 404 }

  const at = (state.rules.clock ?? Date.now)()
  const call = { ...asked, number: state.calls.length + 1, at }
  state.calls.push(call)
  const fault = state.fault(call)
  if (fault !== undefined && fault.accepts !== true) return fault.answer
  const answered = refusalOf(call, state.rules) ?? accept(call, received, state)
  return fault?.answer ?? answered
}

const ACTIVITIES = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/
const Create = z.object({ members: z.tuple([z.object({ id: z.string() })]) })

function readCall({ path, body }: Received): Pick<Call, 'kind' | 'to'> | undefined {
  const [, conversation] = ACTIVITIES.exec(path) ?? []
  if (conversation !== undefined) return { kind: 'send', to: decodeURIComponent(conversation) }

  const create = path === '/v3/conversations' ? Create.safeParse(body).data : undefined
  return create && { kind: 'create', to: create.members[0].id }
}

function refusalOf({ kind, to, at }: Call, rules: ConnectorRules): Answered | undefined {
  const { refusedForMs } = rules.limits?.take({ thread: to, kind }, at) ?? {}
  if (refusedForMs !== undefined)
    return { status: 429, headers: { 'retry-after': `${Math.ceil(refusedForMs / 1000)}` } }

  const isRefused = kind === 'create' && rules.isInstalled?.(to) === false
  return isRefused ? { status: 403, body: { error: { code: 'ForbiddenOperation' } } } : undefined
}

/** Asked twice, Teams tells the same conversation. */
function accept({ kind, to, at }: Call, received: Received, { accepted }: State): Answered {
  if (kind === 'create') return { status: 201, body: { id: `a:${to}` } }

  const [, , replyTo] = ACTIVITIES.exec(received.path) ?? []
  accepted.push({
    conversation: to,
    replyTo: replyTo === undefined ? undefined : decodeURIComponent(replyTo),
    authorization: received.authorization,
    activity: received.body as DeliveredActivity, // the oracle shows what came, whatever it is
    at,
  })
  return { status: 201, body: { id: `sent-${accepted.length}` } }
}
