/** Distribution: how often each answer was chosen, as one bar of parts and a line for each. */
import { textsFor } from '../../../contract/texts/texts.ts'
import type { Question } from '../../../polls/question.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page-context.ts'
import { at, chart } from './chart.ts'

const WIDTH = 340
const BAR = { x: 2, y: 2, width: 336, height: 40 }
const LINE = 24

type Part = Readonly<{
  text: string
  /** In whole percent, as the plan has it. */
  share: number
  /** Pattern over it, for who does not see the colours; none over what is safe. */
  pattern?: 'hatch' | 'lines'
  /** Of the colours f1 to f5 in style.ts. */
  fill: string
  /** Of the whole bar, 0 to 1: rounded shares need not add up to 100. */
  from: number
  width: number
}>

/** @param shares by option value, in whole percent of all who answered */
export function distributionChart(
  question: Question,
  shares: Readonly<Record<string, number>>,
  context: PageContext,
): Html {
  const texts = textsFor(context.language)
  const parts = partsOf(question, shares, context)
  return chart(
    {
      id: 'spread',
      title: texts.pageDistribution,
      description: parts.map(({ text, share }) => `${text}: ${share}%`).join('; '),
      width: WIDTH,
      height: BAR.height + 14 + parts.length * LINE,
      shapes: [patterns(), ...parts.map(barPart), ...parts.map((part, n) => legendLine(part, n))],
      head: [texts.pageAnswer, texts.pageShareOfAll],
      rows: parts.map(({ text, share }) => [text, `${share}%`]),
    },
    context,
  )
}

/** In the order of the answers; the widths are made to fill the bar. */
function partsOf(
  question: Question,
  shares: Readonly<Record<string, number>>,
  { language }: PageContext,
): readonly Part[] {
  const total = Object.values(shares).reduce((sum, share) => sum + share, 0) || 1
  const fills = fillsOf(question)
  let from = 0
  return question.options.map(({ value, text, substantive }, index) => {
    const share = shares[value] ?? 0
    const start = from
    from += share
    return {
      ...{ text: text[language], share },
      ...(question.favourable.includes(value) ? {} : { pattern: substantive ? 'hatch' : 'lines' }),
      ...{ fill: fills[index] ?? OUTSIDE, from: start / total, width: share / total },
    }
  })
}

const SAFE = ['f1', 'f2']
const UNSAFE = ['f5', 'f4']
const OUTSIDE = 'f3'

/** Safe answers in blue, others in ochre, each in turn dark and light; grey is outside the percentage. */
function fillsOf({ options, favourable }: Question): readonly string[] {
  const seen = { safe: 0, unsafe: 0 }
  return options.map(({ value, substantive }) => {
    if (!substantive) return OUTSIDE
    const isSafe = favourable.includes(value)
    const shades = isSafe ? SAFE : UNSAFE
    const turn = isSafe ? seen.safe++ : seen.unsafe++
    return shades[turn % shades.length] ?? OUTSIDE
  })
}

const patterns = (): Html =>
  html`<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 7L7 0"/></pattern><pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 2H5"/></pattern></defs>`

function barPart({ share, fill, from, width, pattern }: Part): Html {
  if (share === 0) return html``
  const box = html`x="${at(BAR.x + from * BAR.width)}" y="${BAR.y}" width="${at(width * BAR.width)}" height="${BAR.height}"`
  return html`<rect class="${fill} edge" ${box}/>${pattern && html`<rect fill="url(#${pattern})" ${box}/>`}`
}

function legendLine({ text, share, fill, pattern }: Part, index: number): Html {
  const y = BAR.height + 14 + index * LINE
  const box = html`x="2" y="${y}" width="16" height="16"`
  return html`<rect class="${fill}" ${box}/>${pattern && html`<rect fill="url(#${pattern})" ${box}/>`}
<text class="val" x="60" y="${y + 13}" text-anchor="end">${share}%</text><text x="70" y="${y + 13}">${text}</text>`
}
