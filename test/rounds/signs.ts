/** Signs: every form in which somebody may have thought that a text could not be read. */
import { createHash } from 'node:crypto'

const FORMS = ['hex', 'base64', 'base64url'] as const
const HASHES = ['md5', 'sha1', 'sha256'] as const

export function signsOf(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const all = [bytes, ...HASHES.map((hash) => createHash(hash).update(bytes).digest())]
  return [text, ...all.flatMap((one) => FORMS.map((form) => withoutPadding(one.toString(form))))]
}

/** Texts of which a sign is in there, in upper or lower case. */
export function signedIn(content: string, texts: readonly string[]): readonly string[] {
  const found = content.toLowerCase()
  return texts.filter((text) => signsOf(text).some((sign) => found.includes(sign.toLowerCase())))
}

export const withoutPadding = (text: string): string => text.replace(/=+$/, '')
