/**
 * Base changes: who keeps an own version of a section hears when the base handbook changes its own.
 *
 * Once for each version of the base. What was published before this organisation began, or long ago,
 * is no news; an own version that was made later was made with the new text in sight.
 */
import { compareHandbooks, type SectionChange } from '../../knowledge/compare-handbooks.ts'
import { sectionTexts } from '../../knowledge/edit-section.ts'
import { readHandbookInSteps } from '../../knowledge/read-handbook.ts'
import type { Platform } from '../contract/message.ts'
import type { Organisation } from '../contract/organisation.ts'
import type { ReplyOf } from '../contract/reply.ts'
import type { VersionInfo } from '../storage/handbooks.ts'
import type { Storage, Stores } from '../storage/storage.ts'
import { baseOf } from './base.ts'
import { changeOf, type ReadFiles } from './changes.ts'
import { editors } from './editors.ts'

export type BaseChangeParts = Readonly<{
  storage: Storage
  organisations: readonly Organisation[]
  newId: () => string
  clock: () => number
  platform?: Platform
}>

const DAY_MS = 86_400_000
/** Well within the year after which a note that it was told is removed. */
const NEWS_DAYS = 60
const READ: ReadonlySet<string> = new Set(['title', 'text', 'incident'])
/** What a card holds of the own text, with room to spare. */
const MAX_OWN = 8_000

/** @returns a word for each version of the base that was told of */
export function createBaseChanges(
  parts: BaseChangeParts,
): (organisation: string) => Promise<readonly string[]> {
  return async (id) => {
    const organisation = parts.organisations.find((one) => one.id === id)
    if (organisation?.buildsOn === undefined) return []
    const { stores } = parts.storage
    const done: string[] = []
    for (const step of await newsOf(organisation, stores, parts.clock()))
      if (await tell(step, { ...parts, organisation })) done.push(`base ${step.after.number}`)
    return done
  }
}

/** From one version of the base to the next. */
type Step = Readonly<{ before: VersionInfo; after: VersionInfo }>

/** Versions of the base that were not looked at yet, the oldest first. */
async function newsOf(
  { id, buildsOn }: Organisation,
  { handbooks, chores }: Stores,
  now: number,
): Promise<readonly Step[]> {
  const base = buildsOn && (await handbooks.current(buildsOn.id))
  if (base === undefined || buildsOn === undefined) return []
  if (await chores.isDone(claimOf(id, base.number))) return []
  const began = (await handbooks.versions(id)).at(-1)?.publishedAt ?? now
  const since = Math.max(began, now - NEWS_DAYS * DAY_MS)
  const all = await handbooks.versions(buildsOn.id)
  const news = all.filter(({ publishedAt }) => publishedAt > since)
  const done = await Promise.all(news.map(({ number }) => chores.isDone(claimOf(id, number))))
  const left = news.filter((_, index) => !done[index]).toReversed()
  return left.flatMap((after): readonly Step[] => {
    const before = all.find(({ number }) => number === after.number - 1)
    return before === undefined ? [] : [{ before, after }]
  })
}

const claimOf = (organisation: string, base: number) => ({
  ...{ name: 'base-change', organisation, due: `${base}` },
})

type Telling = BaseChangeParts & Readonly<{ organisation: Organisation }>

/** @returns whether this process was the one that told of it */
async function tell(step: Step, parts: Telling): Promise<boolean> {
  const { storage, organisation, clock } = parts
  const news = await newsFrom(step, parts)
  return storage.transaction(async (stores) => {
    const claim = claimOf(organisation.id, step.after.number)
    if (!(await stores.chores.claim(claim, clock()))) return false
    for (const one of news) await post(one, stores, parts)
    return true
  })
}

type News = Omit<ReplyOf<'base-changed'>, 'language'>

/** Reading handbooks takes long, so not in a transaction. */
async function newsFrom(step: Step, { storage, organisation }: Telling): Promise<readonly News[]> {
  const { handbooks } = storage.stores
  const own = await ownTexts(organisation, storage.stores)
  const before = await baseOf(organisation, handbooks, step.before)
  const after = await baseOf(organisation, handbooks, step.after)
  if (before === undefined || after === undefined) return []
  const both = [await readFiles(before), await readFiles(after)] as const
  const version = step.after.number
  return compareHandbooks(both[0].handbook, both[1].handbook).flatMap((one): readonly News[] => {
    const text = own.get(one.section.id)
    if (text === undefined || !isRead(one)) return []
    const change = changeOf(one.section.id, ...both)
    if (change === undefined) return []
    return [
      { kind: 'base-changed', base: after.name, version, change, own: text.slice(0, MAX_OWN) },
    ]
  })
}

const readFiles = async ({ files }: Pick<ReadFiles, 'files'>): Promise<ReadFiles> => ({
  files,
  handbook: (await readHandbookInSteps(files)).handbook,
})

const isRead = (change: SectionChange): boolean =>
  change.kind === 'added' ||
  change.kind === 'removed' ||
  (change.kind === 'changed' && change.parts.some((part) => READ.has(part)))

async function ownTexts(
  { id }: Organisation,
  { handbooks }: Stores,
): Promise<ReadonlyMap<string, string>> {
  const current = await handbooks.current(id)
  const version = current && (await handbooks.version(id, current.number))
  if (version === undefined) return new Map()
  const { handbook } = await readHandbookInSteps(version.files)
  return sectionTexts(version.files, handbook)
}

async function post(news: News, stores: Stores, parts: Telling): Promise<void> {
  const { organisation, newId, clock } = parts
  for (const { id, address, language } of await editors('', { ...parts, stores }))
    await stores.outbox.post(
      {
        ...{ id: newId(), organisation: organisation.id, class: 'notice' },
        ...{ dedupeKey: `base:${news.version}:${news.change.id}:${id}`, address },
        content: { ...news, language },
      },
      clock(),
    )
}
