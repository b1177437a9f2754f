/** Human form: a question to the CISO, with or without one's name. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { MAX_QUESTION } from '../bot/contract/action.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { askedPrivacyPhrase } from '../bot/contract/texts/human-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { button, buttons, card, clip, type Element, heading, smallPrint, text } from './elements.ts'
import { textInput } from './inputs.ts'
import { incidentReminder } from './parts.ts'

const MAX_TITLE = 300

/** Each button under what it means, instead of a choice and one button: nobody shows their name without meaning to. */
export function humanFormCard(reply: ReplyOf<'human-form'>): IAdaptiveCard {
  const { language, formId, origin, section, organisation } = reply
  const texts = textsFor(language)
  const about = section === undefined ? {} : { sectionId: section.id }
  const send = { verb: 'escalate', formId, origin, ...about } as const
  const privacy = `${texts.privacyResidents} ${askedPrivacyPhrase(organisation, language)}`

  return card(language, [
    heading(texts.humanFormTitle),
    aboutSection(reply),
    questionInput(reply),
    text(texts.humanFormAnswer, {}, { spacing: 'Small' }),
    text(texts.humanFormName, {}, { separator: true, spacing: 'Medium' }),
    buttons(button(texts.sendWithName, { ...send, name: 'with-name' })),
    text(texts.humanFormNameless, {}, { separator: true, spacing: 'Medium' }),
    buttons(button(texts.sendWithoutName, { ...send, name: 'without-name' })),
    smallPrint(privacy, { separator: true, spacing: 'Medium' }),
    incidentReminder(organisation, language),
  ])
}

function aboutSection({ language, section }: ReplyOf<'human-form'>): Element | undefined {
  if (section === undefined) return undefined
  const title = clip(section.title, MAX_TITLE)
  return smallPrint(textsFor(language).asOfSection({ title }), { spacing: 'Small' })
}

function questionInput({ language, question }: ReplyOf<'human-form'>): Element {
  const texts = textsFor(language)
  return textInput('question', texts.humanFormQuestion, {
    value: question,
    placeholder: texts.humanFormEmpty,
    maxLength: MAX_QUESTION,
    isMultiline: true,
    isRequired: true,
    errorMessage: texts.humanFormMissing,
  })
}
