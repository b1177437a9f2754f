/** Drafts: a folder or a document becomes the draft of the next version, or is thrown away. */

import { randomUUID } from 'node:crypto'
import { checkHandbook } from '../../../knowledge/check-handbook.ts'
import { compareHandbooks } from '../../../knowledge/compare-handbooks.ts'
import { type HandbookFiles, hashOf } from '../../../knowledge/handbook-files.ts'
import { describeProblem } from '../../../knowledge/problem.ts'
import { readHandbook } from '../../../knowledge/read-handbook.ts'
import { withBase } from '../../publishing/base.ts'
import { COMMAND_LINE } from '../../publishing/by-name.ts'
import type { DraftInfo } from '../../storage/handbooks.ts'
import { filesFrom } from './import-path.ts'
import { currentVersion } from './publish.ts'
import { changeLines } from './versions.ts'
import { type HandbookCommand, withHandbooks } from './with-handbooks.ts'

/** Shows what would change, and keeps the draft; what is wrong with it is told and keeps nothing. */
export async function importPath(command: HandbookCommand): Promise<readonly string[]> {
  const [path = ''] = command.words
  const { number, files: base } = await withHandbooks(command, currentVersion)
  const { files, lines } = await filesFrom(path, base, command)
  if (files === undefined) return lines
  const kept = await withHandbooks(command, async (tools) => {
    const { stores, organisation, now } = tools
    const current = await currentVersion(tools)
    const over = async (text: HandbookFiles) =>
      (await withBase(text, organisation, stores.handbooks)).files
    refuseBroken(await over(files))
    if (current.number !== number)
      throw new Error('another version came meanwhile: import it again')
    if (current.hash === hashOf(files))
      return [`${path} says what version ${current.number} says: no draft was made.`]
    const draft = { id: randomUUID().slice(0, 8), basedOn: current.number, createdAt: now }
    const about = { author: COMMAND_LINE, note: command.note }
    await stores.handbooks.keepDraft(organisation.id, { ...draft, ...about, files })
    return [
      ...changeLines(
        compareHandbooks(handbookIn(await over(current.files)), handbookIn(await over(files))),
      ),
      `Draft ${draft.id}. To publish it: npm run handbook -- publish ${draft.id} --yes`,
    ]
  })
  return [...lines, ...kept]
}

const handbookIn = (files: HandbookFiles) => readHandbook(files).handbook

function refuseBroken(files: HandbookFiles): void {
  const problems = checkHandbook(readHandbook(files))
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(describeProblem).join('\n'))
}

export function drafts(command: HandbookCommand): Promise<readonly string[]> {
  return withHandbooks(command, async ({ stores, organisation }) => {
    const all = await stores.handbooks.drafts(organisation.id)
    return all.length === 0 ? ['No drafts.'] : all.map(draftLine)
  })
}

const draftLine = ({ id, basedOn, author, note }: DraftInfo): string =>
  `${id}  after version ${basedOn}  by ${author}${note === '' ? '' : `  "${note}"`}`

export function discard(command: HandbookCommand): Promise<readonly string[]> {
  const [id = ''] = command.words
  return withHandbooks(command, async ({ stores, organisation }) => {
    await stores.draftReviews.remove(organisation.id, id)
    if (await stores.handbooks.removeDraft(organisation.id, id)) return [`Draft ${id} is gone.`]
    throw new Error(`there is no draft ${id}: npm run handbook -- drafts`)
  })
}
