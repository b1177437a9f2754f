/**
 * Check elements: buttons, menus and inputs of Block Kit.
 *
 * @see https://docs.slack.dev/reference/block-kit/block-elements
 */
import { isDeepStrictEqual } from 'node:util'
import {
  type At,
  all,
  anyText,
  byType,
  type Check,
  either,
  fields,
  imageUrl,
  inside,
  isRecord,
  isTrueOrFalse,
  list,
  matches,
  number,
  once,
  oneOf,
  plainText,
  string,
  url,
} from './check-kit.ts'

const type = { type: () => undefined }

/** Unique within its block: `/blocks/3/elements/1/action_id` belongs to `/blocks/3`. */
const ofBlock = ({ path }: At): string => path.split('/').slice(0, 3).join('/')
const action = { action_id: once('action_id', 255, ofBlock) }

const confirm = fields(
  {},
  {
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: oneOf('primary', 'danger'),
  },
)

const onlyOne: Check = (value, at) => {
  isTrueOrFalse(value, at)
  if (value !== true) return
  if (at.taken.has('focus')) at.say('only one element may have focus_on_load', at.path)
  at.taken.add('focus')
}
const focus = { focus_on_load: onlyOne }
const placeholder = { placeholder: plainText(150) }
const dispatch = {
  dispatch_action_config: fields(
    {},
    {
      trigger_actions_on: list(1, 2, oneOf('on_enter_pressed', 'on_character_entered')),
    },
  ),
}

const option = (text: Check): Check =>
  fields({ text, value: string(75) }, { description: plainText(75) })
const menuOption = option(plainText(75))
const shownOption = option(anyText(75))

const optionsOf = (element: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'] : []
  const grouped = groups.filter(isRecord).map((group) => group['options'])
  return [element['options'], ...grouped].flatMap((options) =>
    Array.isArray(options) ? options : [],
  )
}

/** What is chosen at first must be one of the options, in every field. */
const chosenIsOffered: Check = (value, at) => {
  if (!isRecord(value)) return
  const options = optionsOf(value)
  const several = value['initial_options']
  const chosen = [value['initial_option'], ...(Array.isArray(several) ? several : [])]
  for (const one of chosen)
    if (one !== undefined && !options.some((offered) => isDeepStrictEqual(offered, one)))
      at.say(
        'initial option must exactly match one of the options',
        inside(at, 'initial_option').path,
      )
}

const groups = list(1, 100, fields({ label: plainText(75), options: list(1, 100, menuOption) }))
const menu = { options: list(1, 100, menuOption), option_groups: groups }
const selecting = { ...action, ...placeholder, ...focus, confirm }
const several = { max_selected_items: number(1, 1_000) }

const chosenFrom = (more: Readonly<Record<string, Check>>): Check =>
  all(
    either('options', 'option_groups'),
    chosenIsOffered,
    fields(type, { ...selecting, ...menu, ...more }),
  )

const ticked = (more: Readonly<Record<string, Check>>): Check =>
  all(
    chosenIsOffered,
    fields(
      { ...type, options: list(1, 10, shownOption) },
      { ...action, ...focus, confirm, ...more },
    ),
  )

/** What stands in the box must be what somebody could have typed. */
const initialFits: Check = (value, at) => {
  if (!isRecord(value)) return
  const { initial_value: initial, max_length: most = 3_000, min_length: least = 0 } = value
  if (typeof initial === 'string' && initial.length > Number(most))
    at.say(`must be less than ${Number(most) + 1} characters`, inside(at, 'initial_value').path)
  if (Number(least) > Number(most)) at.say('min_length is more than max_length', at.path)
}

const typed = { ...action, ...placeholder, ...focus, ...dispatch }
const wholeNumber = matches(/^-?\d+(\.\d+)?$/, 'a number as a string')

const button = fields(
  { ...type, text: plainText(75) },
  {
    ...action,
    url,
    value: string(2_000),
    style: oneOf('primary', 'danger'),
    confirm,
    accessibility_label: string(75),
  },
)

const people = (initial: string): Check => fields(type, { ...selecting, [initial]: string(255) })

const choosing = {
  checkboxes: ticked({ initial_options: list(1, 10, shownOption) }),
  radio_buttons: ticked({ initial_option: shownOption }),
  static_select: chosenFrom({ initial_option: menuOption }),
  multi_static_select: chosenFrom({ initial_options: list(1, 100, menuOption), ...several }),
  users_select: people('initial_user'),
  channels_select: people('initial_channel'),
  conversations_select: people('initial_conversation'),
  datepicker: fields(type, {
    ...selecting,
    initial_date: matches(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-09-30'),
  }),
  timepicker: fields(type, {
    ...selecting,
    initial_time: matches(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:30'),
    timezone: string(255),
  }),
  datetimepicker: fields(type, {
    ...action,
    ...focus,
    confirm,
    initial_date_time: number(1_000_000_000, 9_999_999_999),
  }),
} satisfies Readonly<Record<string, Check>>

export const imageElement = all(
  either('image_url', 'slack_file'),
  fields({ ...type, alt_text: string(2_000) }, { image_url: imageUrl, slack_file: isRecord }),
)

const overflow = fields(
  {
    ...type,
    options: list(
      1,
      5,
      fields({ text: plainText(75), value: string(75) }, { description: plainText(75), url }),
    ),
  },
  { ...action, confirm },
)

export const inActions = byType({ button, overflow, ...choosing })
export const inSection = byType({ button, overflow, image: imageElement, ...choosing })

export const inInput = byType({
  ...choosing,
  plain_text_input: all(
    initialFits,
    fields(type, {
      ...typed,
      initial_value: string(3_000, 0),
      multiline: isTrueOrFalse,
      min_length: number(0, 3_000),
      max_length: number(1, 3_000),
    }),
  ),
  email_text_input: fields(type, { ...typed, initial_value: string(3_000, 0) }),
  url_text_input: fields(type, { ...typed, initial_value: string(3_000, 0) }),
  number_input: fields(
    { ...type, is_decimal_allowed: isTrueOrFalse },
    { ...typed, initial_value: wholeNumber, min_value: wholeNumber, max_value: wholeNumber },
  ),
})
