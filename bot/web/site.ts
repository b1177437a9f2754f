/** Site: pages for a browser, beside the endpoints of the platforms. */

export type PageRequest = Readonly<{
  method: 'GET' | 'POST'
  /** Decoded, without query, such as "/results/units". */
  path: string
  query: URLSearchParams
  /** Fields of a posted form; empty for a GET. */
  form: URLSearchParams
  cookies: Readonly<Record<string, string>>
  /** The Origin and Sec-Fetch-Site headers, where the browser sends them. */
  origin?: string
  fetchSite?: string
  /** From Accept-Language. */
  language: 'nl' | 'en'
  /** For limiting; never stored. */
  remoteAddress: string
}>

export type PageResponse = Readonly<{
  status: number
  headers: Readonly<Record<string, string>>
  /** Set-Cookie lines beside the one in the headers. */
  moreCookies?: readonly string[]
  body: string | Uint8Array
}>

export type Site = (request: PageRequest) => Promise<PageResponse>
