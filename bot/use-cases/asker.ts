/** Asker: how somebody who asks a human is called, reached and recognised again. */
import { safeText } from '../../knowledge/safe-text.ts'
import { Address } from '../contract/message.ts'
import { askerTag, namedAskerTag } from '../tags.ts'
import type { Tools } from './tools.ts'

/** In the private chat, wherever it was asked; readable for the bot only. */
export function sealedAddressOf({ speaker, secret }: Pick<Tools, 'speaker' | 'secret'>): string {
  const { platform, person } = speaker
  const address: Address = { kind: 'person', platform, person }
  return secret.seal(JSON.stringify(address))
}

/** @throws Error when it was sealed with another secret. */
export function openAddress(sealed: string, { secret }: Pick<Tools, 'secret'>): Address {
  const opened = secret.open(sealed)
  if (opened === undefined)
    throw new Error(
      'The address of who asked cannot be read: VRAAGBAAK_SECRET, or secret.key in DATA_DIR, is not the one it was stored with. Put the former one back.',
    )
  return Address.parse(JSON.parse(opened))
}

/** What the platform shows, else what the roster knows. */
export async function nameOf({ speaker, actor, stores }: Tools): Promise<string> {
  const shown = safeText(speaker.name ?? '').trim()
  if (shown !== '') return shown
  const { organisation } = actor
  const known = actor.person && (await stores.people.byId(organisation, actor.person))
  return (known ? known.email : undefined) ?? actor.person ?? speaker.person
}

/** All tags under which this person's questions to a human are stored, from whichever platform. */
export const ownTags = ({ secret, identity }: Pick<Tools, 'identity' | 'secret'>) =>
  identity.all.flatMap((account) => [askerTag(secret, account), namedAskerTag(secret, account)])
