/** Weeks: a share for each week as a bar, and an open circle where there is none to show. */
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { at, chart } from './chart.ts'

const WIDTH = 340
const HEIGHT = 200
const AREA = { left: 40, right: 332, top: 18, bottom: 168 }

export type WeekBar = Readonly<{
  /** Such as "7 september 2026". */
  date: string
  /** In percent; undefined for a week that has none to show. */
  share: number | undefined
  /** The share in words, or why there is none. */
  words: string
}>

type Words = Readonly<{ id: string; title: string; description: string; head: readonly string[] }>

/** @param weeks oldest first, at least one */
export function weeksChart(words: Words, weeks: readonly WeekBar[], context: PageContext): Html {
  const full = weeks.some(({ share = 0 }) => share > 50) ? 100 : 50
  const step = (AREA.right - AREA.left) / weeks.length
  const placed = weeks.map((week, index) => ({ ...week, x: at(AREA.left + index * step) }))
  const yOf = (percent: number) => at(AREA.bottom - (percent / full) * (AREA.bottom - AREA.top))
  return chart(
    {
      ...{ ...words, width: WIDTH, height: HEIGHT },
      shapes: [
        ...[0, full / 2, full].map((percent) => scaleLine(percent, yOf(percent))),
        ...placed.map(({ x, share }) => bar(x + 3, share, { width: at(step - 6), yOf })),
        ...endLabels(placed, { half: step / 2, yOf }),
        ...dates(weeks),
      ],
      rows: weeks.map(({ date, words }) => [date, words]).toReversed(),
    },
    context,
  )
}

const scaleLine = (percent: number, y: number): Html =>
  html`<path class="ax" d="M${AREA.left} ${y}H${AREA.right}"/><text class="dim" x="${AREA.left - 5}" y="${y + 4}" text-anchor="end">${percent}%</text>`

type Room = Readonly<{ width: number; yOf: (percent: number) => number }>

function bar(x: number, share: number | undefined, { width, yOf }: Room): Html {
  if (share === undefined)
    return html`<circle class="gap" cx="${at(x + width / 2)}" cy="${AREA.bottom - 8}" r="5"/>`
  // A share of nothing is a line, or it would look like a week without a figure.
  const top = Math.min(yOf(share), AREA.bottom - 2)
  return html`<rect class="f1" x="${at(x)}" y="${top}" width="${width}" height="${at(AREA.bottom - top)}"/>`
}

type Placed = WeekBar & Readonly<{ x: number }>
type Spots = Readonly<{ half: number; yOf: (percent: number) => number }>

/** The first and the last that there are; all of them would cover each other. */
function endLabels(placed: readonly Placed[], { half, yOf }: Spots): readonly Html[] {
  const shown = placed.filter(({ share }) => share !== undefined)
  const ends = new Set([shown[0], shown.at(-1)])
  return [...ends].flatMap((end) =>
    end?.share === undefined
      ? []
      : [
          html`<text class="val" x="${at(end.x + half)}" y="${at(yOf(end.share) - 5)}" text-anchor="middle">${end.share}%</text>`,
        ],
  )
}

const dates = (weeks: readonly WeekBar[]): readonly Html[] => [
  html`<text class="dim" x="${AREA.left}" y="${HEIGHT - 12}" text-anchor="start">${weeks[0]?.date}</text>`,
  html`<text class="dim" x="${AREA.right}" y="${HEIGHT - 12}" text-anchor="end">${weeks.at(-1)?.date}</text>`,
]
