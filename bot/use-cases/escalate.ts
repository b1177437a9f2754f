/** Escalate: a question goes to the CISO, or to the team of its chapter, with or without the asker's name. */
import type { Handbook } from '../../knowledge/handbook.ts'
import { type Masked, withoutMasks } from '../../knowledge/personal-data.ts'
import { type Action, MAX_QUESTION } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import { questionRecipients, type Recipient } from '../recipients.ts'
import type { Escalation } from '../storage/escalations.ts'
import { askerTag, namedAskerTag } from '../tags.ts'
import { addWorkingDays, localDate } from '../working-time.ts'
import { nameOf, ownTags, sealedAddressOf } from './asker.ts'
import { escalationCard } from './escalation-view.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'
import { maskedText } from './typed-text.ts'

type Form = Extract<Action, { verb: 'escalate' }>

const MAX_IN_AN_HOUR = 5
const HOUR_MS = 60 * 60 * 1000
/** Working days until the CISO is reminded. */
const FIRST_REMINDER = 1

/** The form's id is the question's: a second press, also after a crash, is the same question. */
export async function escalate(form: Form, tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const masked = maskedText(form.question)
  const earlier = await stores.escalations.find(organisation.id, form.formId)
  if (earlier !== undefined) return askedBefore(earlier, masked, tools)
  if (masked.text === '') return notice('question-missing', language)
  if (masked.text.length > MAX_QUESTION) return notice('too-long', language)
  if ((await askedLastHour(tools)) >= MAX_IN_AN_HOUR) return notice('too-many-questions', language)

  const topic = chapterOf(form, masked.text, tools)
  const platform = tools.speaker.platform
  const recipients = await questionRecipients(topic, { organisation, stores, platform })
  if (recipients.length === 0) return { kind: 'nobody-to-ask', organisation, language }
  return keep(await newEscalation({ form, question: masked.text, topic }, tools), {
    ...tools,
    masked,
    recipients,
  })
}

/** Somebody else who presses a button of the form asks nothing. */
function askedBefore(earlier: Escalation, masked: Masked, tools: Tools): Reply {
  return ownTags(tools).includes(earlier.askerTag)
    ? confirmation(earlier, { ...tools, masked })
    : notice('outdated-card', tools.language)
}

async function askedLastHour(tools: Tools): Promise<number> {
  const { organisation, stores, now } = tools
  let asked = 0
  for (const tag of ownTags(tools))
    asked += await stores.escalations.countSince(organisation.id, tag, now - HOUR_MS)
  return asked
}

/** Of the section that did not help, else of the one that the question comes nearest to. */
function chapterOf({ sectionId }: Form, question: string, { knowledge }: Tools) {
  const { handbook, find } = knowledge
  const [best] = find(withoutMasks(question)).hits
  const nearest = (sectionId && handbook.byId.get(sectionId)?.id) || best?.item.id
  return nearest === undefined ? undefined : chapterWith(nearest, handbook)
}

const chapterWith = (id: string, { chapters }: Handbook): number | undefined =>
  chapters.find(({ sections }) => sections.some((section) => section.id === id))?.number

type Asked = Readonly<{ form: Form; question: string; topic: number | undefined }>

async function newEscalation({ form, question, topic }: Asked, tools: Tools): Promise<Escalation> {
  const { organisation, stores, secret, speaker, language, now, knowledge } = tools
  const named = form.name === 'with-name'
  const year = localDate(now, organisation.timeZone).slice(0, 4)
  const section = form.sectionId && knowledge.handbook.byId.get(form.sectionId)
  return {
    id: form.formId,
    number: await stores.numbers.next(organisation.id, `V-${year}`),
    question,
    origin: form.origin,
    section: section ? section.id : undefined,
    topic,
    askerName: named ? await nameOf(tools) : undefined,
    askerTag: named ? namedAskerTag(secret, speaker) : askerTag(secret, speaker),
    askerAddress: sealedAddressOf(tools),
    language,
    state: 'open',
    askedAt: now,
    remindAt: addWorkingDays(now, FIRST_REMINDER, organisation),
    reminders: 0,
  }
}

type Keeping = Tools & Readonly<{ masked: Masked; recipients: readonly Recipient[] }>

async function keep(escalation: Escalation, tools: Keeping): Promise<Reply> {
  const { organisation, stores, recipients } = tools
  if (!(await stores.escalations.add(organisation.id, escalation))) {
    const first = await stores.escalations.find(organisation.id, escalation.id)
    if (first === undefined) return notice('outdated-card', tools.language)
    return askedBefore(first, tools.masked, tools)
  }
  for (const recipient of recipients) await tell(recipient, escalation, tools)
  return confirmation(escalation, tools)
}

async function tell({ address, key, language }: Recipient, escalation: Escalation, tools: Tools) {
  const { organisation, stores, newId, now } = tools
  await stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'escalation',
      dedupeKey: `escalation:${escalation.id}:new:${key}`,
      address,
      content: escalationCard(escalation, 'new', { ...tools, language }),
    },
    now,
  )
}

function confirmation(
  { number, question, askerName }: Escalation,
  { masked, organisation, language }: Tools & Readonly<{ masked: Masked }>,
): Reply {
  const withName = askerName !== undefined
  const rest = { masked: masked.found, organisation, language }
  return { kind: 'escalated', number, question, withName, ...rest }
}
