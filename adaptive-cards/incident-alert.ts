/** Incident alert: a report, to those who act on it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { deadlinePhrase, incidentPhrase, reportLines } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, card, heading, richText, run, text } from './elements.ts'

export function incidentAlertCard(reply: ReplyOf<'incident-alert'>): IAdaptiveCard {
  const { language, report, timeZone } = reply
  const number = { size: 'ExtraLarge', weight: 'Bolder' } as const
  const deadline = deadlinePhrase(report, timeZone, language)

  return card(language, [
    box('attention', [
      text(report.number, number),
      heading(textsFor(language).alertTitle, 'Medium'),
      text(incidentPhrase(report.incident, language), { weight: 'Bolder' }, { spacing: 'Small' }),
    ]),
    ...reportLines(report, timeZone, language).map(([label, value]) =>
      richText([run(`${label} `, { weight: 'Bolder' }), run(value)], { spacing: 'Small' }),
    ),
    box('warning', [text(deadline)]),
  ])
}
