/** From the handbook: all that can be said without the store, so also while it is down. */
import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../contract/reply.ts'
import type { Speaker } from '../contract/request.ts'
import { type AskTools, ask } from './ask.ts'
import type { Command } from './command.ts'
import { showChapter, showChapters } from './show-chapters.ts'
import { showCrisisSheet } from './show-crisis-sheet.ts'
import { showHelp } from './show-help.ts'
import { showSection } from './show-section.ts'

const VERBS = [
  'ask',
  'show-section',
  'show-chapters',
  'show-chapter',
  'show-help',
  'none-of-these',
  'show-crisis-sheet',
] as const
const verbs: ReadonlySet<string> = new Set(VERBS)

export type HandbookCommand = Extract<Command, { verb: (typeof VERBS)[number] }>
export type StoreCommand = Exclude<Command, HandbookCommand>

export const isFromHandbook = (command: Command): command is HandbookCommand =>
  verbs.has(command.verb)

export type HandbookTools = AskTools & Readonly<{ speaker: Speaker; language: Language }>

export function fromHandbook(command: HandbookCommand, tools: HandbookTools): Reply {
  const { organisation, knowledge, speaker, language, clock } = tools
  const { handbook } = knowledge
  switch (command.verb) {
    case 'ask':
      return ask(command.question, speaker, tools)
    case 'show-section':
      return showSection(command.sectionId, { handbook, organisation, language, clock })
    case 'show-chapters':
      return showChapters(handbook, language)
    case 'show-chapter':
      return showChapter(command.chapter, handbook, language)
    case 'show-help':
      return showHelp(organisation, language)
    case 'show-crisis-sheet':
      return showCrisisSheet(handbook, organisation, language)
    case 'none-of-these':
      return noneOfThese(command.question, tools)
  }
}

/** An older card does not tell the question; then the last one is meant. */
function noneOfThese(asked: string | undefined, tools: HandbookTools): Reply {
  const { organisation, memory, speaker, language } = tools
  const question = asked ?? memory.recall(speaker) ?? ''
  return { kind: 'no-answer', question, organisation, masked: [], confidence: 0, language }
}
