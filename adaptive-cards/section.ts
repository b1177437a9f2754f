/** Section: a whole section as it stands in the handbook. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { acknowledgePhrase } from '../bot/contract/texts/care-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { linkedSections } from '../knowledge/markdown.ts'
import { box, button, buttons, card, clip, type Element, smallPrint, text } from './elements.ts'
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
    ...acknowledgeParts(reply),
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

/** What is kept stands below the button, before anybody presses it. */
function acknowledgeParts({
  acknowledge,
  section,
  language,
}: ReplyOf<'section'>): readonly Element[] {
  if (acknowledge === undefined) return []
  const texts = textsFor(language)
  const { words } = acknowledge
  const action = { verb: 'acknowledge', sectionId: section.id, words } as const
  const ask = box('emphasis', [
    text(texts.acknowledgeAsk, { weight: 'Bolder' }),
    buttons(button(texts.acknowledgeButton, action)),
    smallPrint(acknowledgePhrase(acknowledge, language), { spacing: 'Small' }),
  ])
  return [ask]
}
