/** Poll news: that a round opened, or why it did not, for the CISO. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { newsPhrases, newsTitle } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, text } from './elements.ts'

export function pollNewsCard(reply: ReplyOf<'poll-news'>): IAdaptiveCard {
  const { language, news } = reply

  return card(language, [
    heading(newsTitle(news, language)),
    ...newsPhrases(reply).map((phrase) => text(phrase)),
    buttons(button(textsFor(language).pollShowPlan, { verb: 'show-polls' })),
  ])
}
