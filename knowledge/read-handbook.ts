/** Read a handbook: Markdown chapters become sections with ids, numbers and a version. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'
import { createChapterMemory } from './chapter-memory.ts'
import type { Chapter, Handbook, Section } from './handbook.ts'
import { type HandbookFiles, isChapter } from './handbook-files.ts'
import { type ParsedChapter, type ParsedSection, parsingChapter } from './parse-chapter.ts'
import type { Problem } from './problem.ts'
import { atOnce, inSteps, type Steps } from './steps.ts'
import { readYamlOrThrow } from './yaml.ts'

/** `handbook.yaml`: optional, names the whole. */
const About = z.object({
  title: z.string().min(1).default('Handboek'),
  /** As long as an action may carry. */
  version: z.union([z.string().min(1).max(40), z.number().transform(String)]).optional(),
  inForce: z.iso.date().optional(),
})

export type HandbookReading = Readonly<{ handbook: Handbook; problems: readonly Problem[] }>

/**
 * Reads every chapter, in order of file name. What is wrong with a chapter is reported and the rest
 * is read all the same, so that an editor sees all problems at once.
 *
 * @param version what it is called where it is published; else what `handbook.yaml` says, else a
 *   fingerprint of the text
 */
export const readHandbook = (files: HandbookFiles, version?: string): HandbookReading =>
  atOnce(readingHandbook(files, version))

/**
 * The same, beside a bot that answers. Who looks at a text and who makes it ready to be searched
 * need the same reading: while somebody holds the files, they are read once.
 */
export async function readHandbookInSteps(
  files: HandbookFiles,
  version?: string,
): Promise<HandbookReading> {
  const known = readings.get(files) ?? inSteps(readingHandbook(files))
  readings.set(files, known)
  const { handbook, problems } = await known
  return { handbook: version === undefined ? handbook : { ...handbook, version }, problems }
}

const readings = new WeakMap<HandbookFiles, Promise<HandbookReading>>()

function* readingHandbook(files: HandbookFiles, version?: string): Steps<HandbookReading> {
  const sources = [...files]
    .filter(([name]) => isChapter(name))
    .map(([file, source]) => ({ file, source }))
  const about = readAbout(files)
  const parsed: ParsedChapter[] = []
  for (const { file, source } of sources) parsed.push(yield* parsingOnce(file, source))
  const chapters = numberChapters(parsed)
  const sections = chapters.flatMap((chapter) => chapter.sections)

  return {
    handbook: {
      title: about.title,
      version: version ?? about.version ?? fingerprint(sources.map(({ source }) => source)),
      ...(about.inForce === undefined ? {} : { inForce: about.inForce }),
      chapters,
      sections,
      byId: new Map(sections.map((section) => [section.id, section])),
    },
    problems: parsed.flatMap((chapter) => chapter.problems),
  }
}

/** Those of a large handbook and its drafts. */
const MOST_CHAPTERS = 200
const memory = createChapterMemory(MOST_CHAPTERS)

function* parsingOnce(file: string, source: string): Steps<ParsedChapter> {
  const known = memory.find(file, source)
  if (known !== undefined) return known
  const chapter = yield* parsingChapter(file, source)
  memory.keep(file, source, chapter)
  return chapter
}

const ABOUT_FILE = 'handbook.yaml'

function readAbout(files: HandbookFiles) {
  const source = files.get(ABOUT_FILE)
  return source === undefined ? About.parse({}) : readYamlOrThrow(About, source, ABOUT_FILE)
}

function numberChapters(parsed: readonly ParsedChapter[]): readonly Chapter[] {
  const takeId = idTaker()
  return parsed.map(({ file, front, sections }, index) => {
    const number = index + 1
    const title = front.title ?? basename(file, '.md')
    return {
      number,
      title,
      sections: sections.map(
        (section, place): Section => ({
          ...withoutMeta(section),
          ...definedOnly({
            confirm: section.meta.confirm,
            owner: section.meta.owner ?? front.owner,
            review: section.meta.review ?? front.review,
          }),
          id: section.id ?? takeId(madeId(title, section.title)),
          number: `${number}.${place + 1}`,
          chapter: title,
          keywords: section.meta.keywords,
          questions: section.meta.questions,
          incident: section.meta.incident,
          acknowledge: section.meta.acknowledge,
          file,
        }),
      ),
    }
  })
}

function withoutMeta({ meta: _meta, id: _id, ...rest }: ParsedSection) {
  return rest
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const defined = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(defined) as { [K in keyof T]?: NonNullable<T[K]> }
}

/** A button carries the id, which may have 100 characters; "~999" must still fit. */
const MAX_ID = 96

const madeId = (chapter: string, section: string): string =>
  `${slug(chapter)}-${slug(section)}`.slice(0, MAX_ID).replace(/-$/, '')

/** Numbers a slug that was taken before: `wachtwoord`, `wachtwoord~2`. */
function idTaker(): (slug: string) => string {
  const taken = new Map<string, number>()
  return (wanted) => {
    const count = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, count)
    return count === 1 ? wanted : `${wanted}~${count}`
  }
}

/** Renumbering keeps ids: a leading number is no part of the slug. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[\d.\s]+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'sectie'

const fingerprint = (sources: readonly string[]): string =>
  createHash('sha256').update(sources.join('\0')).digest('hex').slice(0, 8)
