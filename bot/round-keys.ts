/**
 * Round keys: what makes the hashes that say who took part in a round; destroyed when it closes.
 *
 * They lie outside the database and its backups, so that neither tells who took part.
 */
import { createHmac, randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { decodeKey } from './load-secret.ts'
import type { Secret } from './secret.ts'
import type { Stores } from './storage/storage.ts'
import { codeOf } from './storage/storage-error.ts'

/** Gives the hash that says that somebody took part: the same for the same parts, and no way back. */
export type RoundKey = Readonly<{ tag: (...parts: readonly string[]) => string }>

type OfRound = (
  organisation: string,
  /** A UUID in lower case; others are refused with an Error. */
  round: string,
  stores: Pick<Stores, 'participation'>,
) => Promise<RoundKey | undefined>

export type RoundKeys = Readonly<{
  /** Before the round is stored. The one that is there already stays. */
  make: (...of: Parameters<OfRound>) => Promise<void>
  /** Undefined when it is lost or destroyed. */
  open: OfRound
  /**
   * After the transaction that closed a round, and never between making a key and storing its round.
   *
   * @param open ids of all rounds of all organisations that are open
   * @returns how many keys of other rounds were destroyed
   */
  destroyOthers: (open: readonly string[]) => Promise<number>
}>

const KEY_BYTES = 32
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PURPOSE = 'round'

/**
 * For several machines: of the secret and a salt in the database. `participation.wipe` removes the
 * salt, and with it the key; but who has the secret and an old copy of the database has the key.
 */
export function derivedKeys(secret: Secret): RoundKeys {
  return {
    make: async (organisation, round, { participation }) => {
      checkId(round)
      const salt = randomBytes(KEY_BYTES).toString('base64url')
      await participation.keepSalt(organisation, round, salt)
    },
    open: async (organisation, round, { participation }) => {
      checkId(round)
      const salt = await participation.salt(organisation, round)
      return salt === undefined
        ? undefined
        : keyOf(secret.derive(PURPOSE, Buffer.from(salt, 'base64url')))
    },
    destroyOthers: async () => 0,
  }
}

/** For one machine: each a file, for the eyes of this user only. */
export function keysInFolder(folder: string): RoundKeys {
  return {
    make: async (_organisation, round) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      make(folder, fileOf(folder, round))
    },
    open: async (_organisation, round) => {
      const bytes = read(fileOf(folder, round))
      return bytes && keyOf(bytes)
    },
    destroyOthers: async (open) => destroyOthers(folder, open),
  }
}

function keyOf(bytes: Uint8Array): RoundKey {
  return {
    tag: (...parts) =>
      createHmac('sha256', bytes).update(JSON.stringify(parts)).digest('base64url'),
  }
}

/** It becomes the name of a file. */
function checkId(round: string): void {
  if (!UUID.test(round)) throw new Error('the id of a round must be a UUID in lower case')
}

function fileOf(folder: string, round: string): string {
  checkId(round)
  return join(folder, `${round}.key`)
}

/** Whole or not at all, and on the disk before anybody relies on it. */
function make(folder: string, file: string): void {
  const draft = `${file}.${process.pid}`
  const text = `${randomBytes(KEY_BYTES).toString('base64')}\n`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
  flushFolder(folder)
}

/** Undefined also for one that was cut off or whose destruction was: no other answer fits its hashes. */
function read(file: string): Uint8Array | undefined {
  try {
    return decodeKey(readFileSync(file, 'utf8').trim())
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function destroyOthers(folder: string, open: readonly string[]): number {
  if (!existsSync(folder)) return 0
  const kept = new Set(open.map((round) => `${round}.key`))
  const others = readdirSync(folder).filter((name) => !kept.has(name))
  for (const name of others) destroy(join(folder, name))
  if (others.length > 0) flushFolder(folder)
  return others.length
}

/** Overwritten first: a file system that writes in place then keeps nothing of it. */
function destroy(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    writeSync(handle, Buffer.alloc(statSync(file).size))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(file)
}

function flushFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
