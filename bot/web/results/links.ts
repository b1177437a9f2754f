/** Links: addresses of the pages, which keep the language and the round that somebody chose. */
import { BASE, type PageContext } from './page-context.ts'

export type Query = Readonly<Record<string, string>>

/** What a link depends on. */
export type From = Pick<PageContext, 'language' | 'plan' | 'plans'>

/** @param path below the base, such as "/rounds"; '' is the overview */
export function linkTo(from: From, path: string, query: Query = {}): string {
  const search = new URLSearchParams({ ...query, ...chosen(from) })
  return `${BASE}${path}?${search}`
}

/** The newest round needs no mention: the link then stays good for the next one. */
function chosen({ language, plan, plans }: From): Query {
  const isNewest = plan === undefined || plan.round === plans[0]?.round
  return { lang: language, ...(isNewest ? {} : { round: plan.round }) }
}

export const questionLink = (from: From, id: string): string =>
  linkTo(from, `/questions/${encodeURIComponent(id)}`)

export const unitLink = (from: From, path: string): string =>
  linkTo(from, '/units', path === '' ? {} : { path })
