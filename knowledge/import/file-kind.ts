/** File kind: what a file is by its first bytes; what it is called says nothing for certain. */
import { Refuse } from './imported.ts'

export type FileKind = 'zip' | 'pdf' | 'text'

const ZIP = [0x50, 0x4b]
/** Word before 2007, and every Office file that is locked with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const PDF = Buffer.from('%PDF-')
/** Readers of PDF accept some bytes before its mark. */
const PDF_WITHIN = 1024
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')
const TEXT_NAME = /\.(md|markdown|txt)$/i

/** @throws Refuse for a file that no reader is for */
export function fileKind(name: string, bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw new Refuse('no-text')
  if (startsWith(buffer, OLE))
    throw new Refuse(buffer.includes(LOCKED) ? 'encrypted' : 'wrong-type')
  if (startsWith(buffer, ZIP)) return 'zip'
  if (buffer.subarray(0, PDF_WITHIN).includes(PDF)) return 'pdf'
  if (TEXT_NAME.test(name)) return 'text'
  throw new Refuse('wrong-type')
}

const startsWith = (buffer: Buffer, mark: readonly number[]): boolean =>
  mark.every((byte, index) => buffer[index] === byte)

/** @throws Refuse for text in neither UTF-8 nor, with its mark, UTF-16 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  const bigEndian = first === 0xfe && second === 0xff
  const littleEndian = first === 0xff && second === 0xfe
  const encoding = bigEndian ? 'utf-16be' : littleEndian ? 'utf-16le' : 'utf-8'
  const text = decoded(bytes, encoding)
  if (text.includes('\0')) throw new Refuse('wrong-type')
  return text
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Refuse('bad-encoding') // decoding fails of nothing else
  }
}
