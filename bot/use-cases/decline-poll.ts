/** Decline a poll: not today, not this round, or never again; nobody sees who does. */
import type { Action } from '../contract/action.ts'
import type { Reply } from '../contract/reply.ts'
import type { Round } from '../storage/rounds.ts'
import { optOutTag } from '../tags.ts'
import { localDate } from '../working-time.ts'
import { voterOf } from './answer-poll.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'

type Declining = Extract<Action, { verb: 'decline-poll' }>

/** Later than any round. */
const END_OF_ROUND = '9999-12-31'

export async function declinePoll(action: Declining, tools: Tools): Promise<Reply> {
  const { stores, organisation, language, now } = tools
  const { how, roundId } = action
  const round = await stores.polls.round(organisation.id, roundId)
  if (round === undefined) return notice('outdated-card', language)
  if (how === 'never') return never(round, tools)
  if (round.state !== 'open' || now >= round.closesAt) return notice('poll-closed', language)

  const voter = await voterOf(round, tools)
  if ('refusal' in voter) return notice(voter.refusal, language)
  const until = how === 'today' ? localDate(now, organisation.timeZone) : END_OF_ROUND
  await stores.participation.leaveAlone(organisation.id, roundId, voter.tag, until)
  return declined(how, round, tools)
}

/** Also with a card of a round that is over. */
async function never(round: Round, tools: Tools): Promise<Reply> {
  const { stores, organisation, actor, secret, language } = tools
  if (actor.person === undefined) return notice('poll-not-invited', language)
  await stores.polls.optOut(organisation.id, optOutTag(secret, organisation.id, actor.person))
  return declined('never', round, tools)
}

function declined(
  how: Declining['how'],
  { closesAt }: Round,
  { organisation: { timeZone }, language }: Tools,
): Reply {
  return { kind: 'poll-declined', how, closesAt, timeZone, language }
}

/** @returns the same also for who never left */
export async function rejoinPolls(tools: Tools): Promise<Reply> {
  const { stores, organisation, actor, secret, language } = tools
  if (actor.person === undefined) return notice('poll-not-invited', language)
  await stores.polls.optIn(organisation.id, optOutTag(secret, organisation.id, actor.person))
  return notice('poll-rejoined', language)
}
