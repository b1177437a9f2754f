/**
 * Follow moves: a section that one editor moved to another file goes there in all versions.
 *
 * So what the other changed of it meanwhile is found at its new place, and it is never in two.
 */
import type { Block, ChapterBlocks } from './handbook-blocks.ts'

export type Versions<T> = Readonly<{ base: T; mine: T; theirs: T }>
export type Side = 'mine' | 'theirs'

/** By file name. */
export type Chapters = ReadonlyMap<string, ChapterBlocks>

export type Followed = Readonly<{
  versions: Versions<Chapters>
  /** Ids of sections that the two moved to different files. */
  conflicts: readonly string[]
}>

/** @param side whose place is taken where both moved the same section, or added it */
export function followMoves(versions: Versions<Chapters>, side: Side): Followed {
  const places = eachOf(versions, placesIn)
  const conflicts: string[] = []
  let moved = versions
  for (const guide of ['mine', 'theirs'] as const)
    for (const [file, { blocks }] of versions[guide])
      blocks.forEach(({ id }, index) => {
        const found = guideOf(
          eachOf(places, (one) => one.get(id)),
          side,
        )
        if (found.guide !== guide || places[guide].get(id) !== file) return
        if (found.isConflict) conflicts.push(id)
        const before = blocks.slice(0, index).map((block) => block.id)
        moved = eachOf(moved, (chapters) => withMoved(chapters, id, { file, before }))
      })
  return { versions: moved, conflicts }
}

export const eachOf = <T, U>(
  { base, mine, theirs }: Versions<T>,
  of: (one: T) => U,
): Versions<U> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
})

/** In which file each section stands. */
const placesIn = (chapters: Chapters): ReadonlyMap<string, string> =>
  new Map([...chapters].flatMap(([file, { blocks }]) => blocks.map(({ id }) => [id, file])))

type Guide = Readonly<{ guide: Side; isConflict: boolean }>

/** Whose place holds: of who moved it, else of who still has it. */
function guideOf({ base, mine, theirs }: Versions<string | undefined>, side: Side): Guide {
  if (mine === undefined || mine === theirs) return { guide: 'theirs', isConflict: false }
  if (theirs === undefined || theirs === base) return { guide: 'mine', isConflict: false }
  if (mine === base) return { guide: 'theirs', isConflict: false }
  return { guide: side, isConflict: base !== undefined }
}

type Place = Readonly<{
  file: string
  /** Ids of the sections before it there. */
  before: readonly string[]
}>

/** Only what stands in another file, and not in this one as well. */
function withMoved(chapters: Chapters, id: string, { file, before }: Place): Chapters {
  const { head = '', blocks = [] } = chapters.get(file) ?? {}
  const from = [...chapters].find(([, one]) => blockIn(one.blocks, id))
  const block = from && blockIn(from[1].blocks, id)
  if (from === undefined || block === undefined || blockIn(blocks, id)) return chapters
  const [source, old] = from
  return new Map([
    ...chapters,
    [source, { ...old, blocks: old.blocks.filter((one) => one !== block) }],
    [file, { head, blocks: blocks.toSpliced(placeIn(blocks, before), 0, block) }],
  ])
}

const blockIn = (blocks: readonly Block[], id: string): Block | undefined =>
  blocks.find((block) => block.id === id)

/** After the nearest section that stands before it where it was moved to. */
function placeIn(blocks: readonly Block[], before: readonly string[]): number {
  const nearest = before.findLast((id) => blockIn(blocks, id))
  return blocks.findIndex((block) => block.id === nearest) + 1
}
