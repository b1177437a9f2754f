/** Terminal: the same bot on stdin and stdout, with numbered choices for buttons. */
import { createInterface } from 'node:readline/promises'
import { type Action, Reason } from '../../contract/action.ts'
import { DECLINED, type PollPlanView } from '../../contract/poll.ts'
import type { Reply, ReplyOf, SectionLink } from '../../contract/reply.ts'
import type { Request, Speaker } from '../../contract/request.ts'
import type { UnitName } from '../../contract/results.ts'
import { MAX_UNITS } from '../../contract/texts/results-phrases.ts'
import { plainText } from '../../plain-text.ts'
import type { Talk } from '../../talk.ts'
import { acknowledgeChoice } from './care-choices.ts'
import { publishingChoicesOf } from './publishing-choices.ts'

export type Terminal = Readonly<{
  input: NodeJS.ReadableStream
  output: NodeJS.WritableStream
  speaker: Speaker
}>

/** Chats until the input ends or somebody types "stop". */
export async function chat(talk: Talk, { input, output, speaker }: Terminal): Promise<void> {
  const lines = createInterface({ input, output, prompt: '\n> ' })
  const typed = lines[Symbol.asyncIterator]() // before anything is awaited, or lines would be lost
  let ended = false
  lines.once('close', () => {
    ended = true
  })
  const say = (reply: Reply) => output.write(`\n${plainText(reply)}\n`)
  let choices: Choices = []

  const turn = async (request: Request) => {
    const reply = await talk(request)
    choices = choicesOf(reply)
    say(reply)
  }
  const prompt = () => (ended ? undefined : lines.prompt())

  await turn({ kind: 'joined', speaker })
  prompt()
  for await (const line of typed) {
    const text = line.trim()
    if (text === 'stop') break
    if (text !== '') await turn(readLine(text, choices, speaker))
    prompt()
  }
  lines.close()
}

/** By number, from 1 on; a number that stands for nothing, such as that of a step, is undefined. */
export type Choices = readonly (Action | undefined)[]

/** A number that the last reply offered is a choice, anything else is a message. */
export function readLine(text: string, choices: Choices, speaker: Speaker): Request {
  const action = choices[Number(text) - 1]
  return action === undefined
    ? { kind: 'message', text, speaker }
    : { kind: 'action', action, speaker }
}

/** What the numbers after a reply stand for, in the order in which plainText numbers them. */
export function choicesOf(reply: Reply): Choices {
  switch (reply.kind) {
    case 'suggestions':
      return [
        ...reply.sections.map(({ id }) => show(id)),
        { verb: 'none-of-these', question: reply.question },
      ]
    case 'answer':
      return [show(reply.section.id), ...reply.related.map(({ id }) => show(id))]
    case 'section':
      return [...reply.related.map(({ id }) => show(id)), ...acknowledgeChoice(reply)]
    case 'chapters':
      return reply.chapters.map(({ number }) => ({ verb: 'show-chapter', chapter: number }))
    case 'chapter':
      return reply.sections.map(({ id }) => show(id))
    case 'incident':
      return reply.section === undefined
        ? []
        : [...reply.steps.map(() => undefined), show(reply.section.id)]
    case 'welcome':
      return reply.examples.map((question) => ({ verb: 'ask', question }))
    case 'no-answer':
      return [askHuman({ question: reply.question, origin: 'no-answer' })]
    default:
      return humanChoicesOf(reply)
  }
}

const show = (sectionId: string): Action => ({ verb: 'show-section', sectionId })
const showBelow = (sectionId: string): Action => ({ verb: 'show-section', sectionId, below: true })

