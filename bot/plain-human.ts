/** Plain human: questions to a human, reports and what is kept, as text alone. */
import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'
import { Reason } from './contract/action.ts'
import type { EscalationView, HumanAnswer, ReplyOf } from './contract/reply.ts'
import {
  askedPhrase,
  askedPrivacyPhrase,
  deadlinePhrase,
  incidentPhrase,
  myQuestionPhrase,
  occasionPhrase,
  originPhrase,
  reasonPhrases,
  removedPhrases,
  reportLines,
  routePhrase,
} from './contract/texts/human-phrases.ts'
import { momentPhrase } from './contract/texts/moments.ts'
import { deskOf, maskedPhrase } from './contract/texts/phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, sourcePart, wrap } from './plain-layout.ts'
import { richTextToPlain } from './plain-rich-text.ts'

export function ratingReasons({ language, section }: ReplyOf<'rating-reasons'>): readonly Part[] {
  const texts = textsFor(language)
  const phrases = reasonPhrases(language)
  const reasons = Reason.options.map((reason) => phrases[reason])
  return [
    line(texts.reasonsTitle),
    wrap(texts.asOfSection({ title: line(section.title) })),
    numbered(reasons),
    wrap(texts.reasonsPrivacy),
    wrap(texts.reasonsHuman),
    numbered([texts.askCiso], reasons.length + 1),
  ]
}

export function reasonNoted({ language }: ReplyOf<'reason-noted'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    wrap(`${texts.reasonNotedTitle}. ${texts.reasonNotedText}`),
    wrap(texts.reasonsHuman),
    numbered([texts.askCiso]),
  ]
}

