/**
 * WebSocket: the server's half of RFC 6455, as much of it as Socket Mode needs.
 *
 * Node has a client and no server; a test needs text, pings and closing, whole frames of any length.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

export type WebSocketLine = Readonly<{
  send: (text: string) => void
  /** Says that it ends. */
  close: () => void
  /** Ends it without a word. */
  cut: () => void
}>

type Ears = Readonly<{ text: (text: string) => void; ended: () => void }>

const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  ears: Ears,
): WebSocketLine {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
  const accept = createHash('sha1').update(key).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  const write = (opcode: number, payload: Buffer) => {
    if (!socket.destroyed) socket.write(frameOf(opcode, payload))
  }
  hear(socket, (opcode, payload) => {
    if (opcode === TEXT) ears.text(payload.toString('utf8'))
    if (opcode === PING) write(PONG, payload)
    if (opcode !== CLOSE) return
    write(CLOSE, payload)
    socket.end()
  })
  socket.on('close', ears.ended)
  socket.on('error', () => socket.destroy()) // the other side went away
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    close: () => {
      write(CLOSE, Buffer.from([3, 232])) // 1000: nothing more to say
      socket.end()
    },
    cut: () => void socket.destroy(),
  }
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([128 + opcode]), lengthOf(payload.length), payload])
}

function lengthOf(length: number): Buffer {
  if (length < 126) return Buffer.from([length])
  if (length < 65_536) return Buffer.from([126, length >> 8, length & 255])
  const long = Buffer.alloc(9)
  long[0] = 127
  long.writeBigUInt64BE(BigInt(length), 1)
  return long
}

type Frame = Readonly<{ isLast: boolean; opcode: number; payload: Buffer; size: number }>

/** Frames may come in pieces, several at once, and a message in several frames. */
function hear(socket: Duplex, message: (opcode: number, payload: Buffer) => void): void {
  let waiting = Buffer.alloc(0)
  let parts: readonly Frame[] = []
  const take = (frame: Frame) => {
    if (frame.opcode >= CLOSE) return message(frame.opcode, frame.payload)
    parts = [...parts, frame]
    if (!frame.isLast) return
    message(parts[0]?.opcode ?? TEXT, Buffer.concat(parts.map(({ payload }) => payload)))
    parts = []
  }
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    for (let frame = firstFrame(waiting); frame !== undefined; frame = firstFrame(waiting)) {
      waiting = waiting.subarray(frame.size)
      take(frame)
    }
  })
}

/** Where the mask starts, and how long the rest is; undefined while not all of the head is there. */
function headOf(bytes: Buffer): Readonly<{ mask: number; length: number }> | undefined {
  const short = bytes.length < 2 ? 0 : bytes.readUInt8(1) & 127
  const mask = 2 + (short === 126 ? 2 : 0) + (short === 127 ? 8 : 0)
  if (bytes.length < mask + 4) return undefined
  if (short === 126) return { mask, length: bytes.readUInt16BE(2) }
  return { mask, length: short === 127 ? Number(bytes.readBigUInt64BE(2)) : short }
}

/** A client's frames are always masked. */
function firstFrame(bytes: Buffer): Frame | undefined {
  const head = headOf(bytes)
  if (head === undefined) return undefined
  const from = head.mask + 4
  const size = from + head.length
  if (bytes.length < size) return undefined

  const mask = bytes.subarray(head.mask, from)
  const payload = Buffer.from(bytes.subarray(from, size))
  for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0)
  const first = bytes.readUInt8(0)
  return { isLast: (first & 128) !== 0, opcode: first & 15, payload, size }
}
