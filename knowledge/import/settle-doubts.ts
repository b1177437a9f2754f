/** Settle doubts: gives sections the ids that somebody said they have. */
import { type HandbookFiles, isChapter } from '../handbook-files.ts'
import { type ChapterText, joinChapter, type SectionText, splitChapter } from './chapter-text.ts'
import { type CurrentBook, currentBook } from './current-book.ts'
import { meaningOf, titleToMarkdown } from './to-markdown.ts'

/**
 * @param answers by made id the id of the section that it is; undefined for a new one. An answer
 *   that another section got before, or that no section of `current` has, counts as a new one.
 */
export function settleDoubts(
  files: HandbookFiles,
  answers: ReadonlyMap<string, string | undefined>,
  current: HandbookFiles,
): HandbookFiles {
  const book = currentBook(current)
  const renamed = usable(answers, book)
  if (renamed.size === 0) return files
  return new Map(
    [...files].flatMap(([name, text]): [string, string][] => {
      const settled = isChapter(name) ? settle(text, renamed, book) : text
      return settled === undefined ? [] : [[name, settled]]
    }),
  )
}

function usable(
  answers: ReadonlyMap<string, string | undefined>,
  { byId }: CurrentBook,
): ReadonlyMap<string, string> {
  const given = new Set<string>()
  const renamed = new Map<string, string>()
  for (const [madeId, id] of answers) {
    if (id === undefined || !byId.has(id) || given.has(id)) continue
    given.add(id)
    renamed.set(madeId, id)
  }
  return renamed
}

/** Undefined when nothing is left: its only section is in another chapter from now on. */
function settle(
  text: string,
  renamed: ReadonlyMap<string, string>,
  book: CurrentBook,
): string | undefined {
  const chapter = splitChapter(text)
  const moved = new Set(renamed.values())
  const sections = chapter.sections
    .filter(({ id = '' }) => !moved.has(id))
    .map((section) => relinked(named(section, renamed, book), renamed))
  if (sections.length === 0 && chapter.sections.length > 0) return undefined
  return isSame(chapter, sections) ? text : joinChapter({ ...chapter, sections })
}

const isSame = (before: ChapterText, sections: readonly SectionText[]): boolean =>
  before.sections.length === sections.length &&
  sections.every((section, index) => section === before.sections[index])

function named(
  section: SectionText,
  renamed: ReadonlyMap<string, string>,
  { byId }: CurrentBook,
): SectionText {
  const id = renamed.get(section.id ?? '')
  const old = id === undefined ? undefined : byId.get(id)
  if (id === undefined || old === undefined) return section
  const { whole: _whole, ...parts } = section
  const same = meaningOf(old.text.body, true) === meaningOf(section.body, true)
  return {
    ...parts,
    id,
    heading: `## ${titleToMarkdown(section.title)} {#${id}}`,
    meta: section.meta === '' ? old.text.meta : section.meta,
    body: same ? old.text.body : section.body,
  }
}

/** Links to the id that was made lead to the one that it has now. */
function relinked(section: SectionText, renamed: ReadonlyMap<string, string>): SectionText {
  const change = (text: string): string =>
    text.replace(/\]\(#([\w-]+)\)/g, (link, id: string) => {
      const other = renamed.get(id)
      return other === undefined ? link : `](#${other})`
    })
  const body = change(section.body)
  if (body === section.body) return section
  const { whole: _whole, ...parts } = section
  return { ...parts, body }
}
