/** Ask: an incident gets first aid, a question gets the handbook's answer, a choice, or an honest no. */
import { tokens } from '../../knowledge/dutch/tokens.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { detectLanguage, type Language } from '../../knowledge/language.ts'
import { choosePassage } from '../../knowledge/passage.ts'
import { type Masked, maskPersonalData, withoutMasks } from '../../knowledge/personal-data.ts'
import { MAX_CHARACTERS } from '../../knowledge/question.ts'
import { safeText } from '../../knowledge/safe-text.ts'
import { triage } from '../../knowledge/triage.ts'
import { MAX_QUESTION } from '../contract/action.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { Clock } from '../contract/ports.ts'
import type { Reply } from '../contract/reply.ts'
import type { Speaker } from '../contract/request.ts'
import { controlWordOf } from './control-word.ts'
import type { ConversationMemory } from './conversation-memory.ts'
import { firstAid } from './first-aid.ts'
import { notice } from './notice.ts'
import { hitOf, sourceOf } from './quote.ts'
import { showChapters } from './show-chapters.ts'
import { showHelp } from './show-help.ts'

const MAX_CHOICES = 3

export type AskTools = Readonly<{
  organisation: Organisation
  knowledge: KnowledgeBase
  memory: ConversationMemory
  clock: Clock
}>

/** Triage comes before everything that could refuse, ask back or break; a bare "help" reports nothing. */
export function ask(text: string, speaker: Speaker, tools: AskTools): Reply {
  const masked = maskPersonalData(safeText(text.slice(0, MAX_CHARACTERS)))
  const language = detectLanguage(masked.text, speaker.language)
  const word = control(text, language, tools)
  if (word !== undefined) return word

  const incident = triage(masked.text)
  if (incident !== undefined) {
    tools.memory.hear(speaker, language)
    return firstAid(incident, { ...tools, language, masked: masked.found })
  }
  if (text.length > MAX_CHARACTERS) return notice('too-long', language)
  if (tokens(text).length === 0) return notice('empty', language)
  return answer(masked, language, { ...tools, speaker })
}

function control(text: string, language: Language, tools: AskTools): Reply | undefined {
  const word = controlWordOf(text)
  switch (word) {
    case undefined:
      return undefined
    case 'chapters':
      return showChapters(tools.knowledge.handbook, language)
    case 'thanks':
      return notice('you-are-welcome', language)
    case 'help':
    case 'greeting':
      return showHelp(tools.organisation, language)
  }
}

function answer(masked: Masked, language: Language, tools: AskTools & { speaker: Speaker }): Reply {
  const { knowledge, memory, speaker, organisation, clock } = tools
  const question = withoutMasks(masked.text)
  const { band, confidence, hits, elsewhere, readAs } = knowledge.find(
    question,
    memory.recall(speaker),
  )
  memory.remember(speaker, readAs, language)

  const about = { question: prefill(masked.text), language, masked: masked.found, confidence }
  const [best] = hits
  if (band === 'none' || best === undefined) {
    return {
      kind: 'no-answer',
      organisation,
      ...(elsewhere === undefined ? {} : { elsewhere }),
      ...about,
    }
  }
  if (band === 'suggest') {
    return {
      kind: 'suggestions',
      sections: hits.slice(0, MAX_CHOICES).map(hitOf),
      organisation,
      ...about,
    }
  }
  const passage = choosePassage(best.item, best.matched())
  return {
    kind: 'answer',
    section: hitOf(best),
    lead: best.item.shortAnswer,
    ...(passage === undefined ? {} : { passage }),
    source: sourceOf(best.item, knowledge.handbook, clock()),
    related: hits.slice(1, 1 + MAX_CHOICES).map(hitOf),
    ...about,
  }
}

/** What a form about this question begins with. */
const prefill = (masked: string): string => safeText(masked.slice(0, MAX_QUESTION)).trim()
