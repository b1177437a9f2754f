/** Act: may this person do it, at this moment? Then the use case of what they ask. */
import type { Capability } from './access.ts'
import { authorize } from './access.ts'
import { actorOf } from './actor.ts'
import type { Clock, Observe } from './contract/ports.ts'
import type { Reply } from './contract/reply.ts'
import {
  answerEscalation,
  answerWithSection,
  closeEscalation,
} from './use-cases/answer-escalation.ts'
import { answerPoll } from './use-cases/answer-poll.ts'
import { askHuman } from './use-cases/ask-human.ts'
import type { Command } from './use-cases/command.ts'
import { countReply } from './use-cases/count-reply.ts'
import { declinePoll, rejoinPolls } from './use-cases/decline-poll.ts'
import { escalate } from './use-cases/escalate.ts'
import { confirmForgetMe, forgetMe } from './use-cases/forget-me.ts'
import { fromHandbook, isFromHandbook, type StoreCommand } from './use-cases/from-handbook.ts'
import { myPoll } from './use-cases/my-poll.ts'
import { myQuestions } from './use-cases/my-questions.ts'
import { notice } from './use-cases/notice.ts'
import { openQuestions } from './use-cases/open-questions.ts'
import { openResults } from './use-cases/open-results.ts'
import {
  confirmPolls,
  confirmStopPolls,
  editPolls,
  planPolls,
  showPolls,
  stopPolls,
} from './use-cases/plan-polls.ts'
import { proposeSection } from './use-cases/propose-section.ts'
import { giveReason, rateAnswer } from './use-cases/rate-answer.ts'
import { recordReply } from './use-cases/record-reply.ts'
import { reportIncident, sendIncident } from './use-cases/report-incident.ts'
import { sendPrivately } from './use-cases/send-privately.ts'
import { setRoute } from './use-cases/set-route.ts'
import { showEscalation } from './use-cases/show-escalation.ts'
import { showGaps } from './use-cases/show-gaps.ts'
import { askResults, showFigures, showResults } from './use-cases/show-results.ts'
import type { Tools } from './use-cases/tools.ts'

const NEEDS: Readonly<Record<Command['verb'], Capability>> = {
  ask: 'ask',
  'show-section': 'ask',
  'show-chapters': 'ask',
  'show-chapter': 'ask',
  'show-help': 'ask',
  'none-of-these': 'ask',
  'rate-answer': 'ask',
  'give-reason': 'ask',
  'ask-human': 'ask-human',
  escalate: 'ask-human',
  'my-questions': 'see-own-questions',
  'open-questions': 'answer-escalation',
  'show-escalation': 'answer-escalation',
  'answer-escalation': 'answer-escalation',
  'answer-with-section': 'answer-escalation',
  'close-escalation': 'answer-escalation',
  'propose-section': 'answer-escalation',
  'show-gaps': 'see-gaps',
  'set-route': 'set-route',
  'report-incident': 'report-incident',
  'send-incident': 'report-incident',
  'answer-poll': 'vote',
  'decline-poll': 'vote',
  'my-poll': 'vote',
  'rejoin-polls': 'vote',
  'show-polls': 'start-poll',
  'edit-polls': 'start-poll',
  'plan-polls': 'start-poll',
  'confirm-polls': 'start-poll',
  'stop-polls': 'start-poll',
  'confirm-stop-polls': 'start-poll',
  // Who may see what depends on the round and the unit: the use cases ask `viewerOf`.
  'ask-results': 'ask',
  'show-results': 'ask',
  'show-figures': 'ask',
  'open-results': 'ask',
  'forget-me': 'forget-self',
  'confirm-forget-me': 'forget-self',
}

/** What others who read along must not see. */
const PRIVATE: ReadonlySet<Command['verb']> = new Set([
  'ask-human',
  'my-questions',
  'open-questions',
  'show-escalation',
  'show-gaps',
  'my-poll',
  'show-polls',
  'edit-polls',
  'plan-polls',
  'confirm-polls',
  'stop-polls',
  'ask-results',
  'show-results',
  'show-figures',
  'open-results',
  'forget-me',
  'confirm-forget-me',
] as const)

type Parts = Omit<Tools, 'actor'> & Readonly<{ clock: Clock; observe: Observe }>

export async function act(command: Command, parts: Parts): Promise<Reply> {
  const { speaker, stores, organisation, language } = parts
  const actor = await actorOf(speaker, stores)
  const target = { organisation: organisation.id }
  if (!authorize(actor, NEEDS[command.verb], target)) return notice('not-allowed', language)

  const reply = await perform(command, { ...parts, actor })
  const isPrivate = speaker.shared && PRIVATE.has(command.verb) && reply.kind !== 'notice'
  return isPrivate ? sendPrivately(reply, { ...parts, actor }) : reply
}

type ActTools = Tools & Parts

async function perform(command: Command, tools: ActTools): Promise<Reply> {
  if (!isFromHandbook(command)) return withStore(command, tools)
  const reply = fromHandbook(command, tools)
  await recordReply(reply, tools)
  await countReply(reply, command.verb, tools)
  return reply
}

type OfVerb<V> = Extract<StoreCommand, { verb: V }>

/** A command without a use case does not compile. */
const USE_CASES: {
  readonly [V in StoreCommand['verb']]: (command: OfVerb<V>, tools: ActTools) => Promise<Reply>
} = {
  'rate-answer': rateAnswer,
  'give-reason': giveReason,
  'ask-human': askHuman,
  escalate,
  'my-questions': (_, tools) => myQuestions(tools),
  'open-questions': (_, tools) => openQuestions(tools),
  'show-escalation': showEscalation,
  'answer-escalation': answerEscalation,
  'answer-with-section': answerWithSection,
  'close-escalation': closeEscalation,
  'propose-section': proposeSection,
  'show-gaps': (_, tools) => showGaps({ ...tools, handbook: tools.knowledge.handbook }),
  'set-route': setRoute,
  'report-incident': reportIncident,
  'send-incident': sendIncident,
  'answer-poll': answerPoll,
  'decline-poll': declinePoll,
  'my-poll': (_, tools) => myPoll(tools),
  'rejoin-polls': (_, tools) => rejoinPolls(tools),
  'show-polls': (_, tools) => showPolls(tools),
  'edit-polls': (_, tools) => editPolls(tools),
  'plan-polls': planPolls,
  'confirm-polls': confirmPolls,
  'stop-polls': (_, tools) => stopPolls(tools),
  'confirm-stop-polls': (_, tools) => confirmStopPolls(tools),
  'ask-results': askResults,
  'show-results': showResults,
  'show-figures': showFigures,
  'open-results': (_, tools) => openResults(tools),
  'forget-me': (_, tools) => forgetMe(tools),
  'confirm-forget-me': (_, tools) => confirmForgetMe(tools),
}

function withStore<V extends StoreCommand['verb']>(
  command: OfVerb<V>,
  tools: ActTools,
): Promise<Reply> {
  return USE_CASES[command.verb as V](command, tools) // the verb of an OfVerb<V> is V
}
