/** Participation tag: what stands for somebody who took part in a round, until it closes. */
import type { RoundKey } from '../round-keys.ts'

/** By the row of the roster and not by the account: who is on two platforms counts once. */
export function participationTag(
  key: RoundKey,
  { organisation, round }: Readonly<{ organisation: string; round: string }>,
  person: string,
): string {
  return key.tag(organisation, person, round)
}
