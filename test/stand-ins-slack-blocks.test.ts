/** The checks of blocks: what Slack takes is good, and each thing that it refuses is said. */
import { checkBlocks, isTooLong } from './stand-ins/slack/check-blocks.ts'
import type { Surface } from './stand-ins/slack/check-kit.ts'
import { checkView } from './stand-ins/slack/check-view.ts'
import { actions, button, field, modal } from './stand-ins/slack/try-out.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const option = (value: string) => ({ text: plain(value), value })
const many = (count: number) => Array.from({ length: count }, (_, index) => index)
const rich = (...elements: readonly object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})
const text = (said: string, style?: object) => ({
  type: 'text',
  text: said,
  ...(style && { style }),
})
const table = (...rows: readonly (readonly object[])[]) => ({ type: 'table', rows })
const cell = (said: string) => ({ type: 'raw_text', text: said })
const chart = (more: object = {}) => ({
  type: 'data_visualization',
  title: 'Hoe het gaat',
  chart: {
    type: 'bar',
    series: [{ name: 'Eens', data: [{ label: 'mei', value: 82 }] }],
    axis_config: { categories: ['mei'] },
    ...more,
  },
})
const radio = (more: object) =>
  field('choice', {
    type: 'radio_buttons',
    options: [option('ja'), option('nee')],
    ...more,
  })

