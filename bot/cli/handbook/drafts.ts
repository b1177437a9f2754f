/** Drafts: a folder becomes the draft of the next version, and is published or thrown away. */
import { randomUUID } from 'node:crypto'
import { checkHandbook } from '../../../knowledge/check-handbook.ts'
import { compareHandbooks } from '../../../knowledge/compare-handbooks.ts'
import { filesIn, type HandbookFiles, hashOf } from '../../../knowledge/handbook-files.ts'
import { describeProblem } from '../../../knowledge/problem.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import { type Published, publishDraft, rollBack } from '../../publishing/publish.ts'
import type { DraftInfo } from '../../storage/handbooks.ts'
import { changeLines } from './versions.ts'
import {
  COMMAND_LINE,
  type HandbookCommand,
  type HandbookTools,
  versionNumber,
  withHandbooks,
} from './with-handbooks.ts'

/** Shows what would change, and keeps the draft; what is wrong with it is told and keeps nothing. */
export function importFolder(command: HandbookCommand): Promise<readonly string[]> {
  const [folder = ''] = command.words
  const files = filesIn(folder)
  refuseBroken(files)
  return withHandbooks(command, async (tools) => {
    const { stores, organisation, now } = tools
    const current = await currentVersion(tools)
    if (current.hash === hashOf(files))
      return [`The folder says what version ${current.number} says: no draft was made.`]
    const draft = { id: randomUUID().slice(0, 8), basedOn: current.number, createdAt: now }
    const about = { author: COMMAND_LINE, note: command.note }
    await stores.handbooks.keepDraft(organisation.id, { ...draft, ...about, files })
    const changes = compareHandbooks(handbookIn(current.files), handbookIn(files))
    return [
      ...changeLines(changes),
      `Draft ${draft.id}. To publish it: npm run handbook -- publish ${draft.id} --yes`,
    ]
  })
}

const handbookIn = (files: HandbookFiles) => readHandbook(files).handbook

function refuseBroken(files: HandbookFiles): void {
  const problems = checkHandbook(readHandbook(files))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(describeProblem).join('\n'))
}

async function currentVersion({ stores, organisation }: HandbookTools) {
  const current = await stores.handbooks.current(organisation.id)
  const version = current && (await stores.handbooks.version(organisation.id, current.number))
  if (version !== undefined) return version
  throw new Error('there is no version yet: start the bot once, it publishes the first')
}

export function drafts(command: HandbookCommand): Promise<readonly string[]> {
  return withHandbooks(command, async ({ stores, organisation }) => {
    const all = await stores.handbooks.drafts(organisation.id)
    return all.length === 0 ? ['No drafts.'] : all.map(draftLine)
  })
}

const draftLine = ({ id, basedOn, author, note }: DraftInfo): string =>
  `${id}  after version ${basedOn}  by ${author}${note === '' ? '' : `  "${note}"`}`

/** Without --yes only what would change is shown. */
export function publish(command: HandbookCommand): Promise<readonly string[]> {
  const [id = ''] = command.words
  return withHandbooks(command, async (tools) => {
    const { stores, organisation, now } = tools
    const draft = await stores.handbooks.draft(organisation.id, id)
    if (draft === undefined) throw new Error(`there is no draft ${id}: npm run handbook -- drafts`)
    if (!command.yes) {
      const { files } = await currentVersion(tools)
      const changes = compareHandbooks(handbookIn(files), handbookIn(draft.files))
      return [...changeLines(changes), 'Nothing was published: with --yes it is.']
    }
    const order = { organisation: organisation.id, actor: COMMAND_LINE, now }
    return told(await publishDraft(draft, order, stores))
  })
}

export function rollback(command: HandbookCommand): Promise<readonly string[]> {
  const [word = ''] = command.words
  const number = versionNumber(word)
  return withHandbooks(command, async ({ stores, organisation, now }) => {
    const order = { organisation: organisation.id, actor: COMMAND_LINE, now }
    return told(await rollBack(number, order, stores))
  })
}

/** @throws Error that says why nothing was published, and what to do */
function told(published: Published): readonly string[] {
  switch (published.kind) {
    case 'published':
      return [
        `Version ${published.number} is published. A bot that runs answers from it within 5 s.`,
      ]
    case 'missing':
      throw new Error('nothing was published: there is no such version, or it is the current one')
    case 'changed':
      throw new Error('nothing was published: the draft was changed meanwhile, look at it again')
    case 'outdated':
      throw new Error(
        `nothing was published: version ${published.current} came after the one that the draft was made from; import the folder again`,
      )
    case 'broken':
      throw new Error(published.problems.map(describeProblem).join('\n'))
  }
}

export function discard(command: HandbookCommand): Promise<readonly string[]> {
  const [id = ''] = command.words
  return withHandbooks(command, async ({ stores, organisation }) => {
    if (await stores.handbooks.removeDraft(organisation.id, id)) return [`Draft ${id} is gone.`]
    throw new Error(`there is no draft ${id}: npm run handbook -- drafts`)
  })
}
