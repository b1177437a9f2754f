/** Versions: which there were of the handbook, with the way to what changed since and back to one. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { VersionView } from '../bot/contract/publishing.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { versionLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, type Element, heading, row, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function versionsCard(reply: ReplyOf<'versions'>): IAdaptiveCard {
  const texts = textsFor(reply.language)
  return fittedCard(entries(reply), ({ elements }) =>
    card(reply.language, [
      heading(texts.versionsTitle),
      ...elements,
      smallPrint(texts.versionsOlder, { separator: true, spacing: 'Large' }),
    ]),
  )
}

function* entries({ versions, timeZone, language }: ReplyOf<'versions'>): Generator<Block> {
  const texts = textsFor(language)
  const current = versions[0]?.number
  for (const version of versions) {
    const name = texts.versionName({ version: `${version.number}` })
    const lines = versionLines(version, timeZone, language)
    const items: Element[] = [
      text(name, { weight: 'Bolder' }),
      ...lines.map((words) => smallPrint(words, { spacing: 'Small' })),
      ...(version.number === current
        ? [text(texts.versionNow, {}, { spacing: 'Small' })]
        : choices(version, current ?? 0, language)),
    ]
    const element = { type: 'Container', separator: true, spacing: 'Medium', items } as const
    yield { element, cut: false }
  }
}

/** Rows: ten versions have more buttons than a card may hold. */
function choices({ number }: VersionView, current: number, language: Language): readonly Element[] {
  const texts = textsFor(language)
  return [
    row(texts.versionDifference, { verb: 'show-difference', from: number, to: current }),
    row(texts.versionRollBack, { verb: 'roll-back', version: number }),
  ]
}
