/** Poll confirm: how many people will get what, and when, before anything changes. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { confirmPhrases, confirmTitle } from '../bot/contract/texts/poll-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, heading, text } from './elements.ts'
import { planElements } from './poll-parts.ts'

export function pollConfirmCard(reply: ReplyOf<'poll-confirm'>): IAdaptiveCard {
  const { language, plan, timeZone } = reply
  const texts = textsFor(language)
  const { recurrence, openDays, people } = plan
  const [first = '', ...others] = confirmPhrases(reply)
  const change = button(texts.pollChange, { verb: 'edit-polls' })
  const confirm = button(confirmTitle(plan, language), {
    ...{ verb: 'confirm-polls', recurrence, openDays, people },
  })

  return card(language, [
    heading(texts.pollConfirmTitle),
    text(first, { weight: 'Bolder' }),
    ...others.map((phrase) => text(phrase, {}, { spacing: 'Small' })),
    ...planElements(plan, { timeZone, language }),
    people > 0 ? buttons({ ...confirm, style: 'positive' }, change) : buttons(change),
  ])
}
