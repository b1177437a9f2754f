/** Read form: the fields of a posted form, bounded while they come in. */
import type { IncomingMessage } from 'node:http'
import { readBytes } from './read-json.ts'

export type FormBody =
  | Readonly<{ kind: 'form'; fields: URLSearchParams }>
  | Readonly<{ kind: 'too-large' | 'cut-off' | 'other-type' }>

/** Bytes that are no UTF-8 become marks of replacement, which no field of ours has. */
export async function readForm(request: IncomingMessage, maxBytes: number): Promise<FormBody> {
  if (!isForm(request.headers['content-type'])) return { kind: 'other-type' }
  const bytes = await readBytes(request, maxBytes)
  if (!Buffer.isBuffer(bytes)) return { kind: bytes }
  return { kind: 'form', fields: new URLSearchParams(bytes.toString('utf8')) }
}

function isForm(contentType = ''): boolean {
  const [type, ...parameters] = contentType.toLowerCase().split(';')
  return (
    type?.trim() === 'application/x-www-form-urlencoded' &&
    parameters.every((parameter) => !/charset/.test(parameter) || /utf-?8/.test(parameter))
  )
}
