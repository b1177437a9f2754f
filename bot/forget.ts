/**
 * Forget: removes what the bot keeps of a person, and sees to it that a restored backup does not
 * bring it back.
 *
 * Reports of incidents and rows of the audit log stay: the law asks for them.
 */
import { z } from 'zod'
import { type Account, accountsOf } from './accounts.ts'
import { Platform } from './contract/message.ts'
import type { Removed } from './contract/reply.ts'
import type { Secret } from './secret.ts'
import type { Forgotten } from './storage/forgotten.ts'
import type { Person } from './storage/people.ts'
import type { Stores } from './storage/storage.ts'
import { acknowledgerTag, listenerTag, optOutTag, tagsOf } from './tags.ts'
import { keyOf } from './telling/listener.ts'

/** Who, as the platforms and the roster know them. */
const Forgettable = z.object({
  accounts: z.array(z.object({ platform: Platform, person: z.string() })),
  /** Id of the row of the roster that goes too; absent when that stays, as the employer's. */
  rosterId: z.string().optional(),
})
type Forgettable = z.infer<typeof Forgettable>

export type ForgetTools = Readonly<{
  stores: Pick<
    Stores,
    | 'people'
    | 'conversations'
    | 'outbox'
    | 'escalations'
    | 'gaps'
    | 'incidents'
    | 'forgotten'
    | 'polls'
    | 'participation'
    | 'webSignIns'
    | 'answered'
    | 'acknowledgements'
  >
  secret: Secret
  now: number
}>

/**
 * At somebody's own word: all they can be known by here, but not their row in the roster, which is
 * the employer's. To be called in a transaction.
 *
 * That they want no polls stays known, or they would be invited again.
 *
 * @returns what was removed, also where that was nothing
 */
export async function forgetPerson(
  { organisation, platform, person }: Account,
  tools: ForgetTools,
): Promise<readonly Removed[]> {
  const account = { platform, person }
  const known = await tools.stores.people.byPlatform(organisation, platform, person)
  const linked = known === undefined ? [] : idsOf(organisation, known)
  const others = linked.filter((one) => one.platform !== platform || one.person !== person)
  return forget(organisation, { accounts: [account, ...others] }, tools)
}

/** At the employer's word: the row in the roster too. To be called in a transaction. */
export function forgetEmployee(
  organisation: string,
  person: Person,
  tools: ForgetTools,
): Promise<readonly Removed[]> {
  return forget(organisation, { accounts: idsOf(organisation, person), rosterId: person.id }, tools)
}

const idsOf = (organisation: string, known: Person): Forgettable['accounts'] =>
  accountsOf(organisation, known).map(({ platform, person }) => ({ platform, person }))

async function forget(
  organisation: string,
  who: Forgettable,
  { stores, secret, now }: ForgetTools,
): Promise<readonly Removed[]> {
  const sealed = secret.seal(JSON.stringify(who))
  await stores.forgotten.add(organisation, { sealed, at: now })
  return remove(organisation, who, { stores, secret, now })
}

/**
 * In a database that was restored: forgets who was forgotten after that backup was made.
 *
 * To be called in a transaction of that database.
 *
 * @param known what `forgotten.listAll` gave before the restore
 * @returns how many times somebody was forgotten again
 */
export async function forgetAgain(
  known: readonly (Forgotten & Readonly<{ organisation: string }>)[],
  { stores, secret }: Pick<ForgetTools, 'stores' | 'secret'>,
): Promise<number> {
  const before = new Set((await stores.forgotten.listAll()).map(({ sealed }) => sealed))
  const missing = known.filter(({ sealed }) => !before.has(sealed))
  for (const { organisation, sealed, at } of missing) {
    await remove(organisation, unsealed(sealed, secret), { stores, secret, now: at })
    await stores.forgotten.add(organisation, { sealed, at })
  }
  return missing.length
}

function unsealed(sealed: string, secret: Secret): Forgettable {
  const text = secret.open(sealed)
  if (text === undefined)
    throw new Error(
      'Who was forgotten cannot be read with this secret: set VRAAGBAAK_SECRET to the one that the database was used with.',
    )
  return Forgettable.parse(JSON.parse(text))
}

async function remove(
  organisation: string,
  { accounts, rosterId }: Forgettable,
  { stores, secret, now }: ForgetTools,
): Promise<readonly Removed[]> {
  const counts = {
    ...{ roster: 0, conversations: 0, questions: 0, gaps: 0, notices: 0, answered: 0 },
    acknowledged: 0,
  }
  for (const account of accounts) {
    await forgetPost(organisation, account, { stores, now })
    const { platform, person } = account
    // The terminal knows people by the roster's id, as the pages do.
    if (platform === 'terminal') {
      await stores.webSignIns.forgetPerson(organisation, person)
      const tag = acknowledgerTag(secret, organisation, person)
      counts.acknowledged += await stores.acknowledgements.forget(organisation, tag, person)
    }
    counts.conversations += await stores.conversations.forgetPerson(organisation, platform, person)
    const listener = listenerTag(secret, { organisation, platform, person })
    counts.answered += await stores.answered.forget(organisation, listener)
    await stores.outbox.withdraw(organisation, keyOf(listener))
    for (const tag of tagsOf(secret, { organisation, platform, person })) {
      counts.questions += await stores.escalations.forgetAsker(organisation, tag)
      counts.gaps += await stores.gaps.forgetAsker(organisation, tag)
      counts.notices += await stores.incidents.forgetNotices(organisation, tag)
    }
  }
  if (rosterId !== undefined) {
    counts.roster = (await stores.people.remove(organisation, rosterId)) ? 1 : 0
    await stores.polls.optIn(organisation, optOutTag(secret, organisation, rosterId))
    await stores.participation.forgetPerson(organisation, rosterId)
  }
  return KINDS.map((what) => ({ what, count: counts[what] }))
}

const KINDS = [
  ...(['roster', 'conversations', 'questions', 'gaps', 'notices', 'answered'] as const),
  'acknowledged',
] as const

/** What still waits to be sent, while the way to the conversation is known. */
async function forgetPost(
  organisation: string,
  { platform, person }: Forgettable['accounts'][number],
  { stores, now }: Pick<ForgetTools, 'stores' | 'now'>,
): Promise<void> {
  await stores.outbox.forget(organisation, { kind: 'person', platform, person }, now)
  const own = await stores.conversations.ofPerson(organisation, platform, person)
  if (own === undefined) return
  const address = { kind: 'conversation', platform, conversation: own.id } as const
  await stores.outbox.forget(organisation, address, now)
}
