/** Read JSON: a request's body, bounded while it comes in and parsed without trusting it. */
import type { IncomingMessage } from 'node:http'

export type JsonBody =
  | Readonly<{ kind: 'json'; value: unknown }>
  | Readonly<{ kind: 'too-large' | 'malformed' | 'cut-off' }>

/** Stops listening at the first byte over the limit; restify's own reader goes on until the end. */
export async function readJson(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  const bytes = await readBytes(request, maxBytes)
  return Buffer.isBuffer(bytes) ? parseJson(bytes) : { kind: bytes }
}

/** Nothing is read of a body that says beforehand that it is too large. */
export async function readBytes(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | 'too-large' | 'cut-off'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large'
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
      else resolve('too-large')
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', () => resolve('cut-off'))
    request.once('close', () => resolve('cut-off'))
  })
}

function parseJson(bytes: Buffer): JsonBody {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'malformed' } // the reason would quote the body
  }
}
