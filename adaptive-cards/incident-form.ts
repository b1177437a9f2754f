/** Incident form: a report in writing; the telephone number stays first. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { MAX_ANSWER, MAX_LINE } from '../bot/contract/action.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { box, button, buttons, card, type Element, heading, smallPrint, text } from './elements.ts'
import { radios, textInput } from './inputs.ts'

/** Nothing is required: half a report is better than none, and the bot says what is missing. */
export function incidentFormCard(reply: ReplyOf<'incident-form'>): IAdaptiveCard {
  const { language, formId, incident, organisation } = reply
  const texts = textsFor(language)
  const call = texts.incidentFormCall(organisation.incidentDesk)

  return card(
    language,
    [
      heading(texts.incidentFormTitle),
      box('attention', [text(call, { weight: 'Bolder' })]),
      text(texts.incidentFormPartly),
      ...fields(language),
      smallPrint(texts.incidentNoResidents, { spacing: 'Medium' }),
      buttons({
        ...button(texts.sendReport, { verb: 'send-incident', formId, incident }),
        style: 'positive',
      }),
    ],
    call,
  )
}

function fields(language: Language): readonly Element[] {
  const texts = textsFor(language)
  return [
    textInput('what', texts.incidentWhat, { maxLength: MAX_ANSWER, isMultiline: true }),
    textInput('callBack', texts.incidentCallBack, { maxLength: MAX_LINE, style: 'Tel' }),
    textInput('when', texts.incidentWhen, {
      maxLength: MAX_LINE,
      placeholder: texts.incidentWhenHint,
    }),
    textInput('devices', texts.incidentDevices, {
      maxLength: MAX_LINE,
      placeholder: texts.incidentDevicesHint,
    }),
    radios('personalData', texts.incidentPersonalData, 'unknown', [
      ['yes', texts.answerYes],
      ['no', texts.answerNo],
      ['unknown', texts.answerUnknown],
    ]),
  ]
}
