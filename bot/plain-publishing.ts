/** Plain publishing: versions and drafts of the handbook as text alone. */
import type { Language } from '../knowledge/language.ts'
import { type Changes, type ChangeView, MAX_LOST_SHOWN, type Piece } from './contract/publishing.ts'
import type { ReplyOf } from './contract/reply.ts'
import { formLayerPhrase } from './contract/texts/layer-phrases.ts'
import {
  byPhrase,
  changePhrase,
  draftLines,
  gatePhrase,
  mayPhrase,
  problemPhrase,
  readable,
  reasonPhrase,
  sectionProblemPhrase,
  versionLines,
} from './contract/texts/publishing-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'

export function versions(reply: ReplyOf<'versions'>): readonly Part[] {
  const { language, timeZone } = reply
  const texts = textsFor(language)
  const choices = [texts.versionDifference, texts.versionRollBack]
  return [
    line(texts.versionsTitle),
    ...reply.versions.map((version, index) => {
      const name = texts.versionName({ version: `${version.number}` })
      const lines = versionLines(version, timeZone, language).map((words) => wrap(line(words)))
      const first = (index - 1) * choices.length + 1
      const below = index === 0 ? texts.versionNow : numbered(choices, first)
      return [name, ...lines, below].join('\n')
    }),
    wrap(texts.versionsOlder),
  ]
}

export function difference({ language, from, to, changes }: ReplyOf<'difference'>) {
  const title = textsFor(language).differenceTitle({ from: `${from}`, until: `${to}` })
  return [line(title), ...changeParts(changes, language)]
}

export function rollbackConfirm(reply: ReplyOf<'rollback-confirm'>): readonly Part[] {
  const { language, version, changes, timeZone } = reply
  const texts = textsFor(language)
  const name = { version: `${version.number}` }
  return [
    line(texts.rollBackTitle(name)),
    linesOf(versionLines(version, timeZone, language)),
    wrap(`${texts.rollBackText} ${texts.rollBackAlone}`),
    ...changeParts(changes, language),
    numbered([texts.rollBackConfirm(name)]),
  ]
}

export function drafts(reply: ReplyOf<'drafts'>): readonly Part[] {
  const { language, timeZone } = reply
  const texts = textsFor(language)
  return [
    line(texts.draftsTitle),
    ...reply.drafts.map((draft, index) =>
      [linesOf(draftLines(draft, timeZone, language)), numbered([texts.draftShow], index + 1)].join(
        '\n',
      ),
    ),
  ]
}

export function draftKept({ language }: ReplyOf<'draft-kept'>): readonly Part[] {
  const texts = textsFor(language)
  return [
    line(texts.draftKeptTitle),
    wrap(`${texts.draftKeptText} ${texts.draftKeptReview}`),
    numbered([texts.draftKeptAgain]),
  ]
}

/** For reading: text alone has no fields to fill in. */
export function sectionForm(reply: ReplyOf<'section-form'>): readonly Part[] {
  const { language, section, problem, theirs, title, text, questions, note } = reply
  const texts = textsFor(language)
  return [
    section ? texts.formEditTitle({ number: section.number }) : texts.formNewTitle,
    problem && wrap(sectionProblemPhrase(problem, language)),
    theirs === undefined ? undefined : `${texts.conflictTheirs}\n${paragraphs(theirs)}`,
    wrap(texts.formText),
    layerPart(reply),
    section || reply.chapters.length === 0
      ? undefined
      : `${texts.formChapter}\n${numbered(reply.chapters.map((one) => line(one.title)))}`,
    title === '' ? texts.formTitle : `${texts.formTitle}\n${wrap(line(title))}`,
    text === '' ? texts.formBody : `${texts.formBody}\n${paragraphs(text)}`,
    wrap(texts.formBodyHelp),
    [texts.formQuestions, ...questions.map((one) => wrap(line(one), '- '))].join('\n'),
    note === '' ? wrap(texts.formNote) : `${texts.formNote}\n${wrap(line(note))}`,
    wrap(texts.formInTeams),
  ]
}

function layerPart(reply: ReplyOf<'section-form'>): Part {
  const { section, language } = reply
  const words = formLayerPhrase(reply, language)
  const name = section?.overrides
  const take = name && numbered([line(textsFor(language).takeBaseText({ name }))])
  return words && [wrap(line(words)), take].filter(Boolean).join('\n')
}

export function draftReview(reply: ReplyOf<'draft-review'>): readonly Part[] {
  const { language, draft, review, reasons, may, timeZone } = reply
  const texts = textsFor(language)
  return [
    line(texts.reviewTitle),
    linesOf(draftLines(draft, timeZone, language)),
    problems(reply),
    texts.reviewChanges,
    ...changeParts(review.changes, language),
    ...gate(reply),
    reasons.length === 0 || may === 'repair'
      ? undefined
      : list(
          texts.approvalReasonsTitle,
          reasons.map((reason) => reasonPhrase(reason, language)),
        ),
    wrap(mayPhrase(reply, language) ?? ''),
    numbered(choicesOf(reply)),
  ]
}

