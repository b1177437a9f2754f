/** Inputs: the fields of a card as input blocks, which give back what Teams' fields would. */
import type { IChoiceSetInput, IDateInput, ITextInput } from '@microsoft/teams.cards'
import type { InputBlock, KnownBlock, Option, PlainTextOption } from '@slack/types'
import { clip } from '../../../../adaptive-cards/elements.ts'
import type { Language } from '../../../../knowledge/language.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import {
  MAX_GROUP_LABEL,
  MAX_INPUT_LABEL,
  MAX_OPEN_OPTIONS,
  MAX_OPTION_DESCRIPTION,
  MAX_OPTION_TEXT,
  MAX_OPTION_VALUE,
  MAX_PLACEHOLDER,
  MAX_SELECT_OPTIONS,
  MAX_TEXT_INPUT,
} from './limits.ts'
import { breakText, type Part as FieldPart, fieldId, ID_MARK } from './payload.ts'
import { split } from './split.ts'
import { oneLine, plain } from './words.ts'

export type CardInput = ITextInput | IChoiceSetInput | IDateInput

/** @param round tells forms apart that follow each other in one modal, where Slack keeps what is filled in */
export function inputBlocks(
  input: CardInput,
  language: Language,
  round = 1,
): readonly KnownBlock[] {
  switch (input.type) {
    case 'Input.Text':
      return textInputs(input, language, round)
    case 'Input.Date':
      return [block(input, datePicker(input), { place: round })]
    case 'Input.ChoiceSet':
      return choiceInputs(input, language, round)
  }
}

type Named = Readonly<{ id?: string; label?: string; isRequired?: boolean }>

function block(input: Named, element: InputBlock['element'], part: FieldPart): InputBlock {
  const { id = '', label = '', isRequired } = input
  return {
    type: 'input',
    block_id: fieldId(id, part),
    label: plain(oneLine(label), MAX_INPUT_LABEL),
    element: {
      ...element,
      action_id: part.place === 1 ? id : `${id}${ID_MARK}${part.place}`,
    },
    optional: isRequired !== true,
  }
}

/** A text that is too long for one field is in two, or saving it would lose the end. */
function textInputs(input: ITextInput, language: Language, round: number): readonly InputBlock[] {
  const { maxLength = MAX_TEXT_INPUT, label = '' } = input
  const value = input.isMultiline ? (input.value ?? '') : oneLine(input.value ?? '')
  const parts = split(value, maxLength)
  if (parts === undefined) {
    const most = Math.min(maxLength, MAX_TEXT_INPUT)
    return [block(input, textElement(input, clip(value, most), most), { place: round })]
  }
  const { first, second, after } = parts
  const room = Math.floor((maxLength - first.length - second.length - breakText(after).length) / 2)
  const most = (text: string) => Math.min(MAX_TEXT_INPUT, text.length + room)
  const title = textsFor(language).slackContinued({ title: label })
  return [
    block(input, textElement(input, first, most(first)), { place: 1 }),
    block({ ...input, label: title, isRequired: false }, textElement(input, second, most(second)), {
      place: 2,
      after,
    }),
  ]
}

function textElement(input: ITextInput, value: string, most: number): InputBlock['element'] {
  return {
    type: 'plain_text_input',
    multiline: input.isMultiline === true,
    max_length: Math.max(1, most),
    ...(value === '' ? {} : { initial_value: value }),
    ...placeholder(input),
  }
}

const placeholder = ({ placeholder }: Readonly<{ placeholder?: string }>) =>
  placeholder ? { placeholder: plain(oneLine(placeholder), MAX_PLACEHOLDER) } : {}

function datePicker({ value = '' }: IDateInput): InputBlock['element'] {
  const isDate = /^\d{4}-\d\d-\d\d$/.test(value)
  return { type: 'datepicker', ...(isDate ? { initial_date: value } : {}) }
}

type Choice = Readonly<{ value: string; title: string }>

function choiceInputs(
  input: IChoiceSetInput,
  language: Language,
  round: number,
): readonly KnownBlock[] {
  const choices = choicesOf(input)
  if (choices.some(({ value }) => value.length > MAX_OPTION_VALUE))
    return [block(input, typed(input), { place: round })]
  if (input.isMultiSelect) return [...inFull(choices), ...tickBoxes(input, choices, language)]
  if (input.style !== 'expanded' || choices.length > MAX_OPEN_OPTIONS)
    return [block(input, menu(input, choices), { place: round })]
  return [...inFull(choices), block(input, radioButtons(input, choices), { place: round })]
}

