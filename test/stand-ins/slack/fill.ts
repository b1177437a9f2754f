/** Fill: what somebody may fill in and press, and `state.values` of it. */
import { isRecord } from './check-kit.ts'
import type { State } from './state.ts'
import type { Filled, Json, SlackMessage, SlackView } from './types.ts'

type Where = SlackMessage | SlackView
type Values = Record<string, Record<string, Json>>

export const keyOf = (where: Where): string => ('ts' in where ? where.ts : where.id)

const recordsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

export type Element = Readonly<{ block: Json; element: Json }>

/** Everything that can be used, with the block around it. */
export function elementsOf({ blocks }: Where): readonly Element[] {
  return blocks.flatMap((block) => {
    const own = [...recordsIn(block['elements']), block['element'], block['accessory']]
    return own
      .filter(isRecord)
      .filter((element) => element['action_id'] !== undefined)
      .map((element) => ({ block, element }))
  })
}

const STATEFUL = /select$|_input$|picker$|^checkboxes$|^radio_buttons$/

const optionsOf = (element: Json): readonly Json[] => [
  ...recordsIn(element['options']),
  ...recordsIn(element['option_groups']).flatMap((group) => recordsIn(group['options'])),
]

/** `state.values`: what was filled in, or stood there from the start. */
export function valuesOf(state: State, where: Where): Values {
  const filled = state.filled.get(keyOf(where)) ?? {}
  const values: Values = {}
  for (const { block, element } of elementsOf(where)) {
    if (!STATEFUL.test(String(element['type']))) continue
    const [blockId, actionId] = [String(block['block_id']), String(element['action_id'])]
    const value = filled[blockId]?.[actionId] ?? initialOf(element)
    values[blockId] = { ...values[blockId], [actionId]: value }
  }
  return values
}

/** Fills in by action_id. @throws Error when Slack's client would not take it */
export function fill(state: State, where: Where, inputs: Filled): void {
  const filled = state.filled.get(keyOf(where)) ?? {}
  for (const [name, value] of Object.entries(inputs)) {
    const found = elementsOf(where).filter(({ element }) => element['action_id'] === name)
    const [only] = found
    if (only === undefined || found.length > 1)
      throw new Error(`there are ${found.length} inputs called ${name}`)
    const blockId = String(only.block['block_id'])
    filled[blockId] = { ...filled[blockId], [name]: chosen(only.element, value) }
  }
  state.filled.set(keyOf(where), filled)
}

/** How the value of each kind of input is called in `state.values`, and from which initial field. */
const FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  checkboxes: ['selected_options', 'initial_options'],
  multi_static_select: ['selected_options', 'initial_options'],
  radio_buttons: ['selected_option', 'initial_option'],
  static_select: ['selected_option', 'initial_option'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  users_select: ['selected_user', 'initial_user'],
  channels_select: ['selected_channel', 'initial_channel'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
}
const fieldsOf = (element: Json): readonly [string, string] =>
  FIELDS[String(element['type'])] ?? ['value', 'initial_value']

function initialOf(element: Json): Json {
  const [field, initial] = fieldsOf(element)
  const none = field === 'selected_options' ? [] : null
  return { type: element['type'], [field]: element[initial] ?? none }
}

function chosen(element: Json, value: string | readonly string[]): Json {
  const [field] = fieldsOf(element)
  const type = element['type']
  if (field === 'selected_options') {
    const values = typeof value === 'string' ? [value] : value
    return {
      type,
      [field]: values.filter((one) => one !== '').map((one) => optionOf(element, one)),
    }
  }
  const one = String(value)
  if (field === 'selected_option')
    return { type, [field]: one === '' ? null : optionOf(element, one) }
  return { type, [field]: one === '' ? null : typed(element, one) }
}

/** By its value, or what stands on it. */
function optionOf(element: Json, wanted: string): Json {
  const isIt = (option: Json) =>
    option['value'] === wanted || (isRecord(option['text']) && option['text']['text'] === wanted)
  const found = optionsOf(element).find(isIt)
  if (found === undefined) throw new Error(`there is no option ${wanted}`)
  return found
}

function typed(element: Json, text: string): string | number {
  const most = Number(element['max_length'] ?? 3_000)
  if (text.length > most) throw new Error(`no more than ${most} characters can be typed`)
  if (element['type'] === 'datetimepicker') return Number(text)
  if (
    element['type'] === 'plain_text_input' &&
    element['multiline'] !== true &&
    text.includes('\n')
  )
    throw new Error('this input has one line')
  return text
}

const isEmpty = (value: Json | undefined): boolean =>
  Object.entries(value ?? {}).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  )

/** @returns what Slack's own client says before it sends anything: by block id */
export function clientErrors(state: State, view: SlackView): Readonly<Record<string, string>> {
  const values = valuesOf(state, view)
  const errors = elementsOf(view)
    .filter(({ block }) => block['type'] === 'input')
    .map(({ block, element }) => {
      const blockId = String(block['block_id'])
      const value = values[blockId]?.[String(element['action_id'])]
      return [blockId, problemOf(block, element, value)] as const
    })
  return Object.fromEntries(errors.filter(([, problem]) => problem !== ''))
}

function problemOf(block: Json, element: Json, value: Json | undefined): string {
  if (isEmpty(value))
    return block['optional'] === true ? '' : 'Please complete this required field.'
  const text = String(value?.['value'] ?? '')
  const least = Number(element['min_length'] ?? 0)
  if (element['type'] === 'plain_text_input' && text.length < least)
    return `This must be at least ${least} characters.`
  return element['type'] === 'number_input' ? numberProblem(element, text) : ''
}

function numberProblem(element: Json, text: string): string {
  const isNumber = element['is_decimal_allowed'] === true ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/
  if (!isNumber.test(text)) return 'Please enter a number.'
  const least = Number(element['min_value'] ?? Number.NEGATIVE_INFINITY)
  const most = Number(element['max_value'] ?? Number.POSITIVE_INFINITY)
  return Number(text) < least || Number(text) > most ? 'This number is out of range.' : ''
}

/**
 * The button with this on it, with this action_id, or with this verb.
 *
 * @throws Error when there is none, or more than one
 */
export function buttonOf(where: Where, wanted: string): Element {
  const buttons = elementsOf(where).filter(({ element }) => element['type'] === 'button')
  const found = buttons.filter(({ element }) => namesOf(element).includes(wanted))
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const there = buttons.map(({ element }) => namesOf(element).join(' | ')).join('; ')
  throw new Error(`there are ${found.length} buttons ${wanted} among: ${there}`)
}

function namesOf(element: Json): readonly string[] {
  const text = isRecord(element['text']) ? String(element['text']['text']) : ''
  const id = String(element['action_id'])
  return [text, id, id.split('#')[0] ?? '', verbOf(element['value'])]
}

function verbOf(value: unknown): string {
  try {
    const parsed: unknown = JSON.parse(String(value))
    return isRecord(parsed) ? String(parsed['verb']) : ''
  } catch {
    return ''
  }
}
