/** Connect: all parts of Slack's adapter put together, for one workspace. */
import type { RequestListener } from 'node:http'
import type { Task } from '../../chores/chores.ts'
import type { Organisation } from '../../contract/organisation.ts'
import type { Clock, Observe } from '../../contract/ports.ts'
import type { Speaker } from '../../contract/request.ts'
import type { Send } from '../../delivery/send.ts'
import type { Home } from '../../home.ts'
import type { Receive } from '../../receive.ts'
import type { Storage } from '../../storage/storage.ts'
import { type Clients, createClients } from './clients.ts'
import { findColleagues } from './find-colleagues.ts'
import { createMembers } from './members.ts'
import { createListener, createSocket } from './receivers.ts'
import { createRespond } from './respond.ts'
import { createSlackSend, createTell } from './send.ts'
import { createProcess } from './slack.ts'
import { createWorkspace } from './workspace.ts'

/** From the pages of the app at api.slack.com; `apiUrl` is another Slack than the real one, for tests. */
export type SlackCredentials = Readonly<{ botToken: string; apiUrl?: string }> &
  Readonly<{ kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string }>

export type SlackParts = Readonly<{
  credentials: SlackCredentials
  clients: Clients
  organisations: readonly Organisation[]
  storage: Storage
  receive: Receive
  homeOf: (speaker: Speaker) => Promise<Home>
  observe: Observe
  clock: Clock
  newReference: () => string
  onDropped: (reason: string) => void
  /** Slack cannot be reached, or something broke that nothing else caught. */
  onBroken: (error: unknown) => void
  /** How long Slack may wait for its acknowledgement. */
  acknowledgeMs?: number
  /** When Slack is tried again that could not be reached. */
  againMs?: number
}>

export type Slack = Readonly<{
  /** For requests below `/slack/`; absent where Slack delivers over a socket. */
  listener?: RequestListener
  /** What it does by the clock. */
  tasks: readonly Task[]
  /** @throws Error for a token that Slack refuses; that Slack is down is no error */
  start: () => Promise<void>
  stop: () => Promise<void>
}>

export function connectSlack(parts: SlackParts): Slack {
  const { credentials, clients, onBroken } = parts
  const { apiUrl } = credentials
  const api = apiUrl === undefined ? {} : { apiUrl }
  const workspace = createWorkspace({
    ...parts,
    client: clients.interactive,
    onFailed: onBroken,
  })
  const respond = createRespond(apiUrl)
  const process = createProcess({
    ...parts,
    client: clients.interactive,
    members: createMembers(clients.interactive, parts.clock),
    tell: createTell({ clients, respond }),
    respond,
    ...workspace,
  })
  const tasks = [findColleagues({ ...parts, client: clients.bulk, workspace })]
  if (credentials.kind === 'http') {
    const listener = createListener({ ...credentials, clock: parts.clock }, { process, onBroken })
    return { listener, tasks, start: workspace.connect, stop: async () => workspace.stop() }
  }
  const again = parts.againMs === undefined ? {} : { againMs: parts.againMs }
  const { appToken } = credentials
  const socket = createSocket({ appToken, ...api, ...again }, { process, onBroken })
  return {
    tasks,
    start: async () => {
      await workspace.connect()
      await socket.start()
    },
    stop: async () => {
      workspace.stop()
      await socket.stop()
    },
  }
}

export function slackClients({ botToken, apiUrl }: SlackCredentials): Clients {
  return createClients({ token: botToken, ...(apiUrl === undefined ? {} : { apiUrl }) })
}

export const slackSend = (
  { apiUrl }: SlackCredentials,
  { clients, storage }: Readonly<{ clients: Clients; storage: Storage }>,
): Send =>
  createSlackSend({
    clients,
    conversations: storage.stores.conversations,
    respond: createRespond(apiUrl),
  })
