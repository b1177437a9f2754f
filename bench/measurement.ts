/** Measurement: what each file of this folder offers, and how its figures are told. */

export type Options = Readonly<{
  /** Folder with public question sets; those are left out without it. */
  data?: string
  /** How long one run of a load test lasts. */
  seconds: number
  /** Fewer recipients in the measurement of the delivery: to try it out. */
  short: boolean
}>

export type Measurement = Readonly<{
  title: string
  /** Resolves to Markdown. */
  run: (options: Options) => Promise<string>
}>

export type Target = Readonly<
  { atMost: number } | { atLeast: number } | { ratioAtLeast: number } | { ratioAtMost: number }
>

export type Figure = Readonly<{
  what: string
  ours: number
  /** What the peer took for the same in the same run. */
  peer?: number
  unit: 'ms' | 's' | 'MB' | 'turns/s' | 'bytes'
  target?: Target
}>

/** Figures beside their peers, with the ratio, the target and whether it was reached. */
export const figures = (peer: string, rows: readonly Figure[]): string =>
  table(['measured', 'Vraagbaak', peer, 'ratio', 'target', ''], rows.map(cellsOf))

const cellsOf = (figure: Figure): readonly string[] => [
  figure.what,
  amount(figure.ours, figure.unit),
  figure.peer === undefined ? '—' : amount(figure.peer, figure.unit),
  figure.peer === undefined ? '—' : ratioOf(figure, figure.peer).toFixed(2),
  figure.target === undefined ? '—' : wordsFor(figure.target, figure.unit),
  figure.target === undefined ? '' : verdict(isReached(figure, figure.target)),
]

const ratioOf = ({ ours }: Figure, peer: number): number => (peer === 0 ? 0 : ours / peer)

function isReached(figure: Figure, target: Target): boolean {
  if ('atMost' in target) return figure.ours <= target.atMost
  if ('atLeast' in target) return figure.ours >= target.atLeast
  if (figure.peer === undefined) return false
  const ratio = ratioOf(figure, figure.peer)
  return 'ratioAtLeast' in target ? ratio >= target.ratioAtLeast : ratio <= target.ratioAtMost
}

function wordsFor(target: Target, unit: Figure['unit']): string {
  if ('atMost' in target) return `≤ ${target.atMost} ${unit}`
  if ('atLeast' in target) return `≥ ${target.atLeast} ${unit}`
  return 'ratioAtLeast' in target
    ? `ratio ≥ ${target.ratioAtLeast}`
    : `ratio ≤ ${target.ratioAtMost}`
}

export const verdict = (reached: boolean): string => (reached ? 'reached' : '**not reached**')

/** Three figures tell enough, and more would be noise. */
function amount(value: number, unit: Figure['unit']): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}
