/** Drafts: what the handbook may become. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { draftLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, type Element, heading, row, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function draftsCard(reply: ReplyOf<'drafts'>): IAdaptiveCard {
  const { language } = reply
  return fittedCard(entries(reply), ({ elements }) =>
    card(language, [heading(textsFor(language).draftsTitle), ...elements]),
  )
}

function* entries({ drafts, timeZone, language }: ReplyOf<'drafts'>): Generator<Block> {
  const { draftShow } = textsFor(language)
  for (const draft of drafts) {
    const [first = '', ...others] = draftLines(draft, timeZone, language)
    const items: Element[] = [
      text(first, { weight: 'Bolder' }),
      ...others.map((words) => text(words, {}, { spacing: 'Small' })),
      row(draftShow, { verb: 'show-draft', draftId: draft.id }),
    ]
    const element = { type: 'Container', separator: true, spacing: 'Medium', items } as const
    yield { element, cut: false }
  }
}
