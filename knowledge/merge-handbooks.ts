/**
 * Merge handbooks: what one editor changed, on top of what another published meanwhile.
 *
 * Section by section, each against the version that both began with, and at the place that one moved
 * it to. Where both changed the same section nobody can know what was meant: that is told, and one of
 * the two is taken whole.
 */
import { eachOf, followMoves, type Side, type Versions } from './follow-moves.ts'
import { type Block, blocksOf, type ChapterBlocks, inOrder, joined } from './handbook-blocks.ts'
import type { HandbookFiles } from './handbook-files.ts'

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
  const followed = followMoves(eachOf(versions, blocksOf), side)
  const files = new Map<string, string>()
  for (const name of names) {
    const chapter = eachOf(followed.versions, (one) => one.get(name))
    const whole = wholeOf(name, versions, chapter)
    const all = isSplit(whole) ? allOf(chapter) : undefined
    const text = all === undefined ? take(name, whole) : merged(name, all, take)
    if (text !== undefined) files.set(name, text)
  }
  return { files: inOrder(files), conflicts: [...new Set([...followed.conflicts, ...conflicts])] }
}

/** Of a chapter what it is after its moves. */
const wholeOf = (
  name: string,
  { base, mine, theirs }: Versions<HandbookFiles>,
  chapter: Versions<ChapterBlocks | undefined>,
): Versions<string | undefined> => ({
  base: chapter.base ? joined(chapter.base) : base.get(name),
  mine: chapter.mine ? joined(chapter.mine) : mine.get(name),
  theirs: chapter.theirs ? joined(chapter.theirs) : theirs.get(name),
})

const isSplit = ({ base, mine, theirs }: Versions<string | undefined>): boolean =>
  mine !== theirs && mine !== base && theirs !== base

/** A file that both made had nothing in it before. */
const allOf = ({
  base = { head: '', blocks: [] },
  mine,
  theirs,
}: Versions<ChapterBlocks | undefined>): Versions<ChapterBlocks> | undefined =>
  mine && theirs && { base, mine, theirs }

type Equal<T> = (one: T | undefined, other: T | undefined) => boolean
type Take = <T>(name: string, choice: Versions<T | undefined>, isEqual?: Equal<T>) => T | undefined

/** Who changed nothing leaves the word to who did. */
function chosen<T>({ base, mine, theirs }: Versions<T>, side: Side, isEqual: Equal<T>) {
  if (isEqual(mine, theirs) || isEqual(mine, base)) return { value: theirs, isConflict: false }
  if (isEqual(theirs, base)) return { value: mine, isConflict: false }
  return { value: side === 'mine' ? mine : theirs, isConflict: true }
}

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
