/** Forgotten: what was removed of a person. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { removedPhrases } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading, marked, text } from './elements.ts'

export function forgottenCard({ language, removed }: ReplyOf<'forgotten'>): IAdaptiveCard {
  const texts = textsFor(language)
  const phrases = removedPhrases(removed, language)
  if (phrases.length === 0) return card(language, [text(texts.forgottenNothing)])

  return card(language, [
    heading(texts.forgottenTitle),
    ...phrases.map((phrase) => marked('•', text(phrase))),
  ])
}
