/** PNG: just enough to write a drawn icon and to read what kind of picture a file holds. */
import { crc32, deflateSync } from 'node:zlib'

/** Width, height and red, green, blue, alpha of every pixel, row by row. */
export type Picture = Readonly<{ width: number; height: number; rgba: Uint8Array }>

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const BYTES_PER_PIXEL = 4
const COLOUR_TYPE_RGBA = 6

/** Eight bits a channel, no row filter: https://www.w3.org/TR/png-3/#10Compression. */
export function encodePng({ width, height, rgba }: Picture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, COLOUR_TYPE_RGBA, 0, 0, 0], 8)

  const rowLength = width * BYTES_PER_PIXEL
  const rows = Buffer.alloc(height * (rowLength + 1))
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(y * rowLength, (y + 1) * rowLength), y * (rowLength + 1) + 1)
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Returns undefined for a file that is no PNG. */
export function readPngHeader(
  file: Uint8Array,
): Readonly<{ width: number; height: number; rgba: boolean }> | undefined {
  const bytes = Buffer.from(file)
  if (bytes.length < 26 || !bytes.subarray(0, 8).equals(SIGNATURE)) return undefined
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    rgba: bytes.readUInt8(25) === COLOUR_TYPE_RGBA,
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
