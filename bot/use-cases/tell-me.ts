/** Tell me: somebody wants to hear when an answer that they got changes, or does not any more. */
import type { Action } from '../contract/action.ts'
import type { Reply, SectionLink } from '../contract/reply.ts'
import { editionOf, keyOf, listenerOf, listenerTagsOf } from '../telling/listener.ts'
import { localDate } from '../working-time.ts'
import { notice } from './notice.ts'
import { linkTo } from './quote.ts'
import type { Tools } from './tools.ts'

/** With the section that it is about, else that of the last answer, they are told from here on. */
export async function tellMe(
  { sectionId }: Extract<Action, { verb: 'tell-me' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language } = tools
  if (!organisation.tellChanges) return notice('telling-off', language)
  const listener = listenerOf(tools, language)
  const section = sectionId === undefined ? lastSection(tools) : sectionOf(sectionId, tools)
  await stores.answered.agree(organisation.id, listener, today(tools))
  if (section !== undefined) await record(section, tools)
  return { kind: 'telling-on', ...(section === undefined ? {} : { section }), language }
}

function sectionOf(id: string, { knowledge }: Tools): SectionLink | undefined {
  const section = knowledge.handbook.byId.get(id)
  return section && linkTo(section)
}

/** The question is still in memory; it is asked again, and kept nowhere. */
function lastSection({ memory, speaker, knowledge }: Tools): SectionLink | undefined {
  const question = memory.recall(speaker)
  const found = question === undefined ? undefined : knowledge.find(question)
  const [best] = found?.hits ?? []
  return found?.band === 'answer' && best !== undefined ? linkTo(best.item) : undefined
}

/** Nothing that waits for them is sent either. */
export async function stopTelling(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  for (const tag of listenerTagsOf(tools)) {
    await stores.answered.forget(organisation.id, tag)
    await stores.outbox.withdraw(organisation.id, keyOf(tag))
  }
  return notice('telling-stopped', language)
}

/** Only where a reply reaches one person, and they have not agreed already. */
export async function offerToTell(section: SectionLink, tools: Tools): Promise<Reply> {
  const { organisation, stores, speaker, language } = tools
  const helped = notice('rated-helpful', language)
  if (!organisation.tellChanges || speaker.shared) return helped
  for (const tag of listenerTagsOf(tools))
    if (await stores.answered.hasAgreed(organisation.id, tag)) return helped
  return { kind: 'tell-me-offer', section, language }
}

/** Part of the transaction of the reply. Nothing is kept of who did not agree. */
export async function recordAnswered(reply: Reply, tools: Tools): Promise<void> {
  if (reply.kind !== 'answer' || !tools.organisation.tellChanges) return
  await record(reply.section, { ...tools, language: reply.language })
}

async function record({ id }: Pick<SectionLink, 'id'>, tools: Tools): Promise<void> {
  const { organisation, stores, knowledge, language } = tools
  const listener = listenerOf(tools, language)
  const [tag = listener.tag, ...others] = listenerTagsOf(tools)
  for (const other of others) await stores.answered.join(organisation.id, other, tag)
  const edition = await editionOf(knowledge.handbook, organisation.id, stores.handbooks)
  const answered = { section: id, day: today(tools), ...edition }
  await stores.answered.record(organisation.id, listener, answered)
}

const today = ({ organisation, now }: Tools): string => localDate(now, organisation.timeZone)
