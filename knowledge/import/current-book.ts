/** Current book: the handbook as it is, section by section, with its text as it stands in the files. */
import { basename } from 'node:path'
import { z } from 'zod'
import { type HandbookFiles, isChapter } from '../handbook-files.ts'
import { readHandbook } from '../read-handbook.ts'
import { readYaml } from '../yaml.ts'
import { type ChapterText, type SectionText, splitChapter } from './chapter-text.ts'

export type CurrentSection = Readonly<{
  id: string
  title: string
  file: string
  chapter: string
  text: SectionText
}>

export type CurrentChapter = Readonly<{
  file: string
  title: string
  owner?: string
  text: ChapterText
  sections: readonly CurrentSection[]
}>

export type CurrentBook = Readonly<{
  files: HandbookFiles
  chapters: readonly CurrentChapter[]
  sections: readonly CurrentSection[]
  byId: ReadonlyMap<string, CurrentSection>
}>

export function currentBook(files: HandbookFiles): CurrentBook {
  const texts = [...files]
    .filter(([name]) => isChapter(name))
    .map(([file, source]) => ({ file, text: splitChapter(source) }))
  const idsIn = idsOf(files, texts)
  const chapters = texts.map(({ file, text }): CurrentChapter => {
    const { title = basename(file, '.md'), owner } = frontOf(text)
    const ids = idsIn(file)
    const sections = text.sections.map(
      (own, place): CurrentSection => ({
        ...{ id: own.id ?? ids[place] ?? '', title: own.title, file, chapter: title, text: own },
      }),
    )
    return { file, title, ...(owner === undefined ? {} : { owner }), text, sections }
  })
  const sections = chapters.flatMap((chapter) => chapter.sections)
  const byId = new Map(sections.map((section) => [section.id, section]))
  return { files, chapters, sections, byId }
}

type Texts = ReadonlyArray<Readonly<{ file: string; text: ChapterText }>>

/** Only where a section has no id of its own must the handbook be read to know which it gets. */
function idsOf(files: HandbookFiles, texts: Texts): (file: string) => readonly string[] {
  const named = texts.every(({ text }) => text.sections.every(({ id }) => id !== undefined))
  if (named) return () => []
  const byFile = Map.groupBy(readHandbook(files).handbook.sections, ({ file }) => file)
  return (file) => (byFile.get(file) ?? []).map(({ id }) => id)
}

const Front = z.object({ title: z.string().min(1).optional(), owner: z.string().optional() })

function frontOf({ front = '' }: ChapterText): z.infer<typeof Front> {
  const reading = readYaml(Front, front)
  return reading.problems === undefined ? reading.value : {}
}
