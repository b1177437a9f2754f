/** Outsider: somebody of another organisation asked; no answer, but where to report. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { deskOf } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, card, heading, text } from './elements.ts'

export function outsiderCard({ language, organisation }: ReplyOf<'outsider'>): IAdaptiveCard {
  const texts = textsFor(language)
  const named = { organisation: organisation.name }

  return card(language, [
    heading(texts.outsiderTitle),
    text(texts.outsiderText(named)),
    box('attention', [
      text(texts.outsiderIncident({ ...named, ...deskOf(organisation, language) }), {
        weight: 'Bolder',
      }),
    ]),
  ])
}
