/** Announcement form: what changed first, then whom it is for and when; nobody is chosen from the start. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { MAX_OWN_WORDS } from '../bot/contract/telling.ts'
import { changeName } from '../bot/contract/texts/telling-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { moreLine } from './change-parts.ts'
import { button, buttons, card, clip, type Element, labelOf, smallPrint, text } from './elements.ts'
import { bytesOf } from './fit.ts'
import { dateInput, dropdown, radios, requiredRadios, textInput } from './inputs.ts'

const MAX_NAME = 200
const MAX_UNIT = 400

export function announcementFormCard(reply: ReplyOf<'announcement-form'>): IAdaptiveCard {
  const { language, announcement, formId } = reply
  const texts = textsFor(language)
  const { version, changes, more } = announcement
  const show = button(texts.announceShow, { verb: 'plan-announcement', formId, version })

  return card(language, [
    text(texts.announceTitle({ version: String(version) }), { size: 'Large', weight: 'Bolder' }),
    text(texts.announceFormText),
    ...changes.map((change) =>
      text(clip(changeName(change, language), MAX_NAME), {}, { spacing: 'Small' }),
    ),
    moreLine(more, language),
    ...fields(reply),
    smallPrint(texts.announceHours, { spacing: 'Medium' }),
    buttons({ ...show, style: 'positive' }),
  ])
}

function fields(reply: ReplyOf<'announcement-form'>): readonly Element[] {
  const { language, date, time } = reply
  const texts = textsFor(language)
  return [
    requiredRadios('audience', texts.announceAudience, {
      errorMessage: texts.announceAudienceMissing,
      choices: [
        ['unit', texts.announceToUnit],
        ['all', texts.announceToAll],
      ],
    }),
    ...unitField(reply),
    textInput('words', texts.announceOwnWords, { maxLength: MAX_OWN_WORDS, isMultiline: true }),
    radios('when', texts.announceWhen, 'now', [
      ['now', texts.announceNow],
      ['later', texts.announceLater],
    ]),
    dateInput('date', texts.announceDate, { value: date, errorMessage: texts.announceDateWrong }),
    textInput('time', texts.announceTime, {
      ...{ value: time, maxLength: 5, isRequired: true, errorMessage: texts.announceTimeWrong },
    }),
  ]
}

/** So much of the card; with more units than fit, the name is typed. */
const MAX_UNITS_BYTES = 9_000

function unitField({ units, language }: ReplyOf<'announcement-form'>): readonly Element[] {
  const texts = textsFor(language)
  if (units.length === 0) return []
  const choices = units.map(({ path }) => ({ value: path, title: oneLine(path) }))
  if (bytesOf(choices) > MAX_UNITS_BYTES)
    return [textInput('unit', texts.announceUnitTyped, { maxLength: MAX_UNIT })]
  const placeholder = texts.announceUnitHint
  return [dropdown('unit', texts.announceUnit, { placeholder, choices })]
}

const oneLine = (path: string): string => labelOf(path).replace(/\s+/g, ' ')
