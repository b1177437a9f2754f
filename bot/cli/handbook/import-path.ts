/** Import path: the files of the next version, from a folder or from a document. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { filesIn, type HandbookFiles } from '../../../knowledge/handbook-files.ts'
import { importDocument } from '../../../knowledge/import/import-document.ts'
import { type Doubt, MAX_BYTES } from '../../../knowledge/import/imported.ts'
import { settleDoubts } from '../../../knowledge/import/settle-doubts.ts'
import { importNotePhrase, refusalPhrase } from '../../contract/texts/import-phrases.ts'
import type { HandbookCommand } from './with-handbooks.ts'

/** Without files there are questions to answer first. */
export type FromPath = Readonly<{ files?: HandbookFiles; lines: readonly string[] }>

type Answers = Pick<HandbookCommand, 'same' | 'new'>

/** @throws Error that says why it cannot be imported */
export async function filesFrom(
  path: string,
  current: HandbookFiles,
  answers: Answers,
): Promise<FromPath> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return { files: filesIn(path), lines: [] }
  if (found.size > MAX_BYTES) throw new Error(refusalPhrase('too-large', 'en'))
  const document = { name: basename(path), bytes: readFileSync(path) }
  const imported = await importDocument(document, current, { review: inAYear() })
  if (imported.kind === 'refused') throw new Error(refusalPhrase(imported.reason, 'en'))
  const lines = imported.notes.map((note) => importNotePhrase(note, 'en'))
  const answered = answersIn(answers)
  const open = imported.doubts.filter(({ madeId }) => !answered.has(madeId))
  if (open.length > 0) return { lines: [...lines, ...open.map(doubtLine), NOTHING_KEPT] }
  return { files: settleDoubts(imported.files, answered, current), lines }
}

/** Until somebody chooses a day: a new chapter must have one. */
function inAYear(): string {
  const day = new Date()
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.toISOString().slice(0, 10)
}

const NOTHING_KEPT = 'No draft was made: import it again with an answer for each.'

function doubtLine({ madeId, title, candidates }: Doubt): string {
  const like = candidates.map(
    ({ id, title: name, likeness }) => `#${id} "${name}" (${Math.round(likeness * 100)} %)`,
  )
  const id = candidates[0]?.id ?? 'id'
  return `? "${title}" looks like ${like.join(', ')}: --same ${madeId}=${id}, or --new ${madeId}`
}

function answersIn({ same, new: added }: Answers): ReadonlyMap<string, string | undefined> {
  const pairs = same.map((word): [string, string] => {
    const [madeId = '', id = ''] = word.split('=', 2)
    if (madeId !== '' && id !== '') return [madeId, id]
    throw new Error(`--same ${word} says too little: --same made-id=id-of-the-section`)
  })
  return new Map<string, string | undefined>([
    ...added.map((madeId): [string, undefined] => [madeId, undefined]),
    ...pairs,
  ])
}
