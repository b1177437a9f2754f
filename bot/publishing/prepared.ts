/** Prepared handbooks: what was made ready to be answered from before anybody decided to publish it. */
import { hashOf } from '../../knowledge/handbook-files.ts'
import { type KnowledgeBase, openKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Layered } from '../../knowledge/layers.ts'

export type Prepared = Readonly<{
  /**
   * Beside the bot that answers. The last of each organisation is kept.
   *
   * @throws Error that says what is wrong with the files
   */
  prepare: (organisation: string, text: Layered) => Promise<KnowledgeBase>
  /**
   * What was prepared of exactly this content, if anything. It is no longer kept here, and neither
   * is another: a draft of what held before must be looked at anew.
   */
  take: (organisation: string, text: Layered) => Promise<KnowledgeBase> | undefined
}>

type Kept = Readonly<{ hash: string; knowledge: Promise<KnowledgeBase> }>

export function createPrepared(): Prepared {
  const kept = new Map<string, Kept>()
  return {
    prepare: (organisation, { files, mark }) => {
      const hash = hashOf(files)
      const known = kept.get(organisation)
      if (known?.hash === hash) return known.knowledge
      const one = { hash, knowledge: openKnowledgeBase(files, undefined, mark) }
      kept.set(organisation, one)
      return one.knowledge
    },
    take: (organisation, { files }) => {
      const known = kept.get(organisation)
      kept.delete(organisation)
      return known?.hash === hashOf(files) ? known.knowledge : undefined
    },
  }
}
