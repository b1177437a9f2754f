/** Parse a chapter: one Markdown file of a handbook into its sections, with the problems found. */
import type { Heading, Root, RootContent } from 'mdast'
import { z } from 'zod'
import { IncidentKind, type RichText } from './handbook.ts'
import {
  asRoot,
  isNumberedList,
  linkedSections,
  parseMarkdown,
  plainTextOf,
  withoutPositions,
} from './markdown.ts'
import type { Problem } from './problem.ts'
import { type Piece, splitChapter } from './split-chapter.ts'
import { atOnce, type Steps, stepByStep } from './steps.ts'
import { readYaml } from './yaml.ts'

const words = z.array(z.string().trim().min(1)).default([])

/** The comment block under a section's heading; an unknown field is a mistake worth hearing of. */
const SectionMeta = z.strictObject({
  keywords: words,
  questions: words,
  incident: z.array(IncidentKind).default([]),
  bio: words,
  source: z.string().optional(),
  confirm: z.string().optional(),
  audience: z.string().optional(),
  /** Everybody must confirm that they read and understood it. */
  acknowledge: z.boolean().default(false),
  /** Of this section, where that of its chapter does not hold. */
  owner: z.email('must be a mail address').optional(),
  review: z.iso.date('must be a date such as 2027-03-01').optional(),
})
type SectionMeta = z.infer<typeof SectionMeta>

const FrontMatter = z.strictObject({
  title: z.string().min(1).optional(),
  language: z.enum(['nl', 'en']).optional(),
  owner: z.email('must be a mail address').optional(),
  review: z.iso.date('must be a date such as 2027-03-01').optional(),
})
export type FrontMatter = z.infer<typeof FrontMatter>

/** A section without the things that only the whole handbook knows: its number and chapter. */
export type ParsedSection = Readonly<{
  /** Absent when the heading names none. */
  id?: string
  title: string
  line: number
  content: RichText
  shortAnswer: RichText
  steps: readonly string[]
  seeAlso: readonly string[]
  meta: SectionMeta
}>

export type ParsedChapter = Readonly<{
  file: string
  front: FrontMatter
  sections: readonly ParsedSection[]
  problems: readonly Problem[]
}>

const EXPLICIT_ID = /\s*\{#([A-Za-z0-9][\w-]*)\}\s*$/
const META_BLOCK = /^<!--\s*vraagbaak\s*\n([\s\S]*?)-->\s*$/
const EMPTY_META = SectionMeta.parse({})

type Report = (line: number, rule: string, message: string) => void

const NO_SECTIONS =
  'has no section: a section starts with a line such as "## Mag ik thuis printen?"'
const NO_ID = 'has no {#id}: a button or link to it breaks when somebody changes the title'

export const parseChapter = (file: string, source: string): ParsedChapter =>
  atOnce(parsingChapter(file, source))

/** The same, a section or so at a time. */
export function* parsingChapter(file: string, source: string): Steps<ParsedChapter> {
  const problems: Problem[] = []
  const report: Report = (line, rule, message) =>
    problems.push({ severity: 'error', file, line, rule, message })

  const { yaml, body, bodyLine } = splitFrontMatter(source)
  const front = parseYaml(FrontMatter, yaml, { firstLine: 2, rule: 'front-matter', report })
  const pieces = yield* stepByStep(splitChapter(body), (piece) =>
    parsePiece(piece, report, bodyLine - 1),
  )
  const sections = pieces.flat()
  const warnings = sections
    .filter(({ id }) => id === undefined)
    .map(({ line, title }) => warn(file, line, 'no-id', `"${title}" ${NO_ID}`))
  if (sections.length === 0) warnings.push(warn(file, 1, 'no-sections', NO_SECTIONS))
  return { file, front: front ?? {}, sections, problems: [...problems, ...warnings] }
}

const warn = (file: string, line: number, rule: string, message: string): Problem => ({
  severity: 'warning',
  file,
  line,
  rule,
  message,
})

function splitFrontMatter(source: string) {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const match = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)
  if (!match) return { yaml: '', body: text, bodyLine: 1 }

  const [whole, yaml = ''] = match
  return { yaml, body: text.slice(whole.length), bodyLine: whole.split('\n').length }
}

const parsePiece = (
  { text, line }: Piece,
  report: Report,
  lineOffset: number,
): readonly ParsedSection[] =>
  splitSections(parseMarkdown(text)).map((nodes) => parseSection(nodes, report, lineOffset + line))

/** Groups of a level-two heading with all that follows it; text before the first one is dropped. */
function splitSections(root: Root): readonly (readonly [Heading, ...RootContent[]])[] {
  const sections: [Heading, ...RootContent[]][] = []
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2) sections.push([node])
    else sections.at(-1)?.push(node)
  }
  return sections
}

function parseSection(
  [heading, ...nodes]: readonly [Heading, ...RootContent[]],
  report: Report,
  lineOffset: number,
): ParsedSection {
  const line = lineOf(heading) + lineOffset
  const headingText = plainTextOf(heading)
  const id = EXPLICIT_ID.exec(headingText)?.[1]
  const [first] = nodes
  const block = first?.type === 'html' ? META_BLOCK.exec(first.value) : null
  const blocks = block ? nodes.slice(1) : nodes
  const meta = block
    ? parseYaml(SectionMeta, block[1] ?? '', {
        firstLine: (first ? lineOf(first) : line) + lineOffset + 1,
        rule: 'section-metadata',
        report,
      })
    : undefined

  return {
    ...(id === undefined ? {} : { id }),
    title: headingText.replace(EXPLICIT_ID, '').trim(),
    line,
    content: withoutPositions(asRoot(blocks)),
    shortAnswer: asRoot(blocks.filter((node) => node.type === 'paragraph').slice(0, 1)),
    steps: stepsOf(blocks),
    seeAlso: linkedSections(asRoot(blocks)),
    meta: meta ?? EMPTY_META,
  }
}

function stepsOf(blocks: readonly RootContent[]): readonly string[] {
  const list = blocks.find(isNumberedList)
  return list === undefined ? [] : list.children.map((item) => plainTextOf(item).trim())
}

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1

type YamlPlace = Readonly<{ firstLine: number; rule: string; report: Report }>

/** Reports what is wrong with its line in the file, and then returns undefined. */
function parseYaml<T>(schema: z.ZodType<T>, source: string, place: YamlPlace): T | undefined {
  const reading = readYaml(schema, source)
  if (reading.problems === undefined) return reading.value
  for (const { line, message } of reading.problems) {
    place.report(place.firstLine + line - 1, place.rule, message)
  }
  return undefined
}
