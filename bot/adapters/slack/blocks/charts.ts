/** Charts: released shares as bars, beside a table that says the same; nothing is worked out here. */
import type { TableBlock } from '@slack/types'
import { clip } from '../../../../adaptive-cards/elements.ts'
import type { Reply, ReplyOf } from '../../../contract/reply.ts'
import { figureOf } from '../../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import { MAX_CATEGORY, MAX_CHART_TITLE } from './limits.ts'
import type { ChartBlock, ChartPoint, Part } from './part.ts'
import { oneLine } from './words.ts'

type Line = Readonly<{ label: string; words: string; figure: string; percent?: number }>

/** A chart and its table; one bar says no more than its figure, so it gets neither. */
export function chartParts(reply: Reply): readonly Part[] {
  const lines = linesOf(reply)
  const bars = lines.flatMap(({ label, percent }) =>
    percent === undefined ? [] : [{ label, value: percent }],
  )
  if (bars.length < 2) return []
  return [
    { kind: 'block', block: chartOf(bars, reply) },
    { kind: 'block', block: tableOf(lines, reply) },
  ]
}

function linesOf(reply: Reply): readonly Line[] {
  switch (reply.kind) {
    case 'poll-result':
      return questionLines(reply)
    case 'results':
      return reply.view.headlines.map(({ topic, percent }, index) => ({
        label: clip(`${index + 1}. ${oneLine(topic)}`, MAX_CATEGORY),
        words: `${index + 1}. ${clip(oneLine(topic), MAX_WORDS)}`,
        figure: `${percent}%`,
        percent,
      }))
    default:
      return []
  }
}

const MAX_WORDS = 200

function questionLines({ result, language }: ReplyOf<'poll-result'>): readonly Line[] {
  const { slackChartQuestion } = textsFor(language)
  return result.questions.map((question, index) => ({
    label: `${slackChartQuestion} ${index + 1}`,
    words: `${index + 1}. ${clip(oneLine(question.question), MAX_WORDS)}`,
    figure: figureOf(question, language).headline,
    ...(question.cell.state === 'percentage' ? { percent: question.cell.favourable } : {}),
  }))
}

function chartOf(data: readonly ChartPoint[], { language }: Reply): ChartBlock {
  const texts = textsFor(language)
  const categories = data.map(({ label }) => label)
  return {
    type: 'data_visualization',
    title: clip(texts.slackChartTitle, MAX_CHART_TITLE),
    chart: {
      type: 'bar',
      series: [{ name: clip(texts.slackChartSeries, MAX_CATEGORY), data }],
      axis_config: { categories },
    },
  }
}

function tableOf(lines: readonly Line[], { kind, language }: Reply): TableBlock {
  const texts = textsFor(language)
  const head = kind === 'results' ? texts.slackChartTopic : texts.slackChartQuestion
  const row = (...cells: readonly string[]) =>
    cells.map((text) => ({ type: 'raw_text' as const, text }))
  return {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
    rows: [
      row(head, texts.slackChartShare),
      ...lines.map(({ words, figure }) => row(words, figure)),
    ],
  }
}
