/** Fetch errors: whether a request that failed was ever sent, and why it failed. */

/** Errors of undici and of TLS that come before the first byte of the request. */
const BEFORE_SENDING =
  /^(UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|UNABLE_TO_|HOSTNAME_MISMATCH)/

/** By properties only: the errors of `fetch` are of no class that all of node shares. */
type FetchError = Readonly<{
  cause?: FetchError
  code?: unknown
  syscall?: unknown
  name?: unknown
  errors?: readonly FetchError[]
}>

/** True when nothing of the request can have arrived. */
export function wasNeverSent(error: unknown): boolean {
  const { code, syscall, errors } = causeOf(error)
  if (errors !== undefined && errors.length > 0) return errors.every(wasNeverSent)
  return (
    syscall === 'connect' || syscall === 'getaddrinfo' || BEFORE_SENDING.test(String(code ?? ''))
  )
}

/** In a word, of a request that may have arrived. */
export function reasonOf(error: unknown): string {
  const { name } = error as FetchError // read as a property only
  return name === 'TimeoutError' ? 'timed-out' : 'connection-lost'
}

function causeOf(error: unknown): FetchError {
  const given = error as FetchError // read as properties only
  return given.cause ?? given
}
