/**
 * Payload: what a button or a form carries, and what comes back of it with what was filled in.
 *
 * Both ways give what Teams gives: one flat object that `parseAction` reads.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { Action, type Payload } from '../../../contract/action.ts'
import { MAX_BUTTON_VALUE, MAX_PRIVATE_METADATA } from './limits.ts'

/** The action id of the button that shows to everybody what one person sees. */
export const SHARE = 'share'
/** Between the words of an id that Slack gives back. */
export const ID_MARK = '#'
/** Opens the block id of every field: `field#<name>`, or `field#<name>#<part>` for one in parts. */
const FIELD = 'field'
/** Before a value that would be too long as it is. */
const PACKED = 'z:'
const MAX_UNPACKED = 20_000

/** A part of a field, and what stands between it and the part before. */
export type Part = Readonly<{ place: number; after?: Break }>
export type Break = 'paragraph' | 'line' | 'word' | 'nothing'
const BREAKS: Readonly<Record<Break, string>> = {
  paragraph: '\n\n',
  line: '\n',
  word: ' ',
  nothing: '',
}

export const fieldId = (name: string, { place, after }: Part = { place: 1 }): string =>
  place === 1
    ? [FIELD, name].join(ID_MARK)
    : [FIELD, name, place, ...(after ? [after] : [])].join(ID_MARK)

export const breakText = (kind: Break): string => BREAKS[kind]

/** The value of a button; undefined where the payload does not fit in one, however it is packed. */
export function buttonValue(payload: Payload | object): string | undefined {
  return fitting(JSON.stringify(payload), MAX_BUTTON_VALUE)
}

/** What the adapter wants back from a modal. */
export type Metadata = string | Readonly<Record<string, unknown>>
type Carried = Readonly<{ payload?: Payload | object; metadata?: Metadata }>

/** @throws RangeError when it does not fit: `metadata` is ours, and short */
export function privateMetadata(content: Carried): string {
  const words = fitting(JSON.stringify(content), MAX_PRIVATE_METADATA)
  if (words === undefined) throw new RangeError('the metadata of this modal is too long')
  return words
}

function fitting(json: string, length: number): string | undefined {
  if (json.length <= length) return json
  const packed = PACKED + deflateRawSync(json).toString('base64')
  return packed.length <= length ? packed : undefined
}

/** @param state of the message or view: its `state`, or the `values` in it */
export function readPressed(value: string | undefined, state: unknown): unknown {
  return withFields(unpack(value), state)
}

/** What the submit button of a modal sends. */
export function submitted(privateMetadata: string | undefined, state: unknown): unknown {
  return withFields(record(unpack(privateMetadata))?.['payload'], state)
}

/** What `renderView` was given to bring back. */
export function metadataOf(privateMetadata: string | undefined): unknown {
  return record(unpack(privateMetadata))?.['metadata']
}

function unpack(words: string | undefined): unknown {
  try {
    return words?.startsWith(PACKED) ? JSON.parse(inflated(words)) : JSON.parse(words ?? 'null')
  } catch {
    return undefined // not of ours: says who reads it
  }
}

const inflated = (words: string): string =>
  inflateRawSync(Buffer.from(words.slice(PACKED.length), 'base64'), {
    maxOutputLength: MAX_UNPACKED,
  }).toString()

/** Only fields that the action reads; a field never takes the place of what the button carries. */
function withFields(payload: unknown, state: unknown): unknown {
  const carried = record(payload)
  if (carried === undefined) return payload
  const known = fieldsOf(carried['verb'])
  const filled = [...fieldsIn(state)].filter(([name]) => known.has(name))
  return { ...Object.fromEntries(filled), ...carried }
}

const FIELDS: ReadonlyMap<unknown, ReadonlySet<string>> = new Map(
  Action.options.map(({ shape }) => [shape.verb.value, new Set(Object.keys(shape))]),
)

/** Names of all that an action with this verb has. */
export function fieldsOf(verb: unknown): ReadonlySet<string> {
  return FIELDS.get(verb) ?? new Set()
}

const Option = z.object({ value: z.string() }).nullish()
const Filled = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Option,
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
})
const Values = z.record(z.string(), z.record(z.string(), Filled))
type Read = Readonly<{ place: number; after: Break; text: string; isChoice: boolean }>

function fieldsIn(state: unknown): ReadonlyMap<string, string> {
  const values = Values.safeParse(record(state)?.['values'] ?? state).data ?? {}
  const parts = new Map<string, readonly Read[]>()
  for (const [id, elements] of Object.entries(values)) {
    const [mark, name = '', place = '1', after = 'paragraph'] = id.split(ID_MARK)
    const filled = Object.values(elements)[0]
    if (mark !== FIELD || filled === undefined) continue
    const part = { ...readOne(filled), place: Number(place), after: breakOf(after) }
    parts.set(name, [...(parts.get(name) ?? []), part])
  }
  return new Map([...parts].map(([name, all]) => [name, whole(all)]))
}

const breakOf = (word: string): Break =>
  word === 'line' || word === 'word' || word === 'nothing' ? word : 'paragraph'

/** Nothing filled in or chosen is '', as on Teams. */
function readOne(filled: z.infer<typeof Filled>): Pick<Read, 'text' | 'isChoice'> {
  const { value, selected_date, selected_option, selected_options } = filled
  if (selected_options)
    return { text: selected_options.map((option) => option.value).join(','), isChoice: true }
  return { text: value ?? selected_date ?? selected_option?.value ?? '', isChoice: false }
}

function whole(parts: readonly Read[]): string {
  const inOrder = parts.toSorted((a, b) => a.place - b.place)
  return inOrder.reduce((text, part) => {
    if (text === '' || part.text === '') return text + part.text
    return text + (part.isChoice ? ',' : BREAKS[part.after]) + part.text
  }, '')
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isRecord ? { ...value } : undefined
}
