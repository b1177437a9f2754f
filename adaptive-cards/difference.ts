/** Difference: what changed between two versions of the handbook. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, heading } from './elements.ts'
import { fittedCard } from './fit.ts'
import { changeBlocks, changesIntro, changesRest } from './publishing-parts.ts'

export function differenceCard(reply: ReplyOf<'difference'>): IAdaptiveCard {
  const { language, changes, from, to } = reply
  const title = textsFor(language).differenceTitle({ from: `${from}`, until: `${to}` })
  return fittedCard(changeBlocks(changes, language), ({ elements }) =>
    card(language, [
      heading(title),
      ...changesIntro(changes, language),
      ...elements,
      changesRest(changes, elements.length, language),
    ]),
  )
}
