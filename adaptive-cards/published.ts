/** Published: another version of the handbook holds; for who did it and for every other editor. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { byPhrase, versionLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, smallPrint, text } from './elements.ts'
import { fittedCard } from './fit.ts'
import { changeBlocks, changesIntro, changesRest } from './publishing-parts.ts'

export function publishedCard(reply: ReplyOf<'published'>): IAdaptiveCard {
  const { language, version, changes, mine, timeZone } = reply
  const texts = textsFor(language)
  const { number } = version
  const earlier = number - 1
  const name = byPhrase(version.approver ?? version.by, language)
  const lines = versionLines(version, timeZone, language)
  const undo = button(texts.publishedUndo({ version: `${earlier}` }), {
    ...{ verb: 'roll-back', version: earlier },
  })
  return fittedCard(changeBlocks(changes, language), ({ elements }) =>
    card(language, [
      heading(texts.publishedTitle({ version: `${number}` })),
      text(mine ? texts.publishedMine : texts.publishedOther({ name })),
      ...lines.map((words) => smallPrint(words, { spacing: 'Small' })),
      ...changesIntro(changes, language),
      ...elements,
      changesRest(changes, elements.length, language),
      text(texts.publishedWrong, {}, { separator: true, spacing: 'Large' }),
      buttons(
        ...(mine ? [button(texts.announceButton, { verb: 'announce', version: number })] : []),
        undo,
      ),
    ]),
  )
}
