/** Publish: a draft becomes the next version, under the same rules as in the chat; or an earlier one comes back. */

import { randomUUID } from 'node:crypto'
import { compareHandbooks } from '../../../knowledge/compare-handbooks.ts'
import { askGate } from '../../../knowledge/gate.ts'
import type { HandbookFiles } from '../../../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { Layered } from '../../../knowledge/layers.ts'
import { describeProblem } from '../../../knowledge/problem.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import type { ApprovalReason, Changes, GateChange, Review } from '../../contract/publishing.ts'
import { withBase } from '../../publishing/base.ts'
import { COMMAND_LINE } from '../../publishing/by-name.ts'
import { changesBetween } from '../../publishing/changes.ts'
import { gateQuestions } from '../../publishing/gate-questions.ts'
import { type Published, publishDraft, rollBack } from '../../publishing/publish.ts'
import { reviewOf } from '../../publishing/review.ts'
import { tellEditors } from '../../publishing/tell-editors.ts'
import { reasonsFor } from '../../publishing/views.ts'
import type { HandbookDraft, HandbookVersion } from '../../storage/handbooks.ts'
import { changeLines } from './versions.ts'
import {
  type HandbookCommand,
  type HandbookTools,
  versionNumber,
  withHandbooks,
} from './with-handbooks.ts'

/** Without --yes only what would change is shown. */
export async function publish(command: HandbookCommand): Promise<readonly string[]> {
  const [id = ''] = command.words
  const found = await withHandbooks(command, async (tools) => {
    const draft = await tools.stores.handbooks.draft(tools.organisation.id, id)
    if (draft === undefined) throw new Error(`there is no draft ${id}: npm run handbook -- drafts`)
    const current = await currentVersion(tools)
    const reviewed = await reviewedBeside(current, draft, tools)
    return { draft, ...reviewed }
  })
  const { draft, review, reasons } = found
  const lines = [...reviewLines(found), ...reasons.map((reason) => `! ${WHY[reason]}`)]
  if (!command.yes) return [...lines, 'Nothing was published: with --yes it is.']
  refuse(found, command)
  return withHandbooks(command, async (tools) => {
    const done = await publishDraft({ ...draft, isChecked: true }, orderOf(tools), tools.stores)
    if (done.kind === 'published') await noteAndTell(done.number, found, command, tools)
    return [...lines, ...told(done), ...(review.gate?.lost.length ? ['Questions were lost.'] : [])]
  })
}

type Found = Readonly<{
  draft: HandbookDraft
  /** As they are answered from: over the base handbook, where there is one. */
  was: Layered
  is: Layered
  review: Review
  reasons: readonly ApprovalReason[]
}>

async function reviewedBeside(
  current: HandbookVersion,
  draft: HandbookDraft,
  { organisation, stores }: HandbookTools,
): Promise<Pick<Found, 'review' | 'reasons' | 'was' | 'is'>> {
  const was = await withBase(current.files, organisation, stores.handbooks)
  const is = await withBase(draft.files, organisation, stores.handbooks)
  const review = await reviewOf(is, was, async () => {
    const before = await openKnowledgeBase(was.files, undefined, was.mark)
    const after = await openKnowledgeBase(is.files, undefined, is.mark)
    const both = { before: before.handbook, after: after.handbook }
    const questions = await gateQuestions(organisation, both, stores)
    const { asked, regressions, improvements } = await askGate(questions, before, after)
    return { asked, lost: regressions, gained: improvements }
  })
  const author = await stores.people.byId(organisation.id, draft.author)
  return { was, is, review, reasons: reasonsFor(review, author?.roles ?? [], organisation) }
}

const WHY: Readonly<Record<ApprovalReason, string>> = {
  links: 'a link to a website changes',
  telephone: 'a telephone number changes',
  mail: 'a mail address changes',
  software: 'something about installing or downloading changes',
  incident: 'the first aid after an incident changes',
  elsewhere: 'something in elsewhere.yaml changes',
  deputy: 'the draft is by a deputy',
  always: 'the organisations file asks for a second person, always',
}

