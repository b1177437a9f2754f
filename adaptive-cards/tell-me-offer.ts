/** Tell me offer: shall the bot tell when the answer that helped changes? What it keeps then. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { noticePhrase } from '../bot/contract/texts/phrases.ts'
import { offerPhrases } from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, clip, smallPrint, text } from './elements.ts'

const MAX_TITLE = 300

export function tellMeOfferCard({ language, section }: ReplyOf<'tell-me-offer'>): IAdaptiveCard {
  const texts = textsFor(language)
  const [offer, ...kept] = offerPhrases(language)
  return card(language, [
    text(noticePhrase('rated-helpful', language)),
    text(offer, { weight: 'Bolder' }),
    smallPrint(texts.tellMeAbout({ title: clip(section.title, MAX_TITLE) })),
    smallPrint(kept.join(' '), { spacing: 'Small' }),
    buttons(button(texts.tellMeButton, { verb: 'tell-me', sectionId: section.id })),
  ])
}
