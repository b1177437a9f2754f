/** Read proof: who confirmed a section, by name, as a file; only where the organisation keeps names. */

import { writeFileSync } from 'node:fs'
import { COMMAND_LINE } from '../../publishing/by-name.ts'
import type { Proof } from '../../storage/acknowledgements.ts'
import { type HandbookCommand, type HandbookTools, withHandbooks } from './with-handbooks.ts'

type ReadProofCommand = HandbookCommand & Readonly<{ csv?: string | undefined }>

const NOT_NAMED =
  'nothing was written: who confirmed is not kept by name here. When the works council has agreed, set acknowledgements: { named: true } in the organisations file; it holds for who confirms from then on.'

/** Who did it and how much they got is noted before there is a file. Nothing that is there is written over. */
export async function readProof(command: ReadProofCommand): Promise<readonly string[]> {
  const [section = ''] = command.words
  const { csv } = command
  if (csv === undefined)
    throw new Error('say where to: npm run handbook -- read-proof SECTION --csv FILE')
  const proofs = await withHandbooks(command, (tools) => takeProofs(section, tools))
  const lines = ['person;unit;date;section;text', ...proofs.map(csvLine)]
  writeFileSync(csv, `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`, { flag: 'wx', mode: 0o600 })
  return [`${proofs.length} rows in ${csv}. It names people: keep it no longer than needed.`]
}

async function takeProofs(
  section: string,
  { stores, organisation, now }: HandbookTools,
): Promise<readonly Proof[]> {
  if (!organisation.acknowledgements.named) throw new Error(NOT_NAMED)
  const proofs = await stores.acknowledgements.proofs(organisation.id, section)
  if (proofs.length === 0) throw new Error(`nobody confirmed a section "${section}" by name`)
  const details = { rows: proofs.length }
  const entry = { actor: COMMAND_LINE, action: 'read-proof-exported', object: section, details }
  await stores.audit.append(organisation.id, entry, now)
  return proofs
}

/** Without it Excel reads é as two other characters. */
const BYTE_ORDER_MARK = '\ufeff'

const csvLine = ({ person, unit, day, section, words }: Proof): string =>
  [person, unit, day, section, words].map(field).join(';')

/** An apostrophe keeps a spreadsheet from reading a formula. */
function field(text: string): string {
  const inert = /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text
  return `"${inert.replace(/\s+/gu, ' ').replaceAll('"', '""')}"`
}
