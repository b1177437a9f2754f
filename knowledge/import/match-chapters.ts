/** Match chapters: which chapter of a document takes the place of which of the handbook. */
import type { CurrentBook, CurrentChapter } from './current-book.ts'
import type { DraftBook, DraftChapter } from './draft.ts'
import type { Matches } from './match-sections.ts'
import { sameTitle } from './titles.ts'

/** More than half of the larger of the two must be shared. */
const SHARED = 0.5

/** By file, else by title, else by the sections that both have; a chapter is replaced once. */
export function matchChapters(
  { chapters }: DraftBook,
  matches: Matches,
  current: CurrentBook,
): ReadonlyMap<DraftChapter, CurrentChapter> {
  const targets = new Map<DraftChapter, CurrentChapter>()
  const give = (draft: DraftChapter, target: CurrentChapter | undefined): void => {
    const taken = [...targets.values()].some(({ file }) => file === target?.file)
    if (target !== undefined && !taken && !targets.has(draft)) targets.set(draft, target)
  }
  for (const draft of chapters)
    give(
      draft,
      current.chapters.find(({ file }) => file === draft.file),
    )
  for (const draft of chapters) {
    const title = sameTitle(draft.title)
    give(
      draft,
      current.chapters.find((chapter) => sameTitle(chapter.title) === title),
    )
  }
  for (const { draft, target } of bySections(chapters, matches, current)) give(draft, target)
  return targets
}

function bySections(
  chapters: readonly DraftChapter[],
  { ids }: Matches,
  { byId, ...current }: CurrentBook,
) {
  return chapters
    .flatMap((draft) => {
      const files = draft.sections.map((section) => byId.get(ids.get(section) ?? '')?.file)
      return current.chapters.map((target) => {
        const shared = files.filter((file) => file === target.file).length
        return { draft, target, share: shared / Math.max(files.length, target.sections.length) }
      })
    })
    .filter(({ share }) => share > SHARED)
    .sort((one, other) => other.share - one.share)
}
