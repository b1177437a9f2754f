/** Send: what a platform's adapter does with one message, and what it can know of the outcome. */
import type { Address } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'

export type Parcel = Readonly<{
  /** Of the delivery: the same at every attempt. */
  id: string
  organisation: string
  address: Address
  content: Reply
  /** An earlier attempt may have arrived: say so. */
  possiblyDouble: boolean
  /** To many: nobody waits for it, and it must not stand before what somebody waits for. */
  isBulk: boolean
}>

/**
 * Nothing of the platform's own words: `reason` is one of our own, such as "http-429". Platform-wide
 * is what any other message would have met as well: nothing came back, or the login does not work.
 */
export type Outcome =
  | Readonly<{ kind: 'sent'; reference?: string }>
  /** Certainly not sent, and worth another try: throttled, refused connection, no token. */
  | Readonly<{
      kind: 'not-sent'
      reason: string
      throttled: boolean
      retryAfterMs?: number
      platformWide?: true
    }>
  /** Certainly not sent, and it never will be. Gone: blocked, removed or never installed. */
  | Readonly<{ kind: 'refused'; reason: string; gone: boolean }>
  /** It may have arrived, or not: a time-out after sending, a reset, a 5xx. */
  | Readonly<{ kind: 'unknown'; reason: string; platformWide?: true }>

/** One attempt, with a time limit of its own; never throws. @returns also how many calls it took */
export type Send = (parcel: Parcel) => Promise<Outcome & Readonly<{ calls: number }>>
