/** Results choice: which of several units with the same name somebody means. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import {
  choicePhrase,
  MAX_UNITS,
  morePhrase,
  placeOf,
} from '../bot/contract/texts/results-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, choice, heading, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function resultsChoiceCard(reply: ReplyOf<'results-choice'>): IAdaptiveCard {
  const { language, units } = reply

  return fittedCard(choices(reply), ({ elements }) => {
    const more = morePhrase(units.length - elements.length, language)
    return card(language, [
      heading(textsFor(language).resultsChoiceTitle),
      text(choicePhrase(reply)),
      ...elements,
      more === undefined ? undefined : smallPrint(more),
    ])
  })
}

function* choices({ round, units }: ReplyOf<'results-choice'>): Generator<Block> {
  for (const unit of units.slice(0, MAX_UNITS)) {
    const action = { verb: 'show-results', round, unit: unit.path } as const
    yield { element: choice(placeOf(unit), action), cut: false }
  }
}
