/** Trend: one question through the rounds, each share with its interval. */
import { dayOf } from '../../../contract/texts/long-moments.ts'
import { textsFor } from '../../../contract/texts/texts.ts'
import type { Cell } from '../../../polls/plan.ts'
import type { TrendPoint } from '../../../results/figures.ts'
import { cellWords } from '../cell-words.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { at, chart } from './chart.ts'

const WIDTH = 340
const HEIGHT = 200
const AREA = { left: 40, right: 328, top: 14, bottom: 168 }

type Percentage = Extract<Cell, { state: 'percentage' }>
type Placed = Readonly<{ x: number; point: TrendPoint }>
type Drawn = Readonly<{ x: number; cell: Percentage }>

/** @param points oldest first */
export function trendChart(
  id: string,
  title: string,
  points: readonly TrendPoint[],
  context: PageContext,
): Html {
  const texts = textsFor(context.language)
  const placed = points.map((point) => ({ x: xOf(point.opensAt, points), point }))
  const runs = runsOf(placed)
  return chart(
    {
      ...{ id, title, width: WIDTH, height: HEIGHT },
      description: description(points, context),
      shapes: [
        ...scale(),
        ...runs.flatMap((run) => [band(run), line(run)]),
        ...runs.flat().map(dot),
        ...placed.filter(({ point }) => point.cell.state !== 'percentage').map(gap),
        ...labels(runs.flat()),
        ...dates(placed, context),
      ],
      head: [texts.pageRoundHead, texts.pageShareHead, texts.pageIntervalHead, texts.pageAnswers],
      rows: points.map((point) => row(point, context)).toReversed(),
    },
    context,
  )
}

const yOf = (percent: number): number =>
  at(AREA.bottom - (percent / 100) * (AREA.bottom - AREA.top))

/** Rounds stand as far apart as they were. */
function xOf(moment: number, points: readonly TrendPoint[]): number {
  const first = points[0]?.opensAt ?? moment
  const last = points.at(-1)?.opensAt ?? moment
  const share = last === first ? 0.5 : (moment - first) / (last - first)
  const margin = 12
  return at(AREA.left + margin + share * (AREA.right - AREA.left - 2 * margin))
}

/** Rounds next to each other that have a percentage: nothing is drawn across a gap. */
function runsOf(placed: readonly Placed[]): readonly (readonly Drawn[])[] {
  const runs: Drawn[][] = [[]]
  for (const { x, point } of placed)
    if (point.cell.state === 'percentage') runs.at(-1)?.push({ x, cell: point.cell })
    else runs.push([])
  return runs.filter((run) => run.length > 0)
}

function scale(): readonly Html[] {
  return [0, 50, 100].map((percent) => {
    const y = yOf(percent)
    return html`<path class="ax" d="M${AREA.left} ${y}H${AREA.right}"/><text class="dim" x="${AREA.left - 5}" y="${y + 4}" text-anchor="end">${percent}%</text>`
  })
}

function band(run: readonly Drawn[]): Html {
  const [only] = run
  if (only !== undefined && run.length === 1) return lonelyBand(only)
  const high = run.map(({ x, cell }) => `${x} ${yOf(cell.interval.high)}`)
  const low = run.map(({ x, cell }) => `${x} ${yOf(cell.interval.low)}`).toReversed()
  return html`<path class="bnd" d="M${[...high, ...low].join('L')}Z"/>`
}

function lonelyBand({ x, cell: { interval } }: Drawn): Html {
  const [top, bottom] = [yOf(interval.high), yOf(interval.low)]
  return html`<rect class="bnd" x="${x - 5}" y="${top}" width="10" height="${at(bottom - top)}"/>`
}

const line = (run: readonly Drawn[]): Html =>
  html`<path class="ln" d="M${run.map(({ x, cell }) => `${x} ${yOf(cell.favourable)}`).join('L')}"/>`

const dot = ({ x, cell }: Drawn): Html =>
  html`<circle class="pt" cx="${x}" cy="${yOf(cell.favourable)}" r="4"/>`

/** At the foot: that there was a round, and no percentage. */
const gap = ({ x }: Placed): Html =>
  html`<circle class="gap" cx="${x}" cy="${AREA.bottom - 8}" r="5"/>`

/** The first and the last; all of them would cover each other. */
function labels(drawn: readonly Drawn[]): readonly Html[] {
  const ends = drawn.length > 1 ? [drawn[0], drawn.at(-1)] : drawn
  return ends.flatMap((end) =>
    end === undefined
      ? []
      : [
          html`<text class="val" x="${end.x}" y="${labelY(end.cell)}" text-anchor="middle">${end.cell.favourable}%</text>`,
        ],
  )
}

/** Above the interval, or below it where there is no room. */
function labelY({ interval }: Percentage): number {
  const above = at(yOf(interval.high) - 5)
  return above > AREA.top + 4 ? above : at(yOf(interval.low) + 15)
}

function dates(placed: readonly Placed[], context: PageContext): readonly Html[] {
  const [first] = placed
  const last = placed.at(-1)
  if (first === undefined || last === undefined) return []
  if (first === last) return [date(first, { x: first.x, anchor: 'middle' }, context)]
  return [
    date(first, { x: AREA.left, anchor: 'start' }, context),
    date(last, { x: AREA.right, anchor: 'end' }, context),
  ]
}

type Spot = Readonly<{ x: number; anchor: string }>

const date = ({ point }: Placed, { x, anchor }: Spot, context: PageContext): Html =>
  html`<text class="dim" x="${x}" y="${HEIGHT - 12}" text-anchor="${anchor}">${day(point, context)}</text>`

const day = ({ opensAt }: TrendPoint, { organisation, language }: PageContext): string =>
  dayOf(opensAt, organisation.timeZone, language)

function row(point: TrendPoint, context: PageContext): readonly string[] {
  const { cell } = point
  const { short } = cellWords(cell, 'unknown', context.language)
  if (cell.state !== 'percentage') return [day(point, context), short, '', '']
  const { low, high } = cell.interval
  return [day(point, context), short, `${low}–${high}%`, String(cell.answers)]
}

function description(points: readonly TrendPoint[], context: PageContext): string {
  const texts = textsFor(context.language)
  const shown = points.filter(({ cell }) => cell.state === 'percentage')
  const ends = [...new Set([shown[0], shown.at(-1)])].filter((one) => one !== undefined)
  if (ends.length === 0) return texts.pageTrendNone
  const said = ends.map((one) => {
    const rate = one.cell.state === 'percentage' ? String(one.cell.favourable) : ''
    return texts.pageTrendPoint({ date: day(one, context), rate })
  })
  return said.join(' ')
}
