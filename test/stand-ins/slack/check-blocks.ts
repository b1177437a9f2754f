/**
 * Check blocks: what Slack refuses in Block Kit, told apart from what the bot itself thinks of it.
 *
 * Blocks that no bot of ours has a use for (video, file, card, carousel, container, plan, task_card)
 * are refused as unsupported: add their rules before you send them.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
import { chart, checkCounts, dataTable, table } from './check-data.ts'
import { imageElement, inActions, inInput, inSection } from './check-elements.ts'
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
  once,
  oneOf,
  plainText,
  type Surface,
  string,
  textIn,
} from './check-kit.ts'
import { richText } from './check-rich-text.ts'

const base = { type: () => undefined }
const ids = { block_id: () => undefined }

const anywhere: Readonly<Record<string, Check>> = {
  actions: fields({ ...base, elements: list(1, 25, inActions) }, ids),
  context: fields(
    {
      ...base,
      elements: list(1, 10, (value, at) => {
        const isImage = isRecord(value) && value['type'] === 'image'
        return (isImage ? imageElement : anyText(3_000))(value, at)
      }),
    },
    ids,
  ),
  divider: fields(base, ids),
  header: fields({ ...base, text: plainText(150) }, ids),
  image: all(
    either('image_url', 'slack_file'),
    fields(
      { ...base, alt_text: string(2_000) },
      { ...ids, image_url: imageUrl, slack_file: () => undefined, title: plainText(2_000) },
    ),
  ),
  input: fields(
    { ...base, label: plainText(2_000), element: inInput },
    { ...ids, hint: plainText(2_000), optional: isTrueOrFalse, dispatch_action: isTrueOrFalse },
  ),
  rich_text: richText,
  section: all(
    either('text', 'fields'),
    fields(base, {
      ...ids,
      text: anyText(3_000),
      fields: list(1, 10, anyText(2_000)),
      accessory: inSection,
      expand: isTrueOrFalse,
    }),
  ),
}

const alert = fields(
  { ...base, text: anyText(200) },
  { ...ids, level: oneOf('default', 'info', 'warning', 'error', 'success') },
)
const markdown = fields({ ...base, text: string(12_000) }, ids)

const BLOCKS: Readonly<Record<Surface, Check>> = {
  message: byType({
    ...anywhere,
    markdown,
    table,
    data_table: dataTable,
    data_visualization: chart,
  }),
  modal: byType({ ...anywhere, alert }),
  home: byType({ ...anywhere, table }),
}

const MOST: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }

/** @returns what is wrong, as Slack says it in `response_metadata.messages`; nothing when all is well */
export function checkBlocks(
  blocks: unknown,
  surface: Surface,
  path = '/blocks',
): readonly string[] {
  const problems: string[] = []
  const at: At = {
    path,
    surface,
    taken: new Set(),
    say: (problem, where) => void problems.push(`[ERROR] ${problem} [json-pointer:${where}]`),
  }
  list(0, MOST[surface], BLOCKS[surface])(blocks, at)
  if (!Array.isArray(blocks)) return problems

  checkCounts(blocks, at)
  for (const [index, block] of blocks.entries()) {
    const id = isRecord(block) ? block['block_id'] : undefined
    if (id !== undefined) once('block_id', 255)(id, inside(inside(at, index), 'block_id'))
  }
  return problems
}

/**
 * Whether the texts of a message are too long together (`msg_blocks_too_long`).
 *
 * Not documented. Measured by others: 13,297 characters fit beside one block, 125 fewer for each more.
 * @see https://github.com/slackapi/bolt-js/issues/2509
 */
export function isTooLong(blocks: readonly unknown[]): boolean {
  return textIn(blocks) + 125 * (blocks.length - 1) > 13_297
}