const choicesOf = ({ choices = [] }: IChoiceSetInput): readonly Choice[] =>
  choices.map(({ value, title }) => ({ value: value ?? '', title: oneLine(title ?? '') }))

/** A value that no option can hold is typed: what reads it knows names too. */
const typed = (input: IChoiceSetInput): InputBlock['element'] => ({
  type: 'plain_text_input',
  max_length: MAX_TEXT_INPUT,
  ...placeholder(input),
})

const LONGEST = MAX_OPTION_TEXT + MAX_OPTION_DESCRIPTION

/** Choices that are longer than an option stand above it in full. */
function inFull(choices: readonly Choice[]): readonly KnownBlock[] {
  if (choices.every(({ title }) => title.length <= LONGEST)) return []
  const items = choices.map(({ title }) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text: title || '…' }],
  }))
  return [
    { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: items }] },
  ]
}

/** As many as an option holds, the rest below it in grey. */
function option({ value, title }: Choice): Option {
  if (title.length <= MAX_OPTION_TEXT) return { text: plain(title), value }
  const at = title.lastIndexOf(' ', MAX_OPTION_TEXT)
  const end = at > MAX_OPTION_TEXT / 2 ? at : MAX_OPTION_TEXT - 1
  const start = title.slice(0, end).replace(/[\ud800-\udbff]$/, '')
  return {
    text: plain(start),
    value,
    description: plain(title.slice(start.length), MAX_OPTION_DESCRIPTION),
  }
}

function radioButtons(input: IChoiceSetInput, choices: readonly Choice[]): InputBlock['element'] {
  const options = choices.map(option)
  const chosen = options.find(({ value }) => value === input.value)
  return { type: 'radio_buttons', options, ...(chosen ? { initial_option: chosen } : {}) }
}

/** In a list, one line each: the beginning and the end tell options apart. */
function menuOption({ value, title }: Choice): PlainTextOption {
  const half = Math.floor(MAX_OPTION_TEXT / 2) - 1
  const text = title.length <= MAX_OPTION_TEXT ? title : `${clip(title, half)}${title.slice(-half)}`
  return { text: plain(text.replace(/[\udc00-\udfff]/g, keepPairs), MAX_OPTION_TEXT), value }
}

/** A half of a character, where a title was cut, goes. */
const keepPairs = (half: string, at: number, whole: string): string =>
  /[\ud800-\udbff]/.test(whole.charAt(at - 1)) ? half : ''

function menu(input: IChoiceSetInput, choices: readonly Choice[]): InputBlock['element'] {
  const options = choices.map(menuOption)
  const chosen = options.find(({ value }) => value === input.value)
  const initial = chosen ? { initial_option: chosen } : {}
  const offered =
    options.length <= MAX_SELECT_OPTIONS ? { options } : { option_groups: groupsOf(options) }
  return { type: 'static_select', ...offered, ...initial, ...placeholder(input) }
}

function groupsOf(options: readonly PlainTextOption[]) {
  return inGroups(options, MAX_SELECT_OPTIONS).map((group) => ({
    label: plain(`${group[0]?.text.text ?? ''} –`, MAX_GROUP_LABEL),
    options: [...group],
  }))
}

/** More than a field holds are in several; what is ticked comes back as one. */
function tickBoxes(
  input: IChoiceSetInput,
  choices: readonly Choice[],
  language: Language,
): readonly InputBlock[] {
  const { slackContinued } = textsFor(language)
  return inGroups(choices, MAX_OPEN_OPTIONS).map((group, index) => {
    const label = index === 0 ? input.label : slackContinued({ title: input.label ?? '' })
    const element = { type: 'checkboxes', options: group.map(option) } as const
    return block({ ...input, ...(label === undefined ? {} : { label }) }, element, {
      place: index + 1,
    })
  })
}

function inGroups<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = []
  for (let from = 0; from < items.length; from += size) groups.push(items.slice(from, from + size))
  return groups
}
