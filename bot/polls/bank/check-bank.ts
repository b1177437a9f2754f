/** Check bank: does what a file of questions refers to exist? */
import type { z } from 'zod'
import type { Entry, Vocabulary } from './entry.ts'

type Context = z.RefinementCtx
type Path = (string | number)[]
type Report = (field: Path, message: string) => void

export function checkQuestions(
  entries: readonly Entry[],
  vocabulary: Vocabulary,
  context: Context,
): void {
  const seen = new Set<string>()
  entries.forEach((entry, index) => {
    const report: Report = (field, message) =>
      context.addIssue({ code: 'custom', path: ['questions', index, ...field], message })
    if (seen.has(entry.id)) report(['id'], 'stands here twice')
    seen.add(entry.id)
    checkReferences(entry, vocabulary, report)
    checkOptions(entry, vocabulary, report)
  })
}

function checkReferences(entry: Entry, { areas, figures }: Vocabulary, report: Report): void {
  if (areas[entry.area] === undefined) {
    report(['area'], `must be one of ${Object.keys(areas).join(', ')}`)
  }
  if (entry.national !== undefined && !figures.has(entry.national.figure)) {
    report(['national', 'figure'], `must be one of ${[...figures.keys()].join(', ')}`)
  }
}

function checkOptions(entry: Entry, { scales }: Vocabulary, report: Report): void {
  if ((entry.options !== undefined) !== (entry.scale === 'quiz')) {
    report(['options'], 'must be given for a quiz, and for no other scale')
  }
  const options = [...(entry.options ?? []), ...scales[entry.scale]]
  const values = options.map(({ value }) => value)
  if (new Set(values).size < values.length) report(['options'], 'has the same value twice')

  const counted = options.filter(({ substantive }) => substantive).map(({ value }) => value)
  const check = (field: Path, chosen: readonly string[], allowed: readonly string[]) =>
    chosen.forEach((value, index) => {
      const message = `must be one of ${allowed.join(', ')}`
      if (!allowed.includes(value)) report([...field, index], message)
    })
  check(['favourable'], entry.favourable, counted)
  check(['reportOn'], entry.reportOn, values)
  check(['national', 'counts'], entry.national?.counts ?? [], counted)
}

type SeriesFields = Readonly<{
  anchors?: readonly string[]
  modules?: readonly Readonly<{ questions: readonly string[] }>[]
}>

export function checkSeries(
  { anchors = [], modules = [] }: SeriesFields,
  known: ReadonlySet<string>,
  context: Context,
): void {
  const check = (path: Path, ids: readonly string[]) =>
    ids.forEach((id, index) => {
      if (known.has(id)) return
      context.addIssue({ code: 'custom', path: [...path, index], message: 'is no known question' })
    })
  check(['anchors'], anchors)
  modules.forEach(({ questions }, index) => {
    check(['modules', index, 'questions'], questions)
  })
}
