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
  | 'broken'
  | 'signed-out'

export function messagePage(language: Language, kind: MessageKind): string {
  const { title, text } = wordsOf(language, kind)
  return shell(
    language,
    `${title} · Vraagbaak`,
    html`<main id="main" class="wrap" tabindex="-1"><h1>${title}</h1><p>${text}</p></main>`,
  )
}

type Words = Readonly<{ title: string; text: string }>

function wordsOf(language: Language, kind: MessageKind): Words {
  const texts = textsFor(language)
  const words: Readonly<Record<MessageKind, Words>> = {
    'not-signed-in': { title: texts.pageNotSignedIn, text: texts.pageHowToGetIn },
    'expired-link': { title: texts.pageExpired, text: texts.pageHowToGetIn },
    'no-rights': { title: texts.pageNoRights, text: texts.pageNoRightsText },
    'not-found': { title: texts.pageNotFound, text: texts.pageNotFoundText },
    'too-many': { title: texts.pageTooMany, text: texts.pageTooManyText },
    broken: { title: texts.pageBroken, text: texts.pageBrokenText },
    'signed-out': { title: texts.pageSignedOut, text: texts.pageHowToGetIn },
  }
  return words[kind]
}
