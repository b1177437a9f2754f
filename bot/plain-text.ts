/**
 * Plain text: a reply as text alone, for the terminal, notifications and screen readers.
 *
 * Complete: nothing that a card says is missing, and choices are numbered in the order of the card.
 */

import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'
import type { Elsewhere, Reply, ReplyOf } from './contract/reply.ts'
import { privacyPhrases, shortPrivacyPhrase } from './contract/texts/human-phrases.ts'
import { deskHoursPhrase, deskOf, maskedPhrase, noticePhrase } from './contract/texts/phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { crisisSheet, readReceipts, reviewConfirmed, reviews, toRead } from './plain-care.ts'
import {
  documentDoubts,
  documentRead,
  documentReceived,
  documentRefused,
} from './plain-documents.ts'
import { chapter, chapters, list, section } from './plain-handbook.ts'
import {
  escalated,
  escalation,
  escalationHandled,
  forgetMe,
  forgotten,
  gaps,
  humanAnswer,
  humanForm,
  incidentAlert,
  incidentForm,
  incidentReported,
  myQuestions,
  nobodyToAsk,
  openQuestions,
  outsider,
  ratingReasons,
  reasonNoted,
  routeSet,
} from './plain-human.ts'
import { asOf, baseChanged } from './plain-layers.ts'
import { line, numbered, type Part, sourcePart, wrap } from './plain-layout.ts'
import {
  poll,
  pollConfirm,
  pollDeclined,
  pollForm,
  pollNews,
  pollPlan,
  pollResult,
  pollStop,
  pollThanks,
} from './plain-polls.ts'
import {
  change,
  difference,
  draftConflict,
  draftKept,
  draftReview,
  drafts,
  published,
  rollbackConfirm,
  sectionForm,
  versions,
} from './plain-publishing.ts'
import { results, resultsChoice, resultsLink } from './plain-results.ts'
import { richTextToPlain } from './plain-rich-text.ts'
import {
  announcement,
  announcementConfirm,
  announcementForm,
  announcements,
  changedAnswers,
  tellingOn,
  tellMeOffer,
} from './plain-telling.ts'

export function plainText<K extends Reply['kind']>(reply: ReplyOf<K>): string {
  return PARTS[reply.kind as K](reply) // the kind of a ReplyOf<K> is K
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
}

/** A kind of reply without text does not compile. */
const PARTS: { readonly [K in Reply['kind']]: (reply: ReplyOf<K>) => readonly Part[] } = {
  welcome,
  help,
  answer,
  suggestions,
  'no-answer': noAnswer,
  incident,
  section,
  chapters,
  chapter,
  'rating-reasons': ratingReasons,
  'reason-noted': reasonNoted,
  'human-form': humanForm,
  escalated,
  'nobody-to-ask': nobodyToAsk,
  outsider,
  'my-questions': myQuestions,
  escalation,
  'escalation-handled': escalationHandled,
  'open-questions': openQuestions,
  'human-answer': humanAnswer,
  'incident-form': incidentForm,
  'incident-reported': incidentReported,
  'incident-alert': incidentAlert,
  gaps,
  poll,
  'poll-thanks': pollThanks,
  'poll-declined': pollDeclined,
  'poll-plan': pollPlan,
  'poll-form': pollForm,
  'poll-confirm': pollConfirm,
  'poll-stop': pollStop,
  'poll-news': pollNews,
  'poll-result': pollResult,
  results,
  'results-choice': resultsChoice,
  'results-link': resultsLink,
  'tell-me-offer': tellMeOffer,
  'telling-on': tellingOn,
  'changed-answers': changedAnswers,
  announcement,
  'announcement-form': announcementForm,
  'announcement-confirm': announcementConfirm,
  announcements,
  'document-received': documentReceived,
  'document-refused': documentRefused,
  'document-doubts': documentDoubts,
  'document-read': documentRead,
  versions,
  difference,
  'rollback-confirm': rollbackConfirm,
  drafts,
  'section-form': sectionForm,
  'draft-kept': draftKept,
  'draft-review': draftReview,
  change,
  'draft-conflict': draftConflict,
  published,
  'to-read': toRead,
  'read-receipts': readReceipts,
  reviews,
  'review-confirmed': reviewConfirmed,
  'crisis-sheet': crisisSheet,
  'base-changed': baseChanged,
  'as-of': asOf,
  'forget-me': forgetMe,
  forgotten,
  'route-set': routeSet,
  notice: ({ notice, language }) => [wrap(noticePhrase(notice, language))],
  failure,
}

