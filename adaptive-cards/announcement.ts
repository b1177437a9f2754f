/** Announcement: what a new version of the handbook changed, to employees. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import type { AnnouncementView } from '../bot/contract/telling.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { announcedBlocks, moreLine, ownWords } from './change-parts.ts'
import { card, type Element, heading, smallPrint } from './elements.ts'
import { type Fitted, fittedCard } from './fit.ts'

export function announcementCard(reply: ReplyOf<'announcement'>): IAdaptiveCard {
  const { announcement, language } = reply
  return fittedCard(announcedBlocks(announcement, language), (shown) => cardWith(reply, shown))
}

function cardWith({ language, announcement }: ReplyOf<'announcement'>, shown: Fitted) {
  return card(language, announcementElements(announcement, shown, language))
}

/** All of it, with as many changes as there is room for. */
export function announcementElements(
  { words, changes, more, version }: AnnouncementView,
  { elements }: Fitted,
  language: Language,
): readonly Element[] {
  const texts = textsFor(language)
  const left = moreLine(more + changes.length - elements.length, language)
  return [
    heading(texts.announcementTitle),
    ...ownWords(words, language),
    ...elements,
    ...(left === undefined ? [] : [left]),
    smallPrint(texts.announcementVersion({ version: String(version) }), { separator: true }),
  ]
}
