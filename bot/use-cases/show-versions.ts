/** Show versions: which there were of the handbook, what differs between two, and back to one of them. */
import type { Action } from '../contract/action.ts'
import type { Changes } from '../contract/publishing.ts'
import type { Reply } from '../contract/reply.ts'
import { readLayered, withBase } from '../publishing/base.ts'
import { changesBetween, type ReadFiles } from '../publishing/changes.ts'
import { rollBack as publishAgain } from '../publishing/publish.ts'
import { versionView } from '../publishing/views.ts'
import { notice } from './notice.ts'
import { published } from './published.ts'
import type { Tools } from './tools.ts'

/** Older ones are named on the command line. */
const MAX_VERSIONS = 10

export async function showVersions(tools: Tools): Promise<Reply> {
  const { organisation, stores, language } = tools
  const all = await stores.handbooks.versions(organisation.id)
  const versions = await Promise.all(
    all.slice(0, MAX_VERSIONS).map((version) => versionView(version, tools)),
  )
  return { kind: 'versions', versions, timeZone: organisation.timeZone, language }
}

export async function showDifference(
  { from, to }: Extract<Action, { verb: 'show-difference' }>,
  tools: Tools,
): Promise<Reply> {
  const changes = await changesFrom(from, to, tools)
  if (changes === undefined) return notice('no-such-version', tools.language)
  return { kind: 'difference', from, to, changes, language: tools.language }
}

async function changesFrom(from: number, to: number, tools: Tools): Promise<Changes | undefined> {
  const before = await readVersion(from, tools)
  const after = await readVersion(to, tools)
  return before && after && changesBetween(before, after)
}

/** As it would be answered from now: over the base that holds. */
async function readVersion(
  number: number,
  { organisation, stores }: Tools,
): Promise<ReadFiles | undefined> {
  const version = await stores.handbooks.version(organisation.id, number)
  return version && readLayered(await withBase(version.files, organisation, stores.handbooks))
}

/** Shows what would change. */
export async function rollBack(
  { version: number }: Extract<Action, { verb: 'roll-back' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, language } = tools
  const all = await stores.handbooks.versions(organisation.id)
  const version = all.find((one) => one.number === number)
  const current = all[0]?.number ?? 0
  if (version === undefined) return notice('no-such-version', language)
  if (current === number) return notice('already-current', language)
  const changes = await changesFrom(current, number, tools)
  if (changes === undefined) return notice('no-such-version', language)
  const view = await versionView(version, tools)
  const { timeZone } = organisation
  return { kind: 'rollback-confirm', version: view, current, changes, timeZone, language }
}

/** One person is enough: what comes back was approved before, and it may be urgent. */
export async function confirmRollBack(
  { version, after }: Extract<Action, { verb: 'confirm-roll-back' }>,
  tools: Tools,
): Promise<Reply> {
  const { organisation, stores, actor, language, now } = tools
  const current = await stores.handbooks.current(organisation.id)
  if (current?.number !== after) return rollBack({ verb: 'roll-back', version }, tools)
  const order = { organisation: organisation.id, actor: actor.person ?? '', now, after }
  const changes = await changesFrom(after, version, tools)
  const done = await publishAgain(version, order, stores)
  if (done.kind === 'outdated') return rollBack({ verb: 'roll-back', version }, tools)
  if (done.kind !== 'published' || changes === undefined) return notice('no-such-version', language)
  return published(done.number, changes, tools)
}
