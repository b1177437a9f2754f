/** Message page: why somebody sees no results, and what to do now. */
import type { Language } from '../../../knowledge/language.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { html } from './html.ts'
import { shell } from './layout.ts'

export type MessageKind =
  | 'not-signed-in'
  | 'expired-link'
  | 'no-rights'
  | 'not-found'
  | 'too-many'
  | 'signed-out'

export type Words = Readonly<{ title: string; text: string }>

/** What somebody can do at once, such as signing in. */
export type Offer = Readonly<{ link: string; text: string }>

export const messagePage = (language: Language, kind: MessageKind, offer?: Offer): string =>
  wordsPage(language, wordsOf(language, kind), offer)

export function wordsPage(language: Language, { title, text }: Words, offer?: Offer): string {
  const link = offer && html`<p><a class="primary" href="${offer.link}">${offer.text}</a></p>`
  return shell(
    language,
    `${title} · Vraagbaak`,
    html`<main id="main" class="wrap" tabindex="-1"><h1>${title}</h1><p>${text}</p>${link}</main>`,
  )
}

export function brokenPage(language: Language, reference: string): string {
  const { pageBroken: title, pageBrokenText } = textsFor(language)
  return wordsPage(language, { title, text: pageBrokenText({ reference }) })
}

function wordsOf(language: Language, kind: MessageKind): Words {
  const texts = textsFor(language)
  const words: Readonly<Record<MessageKind, Words>> = {
    'not-signed-in': { title: texts.pageNotSignedIn, text: texts.pageHowToGetIn },
    'expired-link': { title: texts.pageExpired, text: texts.pageHowToGetIn },
    'no-rights': { title: texts.pageNoRights, text: texts.pageNoRightsText },
    'not-found': { title: texts.pageNotFound, text: texts.pageNotFoundText },
    'too-many': { title: texts.pageTooMany, text: texts.pageTooManyText },
    'signed-out': { title: texts.pageSignedOut, text: texts.pageHowToGetIn },
  }
  return words[kind]
}
