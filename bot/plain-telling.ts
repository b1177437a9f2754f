/** Plain telling: answers that changed, and announcements, as text alone. */
import type { Language } from '../knowledge/language.ts'
import type { ReplyOf } from './contract/reply.ts'
import type { AnnouncementLine, AnnouncementView, ChangeView, Piece } from './contract/telling.ts'
import { longDate, noticePhrase } from './contract/texts/phrases.ts'
import {
  announceConfirmTitle,
  announcementName,
  announcementStatus,
  announcePhrases,
  canCancel,
  changedTitle,
  changeName,
  offerPhrases,
  tellingOnPhrases,
  versionsPhrase,
} from './contract/texts/telling-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'

export function tellMeOffer({ language, section }: ReplyOf<'tell-me-offer'>): readonly Part[] {
  const texts = textsFor(language)
  const [offer, ...kept] = offerPhrases(language)
  return [
    wrap(noticePhrase('rated-helpful', language)),
    wrap(`${offer} ${texts.tellMeAbout({ title: line(section.title) })}`),
    wrap(kept.join(' ')),
    numbered([texts.tellMeButton]),
  ]
}

export function tellingOn(reply: ReplyOf<'telling-on'>): readonly Part[] {
  const { language, section } = reply
  const texts = textsFor(language)
  return [
    line(texts.tellingOnTitle),
    section && wrap(texts.tellMeAbout({ title: line(section.title) })),
    wrap(tellingOnPhrases(reply).join(' ')),
    numbered([texts.stopTellingButton]),
  ]
}

export function changedAnswers(reply: ReplyOf<'changed-answers'>): readonly Part[] {
  const { language, changes, more } = reply
  const texts = textsFor(language)
  const shown = changes.map(({ day, change }) => {
    const title = line(change.section.title)
    const asked = texts.changedAsked({ date: longDate(day, language), title })
    const news = change.kind === 'added' ? texts.changedBack : texts.changedAskedText
    return [
      wrap(asked),
      ...(change.kind === 'removed' ? [] : [wrap(news)]),
      ...details(change, language),
    ]
  })
  return [
    line(changedTitle(reply)),
    ...shown.map((lines) => lines.join('\n')),
    morePart(more, language),
    wrap(`${versionsPhrase(reply)} ${texts.changedWhy}`),
    numbered([
      ...changes.flatMap(({ change }) => wholes(change, language)),
      texts.stopTellingButton,
    ]),
  ]
}

/** What the marks on the card show, words say: first this, now that. */
function details(change: ChangeView, language: Language): readonly string[] {
  const texts = textsFor(language)
  if (change.kind === 'removed') return [wrap(texts.changedRemoved)]
  const now = (label: string) => wrap(`${label} ${textOf(change.after)}`)
  if (change.kind === 'added') return [now(texts.changedShort)]
  const { titleBefore, before } = change
  const title =
    titleBefore === undefined ? [] : [wrap(texts.changedTitleBefore({ title: line(titleBefore) }))]
  if (before === undefined) return [...title, wrap(texts.changedRest), now(texts.changedShort)]
  return [...title, wrap(`${texts.changedBefore} ${textOf(before)}`), now(texts.changedAfter)]
}

const textOf = (pieces: readonly Piece[]): string => line(pieces.map(({ text }) => text).join(''))

function wholes({ kind, section }: ChangeView, language: Language): readonly string[] {
  if (kind === 'removed') return []
  return [`${textsFor(language).wholeSection}: ${line(section.title)}`]
}

function morePart(count: number, language: Language): Part {
  return count === 0 ? undefined : wrap(textsFor(language).changedMore({ count }))
}

export function announcement(reply: ReplyOf<'announcement'>): readonly Part[] {
  return announced(reply.announcement, reply.language)
}

function announced(
  { words, changes, more, version }: AnnouncementView,
  language: Language,
): readonly Part[] {
  const texts = textsFor(language)
  const titles = changes.flatMap((change) => wholes(change, language))
  return [
    line(texts.announcementTitle),
    words === '' ? undefined : wrap(`${texts.announcementWords} ${line(words)}`),
    ...changes.map((change) => announcedChange(change, language)),
    morePart(more, language),
    wrap(texts.announcementVersion({ version: String(version) })),
    titles.length === 0 ? undefined : numbered(titles),
  ]
}

function announcedChange(change: ChangeView, language: Language): string {
  const news = change.kind === 'added' ? [wrap(textsFor(language).changedAdded)] : []
  return [wrap(line(change.section.title)), ...news, ...details(change, language)].join('\n')
}

/** What is filled in there is sent in Teams. */
export function announcementForm(reply: ReplyOf<'announcement-form'>): readonly Part[] {
  const { language, announcement, units, date, time } = reply
  const texts = textsFor(language)
  const { version, changes, more } = announcement
  const names = units.map(({ path }) => line(path)).join(', ')
  return [
    wrap(texts.announceTitle({ version: String(version) })),
    wrap(texts.announceFormText),
    changes.map((change) => wrap(line(changeName(change, language)), '- ')).join('\n'),
    morePart(more, language),
    `${texts.announceAudience}\n${numbered([texts.announceToUnit, texts.announceToAll])}`,
    names === '' ? undefined : wrap(`${texts.announceUnit} ${names}`),
    wrap(texts.announceOwnWords),
    `${texts.announceWhen}\n${numbered([texts.announceNow, texts.announceLater])}`,
    wrap(`${texts.announceDate} ${longDate(date, language)}`),
    wrap(`${texts.announceTime} ${time}`),
    wrap(texts.announceHours),
    wrap(texts.announceFormInTeams),
  ]
}

export function announcementConfirm(reply: ReplyOf<'announcement-confirm'>): readonly Part[] {
  const { language, plan, announcement } = reply
  const texts = textsFor(language)
  const yes = plan.people > 0 ? [announceConfirmTitle(plan, language)] : []
  return [
    line(texts.announceConfirmTitle),
    ...announcePhrases(reply).map((phrase) => wrap(line(phrase))),
    wrap(texts.announceExactly),
    ...announced(announcement, language),
    numbered([...yes, texts.announceAgain]),
  ]
}

export function announcements(reply: ReplyOf<'announcements'>): readonly Part[] {
  const { language } = reply
  const texts = textsFor(language)
  const waiting = reply.announcements.filter(canCancel)
  const cancels = waiting.map(({ version }) =>
    texts.announcementOfVersion({ version: String(version) }),
  )
  return [
    line(texts.announcementsTitle),
    ...(reply.announcements.length === 0 ? [texts.announcementsNone] : []),
    ...reply.announcements.map((one) => linePart(one, reply)),
    cancels.length === 0 ? undefined : numbered(cancels),
  ]
}

function linePart(
  announcement: AnnouncementLine,
  { timeZone, language }: ReplyOf<'announcements'>,
): string {
  return [
    wrap(line(announcementName(announcement, language))),
    ...announcementStatus(announcement, timeZone, language).map((phrase) => wrap(phrase)),
  ].join('\n')
}
