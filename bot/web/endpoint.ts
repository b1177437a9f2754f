/** Endpoint: what a platform's adapter is to the web server; neither knows the other's package. */

export type Incoming = Readonly<{
  /** Parsed JSON of a bounded size; anything may be in it. */
  body: unknown
  /** The Authorization header as it came. */
  authorization: string
  /** Who is at the other end, for limiting; never stored. */
  remoteAddress: string
}>

/** Without a body the answer is empty. */
export type Outgoing = Readonly<{ status: number; body?: unknown; retryAfterSeconds?: number }>

export type Endpoint = (incoming: Incoming) => Promise<Outgoing>
