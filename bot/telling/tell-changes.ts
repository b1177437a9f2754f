/**
 * Tell changes: who agreed to it hears that an answer that they got has changed since.
 *
 * Each person is told by what they know: the version of a section that they got, or were told of
 * before, beside the one that holds now. So who slept through two versions hears of both at once,
 * and who asked after publishing hears nothing. That they know it now, and the message, are one
 * transaction: a crash leaves both or neither.
 */
import { Address } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import { LISTENING_DAYS, type ToldChange } from '../contract/telling.ts'
import { layeredVersions } from '../publishing/base.ts'
import type { Secret } from '../secret.ts'
import type { Answered, Listener } from '../storage/answered.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { isWorkingTime, localDate } from '../working-time.ts'
import { changesBetween } from './changes.ts'
import { keyOf } from './listener.ts'

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

/** @returns a word for what it did, when it told anybody */
export async function tellChanges(
  organisation: Organisation,
  parts: TellParts,
): Promise<readonly string[]> {
  const now = parts.clock()
  if (!organisation.tellChanges || !isWorkingTime(now, organisation)) return []
  const current = await parts.storage.stores.handbooks.current(organisation.id)
  if (current === undefined) return []
  await compareAhead(current.number, organisation, parts)
  const told = await tellSome(current.number, { ...parts, organisation })
  return told === 0 ? [] : [`version ${current.number}: ${told} told`]
}

/** @returns how many; who is left comes at the next look */
async function tellSome(version: number, parts: Telling): Promise<number> {
  const { answered } = parts.storage.stores
  let told = 0
  for (let seen = 0; seen < PEOPLE && told < MESSAGES; ) {
    const tags = await answered.behind(parts.organisation.id, version, AT_ONCE)
    for (const tag of tags) told += (await tell(tag, version, parts)) ? 1 : 0
    if (tags.length < AT_ONCE) return told
    seen += tags.length
  }
  return told
}

/** Reading handbooks takes long, and a transaction keeps everybody else waiting. */
async function compareAhead(
  after: number,
  organisation: Organisation,
  { storage }: TellParts,
): Promise<void> {
  const { id } = organisation
  const { answered, handbooks } = storage.stores
  const versions = layeredVersions(organisation, handbooks)
  for (const before of await answered.known(id, after))
    await changesBetween({ before, after }, id, versions)
}

type Telling = TellParts & Readonly<{ organisation: Organisation }>

/** @returns whether there was something to tell */
async function tell(tag: string, version: number, parts: Telling): Promise<boolean> {
  const { storage, organisation, clock } = parts
  const now = clock()
  return storage.transaction(async (stores) => {
    const behind = await stores.answered.catchUp(organisation.id, tag, version)
    if (behind === undefined) return false
    const since = localDate(now - LISTENING_DAYS * DAY_MS, organisation.timeZone)
    const recent = behind.answered.filter(({ day }) => day >= since)
    const changes = await changesFor(recent, version, { organisation, stores })
    if (changes.length === 0) return false
    const before = Math.min(...changes.map(({ known }) => known))
    const content = contentOf(changes, { before, after: version }, behind.listener)
    return post(content, behind.listener, { ...parts, stores, now })
  })
}

type Found = ToldChange & Readonly<{ known: number }>

/** In the order in which they asked, the newest first. */
async function changesFor(
  answered: readonly Answered[],
  version: number,
  { organisation, stores }: Pick<Telling, 'organisation'> & Readonly<{ stores: Stores }>,
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const { section, day, version: known } of answered) {
    const versions = { before: known, after: version }
    const layers = layeredVersions(organisation, stores.handbooks)
    const changes = await changesBetween(versions, organisation.id, layers)
    const change = changes.find((one) => one.section.id === section)
    if (change !== undefined) found.push({ day, change, known })
  }
  return found
}

function contentOf(
  changes: readonly Found[],
  versions: Readonly<{ before: number; after: number }>,
  { language }: Listener,
): ReplyOf<'changed-answers'> {
  return {
    kind: 'changed-answers',
    changes: changes.slice(0, SHOWN).map(({ day, change }) => ({ day, change })),
    more: Math.max(0, changes.length - SHOWN),
    versions,
    language,
  }
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
  return stores.outbox.post(
    {
      id: newId(),
      organisation: organisation.id,
      class: 'notice',
      dedupeKey: `${keyOf(tag)}${content.versions.after}`,
      address: { kind: 'sealed', platform, sealed: address },
      content,
    },
    now,
  )
}
