/** Ports: what use cases need of the outside world. */
import type { Reply } from './reply.ts'
import type { Request } from './request.ts'

export type Bot = (request: Request) => Promise<Reply>

/** Milliseconds since the epoch. */
export type Clock = () => number

/** What happened, for metrics and the log: kinds and ids, never what somebody typed or who it was. */
export type Observation = Readonly<
  { organisation: string } & (
    | { kind: 'replied'; reply: Reply['kind']; section?: string; tookMs: number }
    | { kind: 'answer-rated'; section: string; version: string; helpful: boolean }
    | { kind: 'failed'; reference: string; error: unknown }
  )
>
export type Observe = (observation: Observation) => void
