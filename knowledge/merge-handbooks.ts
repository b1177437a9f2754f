/**
 * Merge handbooks: what one editor changed, on top of what another published meanwhile.
 *
 * Section by section, each against the version that both began with. Where both changed the same
 * section nobody can know what was meant: that is told, and one of the two is taken whole.
 */
import { type Block, blocksOf, type ChapterBlocks, inOrder, joined } from './handbook-blocks.ts'
import type { HandbookFiles } from './handbook-files.ts'

export type Versions<T> = Readonly<{ base: T; mine: T; theirs: T }>
export type Side = 'mine' | 'theirs'

export type Merged = Readonly<{
  files: HandbookFiles
  /** Ids of sections, and names of files outside sections, that both changed. */
  conflicts: readonly string[]
}>

/** @param side whose text is taken where both changed the same */
export function mergeHandbooks(versions: Versions<HandbookFiles>, side: Side = 'theirs'): Merged {
  const conflicts: string[] = []
  const take = <T>(name: string, choice: Versions<T | undefined>, isEqual = Object.is) => {
    const taken = chosen(choice, side, isEqual)
    if (taken.isConflict) conflicts.push(name)
    return taken.value
  }
  const names = new Set([versions.theirs, versions.mine].flatMap((files) => [...files.keys()]))
  const blocks = eachOf(versions, blocksOf)
  const files = new Map<string, string>()
  for (const name of names) {
    const whole = eachOf(versions, (one) => one.get(name))
    const chapter = eachOf(blocks, (one) => one.get(name))
    const text =
      isSplit(whole) && isWhole(chapter) ? merged(name, chapter, take) : take(name, whole)
    if (text !== undefined) files.set(name, text)
  }
  return { files: inOrder(files), conflicts }
}

const eachOf = <T, U>({ base, mine, theirs }: Versions<T>, of: (one: T) => U): Versions<U> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
})

type Equal<T> = (one: T | undefined, other: T | undefined) => boolean
type Take = <T>(name: string, choice: Versions<T | undefined>, isEqual?: Equal<T>) => T | undefined

/** Who changed nothing leaves the word to who did. */
function chosen<T>({ base, mine, theirs }: Versions<T>, side: Side, isEqual: Equal<T>) {
  if (isEqual(mine, theirs) || isEqual(mine, base)) return { value: theirs, isConflict: false }
  if (isEqual(theirs, base)) return { value: mine, isConflict: false }
  return { value: side === 'mine' ? mine : theirs, isConflict: true }
}

const isSplit = ({ base, mine, theirs }: Versions<string | undefined>): boolean =>
  mine !== theirs && mine !== base && theirs !== base

const isWhole = (
  chapter: Versions<ChapterBlocks | undefined>,
): chapter is Versions<ChapterBlocks> => Object.values(chapter).every((one) => one !== undefined)

/** In the order of theirs; what I added comes after the section that it follows in mine. */
function merged(file: string, chapter: Versions<ChapterBlocks>, take: Take): string {
  const head =
    take(
      file,
      eachOf(chapter, (one) => one.head),
    ) ?? ''
  const blocks = eachOf(chapter, (one) => new Map(one.blocks.map(({ id, text }) => [id, text])))
  const ids = chapter.theirs.blocks.map(({ id }) => id)
  chapter.mine.blocks.forEach(({ id }, index) => {
    if (ids.includes(id)) return
    const before = chapter.mine.blocks[index - 1]?.id
    ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id)
  })
  const kept = ids.flatMap((id): readonly Block[] => {
    const text = take(
      id,
      eachOf(blocks, (one) => one.get(id)),
      isSameText,
    )
    return text === undefined ? [] : [{ id, text }]
  })
  return joined({ head, blocks: kept })
}

/** How many empty lines follow is no change. */
const isSameText = (one: string | undefined, other: string | undefined): boolean =>
  one?.trimEnd() === other?.trimEnd()
