/**
 * Check rich text: the shapes of rich_text blocks.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import {
  byType,
  type Check,
  fields,
  isTrueOrFalse,
  list,
  number,
  oneOf,
  string,
  url,
} from './check-kit.ts'

const MOST = 40_000 // no length is documented but that of a whole message
const type = { type: () => undefined }

const style = fields(
  {},
  {
    bold: isTrueOrFalse,
    italic: isTrueOrFalse,
    strike: isTrueOrFalse,
    code: isTrueOrFalse,
    underline: isTrueOrFalse,
    highlight: isTrueOrFalse,
    client_highlight: isTrueOrFalse,
    unlink: isTrueOrFalse,
  },
)

/** An empty text is refused: "must be more than 0 characters". */
const text = fields({ ...type, text: string(MOST) }, { style })
const link = fields({ ...type, url }, { text: string(MOST, 0), unsafe: isTrueOrFalse, style })

const inline = byType({
  text,
  link,
  emoji: fields(
    { ...type, name: string(255) },
    { unicode: string(255), skin_tone: number(1, 6), style },
  ),
  user: fields({ ...type, user_id: string(255) }, { style }),
  channel: fields({ ...type, channel_id: string(255) }, { style }),
  usergroup: fields({ ...type, usergroup_id: string(255) }, { style }),
  broadcast: fields({ ...type, range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: fields({ ...type, value: string(255) }, { style }),
  date: fields(
    { ...type, timestamp: number(0, 9_999_999_999), format: string(255) },
    { url, fallback: string(255), style },
  ),
})

const border = { border: oneOf(0, 1) }
const section = fields({ ...type, elements: list(1, 10_000, inline) })

export const richText: Check = fields(
  {
    ...type,
    elements: list(
      1,
      10_000,
      byType({
        rich_text_section: section,
        rich_text_list: fields(
          {
            ...type,
            style: oneOf('bullet', 'ordered'),
            elements: list(1, 10_000, byType({ rich_text_section: section })),
          },
          { indent: number(0, 8), offset: number(0, 10_000), ...border },
        ),
        rich_text_preformatted: fields(
          { ...type, elements: list(1, 10_000, byType({ text, link })) },
          { ...border, language: string(255) },
        ),
        rich_text_quote: fields({ ...type, elements: list(1, 10_000, inline) }, border),
      }),
    ),
  },
  { block_id: () => undefined }, // looked at where ids must differ
)
