/** Bot: one request in, one reply out. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { Action } from './contract/action.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Bot, Clock, Observe } from './contract/ports.ts'
import type { Reply } from './contract/reply.ts'
import type { Request, Speaker } from './contract/request.ts'
import { ask } from './use-cases/ask.ts'
import {
  type ConversationMemory,
  createConversationMemory,
} from './use-cases/conversation-memory.ts'
import { showChapter, showChapters } from './use-cases/show-chapters.ts'
import { showHelp, welcome } from './use-cases/show-help.ts'
import { showSection } from './use-cases/show-section.ts'

/** What the bot knows of one organisation. */
export type Served = Readonly<{ organisation: Organisation; knowledge: KnowledgeBase }>

export type BotParts = Readonly<{
  /** By the organisation's id. */
  served: ReadonlyMap<string, Served>
  observe: Observe
  clock: Clock
}>

type Tools = Served & Readonly<{ memory: ConversationMemory; observe: Observe; clock: Clock }>

export function createBot({ served, observe, clock }: BotParts): Bot {
  const memory = createConversationMemory(clock)

  return async (request) => {
    const started = performance.now()
    const { organisation: id } = request.speaker
    const one = served.get(id)
    if (one === undefined) throw new Error(`organisation "${id}" is not served here`)

    const reply = replyTo(request, { ...one, memory, observe, clock })
    observe({
      kind: 'replied',
      organisation: id,
      reply: reply.kind,
      ...('section' in reply && reply.section ? { section: reply.section.id } : {}),
      tookMs: performance.now() - started,
    })
    return reply
  }
}

function replyTo(request: Request, tools: Tools): Reply {
  const { speaker } = request
  switch (request.kind) {
    case 'message':
      return ask(request.text, speaker, tools)
    case 'action':
      return act(request.action, speaker, tools)
    case 'unknown-action':
      return { kind: 'notice', notice: 'outdated-card', language: speaker.language }
    case 'joined':
      return welcome(tools.organisation, speaker.language)
  }
}

function act(action: Action, speaker: Speaker, tools: Tools): Reply {
  const { organisation, knowledge, memory, clock } = tools
  const language = memory.languageOf(speaker)
  const { handbook } = knowledge
  switch (action.verb) {
    case 'ask':
      return ask(action.question, speaker, tools)
    case 'show-section':
      return showSection(action.sectionId, { handbook, language, clock })
    case 'show-chapters':
      return showChapters(handbook, language)
    case 'show-chapter':
      return showChapter(action.chapter, handbook, language)
    case 'show-help':
      return showHelp(organisation, language)
    case 'none-of-these':
      return { kind: 'no-answer', organisation, masked: [], confidence: 0, language }
    case 'rate-answer':
      return rateAnswer(action, tools, language)
  }
}

/** Counted per section and version, without the person. */
function rateAnswer(
  { sectionId, version, helpful }: Extract<Action, { verb: 'rate-answer' }>,
  { organisation, knowledge, observe }: Tools,
  language: Speaker['language'],
): Reply {
  if (!knowledge.handbook.byId.has(sectionId)) {
    return { kind: 'notice', notice: 'unknown-section', language }
  }
  observe({
    kind: 'answer-rated',
    organisation: organisation.id,
    section: sectionId,
    version,
    helpful,
  })
  return { kind: 'notice', notice: helpful ? 'rated-helpful' : 'rated-unhelpful', language }
}
