/**
 * Tell changes: who agreed to it hears that an answer that they got has changed since.
 *
 * Each person is told by what they know: the versions of the handbook and of the base below it, by
 * which they got a section or were told of it before, beside those that hold now. So who slept through two versions hears of both at once,
 * and who asked after publishing hears nothing. That they know it now, and the message, are one
 * transaction: a crash leaves both or neither.
 */
import { Address } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { LISTENING_DAYS, type ToldChange } from '../contract/telling.ts'
import type { Secret } from '../secret.ts'
import type { Served } from '../served.ts'
import type { Answered, Edition, Listener } from '../storage/answered.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { isWorkingTime, localDate } from '../working-time.ts'
import { changesBetween, type Editions } from './changes.ts'
import { editionOf, keyOf } from './listener.ts'

export type TellParts = Readonly<{
  storage: Storage
  secret: Secret
  newId: () => string
  clock: () => number
}>

/**
 * At one look. They go before messages to many, so with more of them an answer would wait for longer
 * than a second; looks are a minute apart.
 */
const MESSAGES = 40
/** Most whom a look passes by because nothing that they asked has changed. */
const PEOPLE = 2_000
const AT_ONCE = 20
const DAY_MS = 86_400_000
/** On one card. */
const SHOWN = 5

/** By what this process answers from. @returns a word for what it did, when it told anybody */
export async function tellChanges(
  { organisation, knowledge }: Pick<Served, 'organisation' | 'knowledge'>,
  parts: TellParts,
): Promise<readonly string[]> {
  if (!organisation.tellChanges || !isWorkingTime(parts.clock(), organisation)) return []
  const { handbooks } = parts.storage.stores
  const edition = await editionOf(knowledge.handbook, organisation.id, handbooks)
  const telling = { ...parts, organisation, edition }
  await compareAhead(telling)
  const told = await tellSome(telling)
  return told === 0 ? [] : [`version ${edition.version}: ${told} told`]
}

type Telling = TellParts & Readonly<{ organisation: Organisation; edition: Edition }>

/** @returns how many; who is left comes at the next look */
async function tellSome(parts: Telling): Promise<number> {
  const { answered } = parts.storage.stores
  let told = 0
  for (let seen = 0; seen < PEOPLE && told < MESSAGES; ) {
    const tags = await answered.behind(parts.organisation.id, parts.edition, AT_ONCE)
    for (const tag of tags) told += (await tell(tag, parts)) ? 1 : 0
    if (tags.length < AT_ONCE) return told
    seen += tags.length
  }
  return told
}

/** Reading handbooks takes long, and a transaction keeps everybody else waiting. */
async function compareAhead({ storage, organisation, edition }: Telling): Promise<void> {
  const { answered, handbooks } = storage.stores
  for (const known of await answered.known(organisation.id, edition))
    await changesBetween(editionsFrom(known, edition), organisation, handbooks)
}

/**
 * Of a base that is not known, it is taken that it did not change. A process that is behind another
 * does not take back what that one told.
 */
const editionsFrom = (known: Edition, now: Edition): Editions => ({
  before: { version: known.version, base: known.base || now.base },
  after: {
    version: Math.max(known.version, now.version),
    base: Math.max(known.base, now.base),
  },
})

/** @returns whether there was something to tell */
async function tell(tag: string, parts: Telling): Promise<boolean> {
  const { storage, organisation, edition, clock } = parts
  const now = clock()
  return storage.transaction(async (stores) => {
    const behind = await stores.answered.catchUp(organisation.id, tag, edition)
    if (behind === undefined) return false
    const since = localDate(now - LISTENING_DAYS * DAY_MS, organisation.timeZone)
    const recent = behind.answered.filter(({ day }) => day >= since)
    const changes = await changesFor(recent, parts, stores)
    if (changes.length === 0) return false
    const content = contentOf(changes, behind.listener)
    return post(content, behind.listener, { ...parts, stores, now })
  })
}

type Found = ToldChange & Readonly<{ editions: Editions }>

/** In the order in which they asked, the newest first. */
async function changesFor(
  answered: readonly Answered[],
  { organisation, edition }: Telling,
  { handbooks }: Stores,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const { section, day, ...known } of answered) {
    const editions = editionsFrom(known, edition)
    const changes = await changesBetween(editions, organisation, handbooks)
    const change = changes.find((one) => one.section.id === section)
    if (change !== undefined) found.push({ day, change, editions })
  }
  return found
}

function contentOf(changes: readonly Found[], { language }: Listener): ReplyOf<'changed-answers'> {
  return {
    kind: 'changed-answers',
    changes: changes.slice(0, SHOWN).map(({ day, change }) => ({ day, change })),
    more: Math.max(0, changes.length - SHOWN),
    versions: versionsOf(changes),
    language,
  }
}

/** From the oldest that they got to the newest. */
function versionsOf(changes: readonly Found[]): ReplyOf<'changed-answers'>['versions'] {
  const all = changes.flatMap(({ editions: { before, after } }) => [before, after])
  const none: Edition = { version: 0, base: 0 }
  const [before = none, ...others] = all.toSorted(
    (one, other) => one.version - other.version || one.base - other.base,
  )
  const after = others.at(-1) ?? before
  const versions = { before: before.version, after: after.version }
  return after.base === 0
    ? versions
    : { ...versions, base: { before: before.base, after: after.base } }
}

type Posting = Telling & Readonly<{ stores: Stores; now: number }>

/** Who was sealed with another secret can be told nothing. */
async function post(
  content: ReplyOf<'changed-answers'>,
  { tag, address }: Listener,
  { stores, organisation, secret, newId, now }: Posting,
): Promise<boolean> {
  const opened = secret.open(address)
  if (opened === undefined) return false
  const { platform } = Address.parse(JSON.parse(opened))
  const { after, base } = content.versions
  return stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'notice',
      dedupeKey: `${keyOf(tag)}${after}.${base?.after ?? 0}`,
      address: { kind: 'sealed', platform, sealed: address },
      content,
    },
    now,
  )
}
