/** Show chapters: browse the handbook from its chapters down to its sections. */
import type { Chapter, Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { ChapterLink, Reply } from '../contract/reply.ts'
import { linkTo } from './quote.ts'

export const showChapters = ({ chapters }: Handbook, language: Language): Reply => ({
  kind: 'chapters',
  chapters: chapters.map(chapterLink),
  language,
})

export function showChapter(number: number, handbook: Handbook, language: Language): Reply {
  const chapter = handbook.chapters.find((one) => one.number === number)
  if (chapter === undefined) return { kind: 'notice', notice: 'unknown-section', language }
  return {
    kind: 'chapter',
    chapter: chapterLink(chapter),
    sections: chapter.sections.map(linkTo),
    language,
  }
}

export const chapterLink = ({ number, title, sections }: Chapter): ChapterLink => ({
  number,
  title,
  sections: sections.length,
})
