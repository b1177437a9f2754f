/** Gaps: questions that many asked and the handbook did not answer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { GapGroup, ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, clip, type Element, heading, marked, row, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'
import { prefilled } from './parts.ts'

const MAX_QUESTION = 300

export function gapsCard({ language, groups, days }: ReplyOf<'gaps'>): IAdaptiveCard {
  const texts = textsFor(language)
  const intro = text(texts.gapsIntro({ days }))
  if (groups.length === 0)
    return card(language, [heading(texts.gapsTitle), intro, text(texts.gapsNone)])

  return fittedCard(entries(groups, language), ({ elements, cut }) =>
    card(language, [
      heading(texts.gapsTitle),
      intro,
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
      smallPrint(texts.gapsPrivacy, { separator: true, spacing: 'Large' }),
    ]),
  )
}

function* entries(groups: readonly GapGroup[], language: Language): Generator<Block> {
  for (const [index, group] of groups.entries())
    yield { element: marked(`${index + 1}.`, entry(group, language)), cut: false }
}

function entry({ question, times, people, section }: GapGroup, language: Language): Element {
  const texts = textsFor(language)
  const title = section && clip(section.title, MAX_QUESTION)
  const items = [
    text(clip(question, MAX_QUESTION) || '…', { weight: 'Bolder' }),
    smallPrint(texts.gapTimes({ times, people }), { spacing: 'None' }),
    ...(title === undefined ? [] : [smallPrint(texts.gapSection({ title }), { spacing: 'None' })]),
    ...(section === undefined
      ? [row(texts.writeSection, { verb: 'write-section', question: prefilled(question) })]
      : [row(texts.editSection, { verb: 'edit-section', sectionId: section.id })]),
  ]
  return { type: 'Container', items }
}
