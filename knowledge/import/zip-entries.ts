/**
 * Zip entries: opens a zip only after its list of contents has been found harmless.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT sections 4.3.12 and 4.3.16
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Refuse } from './imported.ts'

export type ZipEntry = Readonly<{
  name: string
  /** As the list says; reading checks it. */
  size: number
  read: () => Uint8Array
}>

const MAX_ENTRIES = 1000
const MAX_UNPACKED = 50 * 1024 * 1024
const MAX_RATIO = 100
/** Small files may be packed ever so well: that is no bomb. */
const RATIO_FROM = 1024 * 1024
const END = 0x06054b50
const END_SIZE = 22
const MAX_COMMENT = 0xffff
const LISTED = 0x02014b50
const LISTED_SIZE = 46
const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
const ARCHIVE = /\.(zip|7z|rar|tar|t?gz|bz2|xz|zst|jar|docx|docm|xlsx|pptx|odt|cab|iso)$/i
/** Where Word keeps what was pasted in, such as the sheet behind a chart; it is never opened. */
const EMBEDDED = /^word\/embeddings\//

type Listed = Readonly<{
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  mode: number
  offset: number
}>

/** @throws Refuse when anything in the list is not as it should be; nothing was unpacked then */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const listed = list(zip)
  const unpacked = listed.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > MAX_UNPACKED) throw new Refuse('too-large-unpacked')
  if (unpacked > RATIO_FROM && unpacked / zip.length > MAX_RATIO)
    throw new Refuse('too-large-unpacked')
  if (new Set(listed.map(({ name }) => name)).size < listed.length) throw new Refuse('bad-names')
  for (const entry of listed) checkEntry(entry)
  return listed
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({ name: entry.name, size: entry.size, read: () => unpack(zip, entry) }))
}

function list(zip: Buffer): readonly Listed[] {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > MAX_ENTRIES) throw new Refuse('too-many-parts')
  const listed: Listed[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + LISTED_SIZE > end || zip.readUInt32LE(at) !== LISTED) throw new Refuse('broken')
    listed.push(listedAt(zip, at))
    const lengths = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    at += LISTED_SIZE + lengths.reduce((sum, length) => sum + length, 0)
  }
  return listed
}

function endOf(zip: Buffer): number {
  const from = Math.max(0, zip.length - END_SIZE - MAX_COMMENT)
  for (let at = zip.length - END_SIZE; at >= from; at -= 1) {
    if (zip.readUInt32LE(at) === END) return at
  }
  throw new Refuse('broken')
}

/** A size of zip64 does not fit in these fields and reads as 4 GB: too large. */
function listedAt(zip: Buffer, at: number): Listed {
  const start = at + LISTED_SIZE
  const madeOnUnix = zip.readUInt8(at + 5) === 3
  return {
    name: zip.toString('utf8', start, start + zip.readUInt16LE(at + 28)),
    flags: zip.readUInt16LE(at + 8),
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    mode: madeOnUnix ? zip.readUInt16LE(at + 40) : 0,
    offset: zip.readUInt32LE(at + 42),
  }
}

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

function checkEntry({ name, flags, method, mode }: Listed): void {
  const parts = name.split('/')
  const strange = name === '' || name.startsWith('/') || /[\\\0]|^[a-z]:/i.test(name)
  if (strange || parts.includes('..') || parts.includes('.')) throw new Refuse('bad-names')
  if ((mode & FILE_TYPE) === SYMBOLIC_LINK) throw new Refuse('bad-names')
  if (ARCHIVE.test(name) && !EMBEDDED.test(name)) throw new Refuse('bad-names')
  if ((flags & 1) === 1) throw new Refuse('encrypted')
  if (method !== 0 && method !== 8) throw new Refuse('broken')
}

/** Never unpacks more than the list said, which was within the limits. */
function unpack(zip: Buffer, { method, crc, packed, size, offset }: Listed): Uint8Array {
  if (offset + LOCAL_SIZE > zip.length || zip.readUInt32LE(offset) !== LOCAL)
    throw new Refuse('broken')
  const from = offset + LOCAL_SIZE + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  if (from + packed > zip.length) throw new Refuse('broken')
  const content = inflated(zip.subarray(from, from + packed), method, size)
  if (content.length !== size || crc32(content) !== crc) throw new Refuse('broken')
  return content
}

function inflated(content: Buffer, method: number, size: number): Buffer {
  if (method === 0) return content
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new Refuse('broken') // whatever is wrong with it, it is not what the list says
  }
}
