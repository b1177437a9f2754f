/** Handbook tasks: takes over what somebody published, reads documents and looks at drafts; by the clock. */
import { askGate } from '../../knowledge/gate.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Task } from '../chores/chores.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { GateView } from '../contract/publishing.ts'
import type { Storage } from '../storage/storage.ts'
import { createBaseChanges } from './base-changes.ts'
import { createDraftWorker, type DraftWorkerParts } from './draft-worker.ts'
import { gateQuestions } from './gate-questions.ts'
import type { LiveHandbooks } from './live-handbooks.ts'
import { createDocumentReader, type DocumentParts } from './read-documents.ts'

export type HandbookTaskParts = Readonly<{ handbooks: LiveHandbooks }> &
  Pick<DraftWorkerParts, 'storage' | 'organisations' | 'newId' | 'clock' | 'platform'> &
  Pick<DocumentParts, 'secret' | 'fetches'>

/** In this order: a document becomes a draft, which is compared with what is answered from. */
export function handbookTasks({ handbooks, ...parts }: HandbookTaskParts): readonly Task[] {
  const { served, prepare, refresh } = handbooks
  const work = createDraftWorker({
    ...parts,
    prepare,
    serving: (id, version) => {
      const knowledge = served.get(id)?.knowledge
      return knowledge?.handbook.version === `${version}` ? knowledge : undefined
    },
    gate: (organisation, draft, now) => gate(organisation, { draft, now }, parts.storage),
  })
  return [
    { name: 'handbook', run: refresh },
    { name: 'base-changes', run: createBaseChanges(parts) },
    { name: 'documents', run: createDocumentReader(parts) },
    { name: 'drafts', run: work },
  ]
}

async function gate(
  organisation: Organisation,
  { draft, now }: Readonly<{ draft: KnowledgeBase; now: KnowledgeBase }>,
  { stores }: Storage,
): Promise<GateView> {
  const both = { before: now.handbook, after: draft.handbook }
  const questions = await gateQuestions(organisation, both, stores)
  const { asked, regressions: lost, improvements: gained } = await askGate(questions, now, draft)
  return { asked, lost, gained }
}
