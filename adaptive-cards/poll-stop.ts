/** Poll stop: what stops and what stays, and the button that does it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { longMoment } from '../bot/contract/texts/long-moments.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, smallPrint, text } from './elements.ts'

export function pollStopCard({ language, open, timeZone }: ReplyOf<'poll-stop'>): IAdaptiveCard {
  const texts = textsFor(language)
  const until = open && longMoment(open.closesAt, timeZone, language)

  return card(language, [
    heading(texts.pollStopTitle),
    text(texts.pollStopText),
    until === undefined ? undefined : text(texts.pollStopOpen({ until })),
    buttons({
      ...button(texts.pollStopYes, { verb: 'confirm-stop-polls' }),
      style: 'destructive',
    }),
    smallPrint(texts.forgetNot, { spacing: 'Medium' }),
  ])
}
