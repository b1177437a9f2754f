/** Forget me: what goes, what stays, and the button that does it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, marked, smallPrint, text } from './elements.ts'

export function forgetMeCard({ language }: ReplyOf<'forget-me'>): IAdaptiveCard {
  const texts = textsFor(language)
  const facts = [texts.forgetWhat, texts.forgetOpen, texts.forgetStays]

  return card(language, [
    heading(texts.forgetTitle),
    ...facts.map((fact) => marked('•', text(fact))),
    buttons({
      ...button(texts.forgetConfirm, { verb: 'confirm-forget-me' }),
      style: 'destructive',
    }),
    smallPrint(texts.forgetNot, { spacing: 'Medium' }),
  ])
}