function reviewLines({ was, is, review }: Found): readonly string[] {
  const { problems, gate } = review
  return [
    ...changeLines(compareHandbooks(readFrom(was).handbook, readFrom(is).handbook)),
    ...problems.map(({ severity, rule, message }) => `${severity}: ${message} (${rule})`),
    ...(gate === undefined ? [] : [`${gate.asked} questions were asked of both.`]),
    ...(gate?.lost ?? []).map((change) => `- ${gateLine(change)}`),
    ...(gate?.gained ?? []).map((change) => `+ ${gateLine(change)}`),
  ]
}

const gateLine = ({ question, before, after, source }: GateChange): string =>
  `"${question}" (${source}): first ${before}, now ${after}`

/** @throws Error that says what stands in the way, and what to do */
function refuse({ draft, review, reasons }: Found, { acceptLost, alone }: HandbookCommand): void {
  const errors = review.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  const lost = review.gate?.lost ?? []
  if (lost.length > 0 && !acceptLost)
    throw new Error(
      [
        ...lost.map((change) => `- ${gateLine(change)}`),
        'nothing was published: these questions get a worse answer; --accept-lost says that you know',
      ].join('\n'),
    )
  if (reasons.length > 0 && draft.author === COMMAND_LINE && alone === '')
    throw new Error(
      [
        ...reasons.map((reason) => `! ${WHY[reason]}`),
        'nothing was published: a second person must look at this. A CISO or deputy can approve it in the chat ("concepten"); in an emergency --alone "why" publishes it, and the audit log says so',
      ].join('\n'),
    )
}

const orderOf = ({ organisation, now }: HandbookTools) => ({
  ...{ organisation: organisation.id, actor: COMMAND_LINE, now },
})

async function noteAndTell(
  number: number,
  { draft, review }: Pick<Found, 'draft' | 'review'>,
  { alone }: HandbookCommand,
  tools: HandbookTools,
): Promise<void> {
  const { organisation, stores, now } = tools
  await stores.draftReviews.remove(organisation.id, draft.id)
  if (alone !== '') {
    const entry = { actor: COMMAND_LINE, action: 'published-alone', object: String(number) }
    await stores.audit.append(organisation.id, { ...entry, details: { why: alone } }, now)
  }
  await tellAll(number, review.changes, tools)
}

async function tellAll(number: number, changes: Changes, tools: HandbookTools): Promise<void> {
  const info = await tools.stores.handbooks.current(tools.organisation.id)
  if (info?.number === number) await tellEditors(info, changes, '', { ...tools, newId: randomUUID })
}

export function rollback(command: HandbookCommand): Promise<readonly string[]> {
  const [word = ''] = command.words
  const number = versionNumber(word)
  return withHandbooks(command, async (tools) => {
    const { stores, organisation } = tools
    const current = await currentVersion(tools)
    const earlier = await stores.handbooks.version(organisation.id, number)
    const over = (files: HandbookFiles) => withBase(files, organisation, stores.handbooks)
    const done = await rollBack(number, orderOf(tools), stores)
    if (done.kind === 'published' && earlier !== undefined) {
      const both = [await over(current.files), await over(earlier.files)] as const
      await tellAll(done.number, changesBetween(readFrom(both[0]), readFrom(both[1])), tools)
    }
    return told(done)
  })
}

const readFrom = ({ files, mark }: Layered) => ({
  ...{ files, handbook: mark(readHandbook(files).handbook) },
})

export async function currentVersion({
  stores,
  organisation,
}: HandbookTools): Promise<HandbookVersion> {
  const current = await stores.handbooks.current(organisation.id)
  const version = current && (await stores.handbooks.version(organisation.id, current.number))
  if (version !== undefined) return version
  throw new Error('there is no version yet: start the bot once, it publishes the first')
}

/** @throws Error that says why nothing was published, and what to do */
function told(published: Published): readonly string[] {
  switch (published.kind) {
    case 'published':
      return [
        `Version ${published.number} is published. A bot that runs answers from it within 5 s.`,
      ]
    case 'missing':
      throw new Error('nothing was published: there is no such version, or it is the current one')
    case 'changed':
      throw new Error('nothing was published: the draft was changed meanwhile, look at it again')
    case 'outdated':
      throw new Error(
        `nothing was published: version ${published.current} came after the one that the draft was made from; import it again`,
      )
    case 'broken':
      throw new Error(published.problems.map(describeProblem).join('\n'))
  }
}
