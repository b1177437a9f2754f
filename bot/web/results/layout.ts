/** Layout: what all pages have around their content, and the headers that they are sent with. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../knowledge/language.ts'
import { dayOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { type Html, html, raw } from './html.ts'
import { linkTo, type Query } from './links.ts'
import { BASE, type PageContext } from './page-context.ts'
import { STYLE } from './style.ts'

const styleHash = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs and nothing is fetched. */
const cspWith = (frames: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frames}`,
  ].join('; ')

export const CSP = cspWith("'none'")

/** For what Teams shows in a tab. */
export const TAB_CSP = cspWith(
  'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
)

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CSP,
  'X-Content-Type-Options': 'nosniff',
  // With no-referrer a browser sends "Origin: null" along with our own forms, which must be refused.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
}

/** Where a page stands. */
export type Place = Readonly<{
  /** Below the base, such as "/rounds"; '' is the overview. */
  path: string
  /** What else is in its address, beside language and round. */
  query?: Query
  /** Pages between the overview and this one. */
  above?: readonly Readonly<{ title: string; link: string }>[]
  /** It is about one round, which can be chosen. */
  ofRound?: boolean
}>

/**
 * A whole page, with the title as its heading.
 *
 * @param place without it the page has no breadcrumb and no place in the menu
 */
export function layout(context: PageContext, title: string, body: Html, place?: Place): string {
  const { language, organisation, plan } = context
  const texts = textsFor(language)
  const demo = plan?.demo === true && html`<p class="demo">${texts.pollDemo}</p>`
  return shell(
    language,
    `${title} · ${organisation.name}`,
    html`${header(context, place)}
<main id="main" class="wrap" tabindex="-1">${place && breadcrumb(context, title, place)}
<h1>${title}</h1>${demo}${place?.ofRound === true && chooser(context, place)}
${body}</main>
${footer(context)}`,
  )
}

/** A document with nothing in it yet; for pages of who is not signed in as well. */
export function shell(language: Language, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<link rel="icon" href="data:,"><style>${raw(STYLE)}</style></head>
<body><a class="skip" href="#main">${textsFor(language).pageSkip}</a>
${body}</body></html>
`.html
}

function header(context: PageContext, place: Place | undefined): Html {
  const { language, organisation } = context
  const texts = textsFor(language)
  return html`<header class="top"><div class="wrap"><p class="brand">Vraagbaak <span>${organisation.name}</span></p>
${menu(context, place)}
<div class="tools">${place && languageLink(context, place)}
<form method="post" action="${BASE}/sign-out"><button>${texts.pageSignOut}</button></form></div></div></header>`
}

function menu(context: PageContext, place: Place | undefined): Html {
  const texts = textsFor(context.language)
  const items: readonly (readonly [path: string, title: string])[] = [
    ['', texts.pageOverview],
    ['/rounds', texts.pageRounds],
    ...(context.viewer.seesAll ? [['/use', texts.pageUse] as const] : []),
    ['/about', texts.pageAbout],
  ]
  const item = ([path, title]: (typeof items)[number]) =>
    html`<li><a href="${linkTo(context, path)}"${path === place?.path && raw(' aria-current="page"')}>${title}</a></li>`
  return html`<nav class="menu" aria-label="${texts.pageMenu}"><ul>${items.map(item)}</ul></nav>`
}

function languageLink(context: PageContext, { path, query }: Place): Html {
  const other = context.language === 'nl' ? 'en' : 'nl'
  const link = linkTo({ ...context, language: other }, path, query)
  const text = textsFor(context.language).pageOtherLanguage
  return html`<a href="${link}" lang="${other}" hreflang="${other}">${text}</a>`
}

function breadcrumb(context: PageContext, title: string, { path, above = [] }: Place): Html {
  if (path === '') return html``
  const texts = textsFor(context.language)
  const all = [{ title: texts.pageOverview, link: linkTo(context, '') }, ...above]
  const links = all.map((one) => html`<li><a href="${one.link}">${one.title}</a></li>`)
  return html`<nav class="crumbs" aria-label="${texts.pageCrumbs}"><ol>${links}<li aria-current="page">${title}</li></ol></nav>`
}

function chooser(context: PageContext, { path, query = {} }: Place): Html {
  const { language, plans, plan, organisation } = context
  if (plans.length < 2 || plan === undefined) return html``
  const texts = textsFor(language)
  const kept = Object.entries({ ...query, lang: language })
  const options = plans.map(({ round, opensAt }) => {
    const day = dayOf(opensAt, organisation.timeZone, language)
    return html`<option value="${round}"${round === plan.round && raw(' selected')}>${day}</option>`
  })
  return html`<form class="chooser" method="get" action="${BASE}${path}">
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<label for="round">${texts.pageRoundFrom}</label><select id="round" name="round">${options}</select>
<button>${texts.pageShow}</button></form>`
}

function footer(context: PageContext): Html {
  const { language, organisation, plan } = context
  const texts = textsFor(language)
  const link = (path: string, title: string) =>
    html`<li><a href="${linkTo(context, path)}">${title}</a></li>`
  const files =
    plan !== undefined &&
    html`${link('/export.csv', texts.pageCsv)}${link('/export.xlsx', texts.pageXlsx)}`
  return html`<footer class="foot"><div class="wrap"><p>${texts.pageMethod}</p>
<ul>${link('/about', texts.pageAbout)}${link('/accessibility', texts.pageAccessibility)}${files}</ul>
<p>${texts.pageContact({ name: organisation.ciso.name, email: organisation.ciso.email })}</p></div></footer>`
}
