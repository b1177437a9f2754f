/** Publish: a draft becomes the next version, or an earlier version comes back as the next. */
import { checkHandbook } from '../../knowledge/check-handbook.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import type { Problem } from '../../knowledge/problem.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'
import type { Stores } from '../storage/storage.ts'

export type PublishOrder = Readonly<{
  organisation: string
  /** Roster id of who does it, or "command line". */
  actor: string
  now: number
  /** The newest version when it was decided to go back; with another one nothing happens. */
  after?: number
}>

export type Published =
  | Readonly<{ kind: 'published'; number: number }>
  /** No draft or version of that name. */
  | Readonly<{ kind: 'missing' }>
  /** What was looked at is not what it is now. */
  | Readonly<{ kind: 'changed' }>
  /** Another version was published since the draft was begun. */
  | Readonly<{ kind: 'outdated'; current: number }>
  | Readonly<{ kind: 'broken'; problems: readonly Problem[] }>

type Needed = Pick<Stores, 'handbooks' | 'audit'>

type Looked = Readonly<{
  id: string
  /** Of what was looked at. */
  hash: string
  /** That very text has no errors: finding out again would hold up everybody in the transaction. */
  isChecked?: boolean
}>

/** To be called in a transaction. */
export async function publishDraft(
  { id, hash, isChecked = false }: Looked,
  order: PublishOrder,
  stores: Needed,
): Promise<Published> {
  const { organisation, actor, now } = order
  const draft = await stores.handbooks.draft(organisation, id)
  if (draft === undefined) return { kind: 'missing' }
  if (draft.hash !== hash) return { kind: 'changed' }
  const problems = isChecked ? [] : errorsIn(draft.files)
  if (problems.length > 0) return { kind: 'broken', problems }

  const { files, author, note, basedOn } = draft
  const approver = author === actor ? {} : { approver: actor }
  const version = { files, author, note, publishedAt: now, ...approver }
  const published = await next(version, basedOn, order, stores)
  if (published.kind === 'published') await stores.handbooks.removeDraft(organisation, id)
  return published
}

/**
 * The text of an earlier version, byte for byte, as a version of its own: nothing that was ever
 * published is lost by going back.
 */
export async function rollBack(
  number: number,
  order: PublishOrder,
  stores: Needed,
): Promise<Published> {
  const { organisation, actor, now } = order
  const earlier = await stores.handbooks.version(organisation, number)
  const current = await stores.handbooks.current(organisation)
  if (earlier === undefined || current === undefined || current.number === number)
    return { kind: 'missing' }
  if (current.number !== (order.after ?? current.number))
    return { kind: 'outdated', current: current.number }
  const { files } = earlier
  const version = { files, author: actor, note: '', restores: number, publishedAt: now }
  return next(version, current.number, order, stores)
}

async function next(
  version: Parameters<Stores['handbooks']['publish']>[1],
  after: number,
  { organisation, actor, now }: PublishOrder,
  { handbooks, audit }: Needed,
): Promise<Published> {
  const number = await handbooks.publish(organisation, version, after)
  if (number === undefined) {
    const current = await handbooks.current(organisation)
    return { kind: 'outdated', current: current?.number ?? 0 }
  }
  const { author, restores } = version
  const details = { after, author, ...(restores === undefined ? {} : { restores }) }
  const object = String(number)
  await audit.append(organisation, { actor, action: 'handbook-published', object, details }, now)
  return { kind: 'published', number }
}

function errorsIn(files: HandbookFiles): readonly Problem[] {
  return checkHandbook(readHandbook(files)).filter(({ severity }) => severity === 'error')
}
