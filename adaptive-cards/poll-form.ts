/** Poll form: when a poll comes back; nothing happens before it was shown and confirmed. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { weekdayNames } from '../bot/contract/texts/long-moments.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, type Element, heading, smallPrint, text } from './elements.ts'
import { dateInput, dropdown, textInput } from './inputs.ts'

export function pollFormCard(reply: ReplyOf<'poll-form'>): IAdaptiveCard {
  const { language, changes } = reply
  const texts = textsFor(language)

  return card(language, [
    heading(changes ? texts.pollFormChange : texts.pollFormTitle),
    text(texts.pollFormText),
    ...fields(reply),
    smallPrint(texts.pollFormHolidays, { spacing: 'Medium' }),
    buttons({ ...button(texts.pollShowPlan, { verb: 'plan-polls' }), style: 'positive' }),
  ])
}

/** A number is typed as text: some clients send an Input.Number as a number, and some do not. */
function fields({ language, recurrence, openDays }: ReplyOf<'poll-form'>): readonly Element[] {
  const texts = textsFor(language)
  const number = { maxLength: 2, isRequired: true } as const
  return [
    textInput('everyWeeks', texts.pollFormWeeks, {
      ...number,
      value: String(recurrence.everyWeeks),
      errorMessage: texts.pollFormWeeksWrong,
    }),
    dropdown('weekday', texts.pollFormWeekday, {
      value: String(recurrence.weekday),
      choices: weekdayNames(language).map((title, index) => ({ title, value: String(index + 1) })),
    }),
    textInput('at', texts.pollFormAt, {
      value: recurrence.at,
      maxLength: 5,
      isRequired: true,
      errorMessage: texts.pollFormAtWrong,
    }),
    dateInput('from', texts.pollFormFrom, {
      value: recurrence.from,
      errorMessage: texts.pollFormFromWrong,
    }),
    textInput('openDays', texts.pollFormDays, {
      ...number,
      value: String(openDays),
      errorMessage: texts.pollFormDaysWrong,
    }),
  ]
}
