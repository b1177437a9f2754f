/** Draft conflict: somebody else published a change of the same section; one of the two texts is to be chosen. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { byPhrase, draftLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import {
  box,
  button,
  buttons,
  card,
  clip,
  type Element,
  heading,
  smallPrint,
  text,
} from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

/** Of each text on the card. */
const MAX_TEXT = 2_000

export function draftConflictCard(reply: ReplyOf<'draft-conflict'>): IAdaptiveCard {
  const { language, draft, current, timeZone } = reply
  const texts = textsFor(language)
  const { id: draftId, hash } = draft
  const name = byPhrase(current.by, language)
  const take = (side: 'mine' | 'theirs') => ({ verb: 'rebase-draft', draftId, hash, side }) as const
  return fittedCard(conflicts(reply), ({ elements, cut }) =>
    card(language, [
      heading(texts.conflictTitle),
      text(texts.conflictText({ version: `${current.number}`, name })),
      ...draftLines(draft, timeZone, language).map((words) =>
        smallPrint(words, { spacing: 'Small' }),
      ),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      buttons(
        button(texts.conflictTakeMine, take('mine')),
        button(texts.conflictTakeTheirs, take('theirs')),
        button(texts.draftDiscard, { verb: 'discard-draft', draftId, hash }),
      ),
    ]),
  )
}

function* conflicts({ language, conflicts }: ReplyOf<'draft-conflict'>): Generator<Block> {
  const texts = textsFor(language)
  const words = (value: string): Element =>
    text(clip(value, MAX_TEXT) || texts.conflictRemoved, {}, { spacing: 'Small' })
  for (const { title, mine, theirs } of conflicts) {
    const items: Element[] = [
      text(clip(title, MAX_TITLE), { weight: 'Bolder' }, { separator: true }),
      box('emphasis', [heading(texts.conflictMine, 'Default'), words(mine)]),
      box('emphasis', [heading(texts.conflictTheirs, 'Default'), words(theirs)]),
    ]
    yield { element: { type: 'Container', spacing: 'Medium', items }, cut: false }
  }
}

const MAX_TITLE = 300
