/** State: all that the stand-in of Slack holds, and who waits for a change of it. */
import { BOT, CHANNELS, PEOPLE } from './people.ts'
import type {
  Acknowledged,
  Fault,
  Json,
  SlackCall,
  SlackChannel,
  SlackMessage,
  SlackOptions,
  SlackUser,
  SlackView,
} from './types.ts'

/** May be exchanged once, within three seconds. */
export type Trigger = { user: string; at: number; isUsed: boolean; view?: string }

/** Where a response_url leads. */
export type Hook = {
  user: string
  channel: string
  /** What was pressed, if anything. */
  original?: string
  uses: number
  at: number
}

export type StoredFile = Readonly<{
  id: string
  name: string
  mimetype: string
  content: Uint8Array
}>

export type State = Readonly<{
  options: SlackOptions
  now: () => number
  botToken: string
  appToken: string
  signingSecret: string
  users: Map<string, SlackUser>
  channels: Map<string, SlackChannel>
  /** By ts: unique over all channels here. */
  messages: Map<string, SlackMessage>
  /** Stacks of modals by user; the one on top is the last. */
  modals: Map<string, SlackView[]>
  homes: Map<string, SlackView>
  triggers: Map<string, Trigger>
  hooks: Map<string, Hook>
  files: Map<string, StoredFile>
  /** What was filled in, by view and by message: `state.values`. */
  filled: Map<string, Record<string, Record<string, Json>>>
  log: SlackCall[]
  acks: Acknowledged[]
  faults: { method: string; fault: Fault; times: number }[]
  is: { down: boolean; installed: boolean; url: string; botUrl: string | undefined }
  /** Told of what the bot wrote: Slack sends that back to it in a direct message. */
  echo: { of: (message: SlackMessage, change: 'new' | 'changed') => void }
  /** Something changed: whoever waits looks again. */
  changed: () => void
  waitFor: <T>(find: () => T | undefined | false) => Promise<T>
  /** Ids as Slack's: upper-case letters and digits; `kind` is the first letter or letters. */
  newId: (kind: string) => string
  newTs: () => string
}>

export function createState(options: SlackOptions, url: string): State {
  const now = options.clock ?? Date.now
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of [...waiting]) look()
  }
  return {
    options,
    now,
    botToken: 'xoxb-0-waterveen-bot',
    appToken: 'xapp-1-waterveen-app',
    signingSecret: '5f1e0c0d9a3b4c5d8e7f60718293a4b5',
    users: byId([...PEOPLE, ...(options.users ?? [])]),
    channels: byId([...CHANNELS, ...(options.channels ?? [])]),
    messages: new Map(),
    modals: new Map(),
    homes: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    files: new Map(),
    filled: new Map(),
    log: [],
    acks: [],
    faults: [],
    is: { down: false, installed: true, url, botUrl: undefined },
    echo: { of: () => undefined },
    changed,
    waitFor: (find) => waitIn(waiting, find),
    ...createNames(now),
  }
}

const byId = <T extends Readonly<{ id: string }>>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]))

function waitIn<T>(waiting: Set<() => void>, find: () => T | undefined | false): Promise<T> {
  const found = find()
  if (found !== undefined && found !== false) return Promise.resolve(found)
  return new Promise((resolve) => {
    const look = () => {
      const now = find()
      if (now === undefined || now === false) return
      waiting.delete(look)
      resolve(now)
    }
    waiting.add(look)
  })
}

function createNames(now: () => number): Pick<State, 'newId' | 'newTs'> {
  let count = 0
  const next = (): number => {
    count += 1
    return count
  }
  return {
    newId: (kind) => `${kind}0${next().toString(36).toUpperCase().padStart(8, '0')}`,
    newTs: () => `${Math.floor(now() / 1_000)}.${String(next()).padStart(6, '0')}`,
  }
}

/** The channel of somebody with the bot alone. */
export function dmOf(state: State, user: string): string {
  const isTheirs = ({ kind, members }: SlackChannel) => kind === 'dm' && members.includes(user)
  const there = [...state.channels.values()].find(isTheirs)
  if (there !== undefined) return there.id

  const id = `D0${user.slice(1)}`
  state.channels.set(id, { id, kind: 'dm', members: [user, BOT] })
  return id
}

/** A trigger_id, for one modal. */
export function newTrigger(state: State, user: string, view?: string): string {
  const id = `${state.newId('')}.77777.${state.newId('').toLowerCase()}`
  state.triggers.set(id, { user, at: state.now(), isUsed: false, ...(view && { view }) })
  return id
}

/** A response_url, for five messages within half an hour. */
export function newHook(state: State, hook: Omit<Hook, 'uses' | 'at'>): string {
  const id = state.newId('H')
  state.hooks.set(id, { ...hook, uses: 0, at: state.now() })
  return `${state.is.url}/hooks/${id}`
}

/** Blocks without an id get one, as Slack does. */
export const withBlockIds = (state: State, blocks: readonly Json[]): readonly Json[] =>
  blocks.map((block) => ({
    ...block,
    block_id: block['block_id'] ?? state.newId('').toLowerCase(),
  }))
