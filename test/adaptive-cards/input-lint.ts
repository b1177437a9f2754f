/** Input lint: what somebody fills in on a card reaches the bot as the action that they press. */
import { z } from 'zod'
import { Action, parseAction } from '../../bot/contract/action.ts'
import { type Node, nodesOf } from './nodes.ts'

const Payload = z.looseObject({ verb: z.string() })
type Payload = z.infer<typeof Payload>

const FIELDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Action.options.map(({ shape }) => [shape.verb.value, new Set(Object.keys(shape))]),
)

/** A client sends every input of a card along with each of its buttons. */
export function inputProblems(card: unknown): string[] {
  const inputs = [...nodesOf(card)].filter(({ type }) => type.startsWith('Input.'))
  if (inputs.length === 0) return []
  const payloads = [...nodesOf(card)].flatMap(({ type, data }) =>
    type === 'Action.Execute' ? (Payload.safeParse(data).data ?? []) : [],
  )
  return [
    ...inputs
      .filter((input) => !isRead(input, payloads))
      .map(({ id }) => `input ${id} is not read`),
    ...inputs.flatMap((input) => overwritten(input, payloads)),
    ...fillings(inputs).flatMap((filled) => unread(filled, payloads)),
  ]
}

/** By at least one of the buttons. */
function isRead({ id }: Node, payloads: readonly Payload[]): boolean {
  return payloads.some(({ verb }) => FIELDS.get(verb)?.has(String(id)))
}

/** What a button carries under the id of an input is lost, or wins: clients differ. */
function overwritten({ id }: Node, payloads: readonly Payload[]): string[] {
  return payloads
    .filter((payload) => String(id) in payload)
    .map(({ verb }) => `input ${id} and the button of ${verb} carry the same field`)
}

type Filled = Readonly<Record<string, string>>

/** Left empty, and as full as each can be. */
function fillings(inputs: readonly Node[]): readonly Filled[] {
  const fill = (wordsFor: (input: Node) => string): Filled =>
    Object.fromEntries(inputs.map((input) => [String(input.id), wordsFor(input)]))
  return [fill(emptyOf), fill(fullOf)]
}

const emptyOf = ({ value }: Node): string => String(value ?? '')

function fullOf({ type, choices, maxLength }: Node): string {
  if (type === 'Input.Text') return 'é'.repeat(Number(maxLength))
  if (type === 'Input.Date') return '2026-12-31'
  return Choices.parse(choices).at(-1)?.value ?? ''
}

const Choices = z.array(z.object({ value: z.string() }))

function unread(filled: Filled, payloads: readonly Payload[]): string[] {
  return payloads
    .filter((payload) => !arrives(filled, payload))
    .map(({ verb }) => `what is filled in does not reach ${verb}`)
}

function arrives(filled: Filled, payload: Payload): boolean {
  const sent = { ...payload, ...filled }
  const read: Record<string, unknown> | undefined = parseAction(sent)
  const fields = [...(FIELDS.get(payload.verb) ?? [])].filter((field) => field in filled)
  return read !== undefined && fields.every((field) => read[field] === filled[field])
}
