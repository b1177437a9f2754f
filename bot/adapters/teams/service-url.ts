/** Service URL: where the bot sends its replies, and with them a token of its own. */

/** The connector of the commercial cloud; others, such as a government cloud's, are configured. */
export const CONNECTOR_HOST = 'smba.trafficmanager.net'

export type AllowedServices = Readonly<{
  /** Exact host names. */
  hosts: readonly string[]
  /** Also http on this machine: a test client or a stand-in. */
  loopback: boolean
}>

/**
 * Only an address in its one normal spelling is compared with the list, so upper case, user names,
 * ports, trailing dots, other alphabets and control characters need no rule of their own.
 */
export function isAllowedServiceUrl(serviceUrl: string, allowed: AllowedServices): boolean {
  const url = URL.parse(serviceUrl)
  if (url === null || !isNormalSpelling(serviceUrl, url)) return false
  if (url.username || url.password || url.search || url.hash) return false

  if (allowed.loopback && isLoopbackHost(url.hostname)) return url.protocol === 'http:'
  return url.protocol === 'https:' && url.port === '' && allowed.hosts.includes(url.hostname)
}

function isNormalSpelling(serviceUrl: string, url: URL): boolean {
  return url.href === serviceUrl || url.href === `${serviceUrl}/`
}

function isLoopbackHost(host: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]', '::1'].includes(host)
}
