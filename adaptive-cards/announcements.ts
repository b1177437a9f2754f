/** Announcements: what was told to many, how far it is and how it ended, for the CISO. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import type { AnnouncementLine } from '../bot/contract/telling.ts'
import {
  announcementName,
  announcementStatus,
  canCancel,
} from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, clip, type Element, heading, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

const MAX_NAME = 300
/** A card has room for so many buttons. */
const MAX_CANCEL = 5

export function announcementsCard(reply: ReplyOf<'announcements'>): IAdaptiveCard {
  const { language, announcements } = reply
  const texts = textsFor(language)
  return fittedCard(blocksOf(reply), ({ elements, cut }) =>
    card(language, [
      heading(texts.announcementsTitle),
      announcements.length === 0 ? text(texts.announcementsNone) : undefined,
      ...elements,
      cut ? smallPrint(texts.moreHere) : undefined,
    ]),
  )
}

function* blocksOf(reply: ReplyOf<'announcements'>): Generator<Block> {
  let cancels = 0
  for (const announcement of reply.announcements) {
    const isOffered = canCancel(announcement) && cancels < MAX_CANCEL
    if (isOffered) cancels++
    const items = itemsOf(announcement, isOffered, reply)
    yield {
      element: { type: 'Container', separator: true, spacing: 'Medium', items },
      cut: false,
    }
  }
}

function itemsOf(
  announcement: AnnouncementLine,
  withCancel: boolean,
  { timeZone, language }: ReplyOf<'announcements'>,
): Element[] {
  const texts = textsFor(language)
  const { id: announcementId, version } = announcement
  const cancel = button(texts.announcementCancel, { verb: 'cancel-announcement', announcementId })
  const tooltip = texts.announcementOfVersion({ version: String(version) })
  return [
    text(clip(announcementName(announcement, language), MAX_NAME), { weight: 'Bolder' }),
    ...announcementStatus(announcement, timeZone, language).map((phrase) =>
      text(phrase, {}, { spacing: 'Small' }),
    ),
    ...(withCancel ? [buttons({ ...cancel, tooltip })] : []),
  ]
}
