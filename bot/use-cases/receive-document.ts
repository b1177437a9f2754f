/** Receive a document: an editor's file is kept to be read; and what is doubtful about it is settled. */
import { hashOf } from '../../knowledge/handbook-files.ts'
import { settleDoubts } from '../../knowledge/import/settle-doubts.ts'
import { triage } from '../../knowledge/triage.ts'
import type { Action } from '../contract/action.ts'
import { type DocumentLink, MAX_DOUBTS, NEW_SECTION } from '../contract/documents.ts'
import type { Reply } from '../contract/reply.ts'
import { doubtsReply, keepDraft } from '../publishing/document-draft.ts'
import type { DocumentInDoubt } from '../storage/documents.ts'
import type { Command } from './command.ts'
import { notice } from './notice.ts'
import type { Tools } from './tools.ts'
import { cleanText } from './typed-text.ts'

/**
 * A file of who is no editor is nothing to the bot, and neither is one that somebody sends with the
 * news that something went wrong: then the words count.
 */
export function meantWith(command: Command, mayDraft: boolean): Command {
  if (command.verb !== 'receive-document' || command.text.trim() === '') return command
  const isFile = mayDraft && triage(command.text) === undefined
  return isFile ? command : { verb: 'ask', question: command.text }
}

/** Characters of a name that is shown. */
const MAX_NAME = 120

export async function receiveDocument(
  { document: { name, url } }: Readonly<{ document: DocumentLink }>,
  { organisation, stores, speaker, actor, secret, language, newId, now }: Tools,
): Promise<Reply> {
  const shown = cleanText(name).replace(/\s+/g, ' ').slice(0, MAX_NAME) || '…'
  await stores.documents.add(organisation.id, {
    ...{ id: newId(), name: shown, platform: speaker.platform, link: secret.seal(url) },
    ...{ sender: actor.person ?? '', createdAt: now },
  })
  return { kind: 'document-received', name: shown, language }
}

type Settled = Extract<Action, { verb: 'settle-document' }>

export async function settleDocument(form: Settled, tools: Tools): Promise<Reply> {
  const { organisation, stores, language, now } = tools
  const known = await stores.documents.inDoubt(organisation.id, form.documentId)
  if (known === undefined || known.inDoubt.answers.length !== form.settled)
    return notice('document-gone', language)
  const chosen = answersIn(form, known)
  if (chosen === undefined) return { ...doubtsReply(known, true), language }

  const answers = [...known.inDoubt.answers, ...chosen]
  const next = { ...known, inDoubt: { ...known.inDoubt, answers } }
  if (answers.length === next.inDoubt.doubts.length) return finish(next, tools)
  await stores.documents.keepInDoubt(organisation.id, next, now)
  return { ...doubtsReply(next, false), language }
}

/** Undefined when one of them has none, or one that was not to be chosen. */
function answersIn(
  form: Settled,
  { inDoubt: { doubts } }: DocumentInDoubt,
): readonly (string | null)[] | undefined {
  const { s0, s1, s2, s3, s4, s5, s6, s7, settled } = form
  const shown = doubts.slice(settled, settled + MAX_DOUBTS)
  const given = [s0, s1, s2, s3, s4, s5, s6, s7].slice(0, shown.length)
  const isKnown = given.every(
    (one, place) =>
      one === NEW_SECTION || shown[place]?.candidates.some(({ id }) => id === one) === true,
  )
  return isKnown ? given.map((one) => (one === NEW_SECTION ? null : one)) : undefined
}

async function finish(known: DocumentInDoubt, tools: Tools): Promise<Reply> {
  const { organisation, stores, language, now } = tools
  const { id, name, sender, basedOn, inDoubt } = known
  const current = await stores.handbooks.version(organisation.id, basedOn)
  if (current === undefined) return notice('no-such-version', language)
  const answers = new Map(
    inDoubt.doubts.map(({ madeId }, place) => [madeId, inDoubt.answers[place] ?? undefined]),
  )
  const files = settleDoubts(new Map(inDoubt.files), answers, current.files)
  await stores.documents.remove(organisation.id, id)
  const read = { kind: 'document-read', name, notes: inDoubt.notes, language } as const
  if (hashOf(files) === hashOf(current.files)) return read
  await keepDraft({ id, name, sender, files, basedOn }, organisation, stores, now)
  return { ...read, draftId: id }
}
