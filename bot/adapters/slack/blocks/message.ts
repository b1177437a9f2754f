/** Message: a reply as Slack shows it in a conversation. */
import { cardFor } from '../../../../adaptive-cards/card-for.ts'
import { clip, type Element } from '../../../../adaptive-cards/elements.ts'
import type { Reply } from '../../../contract/reply.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import { plainText } from '../../../plain-text.ts'
import { numbered } from './buttons.ts'
import { chartParts } from './charts.ts'
import { cutToFit, ROOM } from './fit.ts'
import { hasInputs, openerOf, withoutForm } from './form.ts'
import { join } from './join.ts'
import { ADVISED_MESSAGE_TEXT, MAX_BUTTON_TEXT, MAX_ROW } from './limits.ts'
import type { Part, ShownBlock } from './part.ts'
import { buttonValue, ID_MARK, SHARE } from './payload.ts'
import { type Place, walk } from './walk.ts'
import { plain } from './words.ts'

export type SlackMessage = Readonly<{
  /** For notifications, screen readers and clients that show no blocks. */
  text: string
  blocks: readonly ShownBlock[]
}>

export type MessageOptions = Readonly<{
  /** An earlier copy may have arrived. */
  possiblyDouble?: boolean
  /** Only the asker sees it: with the button that shows it to everybody. */
  shareable?: boolean
}>

export function renderMessage(reply: Reply, options: MessageOptions = {}): SlackMessage {
  const remark = options.possiblyDouble ? [textsFor(reply.language).possiblyDouble] : []
  const parts: readonly Part[] = [
    ...remark.map((text): Part => ({ kind: 'small', text, tight: false })),
    ...partsOf(reply),
  ]
  const more = textsFor(reply.language).moreHere
  const blocks = numbered(cutToFit(join(parts), ROOM.message, more))
  return {
    text: inactive([...remark, plainText(reply)].join(' ')),
    blocks: options.shareable ? withShare(blocks, reply) : blocks,
  }
}

function partsOf(reply: Reply): readonly Part[] {
  const body: readonly Element[] = cardFor(reply).body ?? []
  const opener = hasInputs(body) ? openerOf(reply) : undefined
  const shown = opener === undefined ? body : withoutForm(body, opener)
  const place: Place = { language: reply.language, surface: 'message' }
  return withCharts(walk(shown, place), shown, reply)
}

/** Before the first of what they are about. */
function withCharts(
  parts: readonly Part[],
  body: readonly Element[],
  reply: Reply,
): readonly Part[] {
  const first = body.findIndex(({ type, ...rest }) => type === 'Container' && !('style' in rest))
  const at = parts.findIndex(({ unit = 0 }) => unit >= first)
  return at < 0 || first < 0 ? parts : parts.toSpliced(at, 0, ...chartParts(reply))
}

/** Top-level text is read as Slack's own markup: without these marks nothing in it is active. */
function inactive(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const shown = clip(escaped.trim(), ADVISED_MESSAGE_TEXT).replace(/&(?:a?m?p?|[lg]?t?)…$/, '…')
  return shown === '' ? '…' : shown
}

/** The section that a reply shows, which everybody may see. */
function sharedSection(reply: Reply): string | undefined {
  switch (reply.kind) {
    case 'answer':
    case 'section':
    case 'incident':
      return reply.section?.id
    default:
      return undefined
  }
}

/** In the first row with room: at the end it would stand with "Was dit nuttig?". */
function withShare(blocks: readonly ShownBlock[], reply: Reply): readonly ShownBlock[] {
  const sectionId = sharedSection(reply)
  const value = sectionId && buttonValue({ verb: 'show-section', sectionId })
  if (!value) return blocks
  const share = {
    type: 'button',
    action_id: [SHARE, 0].join(ID_MARK),
    text: plain(textsFor(reply.language).slackShare, MAX_BUTTON_TEXT),
    value,
  } as const
  const at = blocks.findIndex(
    (block) => block.type === 'actions' && block.elements.length < MAX_ROW,
  )
  const row = blocks[at]
  return row?.type === 'actions'
    ? blocks.with(at, { ...row, elements: [...row.elements, share] })
    : [...blocks, { type: 'actions', elements: [share] }]
}
