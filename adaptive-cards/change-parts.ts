/** Change parts: what a new version says otherwise, with what went struck through and what came bold. */
import type { ITextRun } from '@microsoft/teams.cards'
import type { AnnouncementView, ChangeView, Piece, ToldChange } from '../bot/contract/telling.ts'
import { longDate } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { clip, type Element, richText, row, run, smallPrint, text } from './elements.ts'
import type { Block } from './fit.ts'
import { quoted } from './parts.ts'

const MAX_TITLE = 300

/** A line of its own says whose words they are. */
export function ownWords(words: string, language: Language): readonly Element[] {
  if (words === '') return []
  return [text(textsFor(language).announcementWords, { weight: 'Bolder' }), quoted(words)]
}

export function* announcedBlocks(
  { changes }: Pick<AnnouncementView, 'changes'>,
  language: Language,
): Generator<Block> {
  for (const change of changes) {
    const title = text(clip(change.section.title, MAX_TITLE), { weight: 'Bolder' })
    yield blockOf([title, ...detailsOf(change, 'announced', language)])
  }
}

export function* toldBlocks(changes: readonly ToldChange[], language: Language): Generator<Block> {
  for (const { day, change } of changes) {
    const title = clip(change.section.title, MAX_TITLE)
    const asked = textsFor(language).changedAsked({ date: longDate(day, language), title })
    yield blockOf([text(asked, { weight: 'Bolder' }), ...detailsOf(change, 'told', language)])
  }
}

const blockOf = (items: Element[]): Block => ({
  element: { type: 'Container', spacing: 'Medium', separator: true, items },
  cut: false,
})

/** To whom: who got an answer from it before knows that it is not new. */
type Reader = 'announced' | 'told'

function detailsOf(change: ChangeView, reader: Reader, language: Language): readonly Element[] {
  const texts = textsFor(language)
  const { section } = change
  const whole = row(`${texts.wholeSection}: ${section.title}`, {
    ...{ verb: 'show-section', sectionId: section.id, below: true },
  })
  switch (change.kind) {
    case 'removed':
      return [text(texts.changedRemoved)]
    case 'added': {
      const news = reader === 'told' ? texts.changedBack : texts.changedAdded
      return [text(news), answerLine(texts.changedShort, change.after, {}), whole]
    }
    case 'changed':
      return [...titleLine(change, language), ...answerLines(change, reader, language), whole]
  }
}

type Changed = Extract<ChangeView, { kind: 'changed' }>

function titleLine({ titleBefore }: Changed, language: Language): readonly Element[] {
  if (titleBefore === undefined) return []
  const title = clip(titleBefore, MAX_TITLE)
  return [smallPrint(textsFor(language).changedTitleBefore({ title }), { spacing: 'Small' })]
}

function answerLines(
  { before, after }: Changed,
  reader: Reader,
  language: Language,
): readonly Element[] {
  const texts = textsFor(language)
  const said = reader === 'told' ? [text(texts.changedAskedText)] : []
  if (before === undefined)
    return [...said, text(texts.changedRest), answerLine(texts.changedShort, after, {})]
  return [
    ...said,
    answerLine(texts.changedBefore, before, { strikethrough: true, isSubtle: true }),
    answerLine(texts.changedAfter, after, { weight: 'Bolder' }),
  ]
}

type Mark = Pick<ITextRun, 'strikethrough' | 'isSubtle' | 'weight'>

/** The words before it say what the marks show. */
function answerLine(label: string, pieces: readonly Piece[], mark: Mark): Element {
  const runs = pieces.map((piece) => run(piece.text, piece.marked ? mark : {}))
  return richText([run(`${label} `, { color: 'Accent' }), ...runs], { spacing: 'Small' })
}

/** How many are not on the card. */
export function moreLine(count: number, language: Language): Element | undefined {
  return count === 0 ? undefined : smallPrint(textsFor(language).changedMore({ count }))
}
