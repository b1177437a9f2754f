/** Act: may this person do it, at this moment? Then the use case of what they ask. */
import type { Capability } from './access.ts'
import { authorize } from './access.ts'
import { whoIs } from './actor.ts'
import type { Clock, Observe } from './contract/ports.ts'
import type { Notice, Reply } from './contract/reply.ts'
import { acknowledge, showToRead } from './use-cases/acknowledge.ts'
import {
  announce,
  cancelAnnouncement,
  confirmAnnouncement,
  planAnnouncement,
  showAnnouncements,
} from './use-cases/announce.ts'
import {
  answerEscalation,
  answerWithSection,
  closeEscalation,
} from './use-cases/answer-escalation.ts'
import { answerPoll } from './use-cases/answer-poll.ts'
import { askAsOf } from './use-cases/as-of.ts'
import { askHuman } from './use-cases/ask-human.ts'
import type { Command } from './use-cases/command.ts'
import { countReply } from './use-cases/count-reply.ts'
import { declinePoll, rejoinPolls } from './use-cases/decline-poll.ts'
import { discardDraft, rebaseDraft, showChange, showDraft, showDrafts } from './use-cases/drafts.ts'
import {
  editSection,
  findSection,
  saveSection,
  takeBaseText,
  writeSection,
} from './use-cases/edit-section.ts'
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
import { askApproval, publishDraft } from './use-cases/publish-draft.ts'
import { giveReason, rateAnswer } from './use-cases/rate-answer.ts'
import { meantWith, receiveDocument, settleDocument } from './use-cases/receive-document.ts'
import { recordReply } from './use-cases/record-reply.ts'
import { reportIncident, sendIncident } from './use-cases/report-incident.ts'
import { confirmReviews, showReviews } from './use-cases/reviews.ts'
import { sendPrivately } from './use-cases/send-privately.ts'
import { setRoute } from './use-cases/set-route.ts'
import { showEscalation } from './use-cases/show-escalation.ts'
import { showGaps } from './use-cases/show-gaps.ts'
import { showReadReceipts } from './use-cases/show-read-receipts.ts'
import { askResults, showFigures, showResults } from './use-cases/show-results.ts'
import {
  confirmRollBack,
  rollBack,
  showDifference,
  showVersions,
} from './use-cases/show-versions.ts'
import { recordAnswered, stopTelling, tellMe } from './use-cases/tell-me.ts'
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
  'show-crisis-sheet': 'ask',
  // Who is in the roster can be counted, and who owns a section may say that it holds: theirs to ask.
  acknowledge: 'ask',
  'show-to-read': 'ask',
  'show-read-receipts': 'ask',
  'confirm-reviews': 'ask',
  'show-reviews': 'draft',
  'tell-me': 'ask',
  'stop-telling': 'ask',
  announce: 'publish',
  'plan-announcement': 'publish',
  'confirm-announcement': 'publish',
  'show-announcements': 'publish',
  'cancel-announcement': 'publish',
  'show-versions': 'draft',
  'show-difference': 'draft',
  'roll-back': 'publish',
  'confirm-roll-back': 'publish',
  'show-drafts': 'draft',
  'show-draft': 'draft',
  'show-change': 'draft',
  'discard-draft': 'draft',
  'find-section': 'draft',
  'ask-as-of': 'see-past',
  'receive-document': 'draft',
  'settle-document': 'draft',
  'edit-section': 'draft',
  'write-section': 'draft',
  'save-section': 'draft',
  'rebase-draft': 'draft',
  'take-base-text': 'draft',
  'publish-draft': 'publish',
  'ask-approval': 'draft',
  'forget-me': 'forget-self',
  'confirm-forget-me': 'forget-self',
}

const REFUSALS: Readonly<Partial<Record<Command['verb'], Notice>>> = {
  'receive-document': 'documents-of-editors',
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
  'show-to-read',
  'show-read-receipts',
  'show-reviews',
  'tell-me',
  'announce',
  'plan-announcement',
  'confirm-announcement',
  'show-announcements',
  'cancel-announcement',
  'show-versions',
  'show-difference',
  'roll-back',
  'show-drafts',
  'show-draft',
  'find-section',
  'ask-as-of',
  'receive-document',
  'edit-section',
  'write-section',
  'forget-me',
  'confirm-forget-me',
] as const)

type Parts = Omit<Tools, 'actor' | 'identity'> & Readonly<{ clock: Clock; observe: Observe }>

export async function act(said: Command, parts: Parts): Promise<Reply> {
  const { speaker, stores, organisation, language } = parts
  const { actor, identity } = await whoIs(speaker, stores)
  const may = (capability: Capability) =>
    authorize(actor, capability, { organisation: organisation.id })
  const command = meantWith(said, may('draft'))
  if (!may(NEEDS[command.verb])) return notice(REFUSALS[command.verb] ?? 'not-allowed', language)

  const reply = await perform(command, { ...parts, actor, identity })
  const isPrivate = speaker.shared && PRIVATE.has(command.verb) && reply.kind !== 'notice'
  return isPrivate ? sendPrivately(reply, { ...parts, actor, identity }) : reply
}

type ActTools = Tools & Parts

async function perform(command: Command, tools: ActTools): Promise<Reply> {
  if (!isFromHandbook(command)) return withStore(command, tools)
  const reply = fromHandbook(command, tools)
  await recordReply(reply, tools)
  await countReply(reply, command.verb, tools)
  await recordAnswered(reply, tools)
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
  acknowledge,
  'show-to-read': (_, tools) => showToRead(tools),
  'show-read-receipts': (_, tools) => showReadReceipts(tools),
  'show-reviews': (_, tools) => showReviews(tools),
  'confirm-reviews': confirmReviews,
  'tell-me': tellMe,
  'stop-telling': (_, tools) => stopTelling(tools),
  announce,
  'plan-announcement': planAnnouncement,
  'confirm-announcement': confirmAnnouncement,
  'show-announcements': (_, tools) => showAnnouncements(tools),
  'cancel-announcement': cancelAnnouncement,
  'show-versions': (_, tools) => showVersions(tools),
  'show-difference': showDifference,
  'roll-back': rollBack,
  'confirm-roll-back': confirmRollBack,
  'show-drafts': (_, tools) => showDrafts(tools),
  'show-draft': showDraft,
  'show-change': showChange,
  'discard-draft': discardDraft,
  'find-section': findSection,
  'ask-as-of': askAsOf,
  'receive-document': receiveDocument,
  'settle-document': settleDocument,
  'edit-section': editSection,
  'write-section': writeSection,
  'save-section': saveSection,
  'rebase-draft': rebaseDraft,
  'take-base-text': takeBaseText,
  'publish-draft': publishDraft,
  'ask-approval': askApproval,
  'forget-me': (_, tools) => forgetMe(tools),
  'confirm-forget-me': (_, tools) => confirmForgetMe(tools),
}

function withStore<V extends StoreCommand['verb']>(
  command: OfVerb<V>,
  tools: ActTools,
): Promise<Reply> {
  return USE_CASES[command.verb as V](command, tools) // the verb of an OfVerb<V> is V
}
