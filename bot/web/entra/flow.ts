/** Flow: what must be known again when somebody comes back from signing in, sealed in their browser. */
import { z } from 'zod'
import type { Secret } from '../../secret.ts'

/** How long somebody may take to sign in. */
export const FLOW_MS = 10 * 60_000

/** The kind keeps apart what else is sealed with the same key. */
const Sealed = z.object({
  kind: z.literal('entra-sign-in'),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
})

/** Each of them random; RFC 7636 and OpenID Connect Core say what for. */
export type Flow = Readonly<{ state: string; nonce: string; verifier: string }>

export function sealFlow(secret: Secret, { state, nonce, verifier }: Flow, now: number): string {
  const until = now + FLOW_MS
  return secret.seal(JSON.stringify({ kind: 'entra-sign-in', state, nonce, verifier, until }))
}

/** Undefined for what was never ours, and once its time is over. */
export function openFlow(secret: Secret, cookie: string, now: number): Flow | undefined {
  const text = secret.open(cookie)
  const flow = text === undefined ? undefined : Sealed.safeParse(jsonOf(text)).data
  return flow !== undefined && now < flow.until ? flow : undefined
}

/** Other things that are sealed need not be JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
