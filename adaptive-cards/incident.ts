/** Incident: whom to call and what to do first, before anything else. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { deskHoursPhrase } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import {
  box,
  button,
  buttons,
  card,
  clip,
  heading,
  link,
  marked,
  smallPrint,
  text,
} from './elements.ts'
import { maskedNote } from './parts.ts'

const MAX_STEPS = 3
const MAX_STEP = 1_000

export function incidentCard(reply: ReplyOf<'incident'>): IAdaptiveCard {
  const { language, steps, section, organisation, masked } = reply
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  const call = texts.incidentCall({ telephone })
  const more =
    section && button(texts.incidentMore, { verb: 'show-section', sectionId: section.id })
  const report = button(texts.incidentFormButton, {
    verb: 'report-incident',
    incident: reply.incident,
  })

  return card(
    language,
    [
      box('attention', [
        heading(texts.incidentTitle, 'Medium'),
        text(call, { size: 'ExtraLarge', weight: 'Bolder' }, { spacing: 'Small' }),
        text(deskHoursPhrase(organisation, language), {}, { spacing: 'Small' }),
        text(texts.incidentNotReported, { weight: 'Bolder' }),
      ]),
      heading(texts.incidentSteps, 'Medium'),
      ...steps
        .slice(0, MAX_STEPS)
        .map((step, index) => marked(`${index + 1}.`, text(clip(step, MAX_STEP)))),
      buttons(report, link(texts.incidentReport, url), ...(more ? [more] : [])),
      maskedNote(masked, language),
      smallPrint(texts.incidentNoBlame, { spacing: 'Medium' }),
    ],
    call,
  )
}
