/** Incident reported: the number of the report, and whom to call when nobody does. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { momentPhrase } from '../bot/contract/texts/moments.ts'
import { deskOf } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, card, type Element, heading, smallPrint, text } from './elements.ts'
import { maskedNote } from './parts.ts'

export function incidentReportedCard(reply: ReplyOf<'incident-reported'>): IAdaptiveCard {
  const { language, number, reportedAt, organisation, masked } = reply
  const texts = textsFor(language)
  const moment = momentPhrase(reportedAt, organisation.timeZone, language)
  const numbered = text(texts.reportedNumber({ number, moment }), { weight: 'Bolder' })

  return card(
    language,
    [
      ...(reply.delivered ? delivered(reply, numbered) : nobodyTold(reply, numbered)),
      maskedNote(masked, language),
      smallPrint(texts.incidentNoBlame, { spacing: 'Medium' }),
    ],
    texts.reportedCall(deskOf(organisation, language)),
  )
}

type Reported = ReplyOf<'incident-reported'>

function delivered({ language, organisation }: Reported, numbered: Element): readonly Element[] {
  const texts = textsFor(language)
  return [
    heading(texts.reportedTitle),
    numbered,
    text(texts.reportedNext),
    text(texts.reportedCall(deskOf(organisation, language)), { weight: 'Bolder' }),
  ]
}

function nobodyTold({ language, organisation }: Reported, numbered: Element): readonly Element[] {
  const texts = textsFor(language)
  return [
    box('attention', [
      heading(texts.reportedKeptTitle, 'Medium'),
      text(texts.reportedNobody(organisation.incidentDesk), { weight: 'Bolder' }),
    ]),
    numbered,
  ]
}
