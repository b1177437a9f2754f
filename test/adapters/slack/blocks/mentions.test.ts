/** Whatever somebody writes, nobody is called by it and nothing in it becomes a link: in any place, in any form. */
import { renderMessage } from '../../../../bot/adapters/slack/blocks/message.ts'
import { renderView } from '../../../../bot/adapters/slack/blocks/view.ts'
import { aReply, richTextOf } from '../../../builders.ts'
import { objectsIn, ofType, SLOTS } from './replies.ts'

const MENTIONS: readonly string[] = [
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<!channel|kanaal>',
  '<!subteam^S012AB3CD>',
  '<!subteam^S012AB3CD|@ciso>',
  '<@U012AB3CD>',
  '<@W012AB3CD|Marit>',
  '<#C012AB3CD>',
  '<#C012AB3CD|algemeen>',
  '<https://evil.example|intranet>',
  '<https://evil.example>',
  '<mailto:ciso@evil.example|de CISO>',
  '<tel:+31880000100|bel>',
  '<!date^1790000000^{date}^https://evil.example|vandaag>',
  '@channel',
  '@here',
  '@everyone',
  '<!chan\u200bnel>',
  '<\u2060!here>',
  '\u202e<!everyone>\u202c',
  '＜!channel＞',
  '&lt;!channel&gt;',
  '&#60;!here&#62;',
  '&amp;lt;!everyone&amp;gt;',
  '<!channel',
  '*<!here>*',
  '`<!channel>`',
  '\\<!channel\\>',
]

/** A few at a time, short enough that nothing is cut off. */
const TEXTS = Array.from({ length: Math.ceil(MENTIONS.length / 4) }, (_, index) =>
  MENTIONS.slice(index * 4, index * 4 + 4).join(' '),
)

/** What may stand in blocks: in none of these does Slack read markup. */
const INERT = [
  ...['header', 'rich_text', 'context', 'actions', 'section', 'divider', 'input', 'table'],
  ...['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'],
  ...['text', 'link', 'plain_text', 'raw_text', 'button', 'data_visualization', 'bar'],
  ...['plain_text_input', 'datepicker', 'static_select', 'radio_buttons', 'checkboxes'],
]

const typesIn = (value: unknown): readonly unknown[] =>
  objectsIn(value).flatMap(({ type }) => (type === undefined ? [] : [type]))

it('there are enough mentions to mean something', () => {
  expect(new Set(MENTIONS).size).toBeGreaterThanOrEqual(25)
})

describe.each(Object.entries(SLOTS))('%s', (_, replyWith) => {
  it('calls nobody and leads nowhere', () => {
    const all = TEXTS.map((text) => replyWith(text))
    const messages = all.map((reply) => renderMessage(reply, { shareable: true }))
    const blocks = [
      messages.map((message) => message.blocks),
      all.map((it) => renderView(it).blocks),
    ]

    expect(typesIn(blocks).filter((type) => !INERT.includes(String(type)))).toEqual([])
    expect(messages.filter(({ text }) => /[<>]/.test(text))).toEqual([])
    expect(JSON.stringify(ofType(blocks, 'link'))).not.toContain('evil.example')
  })
})

describe('the text of a notification', () => {
  it('says a mention, and calls nobody', () => {
    const { text } = renderMessage(
      aReply('suggestions', {
        sections: [{ id: 's', title: 'Mag <!channel> & zo?', score: 1 }],
      }),
    )

    expect(text).toContain('Mag &lt;!channel&gt; &amp; zo?')
  })

  it('is not cut in the middle of what was made harmless', () => {
    for (let length = 0; length < 12; length++) {
      const step = `${'x'.repeat(length)}${'<'.repeat(5_000)}`
      const { text } = renderMessage(aReply('section', { content: richTextOf(`\`${step}\``) }))

      expect(text.length).toBeLessThanOrEqual(4_000)
      expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
    }
  })
})

it('a link of the handbook shows where it leads, and is dropped when it leads to anything but https or mail', () => {
  const content = richTextOf(
    '[klik](https://evil.example/x) [bel](tel:112) [lees](javascript:alert(1)) [mail](mailto:a@lindedam.example)',
  )
  const links = ofType(renderMessage(aReply('section', { content })).blocks, 'link')

  expect(links.map(({ url }) => url)).toEqual([
    'https://evil.example/x',
    'mailto:a@lindedam.example',
  ])
  expect(JSON.stringify(renderMessage(aReply('section', { content })).blocks)).toContain(
    '(evil.example)',
  )
})
