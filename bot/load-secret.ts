/** Load secret: the root key, from the settings or from a file that is made at the first start. */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createSecret, type Secret } from './secret.ts'

const KEY_BYTES = 32
/** Read or write for the group or for others. */
const OTHERS = 0o077

export type SecretSettings = Readonly<{
  dataDir: string
  databaseUrl?: string
  /** VRAAGBAAK_SECRET: at least 32 random bytes, as hexadecimal or base64. */
  secret?: string
}>

/** @throws Error that says what to do, and never quotes the key. */
export function loadSecret({ dataDir, databaseUrl, secret }: SecretSettings): Secret {
  if (secret !== undefined) return createSecret(keyIn(secret, 'VRAAGBAAK_SECRET'))
  if (databaseUrl !== undefined)
    throw new Error(
      'VRAAGBAAK_SECRET is missing: with DATABASE_URL every process needs the same; make one with: openssl rand -base64 32',
    )
  return createSecret(keyInFile(join(dataDir, 'secret.key')))
}

/** @returns undefined for what holds too few bytes */
export function decodeKey(text: string): Uint8Array | undefined {
  const isHex = /^([0-9a-f]{2})+$/i.test(text)
  if (!isHex && !/^[\w+/-]+={0,2}$/.test(text)) return undefined
  const key = Buffer.from(text, isHex ? 'hex' : 'base64')
  return key.length < KEY_BYTES ? undefined : key
}

function keyIn(text: string, where: string): Uint8Array {
  const key = decodeKey(text.trim())
  if (key === undefined)
    throw new Error(
      `${where} must hold at least ${KEY_BYTES} random bytes as base64 or hexadecimal. What was sealed with another key stays closed, so put the right one back; only for a new database make one: openssl rand -base64 32`,
    )
  return key
}

function keyInFile(file: string): Uint8Array {
  if (!existsSync(file)) make(file)
  if ((statSync(file).mode & OTHERS) !== 0)
    throw new Error(
      `${file} can be read by others on this machine: chmod 600 ${file}, and think whether it still is a secret.`,
    )
  return keyIn(readFileSync(file, 'utf8'), file)
}

/** Whole or not at all, and never over one that another process just made. */
function make(file: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
    mode: 0o600,
    flush: true,
  })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}