describe('checkBlocks', () => {
  const good: readonly (readonly [string, Surface, object])[] = [
    ['a header', 'message', { type: 'header', text: plain('Wachtwoorden') }],
    [
      'rich text',
      'modal',
      rich(text('Let op: ', { bold: true }), { type: 'link', url: 'https://a.example' }),
    ],
    [
      'a list',
      'home',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'ordered',
            indent: 1,
            elements: [{ type: 'rich_text_section', elements: [text('een')] }],
          },
        ],
      },
    ],
    ['a table', 'message', table([cell('Wat'), cell('Hoe')], [cell('a'), rich(text('b'))])],
    ['a chart', 'message', chart()],
    ['a button', 'home', actions(button('Ja', 'yes'), { ...button('Nee', 'no') })],
    ['a choice', 'modal', radio({ initial_option: option('ja') })],
    [
      '25 buttons',
      'message',
      actions(...many(25).map((n) => ({ ...button('Ja', 'yes'), action_id: `yes#${n}` }))),
    ],
    ['fields', 'message', { type: 'section', fields: [plain('a'), plain('b')] }],
    ['context', 'message', { type: 'context', elements: [plain('a')] }],
  ]
  it.each(good)('takes %s', (_, surface, block) => {
    expect(checkBlocks([block], surface)).toEqual([])
  })

  const bad: readonly (readonly [string, Surface, object, string])[] = [
    ['an empty text', 'message', rich(text('')), 'must be more than 0 characters'],
    ['an empty section', 'message', rich(), 'no less than 1 items'],
    [
      'rich text of another kind',
      'message',
      rich({ type: 'bold', text: 'a' }),
      'unsupported type: bold',
    ],
    [
      'a list in a section',
      'message',
      rich({ type: 'rich_text_list', style: 'bullet', elements: [] }),
      'unsupported',
    ],
    [
      'an unknown style',
      'message',
      rich(text('a', { blink: true })),
      'invalid additional property',
    ],
    ['a long header', 'message', { type: 'header', text: plain('x'.repeat(151)) }, 'less than 151'],
    [
      'a header in mrkdwn',
      'message',
      { type: 'header', text: { type: 'mrkdwn', text: 'a' } },
      'unsupported type: mrkdwn',
    ],
    [
      'emoji in mrkdwn',
      'message',
      { type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } },
      'invalid additional',
    ],
    ['a section of nothing', 'message', { type: 'section' }, 'one of text, fields'],
    [
      'a long section',
      'message',
      { type: 'section', text: plain('x'.repeat(3_001)) },
      'less than 3001',
    ],
    [
      'a long button value',
      'message',
      actions({ ...button('Ja', 'yes'), value: 'x'.repeat(2_001) }),
      'less than 2001',
    ],
    [
      'a button without text',
      'message',
      actions({ type: 'button', action_id: 'a' }),
      'missing required field: text',
    ],
    [
      'a colour that is none',
      'message',
      actions({ ...button('Ja', 'yes'), style: 'positive' }),
      'primary, danger',
    ],
    [
      'the same action_id twice',
      'message',
      actions(button('Ja', 'yes'), button('Nee', 'yes')),
      'already exists',
    ],
    [
      '26 elements',
      'message',
      actions(...many(26).map((n) => ({ ...button('Ja', 'yes'), action_id: `${n}` }))),
      'no more than 25',
    ],
    [
      'a link without a protocol',
      'message',
      rich({ type: 'link', url: 'javascript:alert(1)' }),
      'valid URL',
    ],
    [
      'an input without label',
      'modal',
      { ...field('a'), label: undefined },
      'missing required field: label',
    ],
    ['a button as input', 'modal', field('a', { type: 'button' }), 'unsupported type: button'],
    ['a choice of nothing', 'modal', radio({ options: [] }), 'no less than 1'],
    [
      'eleven radio buttons',
      'modal',
      radio({ options: many(11).map((n) => option(`${n}`)) }),
      'no more than 10',
    ],
    [
      'a first choice that differs a little',
      'modal',
      radio({ initial_option: { ...option('ja'), text: plain('Ja') } }),
      'exactly match',
    ],
    [
      'a menu of nothing',
      'modal',
      field('a', { type: 'static_select' }),
      'one of options, option_groups',
    ],
    [
      'a value that is too long for its box',
      'modal',
      field('a', { initial_value: 'abc', max_length: 2 }),
      'less than 3',
    ],
    ['an empty cell', 'message', table([cell('')]), 'more than 0'],
    [
      'rows of different lengths',
      'message',
      table([cell('a')], [cell('b'), cell('c')]),
      'as many cells',
    ],
    ['21 columns', 'message', table(many(21).map(() => cell('a'))), 'no more than 20'],
    ['101 rows', 'message', table(...many(101).map(() => [cell('a')])), 'no more than 100'],
    ['a table in a modal', 'modal', table([cell('a')]), 'unsupported type: table'],
    ['a chart in a Home tab', 'home', chart(), 'unsupported type: data_visualization'],
    [
      'labels that are no categories',
      'message',
      chart({ axis_config: { categories: ['juni'] } }),
      'match the categories',
    ],
    [
      'a slice of nothing',
      'message',
      { ...chart(), chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } },
      'more than 0',
    ],
    [
      'seven slices',
      'message',
      {
        ...chart(),
        chart: { type: 'pie', segments: many(7).map((n) => ({ label: `${n}`, value: 1 })) },
      },
      'no more than 6',
    ],
    [
      'an alert in a message',
      'message',
      { type: 'alert', text: plain('a') },
      'unsupported type: alert',
    ],
    [
      'a block that is none',
      'message',
      { type: 'TextBlock', text: 'a' },
      'unsupported type: TextBlock',
    ],
    ['a long block_id', 'message', { type: 'divider', block_id: 'x'.repeat(256) }, 'less than 256'],
  ]
  it.each(bad)('refuses %s', (_, surface, block, problem) => {
    expect(checkBlocks([block], surface).join()).toContain(problem)
  })

  it('counts over the whole message', () => {
    const divider = { type: 'divider' }

    expect(
      checkBlocks(
        many(51).map(() => divider),
        'message',
      ).join(),
    ).toContain('no more than 50')
    expect(
      checkBlocks(
        many(51).map(() => divider),
        'modal',
      ),
    ).toEqual([])
    expect(checkBlocks([table([cell('a')]), table([cell('a')])], 'message').join()).toContain(
      'only_one_table',
    )
    expect(checkBlocks([chart(), chart(), chart()], 'message').join()).toContain('no more than 2')
    const twice = { ...divider, block_id: 'a' }
    expect(checkBlocks([twice, twice], 'message').join()).toContain('already exists')
    expect(checkBlocks({}, 'message').join()).toContain('must be an array')
  })

  it('measures all texts of a message together', () => {
    const long = rich(text('x'.repeat(13_000)))

    expect(isTooLong([long])).toBe(false)
    expect(isTooLong([long, { type: 'divider' }, { type: 'divider' }, { type: 'divider' }])).toBe(
      true,
    )
  })
})

describe('checkView', () => {
  it('takes a modal and a Home tab', () => {
    expect(checkView(modal(field('a')))).toEqual([])
    expect(checkView({ type: 'home', blocks: [actions(button('Ja', 'yes'))] })).toEqual([])
  })

  const { submit: _, ...unsubmitted } = modal(field('a'))
  it.each([
    ['a long title', { ...modal(), title: plain('x'.repeat(25)) }, 'less than 25'],
    ['inputs that cannot be submitted', unsubmitted, 'missing required field: submit'],
    ['much metadata', { ...modal(), private_metadata: 'x'.repeat(3_001) }, 'less than 3001'],
    [
      'a Home tab with a title',
      { type: 'home', title: plain('a'), blocks: [] },
      'invalid additional',
    ],
    [
      'two inputs in focus',
      modal(field('a', { focus_on_load: true }), field('b', { focus_on_load: true })),
      'only one',
    ],
    ['no blocks', { ...modal(), blocks: undefined }, 'missing required field: blocks'],
  ])('refuses %s', (_name, view, problem) => {
    expect(checkView(view).join()).toContain(problem)
  })
})
