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
import { askHuman } from './use-cases/ask-human.ts'
import type { Command } from './use-cases/command.ts'
import { escalate } from './use-cases/escalate.ts'
import { confirmForgetMe, forgetMe } from './use-cases/forget-me.ts'
import { fromHandbook, isFromHandbook, type StoreCommand } from './use-cases/from-handbook.ts'
import { myQuestions } from './use-cases/my-questions.ts'
import { notice } from './use-cases/notice.ts'
import { openQuestions } from './use-cases/open-questions.ts'
import { proposeSection } from './use-cases/propose-section.ts'
import { giveReason, rateAnswer } from './use-cases/rate-answer.ts'
import { recordReply } from './use-cases/record-reply.ts'
import { reportIncident, sendIncident } from './use-cases/report-incident.ts'
import { sendPrivately } from './use-cases/send-privately.ts'
import { setRoute } from './use-cases/set-route.ts'
import { showEscalation } from './use-cases/show-escalation.ts'
import { showGaps } from './use-cases/show-gaps.ts'
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
  return reply
}

function withStore(command: StoreCommand, tools: ActTools): Promise<Reply> {
  switch (command.verb) {
    case 'rate-answer':
      return rateAnswer(command, tools)
    case 'give-reason':
      return giveReason(command, tools)
    case 'ask-human':
      return askHuman(command, tools)
    case 'escalate':
      return escalate(command, tools)
    case 'my-questions':
      return myQuestions(tools)
    case 'open-questions':
      return openQuestions(tools)
    case 'show-escalation':
      return showEscalation(command, tools)
    case 'answer-escalation':
      return answerEscalation(command, tools)
    case 'answer-with-section':
      return answerWithSection(command, tools)
    case 'close-escalation':
      return closeEscalation(command, tools)
    case 'propose-section':
      return proposeSection(command, tools)
    case 'show-gaps':
      return showGaps({ ...tools, handbook: tools.knowledge.handbook })
    case 'set-route':
      return setRoute(command, tools)
    case 'report-incident':
      return reportIncident(command, tools)
    case 'send-incident':
      return sendIncident(command, tools)
    case 'forget-me':
      return forgetMe(tools)
    case 'confirm-forget-me':
      return confirmForgetMe(tools)
  }
}
