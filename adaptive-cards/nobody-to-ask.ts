/** Nobody to ask: questions go nowhere yet, so here is the mail address. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, heading, text } from './elements.ts'
import { incidentReminder, mailCisoButton } from './parts.ts'

export function nobodyToAskCard(reply: ReplyOf<'nobody-to-ask'>): IAdaptiveCard {
  const { language, organisation } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(texts.nobodyTitle),
    text(texts.nobodyText),
    text(texts.nobodyMail(organisation.ciso)),
    buttons(mailCisoButton(organisation, language)),
    incidentReminder(organisation, language),
  ])
}
