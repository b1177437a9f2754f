/** Ask a human: the form in which a question goes to the CISO, filled in as far as it is known. */
import { type Action, MAX_QUESTION } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { linkTo } from './quote.ts'
import type { Tools } from './tools.ts'
import { maskedText } from './typed-text.ts'

export async function askHuman(
  { question, origin, sectionId }: Extract<Action, { verb: 'ask-human' }>,
  { organisation, knowledge, memory, speaker, language, newId }: Tools,
): Promise<Reply> {
  const section = sectionId === undefined ? undefined : knowledge.handbook.byId.get(sectionId)
  const asked = question || memory.recall(speaker) || ''
  return {
    kind: 'human-form',
    formId: newId(),
    question: maskedText(asked).text.slice(0, MAX_QUESTION),
    origin,
    ...(section === undefined ? {} : { section: linkTo(section) }),
    organisation,
    language,
  }
}
