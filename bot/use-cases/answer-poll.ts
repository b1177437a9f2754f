/**
 * Answer a poll: counters go up, and who took part is known by a keyed hash until the round closes.
 *
 * What was chosen is nowhere else: not in the reply, not in an error, not in what is observed.
 */
import type { Action } from '../contract/action.ts'
import type { Lesson } from '../contract/poll.ts'
import type { Reply } from '../contract/reply.ts'
import type { Question } from '../polls/question.ts'
import { participationTag } from '../rounds/participation-tag.ts'
import type { Round, Taking } from '../storage/rounds.ts'
import { isStorageFailure } from '../storage/storage-error.ts'
import { notice } from './notice.ts'
import { linkTo } from './quote.ts'
import type { Tools } from './tools.ts'

type Answers = Extract<Action, { verb: 'answer-poll' }>
type Chosen = Taking['chosen']

export async function answerPoll(action: Answers, tools: Tools): Promise<Reply> {
  const { stores, organisation, language, now } = tools
  const round = await stores.polls.round(organisation.id, action.roundId)
  if (round?.frozen === undefined) return notice('outdated-card', language)
  if (round.state !== 'open' || now >= round.closesAt) return notice('poll-closed', language)
  const { questions } = round.frozen

  const voter = await voterOf(round, tools)
  if ('refusal' in voter) return notice(voter.refusal, language)
  const chosen = chosenIn(action, questions)
  if (chosen === undefined) return notice('outdated-card', language)
  if (chosen === 'incomplete') return notice('poll-incomplete', language)
  return count({ ...voter, chosen }, { round, questions }, tools)
}

type Voter = Pick<Taking, 'tag' | 'unit'>
type Refusal = Readonly<{
  refusal: 'poll-not-invited' | 'poll-unavailable' | 'poll-answered-before'
}>

/** By the row of the roster as it was when the round opened. */
export async function voterOf(round: Round, tools: Tools): Promise<Voter | Refusal> {
  const { stores, organisation, actor, keys } = tools
  if (actor.person === undefined) return { refusal: 'poll-not-invited' }
  const unit = await stores.participation.unitOf(organisation.id, round.id, actor.person)
  if (unit === undefined) return { refusal: 'poll-not-invited' }
  const key = await keys.open(organisation.id, round.id, stores)
  if (key === undefined) return { refusal: 'poll-unavailable' }

  const where = { organisation: organisation.id, round: round.id }
  const tag = participationTag(key, where, actor.person)
  return (await stores.participation.hasTaken(organisation.id, round.id, tag))
    ? { refusal: 'poll-answered-before' }
    : { tag, unit }
}

/** @returns undefined for an option that the question does not have, such as from another's card */
function chosenIn(
  action: Answers,
  questions: readonly Question[],
): Chosen | 'incomplete' | undefined {
  const inputs = [action.q1, action.q2, action.q3, action.q4, action.q5]
  const pairs = questions.map(({ id }, index) => [id, inputs[index] ?? ''] as const)
  if (pairs.some(([, value]) => value === '')) return 'incomplete'
  const areKnown = questions.every(({ options }, index) =>
    options.some(({ value }) => value === pairs[index]?.[1]),
  )
  return areKnown ? Object.fromEntries(pairs) : undefined
}

type Asked = Readonly<{ round: Round; questions: readonly Question[] }>

async function count(taking: Taking, { round, questions }: Asked, tools: Tools): Promise<Reply> {
  const { language } = tools
  const outcome = await take(taking, round, tools)
  if (outcome === 'closed') return notice('poll-closed', language)
  if (outcome === 'taken-before') return notice('poll-answered-before', language)
  return thanks(taking.chosen, questions, tools)
}

/** What went wrong must not tell what was chosen, so the error is one of our own. */
async function take(taking: Taking, { id }: Round, { stores, organisation, now }: Tools) {
  try {
    return await stores.participation.take(organisation.id, id, taking, now)
  } catch (error) {
    if (isStorageFailure(error)) throw error
    throw new Error('an answer to a poll could not be counted')
  }
}

function thanks(chosen: Chosen, questions: readonly Question[], tools: Tools): Reply {
  const { organisation, language } = tools
  const report = questions.some(({ id, reportOn }) => reportOn.includes(chosen[id] ?? ''))
  const lessons = questions.map((question) => lessonOf(question, tools))
  return { kind: 'poll-thanks', lessons, report, organisation, language }
}

/** The same whatever was answered. */
function lessonOf(question: Question, { knowledge, language }: Tools): Lesson {
  const section = knowledge.handbook.byId.get(question.section)
  const right = question.options.find(({ value }) => question.favourable.includes(value))
  return {
    question: question.text[language],
    ...(question.scale === 'quiz' && right !== undefined ? { right: right.text[language] } : {}),
    ...(section === undefined ? {} : { section: linkTo(section), lead: section.shortAnswer }),
  }
}
