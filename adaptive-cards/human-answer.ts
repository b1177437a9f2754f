/** Human answer: what the CISO said, to who asked. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { HumanAnswer, ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { buttons, card, type Element, heading, smallPrint, text } from './elements.ts'
import { askCisoButton, myQuestionsButton, quoted, wholeSectionButton } from './parts.ts'
import { saidByHuman } from './said-by-human.ts'

export function humanAnswerCard(reply: ReplyOf<'human-answer'>): IAdaptiveCard {
  const { language, number, question, answer } = reply
  const texts = textsFor(language)
  const { title, opening } = wordsFor(answer, language)
  const whole = answer.kind === 'section' ? [wholeSectionButton(answer.section, language)] : []

  return card(language, [
    heading(title),
    smallPrint(texts.escalatedNumber({ number }), { spacing: 'Small' }),
    quoted(question),
    opening,
    ...saidByHuman(answer, language),
    smallPrint(texts.humanAnswerMore, { separator: true, spacing: 'Large' }),
    buttons(
      ...whole,
      askCisoButton({ question: '', origin: 'unhelpful' }, language),
      myQuestionsButton(language),
    ),
  ])
}

type Words = Readonly<{ title: string; opening?: Element }>

function wordsFor({ kind }: HumanAnswer, language: Language): Words {
  const texts = textsFor(language)
  switch (kind) {
    case 'text':
      return { title: texts.humanAnswerTitle }
    case 'section':
      return { title: texts.humanAnswerTitle, opening: text(texts.humanSectionText) }
    case 'reason':
      return { title: texts.humanReasonTitle, opening: text(texts.humanReasonText) }
  }
}
