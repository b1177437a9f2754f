/** Markdown document: a text in Markdown as chapters and sections, each as it was written. */

import { z } from 'zod'
import { isChapter } from '../handbook-files.ts'
import { readYaml } from '../yaml.ts'
import { type ChapterText, type SectionText, splitChapter } from './chapter-text.ts'
import {
  chaptersFrom,
  type DraftBook,
  type DraftChapter,
  type DraftPart,
  type DraftSection,
  notesOf,
} from './draft.ts'
import { Refuse } from './imported.ts'
import { isContentsTitle, withoutNumbers } from './titles.ts'

/** A list in a list, a hundred times over: reading it takes time that grows with its square. */
const NESTED_TOO_DEEP = /^[ \t>]{200,}[-*+\d>]/m

/** @throws Refuse for a text without headings, or one that is nested without end */
export function readMarkdown(source: string, fileName: string, fileTitle: string): DraftBook {
  if (NESTED_TOO_DEEP.test(source)) throw new Refuse('too-many-parts')
  const text = splitChapter(source, [1, 2])
  if (text.sections.length === 0) throw new Refuse(source.trim() === '' ? 'no-text' : 'no-headings')
  const chapters = chaptersOf(text, fileTitle)
  const sections = chapters.reduce((sum, chapter) => sum + chapter.sections.length, 0)
  if (sections === 0) throw new Refuse('no-headings')
  const file = chapters.length === 1 && isChapter(fileName) ? { file: fileName } : {}
  return {
    chapters: chapters.map((chapter) => ({ ...chapter, ...file })),
    formatted: true,
    notes: notesOf({ 'text-before-first-heading': text.lead === '' ? 0 : 1 }),
  }
}

/** As a file of a handbook: level two is a section, and nothing else is touched. */
export function readChapterFile(file: string, source: string): DraftChapter {
  const { front, sections } = splitChapter(source)
  return {
    ...{ file, title: titleIn(front) ?? file.replace(/\.md$/, ''), guessed: false },
    sections: sections.map((section) => sectionFrom(section, section.title)),
  }
}

const Titled = z.object({ title: z.string().min(1).optional() })

function titleIn(front = ''): string | undefined {
  const reading = readYaml(Titled, front)
  return reading.problems === undefined ? reading.value.title : undefined
}

function chaptersOf({ front, sections }: ChapterText, fileTitle: string): readonly DraftChapter[] {
  const hasBoth = new Set(sections.map(({ depth }) => depth)).size === 2
  const titles = withoutNumbers(sections.map(({ title }) => title))
  const own = titleIn(front)
  const parts = sections.flatMap((section, index): readonly DraftPart[] => {
    const title = titles[index] ?? section.title
    return isContents(section) ? [] : [partOf(section, title, hasBoth && section.depth === 1)]
  })
  return chaptersFrom(parts, {
    ...{ title: own ?? fileTitle, guessed: own === undefined },
    ...(front === undefined ? {} : { front }),
  })
}

/** Text right below the heading of a chapter is a section that is called like it. */
function partOf(text: SectionText, title: string, isChapterTitle: boolean): DraftPart {
  const section = sectionFrom(text, title)
  if (!isChapterTitle) return { section }
  const { id: _id, ...named } = section
  return text.body === '' ? { chapter: title } : { chapter: title, section: named }
}

/** What holds nothing but links is made by the handbook itself. */
const isContents = ({ title, body }: SectionText): boolean =>
  isContentsTitle(title) &&
  body.split('\n').every((line) => /^\s*([-*]|\d+[.)])\s|^\s*$/.test(line))

function sectionFrom({ id, meta, body }: SectionText, title: string): DraftSection {
  return {
    ...{ title, anchors: [], body: { kind: 'markdown', text: body } },
    ...(id === undefined ? {} : { id }),
    ...(meta === '' ? {} : { meta }),
  }
}
