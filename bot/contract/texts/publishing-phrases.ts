/** Publishing phrases: sentences about versions and drafts, put together from their parts. */
import type { Language } from '../../../knowledge/language.ts'
import type {
  ApprovalReason,
  ByName,
  ChangeView,
  DraftView,
  GateChange,
  Piece,
  ProblemView,
  PublishingNotice,
  PublishingReply,
  SectionProblem,
  VersionView,
} from '../publishing.ts'
import { datedMoment } from './long-moments.ts'
import type { Messages } from './nl.ts'
import { textsFor } from './texts.ts'

export function byPhrase(by: ByName, language: Language): string {
  const texts = textsFor(language)
  switch (by.kind) {
    case 'person':
      return by.name
    case 'installation':
      return texts.byInstallation
    case 'command-line':
      return texts.byCommandLine
  }
}

/** Who, when, who approved, what it brings back and why; one line each. */
export function versionLines(
  { by, publishedAt, approver, restores, note }: VersionView,
  timeZone: string,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  const moment = datedMoment(publishedAt, timeZone, language)
  return [
    texts.versionBy({ name: byPhrase(by, language), moment }),
    ...(approver ? [texts.versionApproved({ name: byPhrase(approver, language) })] : []),
    ...(restores === undefined ? [] : [texts.versionRestores({ version: `${restores}` })]),
    ...(note === '' ? [] : [texts.versionNote({ title: note })]),
  ]
}

export function draftLines(
  { by, createdAt, basedOn, note, asked }: DraftView,
  timeZone: string,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  const moment = datedMoment(createdAt, timeZone, language)
  return [
    texts.draftBy({ name: byPhrase(by, language), moment }),
    texts.draftAfter({ version: `${basedOn}` }),
    ...(note === '' ? [] : [texts.versionNote({ title: note })]),
    ...(asked ? [texts.draftAsked] : []),
  ]
}

/** "5.8 Mag ik thuis printen? (tekst, titel)". */
export function changePhrase(change: ChangeView, language: Language): string {
  const texts = textsFor(language)
  const kinds = {
    added: texts.changeAdded,
    removed: texts.changeRemoved,
    moved: texts.changeMoved,
    changed: change.parts.map((part) => partsOf(texts)[part]).join(', '),
  }
  const own = change.overrides && texts.changeOverride({ name: change.overrides })
  const words = [kinds[change.kind], own].filter(Boolean).join(', ')
  return `${change.number} ${change.title} (${words})`
}

const partsOf = (texts: Messages) => ({
  title: texts.changeTitle,
  text: texts.changeText,
  search: texts.changeSearch,
  incident: texts.changeIncident,
  owner: texts.changeOwner,
  review: texts.changeReview,
})

export function reasonPhrase(reason: ApprovalReason, language: Language): string {
  const texts = textsFor(language)
  const words: Readonly<Record<ApprovalReason, string>> = {
    links: texts.reasonLinks,
    telephone: texts.reasonTelephone,
    mail: texts.reasonMail,
    software: texts.reasonSoftware,
    incident: texts.reasonIncident,
    elsewhere: texts.reasonElsewhere,
    deputy: texts.reasonDeputy,
    always: texts.reasonAlways,
  }
  return words[reason]
}

/** "eerst antwoord, nu een keuze · voorbeeldvraag". */
export function gatePhrase({ before, after, source }: GateChange, language: Language): string {
  const texts = textsFor(language)
  const outcomes = {
    answered: texts.outcomeAnswered,
    suggested: texts.outcomeSuggested,
    lost: texts.outcomeLost,
  }
  const sources = {
    golden: texts.sourceGolden,
    helpful: texts.sourceHelpful,
    example: texts.sourceExample,
    gap: texts.sourceGap,
  }
  const change = texts.gateChange({ from: outcomes[before], until: outcomes[after] })
  return `${change} · ${sources[source]}`
}

