/** Slack: draws the blocks of a message or modal as Slack's client does, near enough to judge them by. */
/* global make */

const PLAIN = {
  header: (block) => make('p', 'slack-header', block.text.text),
  section: (block) =>
    make(
      'div',
      'slack-section',
      make(
        'span',
        '',
        block.text?.text ?? (block.fields ?? []).map(({ text }) => text).join(' · '),
      ),
      ...(block.accessory ? [drawSlackElement(block.accessory)] : []),
    ),
  context: (block) =>
    make('p', 'slack-context', block.elements.map(({ text }) => text ?? '').join(' ')),
  divider: () => make('hr', ''),
  actions: (block) => make('div', 'slack-actions', ...block.elements.map(drawSlackElement)),
  rich_text: (block) => make('div', 'slack-rich', ...block.elements.map(drawRich)),
  table: (block) => drawTable(block.rows),
  data_visualization: (block) =>
    make('p', 'slack-chart', [block.title, ...block.chart.series.flatMap(drawSeries)].join('\n')),
  input: (block) =>
    make(
      'label',
      'slack-input',
      make('span', '', block.label.text),
      drawSlackElement(block.element),
    ),
}

const drawSeries = ({ data }) =>
  data.map(({ label, value }) => `${label}  ${'█'.repeat(Math.round(value / 5))} ${value}`)

const drawBlock = (block) => PLAIN[block.type](block)

const RICH = {
  rich_text_section: (one) => make('p', '', ...one.elements.map(drawRun)),
  rich_text_quote: (one) => make('blockquote', '', ...one.elements.map(drawRun)),
  rich_text_preformatted: (one) => make('pre', '', ...one.elements.map(drawRun)),
  rich_text_list: (one) => {
    const items = one.elements.map((item) => make('li', '', ...item.elements.map(drawRun)))
    const list = make(one.style === 'ordered' ? 'ol' : 'ul', '', ...items)
    if (one.offset) list.start = one.offset + 1
    list.style.marginLeft = `${(one.indent ?? 0) * 20}px`
    return list
  },
}

const drawRich = (one) => RICH[one.type](one)

function drawRun({ text, url, style = {} }) {
  const run = url ? make('a', '', text ?? url) : make('span', '', text ?? '')
  if (url) run.href = url
  if (style.bold) run.style.fontWeight = '700'
  if (style.italic) run.style.fontStyle = 'italic'
  if (style.strike) run.style.textDecoration = 'line-through'
  if (style.code) run.className = 'slack-code'
  return run
}

function drawTable(rows) {
  const cell = (one) => (one.type === 'rich_text' ? one.elements.map(drawRich) : [one.text ?? ''])
  const drawn = rows.map((row) => make('tr', '', ...row.map((one) => make('td', '', ...cell(one)))))
  return make('table', 'slack-table', ...drawn)
}

const ELEMENTS = {
  button: (one) => {
    const button = make('button', `slack-button ${one.style ?? ''}`, one.text.text)
    button.type = 'button'
    return button
  },
  plain_text_input: (one) => {
    const field = make(one.multiline ? 'textarea' : 'input', '')
    field.value = one.initial_value ?? ''
    field.placeholder = one.placeholder?.text ?? ''
    return field
  },
  datepicker: (one) => {
    const field = make('input', '')
    field.value = one.initial_date ?? ''
    return field
  },
  static_select: (one) =>
    make('select', '', ...one.options.map((it) => make('option', '', it.text.text))),
  radio_buttons: (one) => drawChoices(one, '○'),
  checkboxes: (one) => drawChoices(one, '☐'),
}

const drawSlackElement = (one) => ELEMENTS[one.type](one)

function drawChoices({ options, initial_option: chosen }, mark) {
  const shown = (it) => `${it.value === chosen?.value ? '●' : mark} ${it.text.text}`
  return make('span', 'slack-choices', ...options.map((it) => make('span', '', shown(it))))
}

/** What arrives, and the modal that its button opens, when there is something to fill in. */
globalThis.drawSlack = ({ message, view }) => {
  const drawn = make('div', 'slack-message', ...message.blocks.map(drawBlock))
  if (!view) return drawn
  const title = make('p', 'slack-title', view.title.text)
  const foot = make(
    'div',
    'slack-actions',
    ...[view.close, view.submit].filter(Boolean).map((words) => {
      const button = make(
        'button',
        `slack-button ${words === view.submit ? 'primary' : ''}`,
        words.text,
      )
      button.type = 'button'
      return button
    }),
  )
  const modal = make('div', 'slack-modal', title, ...view.blocks.map(drawBlock), foot)
  return make('div', '', drawn, make('p', 'label', 'Slack, modal'), modal)
}
