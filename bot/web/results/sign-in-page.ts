/** Sign-in page: one button, because whatever merely looks at a link must not use it up. */
import type { Language } from '../../../knowledge/language.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { html } from './html.ts'
import { shell } from './layout.ts'
import { BASE } from './page-context.ts'

/** @param token is posted as the field "token" to BASE/enter */
export function signInPage(language: Language, token: string): string {
  const texts = textsFor(language)
  return shell(
    language,
    `${texts.pageSignIn} · Vraagbaak`,
    html`<main id="main" class="wrap" tabindex="-1"><h1>${texts.pageSignIn}</h1><p>${texts.pageSignInText}</p>
<form method="post" action="${BASE}/enter"><input type="hidden" name="token" value="${token}">
<button class="primary">${texts.pageSignInButton}</button></form>
<p class="soft">${texts.pageSignInOnce}</p></main>`,
  )
}
