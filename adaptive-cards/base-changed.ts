/** Base changed: the base handbook says otherwise what this organisation has its own version of. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { baseChangedPhrase } from '../bot/contract/texts/layer-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, button, buttons, card, clip, heading, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'
import { difference } from './publishing-parts.ts'

const MAX_OWN = 3_000
const MAX_PHRASE = 500

export function baseChangedCard(reply: ReplyOf<'base-changed'>): IAdaptiveCard {
  const { language, change, own, version } = reply
  const texts = textsFor(language)
  const { id: sectionId, kind } = change
  const take = button(texts.baseChangedTake, { verb: 'take-base-text', sectionId })
  return fittedCard(changePieces(change), ({ elements, cut }) =>
    card(language, [
      heading(texts.baseChangedTitle),
      text(clip(baseChangedPhrase(reply, language), MAX_PHRASE), { weight: 'Bolder' }),
      text(texts.baseChangedThere({ version: `${version}` }), { weight: 'Bolder' }),
      change.pieces.length === 0 ? undefined : smallPrint(texts.changeLegend),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      heading(texts.baseChangedOurs, 'Default'),
      box('emphasis', [text(clip(own, MAX_OWN))]),
      buttons(
        button(texts.baseChangedEdit, { verb: 'edit-section', sectionId }),
        ...(kind === 'removed' ? [] : [take]),
      ),
    ]),
  )
}

/** Few enough at once that a part of a long difference fits. */
const AT_ONCE = 12

function* changePieces({ pieces: all }: ReplyOf<'base-changed'>['change']): Generator<Block> {
  for (let from = 0; from < all.length; from += AT_ONCE)
    yield { element: difference(all.slice(from, from + AT_ONCE)), cut: false }
}
