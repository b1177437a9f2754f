/** Document draft: what was read of a file becomes a draft, once nothing about it is doubtful. */
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { type DocumentReply, MAX_DOUBTS } from '../contract/documents.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { DocumentInDoubt } from '../storage/documents.ts'
import type { Stores } from '../storage/storage.ts'

export type ReadDocument = Readonly<{
  id: string
  name: string
  /** Roster id. */
  sender: string
  files: HandbookFiles
  basedOn: number
}>

/** In the transaction that takes the document. */
export async function keepDraft(
  { id, name, sender, files, basedOn }: ReadDocument,
  organisation: Organisation,
  stores: Pick<Stores, 'handbooks' | 'audit'>,
  now: number,
): Promise<void> {
  const draft = { id, basedOn, files, author: sender, note: name, createdAt: now }
  const hash = await stores.handbooks.keepDraft(organisation.id, draft)
  const entry = { actor: sender, action: 'draft-saved', object: id, details: { basedOn, hash } }
  await stores.audit.append(organisation.id, entry, now)
}

/** The sections that are asked about next. */
export function doubtsReply(
  { id: documentId, name, inDoubt: { doubts, answers } }: DocumentInDoubt,
  incomplete: boolean,
): Extract<DocumentReply, { kind: 'document-doubts' }> {
  const settled = answers.length
  const shown = doubts.slice(settled, settled + MAX_DOUBTS).map(({ title, candidates }) => ({
    ...{ title, candidates },
  }))
  const total = doubts.length
  return { kind: 'document-doubts', documentId, name, settled, doubts: shown, total, incomplete }
}
