/** Loot: all that somebody with the whole disk has, and what they can find out with it. */
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { createSecret } from '../../bot/secret.ts'
import { signedIn, withoutPadding } from './signs.ts'

export type Loot = Readonly<{
  /** Of every file, by its path. */
  bytes: ReadonlyMap<string, Buffer>
  /** Of every table of every database, by path and name: its rows as JSON. */
  rows: ReadonlyMap<string, string>
}>

export type Suspect = Readonly<{ id: string; platformId: string }>

/** A copy: what happens to the files later does not change it. */
export function takeLoot(folder: string): Loot {
  const bytes = new Map<string, Buffer>()
  const rows = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    bytes.set(path, readFileSync(path))
    if (path.endsWith('.db')) for (const [table, text] of rowsIn(path)) rows.set(table, text)
  }
  return { bytes, rows }
}

function rowsIn(path: string): readonly (readonly [string, string])[] {
  const database = new Sqlite(path, { readonly: true })
  try {
    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck()
    return tables.all().map((name) => {
      const all = database.prepare(`select * from "${name}"`).all()
      return [`${path} ${name}`, all.map((row) => JSON.stringify(row)).join('\n')]
    })
  } finally {
    database.close()
  }
}

/** Who works there is no secret, nor, while a round is open, who was asked. */
const OF_PEOPLE = /\.db (person|role|conversation|delivery|poll_person)$/

/**
 * Who took part, or did not, as far as it can be told from the loot by any means that we thought
 * of: ids in rows where none belongs, hashes of them, hashes with everything that could be a key,
 * alone and with everything that could be a salt, and seals that a key opens.
 *
 * @param secrets what is not on the disk, such as VRAAGBAAK_SECRET
 */
export function findLinks(
  { bytes, rows }: Loot,
  people: readonly Suspect[],
  secrets: readonly string[] = [],
): readonly string[] {
  const elsewhere = [...rows].filter(([name]) => !OF_PEOPLE.test(name)).map(([, text]) => text)
  const plain = signedIn(
    elsewhere.join('\n'),
    people.flatMap(({ id, platformId }) => [id, platformId]),
  )
  const known = windowsIn([...bytes.values(), ...[...rows.values()].map(bufferOf)])
  const keyFiles = [...bytes].filter(([path]) => path.endsWith('.key')).map(([, file]) => `${file}`)
  const roots = [...keyFiles, ...secrets].flatMap(keysIn)
  const stored = [...rows.values()].flatMap(keysIn)
  const keys = [...roots, ...stored, ...derived(roots, stored), ...tagKeys(roots)]
  const hashed = people.filter((one) =>
    messagesOf(one, roundsIn(rows)).some((message) =>
      keys.some((key) => isKnown(createHmac('sha256', key).update(message).digest(), known)),
    ),
  )
  const sealed = people.filter(({ platformId }) =>
    opened(roots, rows).some((text) => text.includes(platformId)),
  )
  return [
    ...plain.map((id) => `plain ${id}`),
    ...hashed.map(({ id }) => `hashed ${id}`),
    ...sealed.map(({ id }) => `sealed ${id}`),
  ]
}

const bufferOf = (text: string): Buffer => Buffer.from(text, 'latin1')

/** Long enough that nothing is in there by chance. */
const WINDOW = 22

/** Every piece of that length: in a file of SQLite, columns stand behind each other without a gap. */
function windowsIn(all: readonly Buffer[]): ReadonlySet<string> {
  const windows = new Set<string>()
  for (const one of all)
    for (const [run] of one.toString('latin1').matchAll(/[\w+/-]{22,}/g))
      for (let at = 0; at + WINDOW <= run.length; at++) windows.add(run.slice(at, at + WINDOW))
  return windows
}

function isKnown(hash: Buffer, known: ReadonlySet<string>): boolean {
  return (['base64url', 'base64', 'hex'] as const).some((form) =>
    known.has(withoutPadding(hash.toString(form)).slice(0, WINDOW)),
  )
}

/** Whatever is as long as a key. */
function keysIn(text: string): readonly Buffer[] {
  const words = text.matchAll(/(?<![\w+/-])([\w+/-]{43}=?|[0-9a-f]{64})(?![\w+/-])/g)
  return [...words].map(([word]) => Buffer.from(word, word.length === 64 ? 'hex' : 'base64'))
}

function derived(roots: readonly Buffer[], salts: readonly Buffer[]): readonly Buffer[] {
  return roots.flatMap((root) =>
    salts.map((salt) => Buffer.from(createSecret(root).derive('round', salt))),
  )
}

/** What the bot itself makes of its root. */
function tagKeys(roots: readonly Buffer[]): readonly Buffer[] {
  return roots.flatMap((root) => {
    const secret = createSecret(root)
    return ['tag', 'seal', 'round'].map((purpose) =>
      Buffer.from(secret.derive(purpose, Buffer.alloc(0))),
    )
  })
}

function roundsIn(rows: Loot['rows']): readonly string[] {
  const text = [...rows].filter(([name]) => name.endsWith(' poll_round')).map(([, found]) => found)
  return [...new Set(text.join().match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])]
}

function messagesOf({ id, platformId }: Suspect, rounds: readonly string[]): readonly string[] {
  const each = rounds.flatMap((round) => [
    JSON.stringify(['waterveen', id, round]),
    JSON.stringify(['waterveen', platformId, round]),
    `${round}${id}`,
    `${id}${round}`,
  ])
  const reminders = ['1', '2'].map((reminder) => JSON.stringify(['reminder', reminder, id]))
  return [id, platformId, ...each, ...reminders]
}

function opened(roots: readonly Buffer[], rows: Loot['rows']): readonly string[] {
  const seals = [...rows.values()].flatMap((text) => text.match(/[\w-]{60,}/g) ?? [])
  return roots.flatMap((root) => {
    const secret = createSecret(root)
    return seals.flatMap((seal) => secret.open(seal) ?? [])
  })
}
