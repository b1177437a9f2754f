/** My poll: the questions of the round that is open, for who lost the card. */
import type { Reply } from '../contract/reply.ts'
import { pollCard } from '../rounds/invite.ts'
import { voterOf } from './answer-poll.ts'
import { notice } from './notice.ts'
import { sendPrivately } from './send-privately.ts'
import type { Tools } from './tools.ts'

export async function myPoll(tools: Tools): Promise<Reply> {
  const { stores, organisation, language, now } = tools
  const round = await stores.polls.openRound(organisation.id)
  if (round === undefined || now >= round.closesAt) return notice('no-open-poll', language)

  const voter = await voterOf(round, tools)
  if ('refusal' in voter) return refuse(notice(voter.refusal, language), tools)
  return { ...pollCard(round, organisation, false), language }
}

/** Who reads along must not see that somebody took part. */
async function refuse(told: Reply, tools: Tools): Promise<Reply> {
  return tools.speaker.shared ? sendPrivately(told, tools) : told
}
