/** Section words: what tells whether a section still says what somebody read. */
import { createHash } from 'node:crypto'
import type { Section } from './handbook.ts'

/** Another one for another title or text, whatever else about the section changes. */
export function sectionWords(section: Pick<Section, 'title' | 'content'>): string {
  const known = hashes.get(section)
  if (known !== undefined) return known
  const hash = createHash('sha256')
    .update(JSON.stringify([section.title, section.content], withoutPlaces))
    .digest('base64url')
  hashes.set(section, hash)
  return hash
}

/** Sections do not change, and every card of one asks. */
const hashes = new WeakMap<object, string>()

/** Where something stands in its file changes with every line above it. */
const withoutPlaces = (key: string, value: unknown): unknown =>
  key === 'position' ? undefined : value
