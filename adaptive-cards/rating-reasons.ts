/** Rating reasons: an answer did not help; why not, and what then? */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { Reason } from '../bot/contract/action.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { reasonPhrases } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, choice, clip, heading, smallPrint, text } from './elements.ts'
import { askCisoButton, prefilled, wholeSectionButton } from './parts.ts'

const MAX_TITLE = 300

export function ratingReasonsCard(reply: ReplyOf<'rating-reasons'>): IAdaptiveCard {
  const { language, section, version, question } = reply
  const texts = textsFor(language)
  const phrases = reasonPhrases(language)
  const rated = { verb: 'give-reason', sectionId: section.id, version } as const
  const title = clip(section.title, MAX_TITLE)

  return card(language, [
    heading(texts.reasonsTitle),
    smallPrint(texts.asOfSection({ title }), { spacing: 'Small' }),
    ...Reason.options.map((reason) =>
      choice(phrases[reason], { ...rated, reason, question: prefilled(question) }),
    ),
    smallPrint(texts.reasonsPrivacy, { spacing: 'Small' }),
    text(texts.reasonsHuman, {}, { separator: true, spacing: 'Medium' }),
    buttons(
      askCisoButton({ question, origin: 'unhelpful', section }, language),
      wholeSectionButton(section, language),
    ),
  ])
}
