/** Help: how to ask, and what to expect. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, buttons, card, heading, marked, smallPrint, text } from './elements.ts'
import { chaptersButton, cisoButton } from './parts.ts'

export function helpCard({ language, organisation }: ReplyOf<'help'>): IAdaptiveCard {
  const texts = textsFor(language)
  const { telephone } = organisation.incidentDesk
  const facts = [texts.helpAsk, texts.helpFollowUp, texts.helpSource, texts.helpUnknown]

  return card(language, [
    heading(texts.helpTitle),
    ...facts.map((fact) => marked('•', text(fact))),
    box('attention', [
      text(texts.welcomeIncident({ telephone }), { weight: 'Bolder' }),
      text(texts.helpIncident),
    ]),
    buttons(chaptersButton(language), cisoButton(organisation, language)),
    smallPrint(texts.welcomePrivacy, { spacing: 'Medium' }),
  ])
}