/** What is wrong, in words of this catalogue; the check itself speaks English, for editors of files. */
export function problemPhrase({ rule, section }: ProblemView, language: Language): string {
  const texts = textsFor(language)
  const words = rulesOf(texts)[rule] ?? texts.ruleOther
  return section === undefined ? words : `${section.title}: ${words}`
}

const rulesOf = (texts: Messages): Readonly<Record<string, string>> => ({
  'long-section': texts.ruleLongSection,
  'dead-link': texts.ruleDeadLink,
  owner: texts.ruleOwner,
  review: texts.ruleReview,
  'short-answer': texts.ruleShortAnswer,
  'first-aid': texts.ruleFirstAid,
  'empty-section': texts.ruleEmpty,
  'no-id': texts.ruleNoId,
  'repeated-id': texts.ruleRepeatedId,
  'shared-incident': texts.ruleSharedIncident,
  'near-duplicate': texts.ruleDuplicate,
  contradiction: texts.ruleContradiction,
  'unsafe-link': texts.ruleLink,
})

export function sectionProblemPhrase(problem: SectionProblem, language: Language): string {
  const texts = textsFor(language)
  const words: Readonly<Record<SectionProblem, string>> = {
    'title-missing': texts.problemTitleMissing,
    'text-missing': texts.problemTextMissing,
    'not-one-section': texts.problemNotOneSection,
    'chapter-missing': texts.problemChapterMissing,
    'nothing-changed': texts.problemNothingChanged,
    'changed-meanwhile': texts.problemChangedMeanwhile,
  }
  return words[problem]
}

export function mayPhrase(
  { may }: Pick<Extract<PublishingReply, { kind: 'draft-review' }>, 'may'>,
  language: Language,
): string | undefined {
  const texts = textsFor(language)
  const words = {
    repair: texts.mayRepair,
    publish: texts.mayPublish,
    ask: undefined,
    wait: texts.mayWait,
    unasked: texts.mayUnasked,
    approve: texts.mayApprove,
  }
  return words[may]
}

export const publishingNotices = (texts: Messages): Readonly<Record<PublishingNotice, string>> => ({
  'no-such-version': texts.noticeNoSuchVersion,
  'already-current': texts.noticeAlreadyCurrent,
  'no-such-draft': texts.noticeNoSuchDraft,
  'no-drafts': texts.noticeNoDrafts,
  'draft-changed': texts.noticeDraftChanged,
  'draft-discarded': texts.noticeDraftDiscarded,
  'draft-broken': texts.noticeDraftBroken,
  'lost-not-accepted': texts.noticeLostNotAccepted,
  'approval-needed': texts.noticeApprovalNeeded,
  'approval-unasked': texts.noticeApprovalUnasked,
  'approval-asked': texts.noticeApprovalAsked,
  'nobody-to-approve': texts.noticeNobodyToApprove,
  'section-not-found': texts.noticeSectionNotFound,
  'section-too-long': texts.noticeSectionTooLong,
})

/** Word by word nobody can read it: what has only a space between it went, and came, as one. */
export function readable(pieces: readonly Piece[]): readonly Piece[] {
  const shown: Piece[] = []
  let changes: Piece[] = []
  for (const [place, piece] of pieces.entries()) {
    const isBetween = changes.length > 0 && isChange(pieces[place + 1])
    if (isChange(piece) || (isBetween && /^ +$/.test(piece.text))) changes.push(piece)
    else {
      shown.push(...asOne(changes), piece)
      changes = []
    }
  }
  return [...shown, ...asOne(changes)]
}

const isChange = (piece: Piece | undefined): boolean => piece !== undefined && piece.kind !== 'same'

function asOne(changes: readonly Piece[]): readonly Piece[] {
  const without = (kind: Piece['kind']) =>
    changes.map((one) => (one.kind === kind ? '' : one.text)).join('')
  const removed: Piece = { kind: 'removed', text: without('added') }
  const added: Piece = { kind: 'added', text: without('removed') }
  if (removed.text === '' || added.text === '')
    return [removed, added].filter(({ text: words }) => words !== '')
  return [removed, { kind: 'same', text: ' ' }, added]
}
