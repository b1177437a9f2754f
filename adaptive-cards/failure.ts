/** Failure: something broke; what to do now, and the number under which it is logged. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, card, heading, text } from './elements.ts'

export function failureCard(reply: ReplyOf<'failure'>): IAdaptiveCard {
  const { language, reference, organisation } = reply
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk

  return card(language, [
    heading(texts.failureTitle),
    text(texts.failureText({ reference })),
    box('attention', [text(texts.failureIncident({ telephone }), { weight: 'Bolder' })]),
  ])
}
