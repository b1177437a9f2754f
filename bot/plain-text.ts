/**
 * Plain text: a reply as text alone, for the terminal, notifications and screen readers.
 *
 * Complete: nothing that a card says is missing, and choices are numbered in the order of the card.
 */

import type { Language } from '../knowledge/language.ts'
import { safeText } from '../knowledge/safe-text.ts'
import type { Organisation } from './contract/organisation.ts'
import type { Elsewhere, Reply, ReplyOf, SectionLink, Source } from './contract/reply.ts'
import { maskedPhrase, noticePhrase, sourcePhrase } from './contract/texts/phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { numbered, wrap } from './plain-layout.ts'
import { richTextToPlain } from './plain-rich-text.ts'

type Part = string | undefined

export function plainText(reply: Reply): string {
  return partsOf(reply)
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
}

function partsOf(reply: Reply): readonly Part[] {
  switch (reply.kind) {
    case 'welcome':
      return welcome(reply)
    case 'help':
      return help(reply)
    case 'answer':
      return answer(reply)
    case 'suggestions':
      return suggestions(reply)
    case 'no-answer':
      return noAnswer(reply)
    case 'incident':
      return incident(reply)
    case 'section':
      return section(reply)
    case 'chapters':
      return chapters(reply)
    case 'chapter':
      return chapter(reply)
    case 'notice':
      return [wrap(noticePhrase(reply.notice, reply.language))]
    case 'failure':
      return failure(reply)
  }
}

function welcome({ language, organisation, examples }: ReplyOf<'welcome'>): readonly Part[] {
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk
  return [
    line(texts.welcomeTitle),
    wrap(texts.welcomeIntro({ organisation: safeText(organisation.name) })),
    wrap(texts.welcomeIncident({ telephone })),
    list(texts.welcomeExamples, examples),
    wrap(texts.welcomePrivacy),
  ]
}

function help({ language, organisation }: ReplyOf<'help'>): readonly Part[] {
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk
  const facts = [texts.helpAsk, texts.helpFollowUp, texts.helpSource, texts.helpUnknown]
  return [
    line(texts.helpTitle),
    facts.map((fact) => wrap(fact, '- ')).join('\n'),
    wrap(`${texts.welcomeIncident({ telephone })} ${texts.helpIncident}`),
    wrap(texts.noAnswerHuman(contactOf(organisation))),
    wrap(texts.welcomePrivacy),
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
    wrap(texts.welcomeIncident(organisation.incidentDesk)),
  ]
}

function noAnswer(reply: ReplyOf<'no-answer'>): readonly Part[] {
  const { language, organisation, masked, elsewhere } = reply
  const texts = textsFor(language)
  return [
    ...(elsewhere === undefined ? unknown(reply) : notOurs(elsewhere, language)),
    maskedPart(masked, language),
    wrap(texts.welcomeIncident(organisation.incidentDesk)),
  ]
}

function unknown({ language, organisation }: ReplyOf<'no-answer'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.noAnswerTitle),
    wrap(texts.noAnswerText),
    wrap(texts.noAnswerHuman(contactOf(organisation))),
    wrap(texts.noAnswerRephrase),
  ]
}

function notOurs({ topic, ask }: Elsewhere, language: Language): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.elsewhereTitle),
    wrap(texts.elsewhereText({ topic: safeText(topic) })),
    wrap(texts.elsewhereAsk({ ask: safeText(ask) })),
    wrap(texts.elsewhereWrong),
  ]
}

function incident(reply: ReplyOf<'incident'>): readonly Part[] {
  const { language, steps, section, organisation, masked } = reply
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  return [
    `${texts.incidentTitle}. ${texts.incidentCall({ telephone })}.\n${texts.incidentCallNote}`,
    wrap(texts.incidentNotReported),
    list(texts.incidentSteps, steps),
    `${texts.incidentReport}: ${url}`,
    section && numbered([`${texts.incidentMore}: ${line(section.title)}`], steps.length + 1),
    maskedPart(masked, language),
    wrap(texts.incidentNoBlame),
  ]
}

function section({ language, section, content, source, related }: ReplyOf<'section'>) {
  return [
    wrap(line(section.title)),
    richTextToPlain(content),
    sourcePart(source, language),
    titles(textsFor(language).related, related),
  ]
}

function chapters({ language, chapters }: ReplyOf<'chapters'>): readonly Part[] {
  const texts = textsFor(language)
  const rows = chapters.map(({ number, title, sections }) =>
    wrap(`${safeText(title)} (${texts.sectionCount({ count: sections })})`, `${number}. `),
  )
  return [line(texts.chaptersTitle), rows.join('\n')]
}

function chapter({ chapter, sections }: ReplyOf<'chapter'>): readonly Part[] {
  return [titles(`${chapter.number}. ${line(chapter.title)}`, sections)]
}

function failure({ language, reference, organisation }: ReplyOf<'failure'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.failureTitle),
    wrap(texts.failureText({ reference })),
    wrap(texts.failureIncident(organisation.incidentDesk)),
  ]
}

function sourcePart(source: Source, language: Reply['language']): string {
  const overdue = source.reviewOverdue ? `\n${wrap(textsFor(language).sourceOverdue)}` : ''
  return wrap(safeText(sourcePhrase(source, language))) + overdue
}

function maskedPart(masked: Parameters<typeof maskedPhrase>[0], language: Reply['language']): Part {
  const phrase = maskedPhrase(masked, language)
  return phrase && wrap(phrase)
}

function contactOf({ ciso }: Organisation) {
  return { name: line(ciso.name), email: ciso.email }
}

function titles(heading: string, sections: readonly SectionLink[]): Part {
  return list(
    heading,
    sections.map(({ title }) => title),
  )
}

function list(heading: string, items: readonly string[], { from } = { from: 1 }): Part {
  return items.length === 0 ? undefined : `${heading}\n${numbered(items.map(line), from)}`
}

function line(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim()
}