function welcome({ language, organisation, examples }: ReplyOf<'welcome'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.welcomeTitle),
    wrap(texts.welcomeIntro({ organisation: safeText(organisation.name) })),
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
    list(texts.welcomeExamples, examples),
    wrap(texts.welcomeHuman),
    wrap(shortPrivacyPhrase(organisation, language)),
  ]
}

function help({ language, organisation }: ReplyOf<'help'>): readonly Part[] {
  const texts = textsFor(language)
  const { helpAsk, helpFollowUp, helpSource, helpUnknown, helpMine, helpPolls } = texts
  const facts = [helpAsk, helpFollowUp, helpSource, helpUnknown, helpMine, helpPolls]
  const kept = [
    ...privacyPhrases(organisation, language),
    texts.privacyPolls,
    texts.privacyResidents,
  ]
  return [
    line(texts.helpTitle),
    bullets(facts),
    wrap(`${texts.welcomeIncident(deskOf(organisation, language))} ${texts.helpIncident}`),
    `${line(texts.helpPrivacy)}\n${bullets(kept)}`,
  ]
}

function answer(reply: ReplyOf<'answer'>): readonly Part[] {
  const { language, section, lead, passage, source, related, masked } = reply
  const texts = textsFor(language)
  return [
    wrap(line(section.title)),
    richTextToPlain(lead),
    passage && richTextToPlain(passage),
    maskedPart(masked, language),
    sourcePart(source, language),
    numbered([texts.wholeSection]),
    list(
      texts.notWhatYouMeant,
      related.map(({ title }) => title),
      { from: 2 },
    ),
  ]
}

function suggestions(reply: ReplyOf<'suggestions'>): readonly Part[] {
  const { language, sections, organisation, masked } = reply
  const texts = textsFor(language)
  return [
    list(texts.suggestionsTitle, [...sections.map(({ title }) => title), texts.noneOfThese]),
    maskedPart(masked, language),
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

function noAnswer(reply: ReplyOf<'no-answer'>): readonly Part[] {
  const { language, organisation, masked, elsewhere } = reply
  const texts = textsFor(language)
  return [
    ...(elsewhere === undefined ? unknown(reply) : notOurs(elsewhere, language)),
    maskedPart(masked, language),
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

function unknown({ language, organisation }: ReplyOf<'no-answer'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.noAnswerTitle),
    wrap(texts.noAnswerText),
    wrap(texts.noAnswerHuman({ name: line(organisation.ciso.name) })),
    wrap(texts.noAnswerRephrase),
    numbered([texts.askCiso]),
  ]
}

function notOurs({ topic, ask }: Elsewhere, language: Language): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.elsewhereTitle),
    wrap(texts.elsewhereText({ topic: safeText(topic) })),
    wrap(texts.elsewhereAsk({ ask: safeText(ask) })),
    wrap(`${texts.elsewhereWrong} ${texts.elsewhereHuman}`),
    numbered([texts.askCiso]),
  ]
}

function incident(reply: ReplyOf<'incident'>): readonly Part[] {
  const { language, steps, section, organisation, masked } = reply
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  return [
    `${texts.incidentTitle}. ${texts.incidentCall({ telephone })}.\n${deskHoursPhrase(organisation, language)}`,
    wrap(texts.incidentNotReported),
    list(texts.incidentSteps, steps),
    `${texts.incidentReport}: ${url}`,
    section && numbered([`${texts.incidentMore}: ${line(section.title)}`], steps.length + 1),
    maskedPart(masked, language),
    wrap(texts.incidentNoBlame),
  ]
}

function failure({ language, reference, organisation }: ReplyOf<'failure'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.failureTitle),
    wrap(texts.failureText({ reference })),
    wrap(texts.failureIncident(organisation.incidentDesk)),
  ]
}

function maskedPart(masked: Parameters<typeof maskedPhrase>[0], language: Reply['language']): Part {
  const phrase = maskedPhrase(masked, language)
  return phrase && wrap(phrase)
}

function bullets(items: readonly string[]): string {
  return items.map((item) => wrap(item, '- ')).join('\n')
}
