/** What a button or a form carries comes back as what Teams would send. */
import fc from 'fast-check'
import { cardFor } from '../../../../adaptive-cards/card-for.ts'
import { renderMessage } from '../../../../bot/adapters/slack/blocks/message.ts'
import {
  buttonValue,
  metadataOf,
  readPressed,
  submitted,
} from '../../../../bot/adapters/slack/blocks/payload.ts'
import { split } from '../../../../bot/adapters/slack/blocks/split.ts'
import { hasForm, renderView } from '../../../../bot/adapters/slack/blocks/view.ts'
import { type Action, parseAction } from '../../../../bot/contract/action.ts'
import type { Reply } from '../../../../bot/contract/reply.ts'
import { nodesOfType, payloadsOf } from '../../../adaptive-cards/nodes.ts'
import { aReply } from '../../../builders.ts'
import { NAMED_REPLIES, ofType } from './replies.ts'

const actionsOf = (value: unknown): ReadonlyArray<Action | undefined> =>
  ofType(value, 'button')
    .filter(
      (button) => button['url'] === undefined && !String(button['action_id']).startsWith('share'),
    )
    .map(({ value }) => parseAction(readPressed(String(value), undefined)))

const onCard = (reply: Reply): readonly Action[] =>
  payloadsOf(cardFor(reply)).flatMap((payload) => parseAction(payload) ?? [])

const keys = (actions: ReadonlyArray<Action | undefined>): readonly string[] =>
  [...new Set(actions.map((action) => JSON.stringify(action)))].toSorted()

function inModal(reply: Reply): ReadonlyArray<Action | undefined> {
  const view = renderView(reply)
  const sent = view.submit ? [parseAction(submitted(view.private_metadata, undefined))] : []
  return [...actionsOf(view.blocks), ...sent]
}

