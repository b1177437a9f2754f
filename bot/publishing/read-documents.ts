/**
 * Read documents: fetches what editors sent, makes a draft of it, and tells them; beside the turns.
 *
 * What was sent stands in the store until something came of it, so a restart forgets none.
 */
import { type HandbookFiles, hashOf } from '../../knowledge/handbook-files.ts'
import { importDocument } from '../../knowledge/import/import-document.ts'
import type { Imported, Read } from '../../knowledge/import/imported.ts'
import type { DocumentReply } from '../contract/documents.ts'
import type { Organisation } from '../contract/organisation.ts'
import { addressOf } from '../recipients.ts'
import type { Secret } from '../secret.ts'
import type { InDoubt, WaitingDocument } from '../storage/documents.ts'
import type { HandbookVersion } from '../storage/handbooks.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { doubtsReply, keepDraft } from './document-draft.ts'
import { isEditor } from './editors.ts'

export type Fetched =
  | Readonly<{ kind: 'fetched'; bytes: Uint8Array }>
  | Readonly<{ kind: 'too-large' }>
  /** @property reason for the log */
  | Readonly<{ kind: 'failed'; reason: string }>

/** From where a platform keeps files; never throws. */
export type FetchDocument = (url: string) => Promise<Fetched>

export type DocumentParts = Readonly<{
  storage: Storage
  organisations: readonly Organisation[]
  /** By platform. */
  fetches: Readonly<Partial<Record<WaitingDocument['platform'], FetchDocument>>>
  secret: Secret
  newId: () => string
  clock: () => number
}>

/** @returns what came of each, a word for it */
export function createDocumentReader(
  parts: DocumentParts,
): (organisation: string) => Promise<readonly string[]> {
  return async (id) => {
    const organisation = parts.organisations.find((one) => one.id === id)
    if (organisation === undefined) return []
    const done: string[] = []
    for (const document of await parts.storage.stores.documents.waiting(id))
      done.push(await read(document, organisation, parts))
    return done
  }
}

async function read(
  document: WaitingDocument,
  organisation: Organisation,
  parts: DocumentParts,
): Promise<string> {
  const { storage, clock } = parts
  const current = await currentOf(organisation, storage)
  const imported = await importedOf(document, current.files, parts)
  return storage.transaction(async (stores) => {
    if (!(await stores.documents.take(organisation.id, document.id))) return 'taken'
    const found = { document, organisation, current, stores, now: clock() }
    const reply = await settle(imported, found)
    await tell(reply, found, parts)
    return reply.kind
  })
}

async function currentOf({ id }: Organisation, { stores }: Storage): Promise<HandbookVersion> {
  const info = await stores.handbooks.current(id)
  const version = info && (await stores.handbooks.version(id, info.number))
  if (version === undefined) throw new Error(`"${id}" has no version of the handbook yet`)
  return version
}

type Outcome = Imported | Readonly<{ kind: 'refused'; reason: 'not-fetched' }>

async function importedOf(
  { name, link, platform }: WaitingDocument,
  current: HandbookFiles,
  { fetches, secret }: DocumentParts,
): Promise<Outcome> {
  const url = secret.open(link)
  const fetched = url === undefined ? undefined : await fetches[platform]?.(url)
  if (fetched?.kind === 'too-large') return { kind: 'refused', reason: 'too-large' }
  if (fetched?.kind !== 'fetched') return { kind: 'refused', reason: 'not-fetched' }
  return importDocument({ name, bytes: fetched.bytes }, current)
}

type Found = Readonly<{
  document: WaitingDocument
  organisation: Organisation
  current: HandbookVersion
  stores: Stores
  now: number
}>

async function settle(imported: Outcome, found: Found): Promise<DocumentReply> {
  const { document, organisation, current, stores, now } = found
  const { id, name, sender } = document
  if (imported.kind === 'refused')
    return { kind: 'document-refused', name, reason: imported.reason }
  if (imported.doubts.length === 0) {
    const same = hashOf(imported.files) === hashOf(current.files)
    const { notes, files } = imported
    if (same) return { kind: 'document-read', name, notes }
    await keepDraft({ id, name, sender, files, basedOn: current.number }, organisation, stores, now)
    return { kind: 'document-read', name, notes, draftId: id }
  }
  const inDoubt = inDoubtOf(imported)
  const kept = { id, name, sender, basedOn: current.number, inDoubt }
  await stores.documents.keepInDoubt(organisation.id, kept, now)
  return doubtsReply(kept, false)
}

const inDoubtOf = ({ files, notes, doubts }: Read): InDoubt => ({
  files: [...files],
  notes: [...notes],
  doubts: doubts.map(({ candidates, ...doubt }) => ({ ...doubt, candidates: [...candidates] })),
  answers: [],
})

/** Who may not change the handbook any more hears nothing of it. */
async function tell(
  reply: DocumentReply,
  { document, organisation, stores, now }: Found,
  { newId }: DocumentParts,
): Promise<void> {
  const person = await stores.people.byId(organisation.id, document.sender)
  const address = person && addressOf(person, document.platform)
  if (person === undefined || address === undefined || !isEditor(person)) return
  const language = person.language ?? organisation.languages[0] ?? 'nl'
  await stores.outbox.post(
    {
      ...{ id: newId(), organisation: organisation.id, class: 'answer' },
      dedupeKey: `document:${document.id}`,
      ...{ address, content: { ...reply, language } },
    },
    now,
  )
}
