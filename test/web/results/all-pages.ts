/** All pages: each page of results by name, for what must hold of every one. */
import { questionsIn } from '../../../bot/results/figures.ts'
import { unitsFor } from '../../../bot/results/viewer.ts'
import { failurePage, tabPage } from '../../../bot/web/entra/entra-pages.ts'
import { aboutPage } from '../../../bot/web/results/about-page.ts'
import { accessibilityPage } from '../../../bot/web/results/accessibility-page.ts'
import { brokenPage, type MessageKind, messagePage } from '../../../bot/web/results/message-page.ts'
import { overviewPage } from '../../../bot/web/results/overview-page.ts'
import type { PageContext } from '../../../bot/web/results/page-context.ts'
import { questionPage } from '../../../bot/web/results/question-page.ts'
import { roundsPage } from '../../../bot/web/results/rounds-page.ts'
import { signInPage } from '../../../bot/web/results/sign-in-page.ts'
import { unitPage } from '../../../bot/web/results/unit-page.ts'

/** Those with results. */
export function resultPages(context: PageContext): Readonly<Record<string, string>> {
  const questions = questionsIn(context.plans)
  const units = context.plan === undefined ? [] : unitsFor(context.plan, context.viewer)
  return {
    overview: overviewPage(context),
    rounds: roundsPage(context),
    ...Object.fromEntries(questions.map(({ id }) => [`question ${id}`, questionPage(context, id)])),
    ...Object.fromEntries(units.map(({ path }) => [`unit ${path}`, unitPage(context, path)])),
  }
}

const KINDS: readonly MessageKind[] = [
  ...(['not-signed-in', 'expired-link', 'no-rights', 'not-found'] as const),
  ...(['too-many', 'signed-out'] as const),
]

export function otherPages(context: PageContext): Readonly<Record<string, string>> {
  const { language } = context
  return {
    about: aboutPage(context),
    accessibility: accessibilityPage(context),
    'sign-in': signInPage(language, 'a-token'),
    ...Object.fromEntries(KINDS.map((kind) => [kind, messagePage(language, kind)])),
    broken: brokenPage(language, 'a1b2c3'),
    'sign-in failed': String(failurePage(language, 'refused', '/results/sign-in').body),
    'sign-in down': String(failurePage(language, 'down', '/results/sign-in').body),
    tab: String(tabPage(language, '/results/sign-in').body),
  }
}
