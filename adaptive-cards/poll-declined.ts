/** Poll declined: what that means, and the way back. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { declinedPhrases } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, text } from './elements.ts'

export function pollDeclinedCard(reply: ReplyOf<'poll-declined'>): IAdaptiveCard {
  const { language, how } = reply
  const texts = textsFor(language)
  const back =
    how === 'never'
      ? button(texts.pollRejoin, { verb: 'rejoin-polls' })
      : button(texts.pollTakePart, { verb: 'my-poll' })

  return card(language, [
    heading(texts.pollDeclinedTitle),
    ...declinedPhrases(reply).map((phrase) => text(phrase)),
    buttons(back),
  ])
}
