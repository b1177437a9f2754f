/** Card for: the Adaptive Card that shows a reply in Teams. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply, ReplyOf } from '../bot/contract/reply.ts'
import { announcementCard } from './announcement.ts'
import { announcementConfirmCard } from './announcement-confirm.ts'
import { announcementFormCard } from './announcement-form.ts'
import { announcementsCard } from './announcements.ts'
import { answerCard } from './answer.ts'
import { asOfCard } from './as-of.ts'
import { baseChangedCard } from './base-changed.ts'
import { changeCard } from './change.ts'
import { changedAnswersCard } from './changed-answers.ts'
import { chapterCard } from './chapter.ts'
import { chaptersCard } from './chapters.ts'
import { crisisSheetCard } from './crisis-sheet.ts'
import { differenceCard } from './difference.ts'
import { documentDoubtsCard } from './document-doubts.ts'
import { documentReadCard } from './document-read.ts'
import { documentReceivedCard } from './document-received.ts'
import { documentRefusedCard } from './document-refused.ts'
import { draftConflictCard } from './draft-conflict.ts'
import { draftKeptCard } from './draft-kept.ts'
import { draftReviewCard } from './draft-review.ts'
import { draftsCard } from './drafts.ts'
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
import { outsiderCard } from './outsider.ts'
import { pollCard } from './poll.ts'
import { pollConfirmCard } from './poll-confirm.ts'
import { pollDeclinedCard } from './poll-declined.ts'
import { pollFormCard } from './poll-form.ts'
import { pollNewsCard } from './poll-news.ts'
import { pollPlanCard } from './poll-plan.ts'
import { pollResultCard } from './poll-result.ts'
import { pollStopCard } from './poll-stop.ts'
import { pollThanksCard } from './poll-thanks.ts'
import { publishedCard } from './published.ts'
import { ratingReasonsCard } from './rating-reasons.ts'
import { readReceiptsCard } from './read-receipts.ts'
import { reasonNotedCard } from './reason-noted.ts'
import { resultsCard } from './results.ts'
import { resultsChoiceCard } from './results-choice.ts'
import { resultsLinkCard } from './results-link.ts'
import { reviewConfirmedCard } from './review-confirmed.ts'
import { reviewsCard } from './reviews.ts'
import { rollbackConfirmCard } from './rollback-confirm.ts'
import { routeSetCard } from './route-set.ts'
import { sectionCard } from './section.ts'
import { sectionFormCard } from './section-form.ts'
import { suggestionsCard } from './suggestions.ts'
import { tellMeOfferCard } from './tell-me-offer.ts'
import { tellingOnCard } from './telling-on.ts'
import { toReadCard } from './to-read.ts'
import { versionsCard } from './versions.ts'
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
  outsider: outsiderCard,
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
  'tell-me-offer': tellMeOfferCard,
  'telling-on': tellingOnCard,
  'changed-answers': changedAnswersCard,
  announcement: announcementCard,
  'announcement-form': announcementFormCard,
  'announcement-confirm': announcementConfirmCard,
  announcements: announcementsCard,
  'document-received': documentReceivedCard,
  'document-refused': documentRefusedCard,
  'document-doubts': documentDoubtsCard,
  'document-read': documentReadCard,
  versions: versionsCard,
  difference: differenceCard,
  'rollback-confirm': rollbackConfirmCard,
  drafts: draftsCard,
  'section-form': sectionFormCard,
  'draft-kept': draftKeptCard,
  'draft-review': draftReviewCard,
  change: changeCard,
  'draft-conflict': draftConflictCard,
  published: publishedCard,
  'to-read': toReadCard,
  'read-receipts': readReceiptsCard,
  reviews: reviewsCard,
  'review-confirmed': reviewConfirmedCard,
  'crisis-sheet': crisisSheetCard,
  'base-changed': baseChangedCard,
  'as-of': asOfCard,
  'forget-me': forgetMeCard,
  forgotten: forgottenCard,
  'route-set': routeSetCard,
  notice: noticeCard,
  failure: failureCard,
}

export function cardFor<K extends Reply['kind']>(reply: ReplyOf<K>): IAdaptiveCard {
  return CARDS[reply.kind as K](reply) // the kind of a ReplyOf<K> is K
}
