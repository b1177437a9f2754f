/** Open questions: what still waits for an answer. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { askedPhrase } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { card, choice, heading, smallPrint, text } from './elements.ts'
import { type Block, fittedCard } from './fit.ts'

export function openQuestionsCard(reply: ReplyOf<'open-questions'>): IAdaptiveCard {
  const { language, questions } = reply
  const texts = textsFor(language)
  if (questions.length === 0)
    return card(language, [heading(texts.openQuestionsTitle), text(texts.openQuestionsNone)])

  return fittedCard(entries(reply), ({ elements, cut }) =>
    card(language, [
      heading(texts.openQuestionsTitle),
      ...elements,
      cut ? smallPrint(texts.moreHere, { spacing: 'Medium' }) : undefined,
    ]),
  )
}

function* entries({ questions, timeZone, language }: ReplyOf<'open-questions'>): Generator<Block> {
  for (const asked of questions) {
    const show = { verb: 'show-escalation', escalationId: asked.id } as const
    const items = [smallPrint(askedPhrase(asked, timeZone, language)), choice(asked.question, show)]
    yield { element: { type: 'Container', spacing: 'Medium', items }, cut: false }
  }
}
