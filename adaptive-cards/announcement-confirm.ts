/** Announcement confirm: how many people get exactly what, before anything is sent. */
import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import type { AnnouncementPlan, AnnouncementView } from '../bot/contract/telling.ts'
import { announceConfirmTitle, announcePhrases } from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { announcementElements } from './announcement.ts'
import { announcedBlocks } from './change-parts.ts'
import { button, buttons, card, heading, text } from './elements.ts'
import { type Fitted, fittedCard } from './fit.ts'

export function announcementConfirmCard(reply: ReplyOf<'announcement-confirm'>): IAdaptiveCard {
  const { announcement, language } = reply
  return fittedCard(announcedBlocks(announcement, language), (shown) => cardWith(reply, shown))
}

function cardWith(reply: ReplyOf<'announcement-confirm'>, shown: Fitted): IAdaptiveCard {
  const { language, plan, announcement } = reply
  const texts = textsFor(language)
  const [first = '', ...others] = announcePhrases(reply)
  const confirm = button(announceConfirmTitle(plan, language), confirmation(plan, announcement))
  const again = button(texts.announceAgain, { verb: 'announce', version: announcement.version })

  return card(language, [
    heading(texts.announceConfirmTitle),
    text(first, { weight: 'Bolder' }),
    ...others.map((phrase) => text(phrase, {}, { spacing: 'Small' })),
    text(texts.announceExactly, {}, { spacing: 'Medium' }),
    exactly(announcement, shown, language),
    plan.people > 0 ? buttons({ ...confirm, style: 'positive' }, again) : buttons(again),
  ])
}

function confirmation(
  { formId, unit, sendAt, people }: AnnouncementPlan,
  { version, words }: AnnouncementView,
) {
  return {
    ...({ verb: 'confirm-announcement', formId, version, words, people } as const),
    ...(unit === undefined ? {} : { unit }),
    ...(sendAt === undefined ? {} : { sendAt }),
  }
}

/** What stands on the card that they get. */
function exactly(announcement: AnnouncementView, shown: Fitted, language: Language): IContainer {
  const items = [...announcementElements(announcement, shown, language)]
  return { type: 'Container', style: 'emphasis', roundedCorners: true, items }
}