export function humanForm(reply: ReplyOf<'human-form'>): readonly Part[] {
  const { language, question, section, organisation } = reply
  const texts = textsFor(language)
  return [
    line(texts.humanFormTitle),
    wrap(question === '' ? texts.humanFormEmpty : texts.humanFormCheck),
    section && wrap(texts.asOfSection({ title: line(section.title) })),
    question === '' ? undefined : quoted(question),
    wrap(`${texts.humanFormName} ${texts.humanFormNameless}`),
    wrap(texts.humanFormAnswer),
    question === '' ? undefined : numbered([texts.sendWithName, texts.sendWithoutName]),
    wrap(`${texts.privacyResidents} ${askedPrivacyPhrase(organisation, language)}`),
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

export function escalated(reply: ReplyOf<'escalated'>): readonly Part[] {
  const { language, number, question, withName, masked } = reply
  const texts = textsFor(language)
  const masks = maskedPhrase(masked, language)
  return [
    `${line(texts.escalatedTitle)}. ${texts.escalatedNumber({ number })}.`,
    quoted(question),
    masks && wrap(masks),
    wrap(
      `${withName ? texts.escalatedWithName : texts.escalatedWithoutName} ${texts.escalatedNext}`,
    ),
    numbered([texts.myQuestions]),
  ]
}

export function outsider({ language, organisation }: ReplyOf<'outsider'>): readonly Part[] {
  const texts = textsFor(language)
  const named = { organisation: organisation.name }
  return [
    texts.outsiderTitle,
    wrap(texts.outsiderText(named)),
    wrap(texts.outsiderIncident({ ...named, ...deskOf(organisation, language) })),
  ]
}

export function nobodyToAsk({ language, organisation }: ReplyOf<'nobody-to-ask'>): readonly Part[] {
  const texts = textsFor(language)
  const { name, email } = organisation.ciso
  return [
    line(texts.nobodyTitle),
    wrap(texts.nobodyText),
    wrap(texts.nobodyMail({ name: line(name), email })),
    wrap(texts.welcomeIncident(deskOf(organisation, language))),
  ]
}

export function myQuestions(reply: ReplyOf<'my-questions'>): readonly Part[] {
  const { language, questions, organisation } = reply
  const texts = textsFor(language)
  if (questions.length === 0) return [line(texts.myQuestions), wrap(texts.myQuestionsNone)]
  return [
    line(texts.myQuestions),
    ...questions.map((question) =>
      [
        myQuestionPhrase(question, organisation, language),
        quoted(question.question),
        ...(question.answer === undefined ? [] : saidByHuman(question.answer, language)),
      ].join('\n'),
    ),
  ]
}

export function escalation(reply: ReplyOf<'escalation'>): readonly Part[] {
  const { language, occasion, sections, proposed } = reply
  const texts = textsFor(language)
  return [
    line(occasionPhrase(occasion, language)),
    ...asked(reply.escalation, reply.timeZone, language),
    proposed ? wrap(texts.escalationProposed) : undefined,
    sections.length === 0
      ? undefined
      : `${texts.escalationSection}\n${numbered(sections.map(({ title }) => line(title)))}`,
    proposed ? numbered([texts.writeSection], sections.length + 1) : undefined,
  ]
}

function asked(view: EscalationView, timeZone: string, language: Language): readonly Part[] {
  return [
    wrap(line(askedPhrase(view, timeZone, language))),
    quoted(view.question),
    wrap(line(originPhrase(view, language))),
  ]
}

export function escalationHandled(reply: ReplyOf<'escalation-handled'>): readonly Part[] {
  const { language, escalation, answer } = reply
  const texts = textsFor(language)
  const titles = {
    text: texts.handledAnswered,
    section: texts.handledSection,
    reason: texts.handledClosed,
  }
  return [
    `${titles[answer.kind]}. ${texts.escalatedNumber({ number: escalation.number })}.`,
    quoted(escalation.question),
    ...saidByHuman(answer, language),
    answer.kind === 'text' ? numbered([texts.writeSection]) : undefined,
  ]
}

export function openQuestions(reply: ReplyOf<'open-questions'>): readonly Part[] {
  const { language, questions, timeZone } = reply
  const texts = textsFor(language)
  if (questions.length === 0) return [line(texts.openQuestionsTitle), wrap(texts.openQuestionsNone)]
  const rows = questions.map(
    (one) => `${line(one.question)}\n${line(askedPhrase(one, timeZone, language))}`,
  )
  return [line(texts.openQuestionsTitle), numbered(rows)]
}

export function humanAnswer(reply: ReplyOf<'human-answer'>): readonly Part[] {
  const { language, number, question, answer } = reply
  const texts = textsFor(language)
  const title = answer.kind === 'reason' ? texts.humanReasonTitle : texts.humanAnswerTitle
  return [
    `${title}. ${texts.escalatedNumber({ number })}.`,
    quoted(question),
    answer.kind === 'reason' ? wrap(texts.humanReasonText) : undefined,
    ...saidByHuman(answer, language, texts.humanSectionText),
    wrap(texts.humanAnswerMore),
    answer.kind === 'section' ? numbered([texts.wholeSection]) : undefined,
  ]
}

function saidByHuman(
  answer: HumanAnswer,
  language: Language,
  fromHandbook = textsFor(language).sectionOf,
): readonly Part[] {
  const texts = textsFor(language)
  switch (answer.kind) {
    case 'text':
      return [`${texts.answerOf}\n${wrap(safeText(answer.text))}`]
    case 'reason':
      return [`${texts.reasonOf}\n${wrap(safeText(answer.reason))}`]
    case 'section':
      return [
        `${fromHandbook}\n${wrap(line(answer.section.title))}`,
        richTextToPlain(answer.lead),
        sourcePart(answer.source, language),
      ]
  }
}

export function incidentForm({
  language,
  organisation,
}: ReplyOf<'incident-form'>): readonly Part[] {
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  const questions = [
    texts.incidentWhat,
    texts.incidentWhen,
    texts.incidentDevices,
    texts.incidentPersonalData,
    texts.incidentCallBack,
  ]
  return [
    line(texts.incidentFormTitle),
    wrap(texts.incidentFormCall({ telephone })),
    questions.map((question) => wrap(question, '- ')).join('\n'),
    `${texts.incidentReport}: ${url}`,
    wrap(texts.incidentNoResidents),
  ]
}

export function incidentReported(reply: ReplyOf<'incident-reported'>): readonly Part[] {
  const { language, number, reportedAt, organisation, masked, delivered } = reply
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk
  const moment = momentPhrase(reportedAt, organisation.timeZone, language)
  const masks = maskedPhrase(masked, language)
  return [
    line(delivered ? texts.reportedTitle : texts.reportedKeptTitle),
    texts.reportedNumber({ number, moment }),
    wrap(delivered ? texts.reportedNext : texts.reportedNobody({ telephone })),
    masks && wrap(masks),
    delivered ? wrap(texts.reportedCall(deskOf(organisation, language))) : undefined,
    wrap(texts.incidentNoBlame),
  ]
}

export function incidentAlert(reply: ReplyOf<'incident-alert'>): readonly Part[] {
  const { language, report, timeZone } = reply
  const lines = reportLines(report, timeZone, language).map(([label, value]) =>
    wrap(`${label} ${safeText(value)}`),
  )
  return [
    `${textsFor(language).alertTitle}: ${report.number}\n${incidentPhrase(report.incident, language)}`,
    lines.join('\n'),
    wrap(deadlinePhrase(report, timeZone, language)),
  ]
}

export function gaps({ language, groups, days }: ReplyOf<'gaps'>): readonly Part[] {
  const texts = textsFor(language)
  const rows = groups.map(({ question, times, people, section }, index) =>
    [
      wrap(line(question)),
      texts.gapTimes({ times, people }),
      ...(section ? [wrap(texts.gapSection({ title: line(section.title) }))] : []),
      numbered([section ? texts.editSection : texts.writeSection], index + 1),
    ].join('\n'),
  )
  return [
    line(texts.gapsTitle),
    wrap(texts.gapsIntro({ days })),
    ...(groups.length === 0 ? [wrap(texts.gapsNone)] : rows),
    wrap(texts.gapsPrivacy),
  ]
}

export function forgetMe({ language }: ReplyOf<'forget-me'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.forgetTitle),
    wrap(`${texts.forgetWhat} ${texts.forgetOpen}`),
    wrap(texts.forgetStays),
    numbered([texts.forgetConfirm]),
    wrap(texts.forgetNot),
  ]
}

export function forgotten({ language, removed }: ReplyOf<'forgotten'>): readonly Part[] {
  const texts = textsFor(language)
  const phrases = removedPhrases(removed, language)
  return [
    line(texts.forgottenTitle),
    phrases.length === 0
      ? wrap(texts.forgottenNothing)
      : phrases.map((phrase) => wrap(phrase, '- ')).join('\n'),
    wrap(texts.forgetStays),
  ]
}

export function routeSet({ language, topic }: ReplyOf<'route-set'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    wrap(routePhrase(topic, language)),
    topic.kind === 'chapter'
      ? wrap(texts.routeChapter({ chapter: topic.number, title: line(topic.title) }))
      : undefined,
    wrap(texts.routeReaders),
  ]
}

/** Somebody's own words, set apart from the bot's. */
function quoted(words: string): string {
  return wrap(safeText(words), '| ')
}
