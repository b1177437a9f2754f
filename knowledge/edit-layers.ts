/** Edit layers: what an editor changes in what is answered from, written down in the own files only. */
import { type SectionText, sectionText, withNewSection, withSection } from './edit-section.ts'
import { blocksOf, withChapters } from './handbook-blocks.ts'
import type { HandbookFiles } from './handbook-files.ts'
import { readHandbook } from './read-handbook.ts'

/** The same files where nothing is built on. */
export type OwnAndWhole = Readonly<{ own: HandbookFiles; whole: HandbookFiles }>

/** A section of the base gets a version of its own, with all that the base says beside its words. */
export function withOwnSection(
  { own, whole }: OwnAndWhole,
  id: string,
  text: SectionText,
): HandbookFiles {
  if (own === whole || sectionText(own, id) !== undefined) return withSection(own, id, text)
  const changed = withSection(whole, id, text)
  return changed === whole ? own : withBlockOf(changed, id, own)
}

/** Undefined when there is no such chapter. */
export function withOwnNewSection(
  { own, whole }: OwnAndWhole,
  chapter: number,
  text: SectionText,
): HandbookFiles | undefined {
  const added = withNewSection(whole, chapter, text)
  if (added === undefined || own === whole) return added?.files
  return withBlockOf(added.files, added.id, own)
}

/** At the end of the own chapter of the same title, else in a file of its own. */
function withBlockOf(whole: HandbookFiles, id: string, own: HandbookFiles): HandbookFiles {
  const { handbook } = readHandbook(whole)
  const section = handbook.byId.get(id)
  const block = [...blocksOf(whole, handbook).values()]
    .flatMap(({ blocks }) => blocks)
    .find((one) => one.id === id)
  if (section === undefined || block === undefined) return own
  const text = `${block.text.trimEnd()}\n`
  const mine = readHandbook(own).handbook.chapters.find(({ title }) => title === section.chapter)
  const file = mine?.sections[0]?.file
  const chapter = file === undefined ? undefined : blocksOf(own).get(file)
  if (file === undefined || chapter === undefined) {
    const head = `---\ntitle: ${JSON.stringify(section.chapter)}\n---\n\n`
    return withChapters(
      own,
      new Map([[freeName(section.file, own), { head, blocks: [{ id, text }] }]]),
    )
  }
  const before = chapter.blocks.map((one, index) =>
    index === chapter.blocks.length - 1 ? { ...one, text: `${one.text.trimEnd()}\n\n` } : one,
  )
  return withChapters(own, new Map([[file, { ...chapter, blocks: [...before, { id, text }] }]]))
}

function freeName(wanted: string, files: HandbookFiles): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : wanted.replace(/\.md$/, `-${count}.md`)
    if (!files.has(name)) return name
  }
}
