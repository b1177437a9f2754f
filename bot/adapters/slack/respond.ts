/** Respond: answers at the address that came with what somebody pressed; it holds for half an hour. */

export type Respond = (url: string, message: object) => Promise<void>

/** Where Slack listens for such answers. */
const HOST = 'hooks.slack.com'
const TIMEOUT_MS = 10_000

/**
 * @param apiUrl of the Web API, when it is not Slack's own: answers may go to its host too
 * @throws Error for an address that is not Slack's, or when it was not accepted
 */
export function createRespond(apiUrl?: string): Respond {
  const origins = new Set([
    `https://${HOST}`,
    ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin]),
  ])
  return async (url, message) => {
    const address = URL.parse(url)
    if (address === null || !origins.has(address.origin) || address.username !== '')
      throw new Error('response_url does not lead to Slack')
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`response_url answered ${response.status}`)
  }
}
