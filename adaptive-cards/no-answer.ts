/** No answer: the bot admits it, and points to a person. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Elsewhere, ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { buttons, card, type Element, heading, text } from './elements.ts'
import { askCisoButton, chaptersButton, incidentReminder, maskedNote } from './parts.ts'

export function noAnswerCard(reply: ReplyOf<'no-answer'>): IAdaptiveCard {
  const { language, organisation, masked, elsewhere } = reply

  return card(language, [
    ...(elsewhere === undefined ? unknown(reply) : notOurs(reply, elsewhere)),
    maskedNote(masked, language),
    incidentReminder(organisation, language),
  ])
}

function unknown({ language, organisation, question }: ReplyOf<'no-answer'>): readonly Element[] {
  const texts = textsFor(language)
  return [
    heading(texts.noAnswerTitle),
    text(texts.noAnswerText),
    text(texts.noAnswerHuman(organisation.ciso)),
    text(texts.noAnswerRephrase),
    buttons(askCisoButton({ question, origin: 'no-answer' }, language), chaptersButton(language)),
  ]
}

/** Somebody else knows, so the CISO comes last. */
function notOurs(
  { language, question }: ReplyOf<'no-answer'>,
  elsewhere: Elsewhere,
): readonly Element[] {
  const texts = textsFor(language)
  return [
    heading(texts.elsewhereTitle),
    text(texts.elsewhereText(elsewhere)),
    text(texts.elsewhereAsk(elsewhere), { weight: 'Bolder' }),
    text(`${texts.elsewhereWrong} ${texts.elsewhereHuman}`),
    buttons(chaptersButton(language), askCisoButton({ question, origin: 'no-answer' }, language)),
  ]
}
