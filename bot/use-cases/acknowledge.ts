/** Acknowledge: somebody read a section and understood it, or sees what they still have to read. */
import type { Section } from '../../knowledge/handbook.ts'
import { sectionWords } from '../../knowledge/section-words.ts'
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { acknowledgerTag } from '../tags.ts'
import { localDate } from '../working-time.ts'
import { notice } from './notice.ts'
import { linkTo } from './quote.ts'
import type { Tools } from './tools.ts'

/** Counts once for each person and each text. */
export async function acknowledge(
  { sectionId, words }: Extract<Action, { verb: 'acknowledge' }>,
  tools: Tools,
): Promise<Reply> {
  const { knowledge, actor, language } = tools
  const section = knowledge.handbook.byId.get(sectionId)
  if (section?.acknowledge !== true) return notice('acknowledge-not-asked', language)
  if (words !== sectionWords(section)) return notice('acknowledge-changed', language)
  if (actor.person === undefined) return notice('acknowledge-unknown', language)
  const isNew = await keep(section, actor.person, tools)
  return notice(isNew ? 'acknowledged' : 'acknowledged-before', language)
}

/** The name only where the organisation says so. */
async function keep(
  section: Section,
  person: string,
  { organisation, stores, secret, now }: Tools,
): Promise<boolean> {
  const { acknowledgements } = stores
  const text = { section: section.id, words: sectionWords(section) }
  const tag = acknowledgerTag(secret, organisation.id, person)
  const day = localDate(now, organisation.timeZone)
  const isNew = await acknowledgements.confirm(organisation.id, text, { tag, day })
  if (!organisation.acknowledgements.named) return isNew
  const unit = (await stores.people.byId(organisation.id, person))?.unit ?? ''
  const isProved = await acknowledgements.prove(organisation.id, { ...text, person, unit, day })
  return isNew || isProved
}

export async function showToRead(tools: Tools): Promise<Reply> {
  const { knowledge, actor, language } = tools
  if (actor.person === undefined) return notice('acknowledge-unknown', language)
  const done = new Set((await confirmedBy(actor.person, tools)).map(keyOf))
  const sections = knowledge.handbook.sections
    .filter(({ acknowledge }) => acknowledge)
    .filter((section) => !done.has(keyOf({ section: section.id, words: sectionWords(section) })))
    .map(linkTo)
  if (sections.length === 0) return notice('nothing-to-read', language)
  return { kind: 'to-read', sections, language }
}

/** Where names are kept, what was confirmed before that is to be confirmed by name. */
function confirmedBy(person: string, { organisation, stores, secret }: Tools) {
  const { acknowledgements } = stores
  return organisation.acknowledgements.named
    ? acknowledgements.ofPerson(organisation.id, person)
    : acknowledgements.ofTag(organisation.id, acknowledgerTag(secret, organisation.id, person))
}

const keyOf = ({ section, words }: Readonly<{ section: string; words: string }>): string =>
  `${section} ${words}`