describe('every button of a card', () => {
  it.each(NAMED_REPLIES)('is in the modal: $name', ({ reply }) => {
    expect(keys(inModal(reply))).toEqual(keys(onCard(reply)))
  })

  it.each(NAMED_REPLIES)('is in the message, or in the form that it opens: $name', ({ reply }) => {
    const inMessage = keys(actionsOf(renderMessage(reply).blocks))
    const card = keys(onCard(reply))
    const opens = inMessage.filter((action) => !card.includes(action))

    expect(opens.length).toBeLessThanOrEqual(hasForm(reply) ? 1 : 0)
    if (opens.length === 0) expect(inMessage).toEqual(card)
    else expect(card).toEqual(expect.arrayContaining(inMessage.filter((it) => !opens.includes(it))))
  })

  it.each(NAMED_REPLIES)('has an id of its own: $name', ({ reply }) => {
    const ids = ofType(renderMessage(reply, { shareable: true }).blocks, 'button').map(
      (button) => button['action_id'],
    )

    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a value', () => {
  it('comes back as it was, also when it is long', () => {
    const question = 'Mag ik een dossier meenemen? '.repeat(70)
    const payload = { verb: 'write-section', question } as const
    const value = buttonValue(payload) ?? ''

    expect(JSON.stringify(payload).length).toBeGreaterThan(2_000)
    expect(value.length).toBeLessThanOrEqual(2_000)
    expect(readPressed(value, undefined)).toEqual(payload)
  })

  it('is not made when it cannot fit, instead of being cut', () => {
    const noise = Array.from({ length: 3_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    )

    expect(buttonValue({ verb: 'ask', question: noise.join('') })).toBeUndefined()
  })

  it('of somebody else is read as nothing, and never breaks anything', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((text) => `z:${text}`),
    )

    fc.assert(
      fc.property(anything, fc.jsonValue(), (value, state) => {
        parseAction(readPressed(value, state))
        parseAction(submitted(value, state))
      }),
    )
    expect(parseAction(readPressed(undefined, undefined))).toBeUndefined()
  })

  it('that unpacks to more than any button holds is not unpacked', () => {
    const bomb = buttonValue({ verb: 'ask', question: 'x'.repeat(100_000) }) ?? ''

    expect(bomb.length).toBeLessThan(2_000)
    expect(readPressed(bomb, undefined)).toBeUndefined()
  })
})

describe('a field', () => {
  const value = buttonValue({ verb: 'decline-poll', roundId: ID(1), how: 'round' })
  const chosen = { 'field#q1': { q1: { type: 'radio_buttons', selected_option: { value: 'ja' } } } }

  it('goes along only with an action that reads it', () => {
    expect(readPressed(value, chosen)).toEqual({
      verb: 'decline-poll',
      roundId: ID(1),
      how: 'round',
    })
  })

  it('never takes the place of what the button carries', () => {
    const forged = { 'field#escalationId': { x: { type: 'plain_text_input', value: ID(2) } } }
    const carried = buttonValue({ verb: 'answer-escalation', escalationId: ID(1) })

    expect(readPressed(carried, forged)).toMatchObject({ escalationId: ID(1) })
  })

  it('brings back what the adapter gave the modal', () => {
    const view = renderView(aReply('human-form'), { channel: 'C1', ts: '1.2' })

    expect(metadataOf(view.private_metadata)).toEqual({ channel: 'C1', ts: '1.2' })
  })
})

function ID(n: number): string {
  return `11111111-1111-4111-8111-00000000000${n}`
}

type Filled = Readonly<Record<string, unknown>>

/** What Slack sends when nothing is touched, or something is chosen in every field. */
function stateOf(blocks: unknown, fill: (element: Filled) => Filled): Filled {
  const inputs = ofType(blocks, 'input')
  return {
    values: Object.fromEntries(
      inputs.map(({ block_id, element }) => {
        const { action_id, type, ...rest } = element as Filled // an input block has one
        return [block_id, { [String(action_id)]: { type, ...fill({ type, ...rest }) } }]
      }),
    ),
  }
}

const untouched = (element: Filled): Filled => {
  const { initial_value, initial_date, initial_option } = element
  switch (element['type']) {
    case 'plain_text_input':
      return { value: initial_value ?? null }
    case 'datepicker':
      return { selected_date: initial_date ?? null }
    case 'checkboxes':
      return { selected_options: [] }
    default:
      return { selected_option: initial_option ?? null }
  }
}

const filled = (element: Filled): Filled => {
  const options = Array.isArray(element['options']) ? element['options'] : []
  switch (element['type']) {
    case 'plain_text_input':
      return { value: 'ingevuld' }
    case 'datepicker':
      return { selected_date: '2026-12-01' }
    case 'checkboxes':
      return { selected_options: options }
    default:
      return { selected_option: options.at(-1) }
  }
}

/** What Teams sends: the card's own values, or the last choice of all. */
function flat(reply: Reply, touch: boolean): Record<string, string> {
  const card = cardFor(reply)
  const texts = nodesOfType(card, 'Input.Text').map(({ id, value }) => [
    id,
    touch ? 'ingevuld' : value,
  ])
  const dates = nodesOfType(card, 'Input.Date').map(({ id, value }) => [
    id,
    touch ? '2026-12-01' : value,
  ])
  const sets = nodesOfType(card, 'Input.ChoiceSet').map((set) => {
    const values = (set.choices as { value: string }[]).map(({ value }) => value)
    const isMulti = 'isMultiSelect' in set
    return [set.id, touch ? (isMulti ? values.join(',') : values.at(-1)) : set.value]
  })
  return Object.fromEntries(
    [...texts, ...dates, ...sets].map(([id, value]) => [String(id), String(value ?? '')]),
  )
}

const FORMS = NAMED_REPLIES.filter(({ reply }) => hasForm(reply))

describe('a form', () => {
  it('is known by what is filled in', () => {
    const kinds = new Set(FORMS.map(({ reply }) => reply.kind))

    expect([...kinds].toSorted()).toEqual([
      ...['announcement-form', 'document-doubts', 'draft-review', 'escalation', 'human-form'],
      ...['incident-form', 'poll', 'poll-form', 'section-form'],
    ])
  })

  it.each(FORMS)('sends untouched what Teams would: $name', ({ reply }) => {
    const { blocks, private_metadata } = renderView(reply)
    const state = stateOf(blocks, untouched)
    const carried = submitted(private_metadata, undefined) as object
    const action = parseAction(submitted(private_metadata, state))

    expect(action).toBeDefined()
    expect(action).toEqual(parseAction({ ...flat(reply, false), ...carried }))
  })

  it.each(FORMS)('sends filled in what Teams would: $name', ({ reply }) => {
    const { blocks, private_metadata } = renderView(reply)
    if (JSON.stringify(blocks).includes('#2#')) return // a text in two parts: see below
    const state = stateOf(blocks, filled)
    const carried = submitted(private_metadata, undefined) as object
    const action = parseAction(submitted(private_metadata, state))

    expect(action).toBeDefined()
    expect(action).toEqual(parseAction({ ...flat(reply, true), ...carried }))
  })

  it('opens again with the button of its message, but not where that would lose what was filled in', () => {
    const verbsOf = (reply: Reply) => actionsOf(renderMessage(reply).blocks).map((it) => it?.verb)
    const section = aReply('section-form')

    expect(verbsOf(aReply('poll'))).toContain('my-poll')
    expect(verbsOf(aReply('poll'))).not.toContain('answer-poll')
    expect(verbsOf(aReply('escalation'))).toEqual(['show-escalation'])
    expect(verbsOf(aReply('escalation', { draft: 'Ja, maar' }))).toContain('answer-escalation')
    expect(verbsOf({ ...section, problem: 'title-missing' })).toContain('save-section')
  })
})

describe('a text that is too long for one field', () => {
  it('is the same again when nothing is touched, and has room to write on', () => {
    const words = fc.array(fc.constantFrom('aan ', 'huis\n', '\n\n', 'x'.repeat(90), '😀', 'ë'), {
      minLength: 30,
      maxLength: 400,
    })

    fc.assert(
      fc.property(words, (parts) => {
        const text = parts
          .join('')
          .slice(0, 4_500)
          .replace(/[\ud800-\udbff]$/, '')
          .trim()
        const reply = aReply('section-form', { text })
        const { blocks, private_metadata } = renderView(reply)
        const action = parseAction(submitted(private_metadata, stateOf(blocks, untouched)))

        expect(action).toMatchObject({ verb: 'save-section', text })
      }),
      { numRuns: 60 },
    )
  })

  it('never becomes longer than what is read', () => {
    const text = 'Bewaar het goed. '.repeat(240)
    const { blocks } = renderView(aReply('section-form', { text }))
    const lengths = ofType(blocks, 'input')
      .filter(({ block_id }) => String(block_id).startsWith('field#text'))
      .map(({ element }) => Number((element as Filled)['max_length']))

    expect(lengths).toHaveLength(2)
    expect(lengths.reduce((sum, length) => sum + length, 1)).toBeLessThanOrEqual(4_500)
  })

  it('is cut between words where it can be', () => {
    expect(split(`${'a'.repeat(2_000)}\n\n${'b'.repeat(2_000)}`, 4_500)).toMatchObject({
      first: 'a'.repeat(2_000),
      after: 'paragraph',
    })
    expect(split('kort', 4_500)).toBeUndefined()
  })
})
