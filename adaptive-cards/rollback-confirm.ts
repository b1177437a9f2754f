/** Rollback confirm: what would change when an earlier version comes back; nothing has changed yet. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { versionLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, smallPrint, text } from './elements.ts'
import { fittedCard } from './fit.ts'
import { changeBlocks, changesIntro, changesRest } from './publishing-parts.ts'

export function rollbackConfirmCard(reply: ReplyOf<'rollback-confirm'>): IAdaptiveCard {
  const { language, version, current, changes, timeZone } = reply
  const texts = textsFor(language)
  const { number } = version
  const name = { version: `${number}` }
  const confirm = { verb: 'confirm-roll-back', version: number, after: current } as const
  const lines = versionLines(version, timeZone, language)
  return fittedCard(changeBlocks(changes, language), ({ elements }) =>
    card(language, [
      heading(texts.rollBackTitle(name)),
      ...lines.map((words) => smallPrint(words, { spacing: 'Small' })),
      text(texts.rollBackText),
      text(texts.rollBackAlone, {}, { spacing: 'Small' }),
      ...changesIntro(changes, language),
      ...elements,
      changesRest(changes, elements.length, language),
      buttons({ ...button(texts.rollBackConfirm(name), confirm), style: 'destructive' }),
    ]),
  )
}
