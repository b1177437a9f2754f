/** Ports: what use cases need of the outside world. */
import type { MessageClass, Platform } from './message.ts'
import type { Reply } from './reply.ts'

/** Milliseconds since the epoch. */
export type Clock = () => number

/** What happened, for metrics and the log: kinds and ids, never what somebody typed or who it was. */
export type Observation = Readonly<
  { organisation: string } & (
    | { kind: 'replied'; reply: Reply['kind']; section?: string; tookMs: number }
    | { kind: 'answer-rated'; section: string; version: string; helpful: boolean }
    | { kind: 'failed'; reference: string; error: unknown }
    | {
        kind: 'delivery-tried'
        class: MessageClass
        /** Again: it will be tried once more. */
        state: 'sent' | 'rejected' | 'unknown' | 'again'
        outcome: 'sent' | 'not-sent' | 'refused' | 'unknown'
        /** A word such as "http-429". */
        reason?: string
      }
    /** The platform said that it is too much; the speed from now on. */
    | { kind: 'throttled'; platform: Platform; perSecond: number }
    /** Nothing came back several times in a row; and then something did. */
    | { kind: 'platform-lost' | 'platform-found'; platform: Platform }
    /** The store failed under the delivery: it is tried again. */
    | { kind: 'delivery-failed'; error: unknown }
  )
>
export type Observe = (observation: Observation) => void

/** Makes the way to the page of results. @typeParam Stores of the transaction that it is made in */
export type ResultLinks<Stores> = Readonly<{
  /** @returns undefined when that person can get none */
  make: (who: ResultReader, stores: Stores, now: number) => Promise<ResultLink | undefined>
}>

export type ResultReader = Readonly<{
  /** Id of the organisation. */
  organisation: string
  /** Roster id. */
  person: string
}>

/** Works once, within so many minutes. */
export type ResultLink = Readonly<{ url: string; minutes: number }>
