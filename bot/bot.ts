/** Bot: one request in, one reply out. */
import { act } from './act.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Clock, Observe, ResultLinks } from './contract/ports.ts'
import type { Reply } from './contract/reply.ts'
import type { Request, Speaker } from './contract/request.ts'
import type { Past } from './publishing/past.ts'
import type { RoundKeys } from './round-keys.ts'
import type { Secret } from './secret.ts'
import type { Served } from './served.ts'
import type { Stores } from './storage/storage.ts'
import { commandOf, type Spoken } from './use-cases/command.ts'
import {
  type ConversationMemory,
  createConversationMemory,
} from './use-cases/conversation-memory.ts'
import { fromHandbook, isFromHandbook } from './use-cases/from-handbook.ts'
import { notice } from './use-cases/notice.ts'
import { meantWith } from './use-cases/receive-document.ts'
import { welcome } from './use-cases/show-help.ts'

export type BotParts = Readonly<{
  /** By the organisation's id. */
  served: ReadonlyMap<string, Served>
  observe: Observe
  clock: Clock
  secret: Secret
  keys: RoundKeys
  /** Absent where there is no page of results. */
  resultLinks?: ResultLinks<Stores>
  /** Absent where earlier versions of the handbook cannot be asked. */
  handbooks?: Readonly<{ past: Past }>
  /** UUIDs. */
  newId: () => string
}>

export type Bot = Readonly<{
  /** In the transaction that the stores belong to. */
  reply: (request: Request, stores: Stores) => Promise<Reply>
  /** What can be said while the store is down: answers, first aid, help; for all else that nothing was kept. */
  replyFromMemory: (request: Request) => Reply
}>

export function createBot({ served, observe, clock, ...parts }: BotParts): Bot {
  const memory = createConversationMemory(clock)

  const toolsFor = ({ speaker }: Request) => {
    const one = served.get(speaker.organisation)
    if (one === undefined)
      throw new Error(`organisation "${speaker.organisation}" is not served here`)
    return { ...one, speaker, memory, clock, observe }
  }
  const observed = (request: Request, reply: Reply, started: number): Reply => {
    if (isOfPoll(request)) return reply
    const { organisation } = request.speaker
    const section = 'section' in reply && reply.section ? { section: reply.section.id } : {}
    const tookMs = performance.now() - started
    observe({ kind: 'replied', organisation, reply: reply.kind, ...section, tookMs })
    return reply
  }

  return {
    reply: async (request, stores) => {
      const started = performance.now()
      const tools = { ...toolsFor(request), ...parts, stores, now: clock() }
      const spoken = heardBy(request, memory)
      const reply = spoken
        ? await act(spoken.command, { ...tools, language: spoken.language })
        : wordless(request, tools.organisation)
      return observed(request, reply, started)
    },
    replyFromMemory: (request) => {
      const started = performance.now()
      const tools = toolsFor(request)
      const spoken = heardBy(request, memory)
      const reply = spoken ? unstored(spoken, tools) : wordless(request, tools.organisation)
      return observed(request, reply, started)
    },
  }
}

/** That somebody answered, or would not, is in no log and no metric: the moment leads to the person. */
const isOfPoll = (request: Request): boolean =>
  request.kind === 'action' &&
  (request.action.verb === 'answer-poll' || request.action.verb === 'decline-poll')

function spokenIn(request: Request, memory: ConversationMemory): Spoken | undefined {
  switch (request.kind) {
    case 'message':
      return commandOf(request.text) ?? asked(request.text, request.speaker)
    case 'document': {
      const { document, text, speaker } = request
      const command = { verb: 'receive-document', document, text } as const
      return { command, language: speaker.language }
    }
    case 'action':
      return { command: request.action, language: memory.languageOf(request.speaker) }
    case 'unknown-action':
    case 'joined':
      return undefined
  }
}

const asked = (question: string, { language }: Speaker): Spoken => ({
  command: { verb: 'ask', question },
  language,
})

/** Who works elsewhere is told so, and whatever they say or press does nothing. */
const heardBy = (request: Request, memory: ConversationMemory): Spoken | undefined =>
  request.speaker.outsider ? undefined : spokenIn(request, memory)

function wordless({ kind, speaker }: Request, organisation: Organisation): Reply {
  if (speaker.outsider) return { kind: 'outsider', organisation, language: speaker.language }
  return kind === 'joined'
    ? welcome(organisation, speaker.language)
    : notice('outdated-card', speaker.language)
}

type MemoryTools = Served & Readonly<{ speaker: Speaker; memory: ConversationMemory; clock: Clock }>

function unstored({ command, language }: Spoken, tools: MemoryTools): Reply {
  const meant = meantWith(command, false)
  return isFromHandbook(meant)
    ? fromHandbook(meant, { ...tools, language })
    : notice('not-stored', language)
}
