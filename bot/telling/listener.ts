/** Listener: somebody who agreed to hear when an answer that they got changes. */
import type { Handbook } from '../../knowledge/handbook.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Address } from '../contract/message.ts'
import type { Speaker } from '../contract/request.ts'
import type { Secret } from '../secret.ts'
import type { Listener } from '../storage/answered.ts'
import type { HandbookStore } from '../storage/handbooks.ts'
import { listenerTag } from '../tags.ts'

export function listenerOf(speaker: Speaker, language: Language, secret: Secret): Listener {
  const { platform, person } = speaker
  const address: Address = { kind: 'person', platform, person }
  return {
    tag: listenerTag(secret, speaker),
    address: secret.seal(JSON.stringify(address)),
    language,
  }
}

/** What waits for somebody begins so, and goes when they want to hear no more. */
export const keyOf = (tag: string): string => `told:${tag}:`

/** That they got an answer from: what is published is named after its number. */
export async function versionOf(
  { version }: Pick<Handbook, 'version'>,
  organisation: string,
  handbooks: Pick<HandbookStore, 'current'>,
): Promise<number> {
  if (/^\d{1,9}$/.test(version)) return Number(version)
  return (await handbooks.current(organisation))?.number ?? 0
}
