/** Change: one section of a draft, with all that differs. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { changePhrase } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'
import { difference } from './publishing-parts.ts'

export function changeCard({ language, draftId, change }: ReplyOf<'change'>): IAdaptiveCard {
  const texts = textsFor(language)
  const { id: sectionId, kind } = change
  return fittedCard(pieces(change), ({ elements, cut }) =>
    card(language, [
      text(changePhrase(change, language), { weight: 'Bolder', size: 'Medium' }),
      smallPrint(texts.changeLegend),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      kind === 'removed'
        ? undefined
        : buttons(button(texts.draftEdit, { verb: 'edit-section', sectionId, draftId })),
    ]),
  )
}

/** Few enough at once that a part of a long difference fits. */
const AT_ONCE = 12

function* pieces({ pieces: all }: ReplyOf<'change'>['change']): Generator<Block> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    yield { element: difference(all.slice(from, from + AT_ONCE)), cut: false }
}
