/** Escalation handled: what the CISO did with a question, in the place of its card. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { HumanAnswer, ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, heading, row, smallPrint } from './elements.ts'
import { quoted } from './parts.ts'
import { saidByHuman } from './said-by-human.ts'

export function escalationHandledCard(reply: ReplyOf<'escalation-handled'>): IAdaptiveCard {
  const { language, escalation, answer } = reply

  return card(language, [
    heading(titleOf(answer, language)),
    smallPrint(escalation.number, { spacing: 'Small' }),
    quoted(escalation.question),
    ...saidByHuman(answer, language),
    answer.kind === 'text'
      ? row(textsFor(language).writeSection, {
          ...{ verb: 'write-section', question: '', escalationId: escalation.id },
        })
      : undefined,
  ])
}

function titleOf({ kind }: HumanAnswer, language: Language): string {
  const texts = textsFor(language)
  const titles = {
    text: texts.handledAnswered,
    section: texts.handledSection,
    reason: texts.handledClosed,
  }
  return titles[kind]
}
