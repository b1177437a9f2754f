/** Slack: a loopback Slack that keeps Slack's documented rules, with its own log as the oracle. */
import { createDeeds } from './deeds.ts'
import { createDoor } from './door.ts'
import { useHook } from './hooks.ts'
import { type Incoming, type Outgoing, serve } from './http.ts'
import { createSockets } from './sockets.ts'
import { createState, dmOf, type State } from './state.ts'
import type { SlackAccess, SlackDeeds, SlackOptions, SlackTrouble, SlackWatch } from './types.ts'
import { stackOf } from './views.ts'
import { createWebApi } from './web-api.ts'

/** What it holds (SlackMessage, SlackView, SlackCall, Acknowledged, Fault …) is in types.ts. */
export type Slack = SlackAccess &
  SlackDeeds &
  SlackWatch &
  SlackTrouble &
  Readonly<{ close: () => Promise<void> }>

export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  let answer: (incoming: Incoming) => Outgoing = () => 'reset'
  const serving = await serve((incoming) => answer(incoming))
  const state = createState(options, serving.url)
  const sockets = createSockets(state, serving.server)
  const door = createDoor(state, sockets)
  answer = createAnswer(state)

  return {
    ...watch(state, door.quiet),
    ...createDeeds(state, door),
    ...trouble(state, sockets),
    apiUrl: `${serving.url}/api/`,
    filesUrl: `${serving.url}/files/`,
    botToken: state.botToken,
    appToken: state.appToken,
    signingSecret: state.signingSecret,
    botIsAt: (url) => {
      state.is.botUrl = url
      state.changed()
    },
    sockets: sockets.count,
    sendRaw: door.sendRaw,
    close: () => {
      door.close()
      sockets.cut()
      return serving.close()
    },
  }
}

function createAnswer(state: State): (incoming: Incoming) => Outgoing {
  const webApi = createWebApi(state)
  const posts: Readonly<Record<string, (incoming: Incoming, rest: string) => Outgoing>> = {
    api: webApi,
    hooks: (incoming) => useHook(state, incoming),
  }
  return (incoming) => {
    if (state.is.down) return 'reset'
    const [, kind = '', ...rest] = incoming.path.split('/')
    if (kind === 'files') return download(state, incoming, rest[0] ?? '')
    const act = incoming.method === 'POST' && Object.hasOwn(posts, kind) ? posts[kind] : undefined
    return act?.(incoming, rest.join('/')) ?? { status: 404, body: '' }
  }
}

/** Without the bot's token Slack shows a page to sign in, with 200 as if all were well. */
function download(state: State, { headers }: Incoming, id: string): Outgoing {
  const file = state.files.get(id)
  const html = { 'content-type': 'text/html; charset=utf-8' }
  if (headers.authorization !== `Bearer ${state.botToken}`)
    return { status: 200, body: '<!DOCTYPE html><title>Sign in</title>', headers: html }
  if (file === undefined) return { status: 404, body: '', headers: html }
  return { status: 200, body: file.content, headers: { 'content-type': file.mimetype } }
}

function watch(state: State, quiet: () => Promise<void>): SlackWatch {
  const messages = () => [...state.messages.values()]
  const isIn = (user: string, channel: string) =>
    state.channels.get(channel)?.members.includes(user) === true
  return {
    messagesIn: (channel) =>
      messages().filter((one) => one.channel === channel && one.ephemeralFor === undefined),
    seenBy: (user) =>
      messages().filter(
        ({ channel, ephemeralFor = user }) => isIn(user, channel) && ephemeralFor === user,
      ),
    viewOf: (user) => stackOf(state, user).at(-1),
    viewsOf: (user) => stackOf(state, user),
    homeOf: (user) => state.homes.get(user),
    dmOf: (user) => dmOf(state, user),
    log: state.log,
    calls: (method) => state.log.filter((call) => call.method === method),
    acks: state.acks,
    tooMany: () => state.log.filter(({ status }) => status === 429).length,
    waitFor: state.waitFor,
    quiet,
  }
}

function trouble(state: State, sockets: ReturnType<typeof createSockets>): SlackTrouble {
  return {
    failNext: (method, fault, times = 1) => void state.faults.push({ method, fault, times }),
    down: () => {
      state.is.down = true
      sockets.cut()
    },
    up: () => {
      state.is.down = false
    },
    refreshSockets: sockets.refresh,
    cutSockets: sockets.cut,
  }
}
