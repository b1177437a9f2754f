/** Handbook files: the texts that a handbook is read from, wherever they are kept. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Text by file name, in order of name: chapters in Markdown, and what `SETTINGS` names. */
export type HandbookFiles = ReadonlyMap<string, string>

/** What a handbook may have beside its chapters. */
const SETTINGS: readonly string[] = [
  ...['handbook.yaml', 'synonyms.yaml', 'elsewhere.yaml', 'calibration.yaml'],
]

export const isChapter = (name: string): boolean => name.endsWith('.md') && name !== 'README.md'

export const isHandbookFile = (name: string): boolean => isChapter(name) || SETTINGS.includes(name)

/**
 * @param isLayer it may be empty: what it does not say, the base handbook does
 * @throws Error when the folder does not exist or holds no Markdown
 */
export function filesIn(folder: string, isLayer = false): HandbookFiles {
  if (!existsSync(folder))
    throw new Error(`${folder} does not exist: name a folder of Markdown files`)
  const names = readdirSync(folder).filter(isHandbookFile).sort()
  if (!isLayer && !names.some(isChapter))
    throw new Error(`${folder} holds no Markdown file: a chapter is a .md file`)
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** Names this exact content, in 64 hexadecimal digits. */
export function hashOf(files: HandbookFiles): string {
  const named = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(named)).digest('hex')
}
