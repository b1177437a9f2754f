/** Card for: the Adaptive Card that shows a reply in Teams. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'
import { answerCard } from './answer.ts'
import { chapterCard } from './chapter.ts'
import { chaptersCard } from './chapters.ts'
import { escalatedCard } from './escalated.ts'
import { escalationCard } from './escalation.ts'
import { escalationHandledCard } from './escalation-handled.ts'
import { failureCard } from './failure.ts'
import { forgetMeCard } from './forget-me.ts'
import { forgottenCard } from './forgotten.ts'
import { gapsCard } from './gaps.ts'
import { helpCard } from './help.ts'
import { humanAnswerCard } from './human-answer.ts'
import { humanFormCard } from './human-form.ts'
import { incidentCard } from './incident.ts'
import { incidentAlertCard } from './incident-alert.ts'
import { incidentFormCard } from './incident-form.ts'
import { incidentReportedCard } from './incident-reported.ts'
import { myQuestionsCard } from './my-questions.ts'
import { noAnswerCard } from './no-answer.ts'
import { nobodyToAskCard } from './nobody-to-ask.ts'
import { noticeCard } from './notice.ts'
import { openQuestionsCard } from './open-questions.ts'
import { pollCard } from './poll.ts'
import { pollConfirmCard } from './poll-confirm.ts'
import { pollDeclinedCard } from './poll-declined.ts'
import { pollFormCard } from './poll-form.ts'
import { pollNewsCard } from './poll-news.ts'
import { pollPlanCard } from './poll-plan.ts'
import { pollResultCard } from './poll-result.ts'
import { pollStopCard } from './poll-stop.ts'
import { pollThanksCard } from './poll-thanks.ts'
import { ratingReasonsCard } from './rating-reasons.ts'
import { reasonNotedCard } from './reason-noted.ts'
import { resultsCard } from './results.ts'
import { resultsChoiceCard } from './results-choice.ts'
import { resultsLinkCard } from './results-link.ts'
import { routeSetCard } from './route-set.ts'
import { sectionCard } from './section.ts'
import { suggestionsCard } from './suggestions.ts'
import { welcomeCard } from './welcome.ts'

/** A kind of reply without a card does not compile. */
const CARDS: { readonly [K in Reply['kind']]: (reply: ReplyOf<K>) => IAdaptiveCard } = {
  welcome: welcomeCard,
  help: helpCard,
  answer: answerCard,
  suggestions: suggestionsCard,
  'no-answer': noAnswerCard,
  incident: incidentCard,
  section: sectionCard,
  chapters: chaptersCard,
  chapter: chapterCard,
  'rating-reasons': ratingReasonsCard,
  'reason-noted': reasonNotedCard,
  'human-form': humanFormCard,
  escalated: escalatedCard,
  'nobody-to-ask': nobodyToAskCard,
  'my-questions': myQuestionsCard,
  escalation: escalationCard,
  'escalation-handled': escalationHandledCard,
  'open-questions': openQuestionsCard,
  'human-answer': humanAnswerCard,
  'incident-form': incidentFormCard,
  'incident-reported': incidentReportedCard,
  'incident-alert': incidentAlertCard,
  gaps: gapsCard,
  poll: pollCard,
  'poll-thanks': pollThanksCard,
  'poll-declined': pollDeclinedCard,
  'poll-plan': pollPlanCard,
  'poll-form': pollFormCard,
  'poll-confirm': pollConfirmCard,
  'poll-stop': pollStopCard,
  'poll-news': pollNewsCard,
  'poll-result': pollResultCard,
  results: resultsCard,
  'results-choice': resultsChoiceCard,
  'results-link': resultsLinkCard,
  'forget-me': forgetMeCard,
  forgotten: forgottenCard,
  'route-set': routeSetCard,
  notice: noticeCard,
  failure: failureCard,
}

export function cardFor<K extends Reply['kind']>(reply: ReplyOf<K>): IAdaptiveCard {
  return CARDS[reply.kind as K](reply) // the kind of a ReplyOf<K> is K
}
