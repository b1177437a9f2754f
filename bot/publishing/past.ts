/** Past: handbooks as they were on a day, ready to be asked; and who waits for what they would have said. */
import { type KnowledgeBase, openKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import { type Held, layeredOf } from './base.ts'

/** In memory only: what somebody asked is kept nowhere. */
export type Wanted = Readonly<{
  date: string
  question: string
  language: Language
  platform: Platform
  /** Where the answer goes, sealed. */
  sealed: string
}>

export type Past = Readonly<{
  /** Undefined when it is not ready. */
  ready: (organisation: string, held: Held) => KnowledgeBase | undefined
  /** Takes as long as a bot takes to start, so never within a turn. */
  open: (organisation: Organisation, held: Held) => Promise<KnowledgeBase>
  want: (organisation: string, wanted: Wanted) => void
  /** Who waits, once. */
  take: (organisation: string) => readonly Wanted[]
}>

/** The day that somebody looks into, and the one before. */
const MOST_KEPT = 2
/** A few people at once; more is no looking into something. */
const MOST_WANTED = 20

export function createPast(store: Pick<HandbookStore, 'current' | 'version'>): Past {
  const kept = new Map<string, ReadonlyMap<string, KnowledgeBase>>()
  const wanted = new Map<string, readonly Wanted[]>()
  const ready = (organisation: string, held: Held) => kept.get(organisation)?.get(keyOf(held))
  return {
    ready,
    open: async (organisation, held) => {
      const known = ready(organisation.id, held) ?? (await build(organisation, held, store))
      const others = [...(kept.get(organisation.id) ?? [])].filter(([key]) => key !== keyOf(held))
      const newest = [...others, [keyOf(held), known] as const].slice(-MOST_KEPT)
      kept.set(organisation.id, new Map(newest))
      return known
    },
    want: (organisation, one) => {
      wanted.set(organisation, [...(wanted.get(organisation) ?? []), one].slice(-MOST_WANTED))
    },
    take: (organisation) => {
      const all = wanted.get(organisation) ?? []
      wanted.delete(organisation)
      return all
    },
  }
}

const keyOf = ({ own, base }: Held): string => `${own.number} ${base?.number ?? ''}`

async function build(
  organisation: Organisation,
  held: Held,
  store: Pick<HandbookStore, 'current' | 'version'>,
): Promise<KnowledgeBase> {
  const text = await layeredOf(held, organisation, store)
  return openKnowledgeBase(text.files, `${held.own.number}`, text.mark)
}
