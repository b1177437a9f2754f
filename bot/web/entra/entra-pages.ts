/** Entra pages: why signing in did not work, and what Teams shows in its tab. */
import type { Language } from '../../../knowledge/language.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { html } from '../results/html.ts'
import { shell, TAB_CSP } from '../results/layout.ts'
import { wordsPage } from '../results/message-page.ts'
import { page } from '../results/site-answers.ts'
import type { PageResponse } from '../site.ts'
import type { FailureKind } from './failure.ts'

/** @param link where to try again */
export function failurePage(language: Language, kind: FailureKind, link: string): PageResponse {
  const texts = textsFor(language)
  if (kind === 'down') {
    const words = { title: texts.entraDown, text: texts.entraDownText }
    return page(wordsPage(language, words), {}, 503)
  }
  const words = { title: texts.entraFailed, text: texts.entraFailedText }
  return page(wordsPage(language, words, { link, text: texts.entraSignIn }), {}, 403)
}

/**
 * The page in the tab only leads to the browser: Entra ID lets nobody sign in within a frame, and
 * a browser sends our cookie to no frame of another site.
 *
 * Microsoft wants a tab to load its script and call it; our pages have none. The page is shown
 * without, as the manifest asks for no loading indicator, but Teams may put a warning above it.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 * @param link where to sign in
 */
export function tabPage(language: Language, link: string): PageResponse {
  const texts = textsFor(language)
  const body = html`<main id="main" class="wrap" tabindex="-1"><h1>${texts.entraTab}</h1><p>${texts.entraTabText}</p>
<p><a class="primary" href="${link}" target="_blank" rel="noopener">${texts.entraTabButton}</a></p>
<p class="soft">${texts.entraTabChat}</p></main>`
  return page(shell(language, `${texts.entraTab} · Vraagbaak`, body), {
    'Content-Security-Policy': TAB_CSP,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
}
