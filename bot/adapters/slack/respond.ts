/** Respond: answers at the address that came with what somebody pressed; it holds for half an hour. */

/** Slack would not have it, or it was no answer for Slack: certainly nothing was shown. */
export class ResponseRefused extends Error {
  readonly status: number

  /** @param status of HTTP */
  constructor(status: number, message = `response_url answered ${status}`) {
    super(message)
    this.status = status
  }
}

export type Respond = (url: string, message: object) => Promise<void>

/** Where Slack listens for such answers. */
const HOST = 'hooks.slack.com'
const TIMEOUT_MS = 10_000

/**
 * @param apiUrl of the Web API, when it is not Slack's own: answers may go to its host too
 * @throws ResponseRefused for an address that is not Slack's, or when it was not accepted; what fetch
 *   throws when nothing came back
 */
export function createRespond(apiUrl?: string): Respond {
  const origins = new Set([
    `https://${HOST}`,
    ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin]),
  ])
  return async (url, message) => {
    const address = URL.parse(url)
    if (address === null || !origins.has(address.origin) || address.username !== '')
      throw new ResponseRefused(400, 'response_url does not lead to Slack')
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const said = await response.text()
    if (!response.ok) throw new ResponseRefused(response.status)
    if (isRefusal(said)) throw new ResponseRefused(400)
  }
}

/** With a status of 200, as Slack's other answers have it too. */
function isRefusal(said: string): boolean {
  try {
    return (JSON.parse(said) as { ok?: unknown } | null)?.ok === false
  } catch {
    return false // "ok"
  }
}
