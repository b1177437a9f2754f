/** Plain handbook: sections and chapters of the handbook as text alone. */
import { safeText } from '../knowledge/safe-text.ts'
import type { ReplyOf, SectionLink } from './contract/reply.ts'
import { textsFor } from './contract/texts/texts.ts'
import { acknowledgePart } from './plain-care.ts'
import { line, numbered, type Part, sourcePart, wrap } from './plain-layout.ts'
import { richTextToPlain } from './plain-rich-text.ts'

export function section(reply: ReplyOf<'section'>): readonly Part[] {
  const { language, section, content, source, related, acknowledge } = reply
  return [
    wrap(line(section.title)),
    richTextToPlain(content),
    sourcePart(source, language),
    titles(textsFor(language).related, related),
    acknowledge && acknowledgePart(acknowledge, language, related.length + 1),
  ]
}

export function chapters({ language, chapters }: ReplyOf<'chapters'>): readonly Part[] {
  const texts = textsFor(language)
  const rows = chapters.map(({ number, title, sections }) =>
    wrap(`${safeText(title)} (${texts.sectionCount({ count: sections })})`, `${number}. `),
  )
  return [line(texts.chaptersTitle), rows.join('\n')]
}

export function chapter({ chapter, sections }: ReplyOf<'chapter'>): readonly Part[] {
  return [titles(`${chapter.number}. ${line(chapter.title)}`, sections)]
}

export function list(heading: string, items: readonly string[], { from } = { from: 1 }): Part {
  return items.length === 0 ? undefined : `${heading}\n${numbered(items.map(line), from)}`
}

function titles(heading: string, sections: readonly SectionLink[]): Part {
  return list(
    heading,
    sections.map(({ title }) => title),
  )
}
