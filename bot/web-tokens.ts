/** Web tokens: what is in a link and in a cookie, and what is kept of it. */
import { randomBytes } from 'node:crypto'
import type { Secret } from './secret.ts'

const RANDOM_BYTES = 32
/** 32 bytes in base64url; the organisation goes before it, so that every query names it. */
const TOKEN = /^([a-z0-9-]{1,100})\.[\w-]{43}$/

export type WebToken = Readonly<{ organisation: string; token: string }>

export const newRandom = (): string => randomBytes(RANDOM_BYTES).toString('base64url')

/** @param random of `newRandom` */
export const webTokenOf = (organisation: string, random: string): string =>
  `${organisation}.${random}`

/** Undefined for what cannot be one of ours. */
export function readWebToken(token: string): WebToken | undefined {
  const [, organisation] = TOKEN.exec(token) ?? []
  return organisation === undefined ? undefined : { organisation, token }
}

/** Of different purposes, so that a link is no cookie. */
export const linkTag = (secret: Secret, { organisation, token }: WebToken): string =>
  secret.tag('web link', organisation, token)

export const sessionTag = (secret: Secret, { organisation, token }: WebToken): string =>
  secret.tag('web session', organisation, token)
