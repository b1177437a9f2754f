/**
 * Browser: follows redirects and keeps cookies by the rules that matter for signing in.
 *
 * Of a navigation that another site began, or that passed another site on its way, it sends no
 * Strict cookie; a Lax one it does, because a navigation is a GET of the whole page.
 */

type Cookie = Readonly<{ value: string; sameSite: string; until: number }>

export type Visited = Readonly<{
  status: number
  body: string
  /** Where it ended. */
  url: string
  /** All addresses on the way, the first included. */
  way: readonly string[]
}>

export type Visit = Readonly<{
  /** Where the link stood; without one it was typed. */
  from?: string
  method?: 'GET' | 'POST'
  /** Stops before the address that this is true of, and ends there with status 0. */
  until?: (url: string) => boolean
}>

const MOST_REDIRECTS = 6

/** @param address where the site is for a browser, such as "https://a.example" @param port where it is */
export function aBrowser(address: string, port: number, clock: Readonly<{ now: number }>) {
  const jar = new Map<string, Cookie>()
  const { origin } = new URL(address)

  /** Behind the proxy, and with cookies. */
  const fetchOurs = async (url: URL, crossSite: boolean, method: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, {
      method,
      redirect: 'manual',
      headers: { cookie: sent(jar, crossSite, clock.now) },
    })
    for (const line of response.headers.getSetCookie()) keep(jar, line, clock.now)
    return response
  }

  const fetchOnce = (url: URL, way: readonly string[], { from, method = 'GET' }: Visit) => {
    if (url.origin !== origin) return fetch(url, { redirect: 'manual' })
    const all = from === undefined ? way : [from, ...way]
    const crossSite = all.some((one) => new URL(one).origin !== origin)
    return fetchOurs(url, crossSite, method)
  }

  const go = async (target: string, visit: Visit = {}): Promise<Visited> => {
    let url = new URL(target, origin).href
    const way: string[] = []
    for (let step = 0; step < MOST_REDIRECTS; step++) {
      way.push(url)
      if (step > 0 && visit.until?.(url) === true) return { status: 0, body: '', url, way }
      const response = await fetchOnce(new URL(url), way, visit)
      const next = response.headers.get('location')
      if (next === null) return { status: response.status, body: await response.text(), url, way }
      url = new URL(next, url).href
    }
    throw new Error(`too many redirects: ${way.join(' ')}`)
  }

  return {
    go,
    cookies: () => [...jar].filter(([, { until }]) => until > clock.now).map(([name]) => name),
    /** As a thief, or a tab that was left open, would have them. */
    copy: () => new Map(jar),
    put: (cookies: ReadonlyMap<string, Cookie>) => {
      for (const [name, cookie] of cookies) jar.set(name, cookie)
    },
  }
}

export type ABrowser = ReturnType<typeof aBrowser>

const sent = (jar: ReadonlyMap<string, Cookie>, crossSite: boolean, now: number): string =>
  [...jar]
    .filter(([, { until, sameSite }]) => until > now && !(crossSite && sameSite === 'Strict'))
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ')

/** Like a browser it ignores a cookie that breaks the rules of its prefix. */
function keep(jar: Map<string, Cookie>, line: string, now: number): void {
  const [pair = '', ...attributes] = line.split('; ')
  const of = (name: string) =>
    attributes.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  const isAsItsPrefixSays =
    !name.startsWith('__Host-') ||
    (attributes.includes('Secure') && of('Path') === '/' && of('Domain') === undefined)
  if (!isAsItsPrefixSays) return
  const until = now + Number(of('Max-Age')) * 1000
  jar.set(name, { value: pair.slice(at + 1), sameSite: of('SameSite') ?? 'Lax', until })
}
