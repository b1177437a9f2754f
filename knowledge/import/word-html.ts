/** Word HTML: takes out of what the reader made all that a handbook does not hold, and counts it. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { NoteKind } from './imported.ts'

export type WordHtml = Readonly<{
  root: Root
  title?: string
  counts: Readonly<Partial<Record<NoteKind, number>>>
}>

/** The texts of notes, by the id that their marks link to. */
type Notes = Map<string, readonly ElementContent[]>
type Work = { notes: Notes; counts: Partial<Record<NoteKind, number>> }

export function wordHtml({ children }: Root): WordHtml {
  const work: Work = { notes: new Map(), counts: {} }
  const blocks = children.filter((child) => !collectNotes(child, work))
  const titles = blocks.filter((child) => hasClass(child, 'title'))
  const title = titles.map((child) => textOf(child)).find((text) => text !== '')
  const kept = blocks.filter((child) => !titles.includes(child) && !isContents(child, work))
  const root: Root = { type: 'root', children: kept.flatMap((child) => cleaned(child, work)) }
  return { root, ...(title === undefined ? {} : { title }), counts: work.counts }
}

const tell = ({ counts }: Work, kind: NoteKind, count = 1): void => {
  counts[kind] = (counts[kind] ?? 0) + count
}

const isElement = (node: RootContent): node is Element => node.type === 'element'

const hasClass = (node: RootContent, name: string): boolean =>
  isElement(node) && [node.properties.className].flat().includes(name)

const textOf = (node: RootContent): string => wordsIn(node).replace(/\s+/g, ' ').trim()

function wordsIn(node: RootContent): string {
  if (node.type === 'text') return node.value
  return isElement(node) ? node.children.map(wordsIn).join('') : ''
}

function isContents(node: RootContent, work: Work): boolean {
  if (!hasClass(node, 'contents')) return false
  work.counts['contents-dropped'] = 1
  return true
}

const NOTE_ID = /^(?:foot|end)note-/

/** Notes stand in a list at the end. */
function collectNotes(node: RootContent, { notes }: Work): boolean {
  if (!isElement(node) || node.tagName !== 'ol') return false
  const items = node.children.filter(isElement)
  if (items.length === 0 || !items.every((item) => NOTE_ID.test(idOf(item)))) return false
  for (const item of items) notes.set(idOf(item), trimmed(noteText(item)))
  return true
}

/** Brackets stand close to what is between them. */
function trimmed(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const isBlank = (node: ElementContent | undefined) =>
    node?.type === 'text' && node.value.trim() === ''
  const from = nodes.findIndex((node) => !isBlank(node))
  const to = nodes.findLastIndex((node) => !isBlank(node))
  return nodes.slice(Math.max(0, from), to + 1).map((node, index, all) => {
    if (node.type !== 'text') return node
    const start = index === 0 ? node.value.trimStart() : node.value
    return { ...node, value: index === all.length - 1 ? start.trimEnd() : start }
  })
}

const idOf = ({ properties }: Element): string => String(properties.id ?? '')

const noteText = ({ children }: Element): readonly ElementContent[] =>
  children.flatMap((child) => {
    if (!isElement(child)) return [child]
    if (child.tagName === 'p') return noteText(child)
    return /^#(?:foot|end)note-ref-/.test(linkOf(child)) ? [] : [child]
  })

const linkOf = ({ tagName, properties }: Element): string =>
  tagName === 'a' ? String(properties.href ?? '') : ''

function cleaned(node: RootContent, work: Work): ElementContent[] {
  if (node.type === 'text') return [node]
  if (!isElement(node)) return []
  const dropped = DROPPED.get(node.tagName)
  if (dropped !== undefined) {
    tell(work, dropped)
    return []
  }
  const children = noteOf(node, work) ?? node.children.flatMap((child) => cleaned(child, work))
  if (node.tagName === 'sup' || isPlaceOnly(node)) return children
  const anchors = /^h[1-6]$/.test(node.tagName) ? idsIn(node) : []
  const properties = anchors.length === 0 ? node.properties : { dataAnchors: anchors.join(' ') }
  return [{ ...node, properties, children }]
}

const DROPPED: ReadonlyMap<string, NoteKind> = new Map([
  ['img', 'image-dropped'],
  ['s', 'struck-text-dropped'],
])

/** An `a` that can be linked to, and links to nothing itself. */
const isPlaceOnly = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && properties.href === undefined

const idsIn = (element: Element): readonly string[] => [
  ...(idOf(element) === '' ? [] : [idOf(element)]),
  ...element.children.filter(isElement).flatMap(idsIn),
]

/** What a mark in the text stands for, in brackets at its place. */
function noteOf({ tagName, children }: Element, work: Work): ElementContent[] | undefined {
  const [mark] = tagName === 'sup' ? children.filter(isElement) : []
  const text = mark === undefined ? undefined : work.notes.get(linkOf(mark).slice(1))
  if (text === undefined) return undefined
  tell(work, 'footnotes-inlined')
  const inner = text.flatMap((child) => cleaned(child, { ...work, notes: new Map() }))
  return [{ type: 'text', value: ' (' }, ...inner, { type: 'text', value: ')' }]
}