/** A form with nothing to fill in is sent as it is: the terminal has no other fields. */
function humanChoicesOf(reply: Reply): Choices {
  switch (reply.kind) {
    case 'rating-reasons': {
      const { section, version, question } = reply
      const about = { sectionId: section.id, version, question }
      return [
        ...Reason.options.map((reason) => ({ verb: 'give-reason', reason, ...about }) as const),
        askHuman({ question, origin: 'unhelpful', sectionId: section.id }),
      ]
    }
    case 'reason-noted':
      return [
        askHuman({ question: reply.question, origin: 'unhelpful', sectionId: reply.section.id }),
      ]
    case 'human-form':
      return reply.question === ''
        ? []
        : [escalate(reply, 'with-name'), escalate(reply, 'without-name')]
    case 'escalated':
      return [{ verb: 'my-questions' }]
    case 'escalation':
      return [...withSections(reply), ...written(reply)]
    case 'open-questions':
      return reply.questions.map(({ id }) => ({ verb: 'show-escalation', escalationId: id }))
    case 'human-answer':
      return reply.answer.kind === 'section' ? [show(reply.answer.section.id)] : []
    case 'forget-me':
      return [{ verb: 'confirm-forget-me' }]
    default:
      return pollChoicesOf(reply)
  }
}

const withSections = ({ sections, escalation }: ReplyOf<'escalation'>): Choices =>
  sections.map(({ id }) => ({
    ...{ verb: 'answer-with-section', escalationId: escalation.id, sectionId: id },
  }))

const written = ({ proposed, escalation }: ReplyOf<'escalation'>): Choices =>
  proposed ? [{ verb: 'write-section', question: '', escalationId: escalation.id }] : []

/** The questions of a poll are answered on a card: here they can only be declined. */
function pollChoicesOf(reply: Reply): Choices {
  switch (reply.kind) {
    case 'poll':
      return DECLINED.map((how) => ({ verb: 'decline-poll', roundId: reply.poll.round, how }))
    case 'poll-thanks':
      return [
        ...(reply.report ? [{ verb: 'report-incident', incident: 'general' } as const] : []),
        ...sectionsOf(reply.lessons),
      ]
    case 'poll-declined':
      return [{ verb: reply.how === 'never' ? 'rejoin-polls' : 'my-poll' }]
    case 'poll-plan':
      return reply.plan === undefined
        ? [{ verb: 'edit-polls' }]
        : [{ verb: 'edit-polls' }, { verb: 'stop-polls' }]
    case 'poll-confirm':
      return [...confirmation(reply.plan), { verb: 'edit-polls' }]
    case 'poll-stop':
      return [{ verb: 'confirm-stop-polls' }]
    case 'poll-news':
      return [{ verb: 'show-polls' }]
    case 'poll-result':
      return sectionsOf(reply.result.questions)
    default:
      return resultChoicesOf(reply)
  }
}

function resultChoicesOf(reply: Reply): Choices {
  switch (reply.kind) {
    case 'results':
      return [...sectionOf(reply), ...pagesOf(reply), ...unitsOf(reply)]
    case 'results-choice':
      return unitChoices(reply.units, reply.round)
    case 'results-link':
      return [{ verb: 'show-results' }]
    default:
      return publishingChoicesOf(reply)
  }
}

type Results = Extract<Reply, { kind: 'results' }>

const sectionOf = ({ view: { suggestion } }: Results): Choices =>
  suggestion === undefined ? [] : [showBelow(suggestion.section.id)]

const pagesOf = ({ view, page }: Results): Choices => [
  { verb: 'show-figures', roundId: view.round, unit: view.unit.path },
  ...(page ? [{ verb: 'open-results' } as const] : []),
]

const unitsOf = ({ view: { others, round } }: Results): Choices => unitChoices(others, round)

const unitChoices = (units: readonly UnitName[], round: string): Choices =>
  units.slice(0, MAX_UNITS).map(({ path }) => ({ verb: 'show-results', round, unit: path }))

function sectionsOf(about: readonly Readonly<{ section?: SectionLink | undefined }>[]): Choices {
  return about.flatMap(({ section }) => (section === undefined ? [] : [showBelow(section.id)]))
}

function confirmation({ recurrence, openDays, people }: PollPlanView): Choices {
  return people === 0 ? [] : [{ verb: 'confirm-polls', recurrence, openDays, people }]
}

function askHuman(about: Omit<Extract<Action, { verb: 'ask-human' }>, 'verb'>): Action {
  return { verb: 'ask-human', ...about }
}

function escalate(
  { formId, question, origin, section }: Extract<Reply, { kind: 'human-form' }>,
  name: 'with-name' | 'without-name',
): Action {
  const about = section === undefined ? {} : { sectionId: section.id }
  return { verb: 'escalate', formId, question, name, origin, ...about }
}