function choicesOf({ language, may, review }: ReplyOf<'draft-review'>): readonly string[] {
  const texts = textsFor(language)
  const main = {
    repair: [],
    wait: [],
    unasked: [],
    publish: [texts.draftPublish],
    approve: [texts.draftApprove],
    ask: [texts.draftAsk],
  }
  const [only, ...others] = review.changes.shown
  const isOne = only !== undefined && others.length === 0 && only.kind !== 'removed'
  const mayEdit = isOne && !['wait', 'approve', 'unasked'].includes(may)
  return [...(mayEdit ? [texts.draftEdit] : []), ...main[may], texts.draftDiscard]
}

function problems({ language, review }: ReplyOf<'draft-review'>): Part {
  const texts = textsFor(language)
  if (review.problems.length === 0) return undefined
  const hasErrors = review.problems.some(({ severity }) => severity === 'error')
  return list(
    hasErrors ? texts.reviewErrors : texts.reviewProblems,
    review.problems.map((problem) => problemPhrase(problem, language)),
  )
}

const MAX_GAINED = 5

function gate({ language, review, acceptedBy }: ReplyOf<'draft-review'>): readonly Part[] {
  const texts = textsFor(language)
  if (review.gate === undefined) return []
  const { asked, lost, gained } = review.gate
  const words = (all: typeof lost) =>
    all.map((change) => `${change.question} (${gatePhrase(change, language)})`)
  const more = (count: number) => (count > 0 ? [texts.gateMore({ count })] : [])
  return [
    texts.reviewGate,
    wrap(asked === 0 ? texts.gateNone : texts.gateAsked({ count: asked })),
    lost.length === 0
      ? asked > 0 && wrap(texts.gateAllKept)
      : list(texts.gateLost({ count: lost.length }), [
          ...words(lost.slice(0, MAX_LOST_SHOWN)),
          ...more(lost.length - MAX_LOST_SHOWN),
        ]),
    lost.length > 0 && acceptedBy === undefined ? wrap(texts.gateAcceptWhy) : undefined,
    acceptedBy && wrap(texts.gateAcceptedBy({ name: line(byPhrase(acceptedBy, language)) })),
    gained.length === 0
      ? undefined
      : list(texts.gateGained({ count: gained.length }), [
          ...words(gained.slice(0, MAX_GAINED)),
          ...more(gained.length - MAX_GAINED),
        ]),
  ].map((part) => part || undefined)
}

export function change({ language, change: one }: ReplyOf<'change'>): readonly Part[] {
  return [
    ...changePart(one, language),
    one.kind === 'removed' ? undefined : numbered([textsFor(language).draftEdit]),
  ]
}

export function draftConflict(reply: ReplyOf<'draft-conflict'>): readonly Part[] {
  const { language, draft, current, conflicts, timeZone } = reply
  const texts = textsFor(language)
  const name = line(byPhrase(current.by, language))
  return [
    line(texts.conflictTitle),
    wrap(texts.conflictText({ version: `${current.number}`, name })),
    linesOf(draftLines(draft, timeZone, language)),
    ...conflicts.flatMap(({ title, mine, theirs }) => [
      wrap(line(title)),
      `${texts.conflictMine}\n${paragraphs(mine || texts.conflictRemoved)}`,
      `${texts.conflictTheirs}\n${paragraphs(theirs || texts.conflictRemoved)}`,
    ]),
    numbered([texts.conflictTakeMine, texts.conflictTakeTheirs, texts.draftDiscard]),
  ]
}

export function published(reply: ReplyOf<'published'>): readonly Part[] {
  const { language, version, changes, mine, timeZone } = reply
  const texts = textsFor(language)
  const { number } = version
  const name = line(byPhrase(version.approver ?? version.by, language))
  return [
    line(texts.publishedTitle({ version: `${number}` })),
    wrap(mine ? texts.publishedMine : texts.publishedOther({ name })),
    linesOf(versionLines(version, timeZone, language)),
    ...changeParts(changes, language),
    wrap(texts.publishedWrong),
    numbered([
      ...(mine ? [texts.announceButton] : []),
      texts.publishedUndo({ version: `${number - 1}` }),
    ]),
  ]
}

function changeParts({ shown, total }: Changes, language: Language): readonly Part[] {
  const texts = textsFor(language)
  if (total === 0) return [wrap(texts.differenceNone)]
  const left = total - shown.length
  return [
    wrap(texts.changesCount({ count: total })),
    ...shown.flatMap((one) => changePart(one, language)),
    left > 0 ? wrap(texts.changesMore({ count: left })) : undefined,
  ]
}

/** What came and went stands between brackets: text alone has no bold or strike. */
export function changePart(change: ChangeView, language: Language): readonly Part[] {
  const title = wrap(line(changePhrase(change, language)))
  if (change.pieces.length === 0) return [title]
  return [
    title,
    paragraphs(
      readable(change.pieces)
        .map((piece) => marked(piece, language))
        .join(''),
    ),
  ]
}

function marked({ kind, text }: Piece, language: Language): string {
  const texts = textsFor(language)
  const title = text.trim()
  if (kind === 'same' || title === '') return text
  const words = kind === 'added' ? texts.pieceAdded({ title }) : texts.pieceRemoved({ title })
  return text.replace(title, () => words)
}

const linesOf = (lines: readonly string[]): string =>
  lines.map((words) => wrap(line(words))).join('\n')

const list = (heading: string, items: readonly string[]): string =>
  [wrap(heading), ...items.map((item) => wrap(line(item), '- '))].join('\n')

/** Text of others, with its lines. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((words) => wrap(line(words)))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
