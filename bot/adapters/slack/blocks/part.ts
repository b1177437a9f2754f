/** Part: a piece of a reply on its way to a block, with what may happen to it. */
import type { Button, KnownBlock, RichTextElement } from '@slack/types'

export type ChartPoint = Readonly<{ label: string; value: number }>

/**
 * Not yet in Slack's types.
 *
 * @see https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
 */
export type ChartBlock = Readonly<{
  type: 'data_visualization'
  block_id?: string
  title: string
  chart: Readonly<{
    type: 'bar'
    series: ReadonlyArray<Readonly<{ name: string; data: readonly ChartPoint[] }>>
    axis_config: Readonly<{ categories: readonly string[]; x_label?: string; y_label?: string }>
  }>
}>

/** What we send: the blocks that Slack's types know, and charts, which they do not know yet. */
export type ShownBlock = KnownBlock | ChartBlock

/** Text that stands on its own, in a list, in a quote or as it was typed. */
export type TextPart = Readonly<{
  kind: 'text'
  form: 'section' | 'quote' | 'preformatted' | 'bullet' | 'ordered'
  /** Of a list: what stands before the item, and how far it stands in. */
  mark: string
  indent: number
  elements: readonly RichTextElement[]
  /** Sections that its words lead to: rich text can hold links only, so these become buttons. */
  links: readonly Button[]
  /** Close to what stands before it. */
  tight: boolean
}>

export type Part = Readonly<
  {
    /** May go when there is too much; all of one unit go together. */
    gives?: boolean
    unit?: number
  } & (
    | TextPart
    /** Small ones are headers only where nothing before them is. */
    | { kind: 'header'; text: string; large: boolean; tight: boolean }
    | { kind: 'small'; text: string; tight: boolean }
    | { kind: 'buttons'; buttons: readonly Button[] }
    | { kind: 'divider' }
    | { kind: 'block'; block: ShownBlock }
  )
>
