/**
 * Match sections: which section of a document is which of the handbook, so that its id, and all that
 * points to it, survives another number, title or text.
 */
import { asRoot, plainTextOf } from '../markdown.ts'
import { slug } from '../read-handbook.ts'
import type { CurrentBook, CurrentSection } from './current-book.ts'
import type { DraftBook, DraftChapter, DraftSection } from './draft.ts'
import type { Doubt } from './imported.ts'
import { likeness, likenessIndex, type Words, wordsOf } from './likeness.ts'
import { sameTitle } from './titles.ts'

/** From here on it is the same section, when no other is nearly as like. */
const SAME = 0.7
/** From here on somebody must say. */
const MAYBE = 0.4
/** With less before the second nobody can tell which of the two it is. */
const LEAD = 0.1
/** An equal title that others have as well, such as "Inleiding", needs words in common. */
const SAME_TITLE = 0.2
/** A title of as many words says by itself which section it is. */
const TELLING_WORDS = 3
const MAX_CANDIDATES = 3
/** As in a handbook that is read: an action carries at most 100 characters. */
const MAX_ID = 90

export type Matches = Readonly<{
  /** Of every section of the document; no id twice. */
  ids: ReadonlyMap<DraftSection, string>
  doubts: readonly Doubt[]
}>

type Pair = Readonly<{ place: Place; section: CurrentSection; likeness: number }>
type Place = Readonly<{
  draft: DraftSection
  chapter: DraftChapter
  /** Likeliest first, with all of an equal title among them. */
  pairs: readonly Pair[]
}>

/** What was given so far: an id is given once. */
type Given = { ids: Map<DraftSection, string>; taken: Set<string> }

export function matchSections(book: DraftBook, current: CurrentBook): Matches {
  const given: Given = { ids: new Map(), taken: new Set() }
  const drafts = book.chapters.flatMap(({ sections }) => sections)
  for (const draft of drafts) give(draft, draft.id, given)
  const places = placesOf(book, current, given)
  const pairs = places.flatMap((place) => place.pairs)
  const byTitle = pairs.filter(hasSameTitle)
  giveAll(byTitle.filter(inSameChapter), given)
  giveAll(byTitle.filter(saysEnough), given)
  giveAll(clearOnes(pairs.filter((pair) => isOpen(pair, given))), given)

  const used = new Set([...current.byId.keys(), ...given.taken])
  const doubts = places.flatMap((place) => makeId(place, given, used))
  return { ids: given.ids, doubts }
}

/** What nobody knows gets a new id, and is asked about when it looks like something. */
function makeId({ draft, chapter, pairs }: Place, given: Given, used: Set<string>): Doubt[] {
  if (given.ids.has(draft)) return []
  const madeId = freshId(`${slug(chapter.title)}-${slug(draft.title)}`, used)
  given.ids.set(draft, madeId)
  const candidates = maybes(pairs.filter(({ section }) => !given.taken.has(section.id)))
  return candidates.length === 0 ? [] : [{ madeId, title: draft.title, candidates }]
}

function give(draft: DraftSection, id: string | undefined, { ids, taken }: Given): void {
  if (id === undefined || ids.has(draft) || taken.has(id)) return
  ids.set(draft, id)
  taken.add(id)
}

function giveAll(pairs: readonly Pair[], given: Given): void {
  const likeliestFirst = pairs.toSorted((one, other) => other.likeness - one.likeness)
  for (const { place, section } of likeliestFirst) give(place.draft, section.id, given)
}

const isOpen = ({ place, section }: Pair, { ids, taken }: Given): boolean =>
  !ids.has(place.draft) && !taken.has(section.id)

function placesOf(book: DraftBook, current: CurrentBook, given: Given): readonly Place[] {
  const words = current.sections.map(({ title, text }) => wordsOf(`${title} ${wordsIn(text.body)}`))
  const likely = likenessIndex(words)
  const chapters = current.sections.map(({ chapter }) => sameTitle(chapter))
  const titled = Map.groupBy(current.sections.keys(), (index) =>
    sameTitle(current.sections[index]?.title ?? ''),
  )
  const pairsOf = (draft: DraftSection, place: () => Place): readonly Pair[] => {
    const equal = titled.get(sameTitle(draft.title)) ?? []
    const certain = equal.filter((index) => chapters[index] === sameTitle(place().chapter.title))
    const own = words.length === 0 ? NOTHING : wordsOf(textOf(draft))
    const indexes = certain.length > 0 ? certain : new Set([...likely(own), ...equal])
    return [...indexes]
      .flatMap((index): Pair[] => {
        const section = current.sections[index]
        if (section === undefined || given.taken.has(section.id)) return []
        return [{ place: place(), section, likeness: likeness(own, words[index] ?? NOTHING) }]
      })
      .sort((one, other) => other.likeness - one.likeness)
  }
  return book.chapters.flatMap((chapter) =>
    chapter.sections
      .filter((draft) => !given.ids.has(draft))
      .map((draft): Place => {
        const pairs: Pair[] = []
        const place = { draft, chapter, pairs }
        pairs.push(...pairsOf(draft, () => place))
        return place
      }),
  )
}

const NOTHING: Words = { counts: new Map(), total: 0 }

function textOf({ title, body }: DraftSection): string {
  const words = body.kind === 'blocks' ? plainTextOf(asRoot(body.blocks)) : wordsIn(body.text)
  return `${title} ${words}`
}

/** Markdown without the targets of its links: good enough to count words, and not parsed for it. */
const wordsIn = (markdown: string): string => markdown.replace(/\]\([^)\n]*\)/g, '] ')

const hasSameTitle = ({ place, section }: Pair): boolean =>
  sameTitle(place.draft.title) === sameTitle(section.title)

const inSameChapter = ({ place, section }: Pair): boolean =>
  sameTitle(place.chapter.title) === sameTitle(section.chapter)

const saysEnough = ({ section, likeness: likely }: Pair): boolean =>
  likely >= SAME_TITLE || sameTitle(section.title).split(' ').length >= TELLING_WORDS

/** Those that are like each other, and clearly less like anything else. */
function clearOnes(pairs: readonly Pair[]): readonly Pair[] {
  const byDraft = Map.groupBy(pairs, ({ place }) => place.draft)
  const bySection = Map.groupBy(pairs, ({ section }) => section.id)
  const leads = (pair: Pair, rivals: readonly Pair[] = []): boolean =>
    rivals.every((rival) => rival === pair || pair.likeness - rival.likeness >= LEAD)
  return pairs.filter(
    (pair) =>
      pair.likeness > SAME &&
      leads(pair, byDraft.get(pair.place.draft)) &&
      leads(pair, bySection.get(pair.section.id)),
  )
}

const maybes = (pairs: readonly Pair[]): Doubt['candidates'] =>
  pairs
    .filter((pair) => pair.likeness >= MAYBE || hasSameTitle(pair))
    .slice(0, MAX_CANDIDATES)
    .map(({ section: { id, title }, likeness: likely }) => ({ id, title, likeness: likely }))

function freshId(made: string, used: Set<string>): string {
  const wanted = made.slice(0, MAX_ID).replace(/-$/, '')
  let id = wanted
  for (let count = 2; used.has(id); count += 1) id = `${wanted}-${count}`
  used.add(id)
  return id
}
