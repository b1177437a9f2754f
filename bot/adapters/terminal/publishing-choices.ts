/** Publishing choices: what the numbers after a reply about versions and drafts stand for. */
import type { Action } from '../../contract/action.ts'
import type { Reply, ReplyOf } from '../../contract/reply.ts'
import { careChoicesOf } from './care-choices.ts'

/** In the order in which the plain text numbers them. */
export function publishingChoicesOf(reply: Reply): readonly Action[] {
  switch (reply.kind) {
    case 'versions':
      return earlierVersions(reply)
    case 'rollback-confirm':
      return [{ verb: 'confirm-roll-back', version: reply.version.number, after: reply.current }]
    case 'drafts':
      return reply.drafts.map(({ id }) => ({ verb: 'show-draft', draftId: id }))
    case 'draft-kept':
      return [{ verb: 'show-draft', draftId: reply.draft.id }]
    case 'draft-review':
      return decisions(reply)
    case 'change':
      return reply.change.kind === 'removed'
        ? []
        : [{ verb: 'edit-section', sectionId: reply.change.id, draftId: reply.draftId }]
    case 'draft-conflict':
      return conflictChoices(reply)
    case 'published':
      return undo(reply)
    case 'section-form':
      return reply.section?.overrides === undefined
        ? []
        : [{ verb: 'take-base-text', sectionId: reply.section.id, draftId: reply.draftId }]
    case 'base-changed':
      return baseChoices(reply)
    case 'gaps':
      return reply.groups.map(({ question, section }) =>
        section === undefined
          ? { verb: 'write-section', question }
          : { verb: 'edit-section', sectionId: section.id },
      )
    case 'escalation-handled':
      return reply.answer.kind === 'text'
        ? [{ verb: 'write-section', question: '', escalationId: reply.escalation.id }]
        : []
    default:
      return careChoicesOf(reply)
  }
}

function earlierVersions({ versions }: ReplyOf<'versions'>): readonly Action[] {
  const [current, ...earlier] = versions
  if (current === undefined) return []
  return earlier.flatMap(({ number }): readonly Action[] => [
    { verb: 'show-difference', from: number, to: current.number },
    { verb: 'roll-back', version: number },
  ])
}

/** Nothing can be ticked here: a draft that loses questions is published on a card. */
function decisions({ draft, may, review }: ReplyOf<'draft-review'>): readonly Action[] {
  const { id: draftId, hash } = draft
  const [only, ...others] = review.changes.shown
  const isOne = only !== undefined && others.length === 0 && only.kind !== 'removed'
  const edit: readonly Action[] =
    isOne && !['wait', 'approve', 'unasked'].includes(may)
      ? [{ verb: 'edit-section', sectionId: only.id, draftId }]
      : []
  const base = draft.base === undefined ? {} : { base: draft.base }
  const publish = { verb: 'publish-draft', draftId, hash, accepted: '', ...base } as const
  const main = {
    ...{ repair: [], wait: [], unasked: [], publish: [publish], approve: [publish] },
    ask: [{ ...publish, verb: 'ask-approval' as const }],
  }
  return [...edit, ...main[may], { verb: 'discard-draft', draftId, hash }]
}

function conflictChoices({ draft: { id: draftId, hash } }: ReplyOf<'draft-conflict'>) {
  return [
    { verb: 'rebase-draft', draftId, hash, side: 'mine' },
    { verb: 'rebase-draft', draftId, hash, side: 'theirs' },
    { verb: 'discard-draft', draftId, hash },
  ] as const
}

function undo({ mine, version: { number } }: ReplyOf<'published'>): readonly Action[] {
  const back: Action = { verb: 'roll-back', version: number - 1 }
  return mine ? [{ verb: 'announce', version: number }, back] : [back]
}

function baseChoices({
  change: { id: sectionId, kind },
}: ReplyOf<'base-changed'>): readonly Action[] {
  const edit: Action = { verb: 'edit-section', sectionId }
  return kind === 'removed' ? [edit] : [edit, { verb: 'take-base-text', sectionId }]
}
