/** Results link: the way to the page of results, once and for one person. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { linkPhrases } from '../bot/contract/texts/results-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, link, text } from './elements.ts'

export function resultsLinkCard(reply: ReplyOf<'results-link'>): IAdaptiveCard {
  const { language, url } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.resultsLinkTitle),
    ...linkPhrases(reply).map((phrase) => text(phrase)),
    buttons(link(texts.resultsOpenPage, url), button(texts.resultsBack, { verb: 'show-results' })),
  ])
}
