/** Versions: which there were, what differs between two, and one of them as files. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareHandbooks, type SectionChange } from '../../../knowledge/compare-handbooks.ts'
import type { Handbook, Section } from '../../../knowledge/handbook.ts'
import { plainTextOf } from '../../../knowledge/markdown.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import { baseVersion, withBase } from '../../publishing/base.ts'
import { aroundChanges } from '../../publishing/changes.ts'
import { inBrackets, pieces } from '../../publishing/word-difference.ts'
import type { VersionInfo } from '../../storage/handbooks.ts'
import {
  type HandbookCommand,
  type HandbookTools,
  versionNumber,
  withHandbooks,
} from './with-handbooks.ts'

export function versions(command: HandbookCommand): Promise<readonly string[]> {
  return withHandbooks(command, async ({ stores, organisation }) => {
    const all = await stores.handbooks.versions(organisation.id)
    if (all.length === 0) return ['No version yet: the bot publishes the first when it starts.']
    const base = await baseVersion(organisation, stores.handbooks)
    const { buildsOn, timeZone } = organisation
    const below = buildsOn && base ? [`On version ${base.number} of ${buildsOn.name}.`] : []
    return [...all.map((version) => versionLine(version, timeZone)), ...below]
  })
}

function versionLine(version: VersionInfo, timeZone: string): string {
  const { number, author, approver, note, restores, hash, publishedAt } = version
  const at = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return [
    `${number}`.padStart(4),
    at.format(publishedAt),
    hash.slice(0, 8),
    `by ${author}`,
    ...(approver === undefined ? [] : [`approved by ${approver}`]),
    ...(restores === undefined ? [] : [`brings back ${restores}`]),
    ...(note === '' ? [] : [`"${note}"`]),
  ].join('  ')
}

export function difference(command: HandbookCommand): Promise<readonly string[]> {
  const [from = '', to = ''] = command.words
  return withHandbooks(command, async (tools) =>
    changeLines(
      compareHandbooks(
        await handbookOf(versionNumber(from), tools),
        await handbookOf(versionNumber(to), tools),
      ),
    ),
  )
}

async function handbookOf(
  number: number,
  { stores, organisation }: HandbookTools,
): Promise<Handbook> {
  const { files: own } = await found(number, { stores, organisation })
  const { files, mark } = await withBase(own, organisation, stores.handbooks)
  return mark(readHandbook(files, String(number)).handbook)
}

async function found(
  number: number,
  { stores, organisation }: Pick<HandbookTools, 'stores' | 'organisation'>,
) {
  const version = await stores.handbooks.version(organisation.id, number)
  if (version !== undefined) return version
  throw new Error(
    `there is no version ${number}: npm run handbook -- versions tells which there are`,
  )
}

const SIGN = { added: '+', removed: '-', changed: '~', moved: '>' } as const

/** A line for each section, and below it what its text says now, with what went and came marked. */
export function changeLines(changes: readonly SectionChange[]): readonly string[] {
  if (changes.length === 0) return ['Nothing differs for who reads it.']
  return changes.flatMap((change) => {
    const { kind, section } = change
    const head = `${SIGN[kind]} ${section.number} ${section.title} (#${section.id})`
    if (change.kind !== 'changed') return [head]
    const text = change.parts.includes('text')
      ? [`    ${differenceOf(change.before, section)}`]
      : []
    return [`${head}: ${change.parts.join(', ')}`, ...text]
  })
}

/** With as much around what changed as tells where it is. */
function differenceOf(before: Section, section: Section): string {
  const texts = pieces(plainTextOf(before.content), plainTextOf(section.content))
  return inBrackets(aroundChanges(texts))
}

export function exportVersion(command: HandbookCommand): Promise<readonly string[]> {
  const [number = '', folder = ''] = command.words
  return withHandbooks(command, async (tools) => {
    const { files: own } = await found(versionNumber(number), tools)
    const { organisation, stores } = tools
    const files = command.merged ? (await withBase(own, organisation, stores.handbooks)).files : own
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Error(`${folder} is not empty: name a new folder, so that nothing is written over`)
    mkdirSync(folder, { recursive: true })
    for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx' })
    return [`${files.size} files in ${folder}`]
  })
}
