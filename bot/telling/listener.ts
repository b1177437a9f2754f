/** Listener: somebody who agreed to hear when an answer that they got changes. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Identity } from '../accounts.ts'
import type { Address } from '../contract/message.ts'
import type { Speaker } from '../contract/request.ts'
import type { Secret } from '../secret.ts'
import type { Edition, Listener } from '../storage/answered.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import { listenerTag } from '../tags.ts'

type Listening = Readonly<{ speaker: Speaker; identity: Identity; secret: Secret }>

/** One on all platforms, told on the one where they asked last. */
export function listenerOf({ speaker, identity, secret }: Listening, language: Language): Listener {
  const { platform, person } = speaker
  const address: Address = { kind: 'person', platform, person }
  return {
    tag: listenerTag(secret, identity.main),
    address: secret.seal(JSON.stringify(address)),
    language,
  }
}

/** The first is what they are stored under; the others are of before the roster linked their accounts. */
export const listenerTagsOf = ({ identity, secret }: Omit<Listening, 'speaker'>) => [
  ...new Set([identity.main, ...identity.all].map((account) => listenerTag(secret, account))),
]

/** What waits for somebody begins so, and goes when they want to hear no more. */
export const keyOf = (tag: string): string => `told:${tag}:`

/** What is answered from: what is published is named after its number. */
export async function editionOf(
  { version, base }: Pick<Handbook, 'version' | 'base'>,
  organisation: string,
  handbooks: Pick<HandbookStore, 'current'>,
): Promise<Edition> {
  const number = numberOf(version) ?? (await handbooks.current(organisation))?.number
  return { version: number ?? 0, base: numberOf(base?.version) ?? 0 }
}

const numberOf = (version = ''): number | undefined =>
  /^\d{1,9}$/.test(version) ? Number(version) : undefined
