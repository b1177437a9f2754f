/** Notice: one sentence about what just happened. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { noticePhrase } from '../bot/contract/texts/phrases.ts'
import { card, text } from './elements.ts'

export function noticeCard({ language, notice }: ReplyOf<'notice'>): IAdaptiveCard {
  return card(language, [text(noticePhrase(notice, language))])
}
