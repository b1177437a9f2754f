/** Changes: what differs between two texts of a handbook, as it is shown to who decides about it. */
import { compareHandbooks, type SectionChange } from '../../knowledge/compare-handbooks.ts'
import { sectionTexts } from '../../knowledge/edit-section.ts'
import type { Handbook } from '../../knowledge/handbook.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { overrides } from '../../knowledge/layers.ts'
import type { Changes, ChangeView, Piece } from '../contract/publishing.ts'
import { pieces } from './word-difference.ts'

/** A handbook with the text that it was read from. */
export type ReadFiles = Readonly<{ files: HandbookFiles; handbook: Handbook }>

/** More than a card holds; the command line shows all. */
const MAX_SHOWN = 60
/** Characters of a difference on a card with others. */
const MAX_PIECES = 1_500
/** Characters of what stays the same, before and after what does not. */
const CONTEXT = 60

export function changesBetween(before: ReadFiles, after: ReadFiles): Changes {
  const all = compareHandbooks(before.handbook, after.handbook)
  const view = viewer(before, after)
  const shown = all.slice(0, MAX_SHOWN).map((change) => {
    const whole = view(change)
    return { ...whole, pieces: clipped(aroundChanges(whole.pieces), MAX_PIECES) }
  })
  return { shown, total: all.length }
}

/** All of one section's change; undefined when it did not change. */
export function changeOf(id: string, before: ReadFiles, after: ReadFiles): ChangeView | undefined {
  const all = compareHandbooks(before.handbook, after.handbook)
  const change = all.find(({ section }) => section.id === id)
  return change && viewer(before, after)(change)
}

function viewer(before: ReadFiles, after: ReadFiles): (change: SectionChange) => ChangeView {
  const old = sectionTexts(before.files, before.handbook)
  const now = sectionTexts(after.files, after.handbook)
  return (change) => {
    const { kind, section } = change
    const { id, title, number } = section
    const parts = change.kind === 'changed' ? change.parts : []
    const texts = kind === 'moved' ? [] : shown(old.get(id) ?? '', now.get(id) ?? '')
    const hasText = change.kind !== 'changed' || parts.includes('text')
    return {
      ...{ kind, id, title, number, parts, pieces: hasText ? texts : [] },
      ...ownVersion(change, after.handbook),
    }
  }
}

/** Of what base the section is the own version, when it is one. */
function ownVersion({ kind, section }: SectionChange, handbook: Handbook): { overrides?: string } {
  const { base } = handbook
  const isOwn = kind !== 'removed' && base !== undefined && overrides(handbook, section)
  return isOwn ? { overrides: base.name } : {}
}

/** Without the marks of bold words, which say little where new words are bold; unless only those changed. */
function shown(before: string, after: string): readonly Piece[] {
  const plain = [before, after].map((text) => text.replaceAll('**', ''))
  const [was = '', is = ''] = plain
  return was === is ? pieces(before, after) : pieces(was, is)
}

/** What stays the same only as far as it tells where something changed. */
export function aroundChanges(all: readonly Piece[]): readonly Piece[] {
  return all.map((piece, index) => {
    if (piece.kind !== 'same') return piece
    const isFirst = index === 0
    const isLast = index === all.length - 1
    return { kind: 'same', text: shortened(piece.text, isFirst, isLast) }
  })
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? '' : text.slice(0, CONTEXT).replace(/\s*\S*$/u, '')
  const tail = isLast ? '' : text.slice(-CONTEXT).replace(/^\S*\s*/u, '')
  if (text.length <= head.length + tail.length + CONTEXT) return text
  return [head, tail].join(text.includes('\n') ? ' …\n' : ' … ')
}

function clipped(all: readonly Piece[], length: number): readonly Piece[] {
  let left = length
  return all.flatMap((piece): readonly Piece[] => {
    const text = piece.text.slice(0, Math.max(0, left))
    left -= piece.text.length
    return text === '' ? [] : [{ ...piece, text: text === piece.text ? text : `${text} …` }]
  })
}
