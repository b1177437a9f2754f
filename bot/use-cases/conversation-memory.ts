/** Conversation memory: the last question of each person, for "en op mijn telefoon?"; never stored. */
import type { Language } from '../../knowledge/language.ts'
import type { Clock } from '../contract/ports.ts'
import type { Speaker } from '../contract/request.ts'

export const REMEMBERED_MS = 10 * 60 * 1000
/** Bounds memory: the oldest conversation is forgotten first. */
const MAX_CONVERSATIONS = 10_000
const MAX_CHARACTERS = 500

export type ConversationMemory = Readonly<{
  /** The last question, while it is fresh. */
  recall: (speaker: Speaker) => string | undefined
  /** The language of what they said last: a button has none of its own. */
  languageOf: (speaker: Speaker) => Language
  remember: (speaker: Speaker, question: string, language: Language) => void
  /** The language of something else that they said. */
  hear: (speaker: Speaker, language: Language) => void
  /** In this conversation: the others are forgotten when their time is over. */
  forget: (speaker: Speaker) => void
}>

type Remembered = Readonly<{ question: string; at: number }>

export function createConversationMemory(clock: Clock): ConversationMemory {
  const questions = new Map<string, Remembered>()
  const languages = new Map<string, Language>()
  const isFresh = ({ at }: Remembered) => clock() - at <= REMEMBERED_MS

  /** Nobody's words stay longer than they are of use. */
  function forgetStale(): void {
    for (const [key, remembered] of questions) {
      if (isFresh(remembered)) return
      questions.delete(key)
    }
  }

  return {
    recall: (speaker) => {
      const remembered = questions.get(keyOf(speaker))
      return remembered && isFresh(remembered) ? remembered.question : undefined
    },
    languageOf: (speaker) => languages.get(keyOf(speaker)) ?? speaker.language,
    remember: (speaker, question, language) => {
      forgetStale()
      const key = keyOf(speaker)
      setNewest(questions, key, { question: question.slice(-MAX_CHARACTERS), at: clock() })
      setNewest(languages, key, language)
    },
    hear: (speaker, language) => setNewest(languages, keyOf(speaker), language),
    forget: (speaker) => {
      questions.delete(keyOf(speaker))
      languages.delete(keyOf(speaker))
    },
  }
}

/** Puts the key last, so that the first one is the least recently used. */
function setNewest<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MAX_CONVERSATIONS && oldest !== undefined) map.delete(oldest)
}

const keyOf = ({ organisation, conversation, person }: Speaker): string =>
  JSON.stringify([organisation, conversation, person])
