/** Chapter text: the file of a chapter cut where its sections begin, so that it can be put together again. */
import type { Heading } from 'mdast'
import { parseMarkdown, plainTextOf } from '../markdown.ts'
import { explicitId } from './titles.ts'

export type SectionText = Readonly<{
  /** As it stands in the file, number signs included. */
  heading: string
  depth: number
  title: string
  id?: string
  /** The comment block, as it stands in the file; empty when there is none. */
  meta: string
  body: string
  /** All of it as it stands in the file; without it, it is put together from its parts. */
  whole?: string
}>

export type ChapterText = Readonly<{
  /** Between its fences, without them; absent when there is none. */
  front?: string
  /** What stands before the first section. */
  lead: string
  sections: readonly SectionText[]
}>

const FRONT = /^---\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/
/** At the start of what follows a heading. */
const META = /^\s*(<!--\s*vraagbaak\s*\n[\s\S]*?-->)[ \t]*(?:\n|$)/

export const normalLines = (source: string): string =>
  source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')

/** @param depths the levels of the headings that begin a section */
export function splitChapter(source: string, depths: readonly number[] = [2]): ChapterText {
  const text = normalLines(source)
  const match = FRONT.exec(text)
  const body = text.slice(match?.[0].length ?? 0)
  const headings = parseMarkdown(body).children.filter(
    (node): node is Heading => node.type === 'heading' && depths.includes(node.depth),
  )
  const starts = headings.map((heading) => startOf(heading))
  const sections = headings.map((heading, index) => sectionOf(heading, body, starts[index + 1]))
  const lead = withoutBlankEnds(body.slice(0, starts[0] ?? body.length))
  return { ...(match === null ? {} : { front: match[1] ?? '' }), lead, sections }
}

const startOf = ({ position }: Heading): number => position?.start.offset ?? 0
const endOf = ({ position }: Heading): number => position?.end.offset ?? 0

function sectionOf(heading: Heading, source: string, next = source.length): SectionText {
  const rest = source.slice(endOf(heading), next)
  const meta = META.exec(rest)
  const text = plainTextOf(heading).trim()
  return {
    heading: source.slice(startOf(heading), endOf(heading)),
    depth: heading.depth,
    ...explicitId(text),
    meta: meta?.[1] ?? '',
    body: withoutBlankEnds(rest.slice(meta?.[0].length ?? 0)),
    whole: source.slice(startOf(heading), next).trimEnd(),
  }
}

/** Spaces before the first word say that it is code. */
const withoutBlankEnds = (text: string): string => text.trimEnd().replace(/^(?:[ \t]*\n)+/, '')

export function joinChapter({ front, lead, sections }: ChapterText): string {
  const top = front === undefined ? [] : [`---\n${front}\n---`]
  const parts = [...top, ...(lead === '' ? [] : [lead]), ...sections.map(joinSection)]
  return `${parts.join('\n\n')}\n`
}

function joinSection({ heading, meta, body, whole }: SectionText): string {
  if (whole !== undefined) return whole
  const head = meta === '' ? heading : `${heading}\n${meta}`
  return body === '' ? head : `${head}\n\n${body}`
}
