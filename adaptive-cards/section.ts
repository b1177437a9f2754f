/** Section: a whole section as it stands in the handbook. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { linkedSections } from '../knowledge/markdown.ts'
import { buttons, card, clip, smallPrint, text } from './elements.ts'
import { type Fitted, fittedCard } from './fit.ts'
import { chaptersButton, sectionRows, sourceLines } from './parts.ts'
import { blocks } from './rich-text.ts'

const MAX_TITLE = 300
const MAX_RELATED = 5

export function sectionCard(reply: ReplyOf<'section'>): IAdaptiveCard {
  return fittedCard(blocks(reply.content), (content) => cardWith(reply, content))
}

function cardWith(reply: ReplyOf<'section'>, { elements, cut }: Fitted): IAdaptiveCard {
  const { language, section, source } = reply
  const texts = textsFor(language)

  return card(language, [
    text(clip(section.title, MAX_TITLE), { size: 'Large', weight: 'Bolder' }),
    ...elements,
    cut ? smallPrint(texts.moreInHandbook, { spacing: 'Medium' }) : undefined,
    ...sourceLines(source, language),
    ...sectionRows(texts.related, relatedOf(reply, cut)),
    buttons(chaptersButton(language)),
  ])
}

/** Related sections that the text shown does not link to already. */
function relatedOf({ content, related }: ReplyOf<'section'>, cut: boolean) {
  const linked = cut ? [] : linkedSections(content)
  return related.filter(({ id }) => !linked.includes(id)).slice(0, MAX_RELATED)
}
