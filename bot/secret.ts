/**
 * Secret: what only the bot can read or recognise, also for who holds the database.
 *
 * The root key never lies in the database or its backups. Keys for each purpose are derived from
 * it (HKDF, RFC 5869), so that one says nothing of another.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export type Secret = Readonly<{
  /** The same for the same parts, and no way back: HMAC-SHA256. */
  tag: (...parts: readonly string[]) => string
  /** Encrypted and authenticated (AES-256-GCM); another value every time. */
  seal: (text: string) => string
  /** Undefined for what was not sealed with this key. */
  open: (sealed: string) => string | undefined
  /** A key of 32 bytes for a purpose and a salt, gone once the salt is. */
  derive: (purpose: string, salt: Uint8Array) => Uint8Array
}>

const KEY_BYTES = 32
const NONCE_BYTES = 12
const MARK_BYTES = 16

/** @param root at least 32 random bytes */
export function createSecret(root: Uint8Array): Secret {
  if (root.length < KEY_BYTES) throw new Error(`a secret needs at least ${KEY_BYTES} bytes`)
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', root, '', `vraagbaak ${purpose}`, KEY_BYTES))
  const tagKey = keyFor('tag')
  const sealKey = keyFor('seal')

  return {
    tag: (...parts) =>
      createHmac('sha256', tagKey).update(JSON.stringify(parts)).digest('base64url'),
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open: (sealed) => open(Buffer.from(sealed, 'base64url'), sealKey),
    derive: (purpose, salt) =>
      Buffer.from(hkdfSync('sha256', root, salt, `vraagbaak derived ${purpose}`, KEY_BYTES)),
  }
}

function open(bytes: Buffer, key: Buffer): string | undefined {
  try {
    const nonce = bytes.subarray(0, NONCE_BYTES)
    // Without a length it takes a mark of four bytes, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: MARK_BYTES })
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + MARK_BYTES))
    const text = decipher.update(bytes.subarray(NONCE_BYTES + MARK_BYTES), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    return undefined // not ours, or changed
  }
}
