/** Accessibility page: what is promised to who uses a keyboard, a screen reader or large letters. */
import { textsFor } from '../../contract/texts/texts.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export function accessibilityPage(context: PageContext): string {
  const { organisation, language } = context
  const texts = textsFor(language)
  const { name, email } = organisation.ciso
  const how = [
    texts.pageA11yKeyboard,
    texts.pageA11yReader,
    texts.pageA11yColour,
    texts.pageA11yZoom,
  ]
  return layout(
    context,
    texts.pageAccessibility,
    html`<p>${texts.pageA11yGoal}</p><ul>${how.map((one) => html`<li>${one}</li>`)}</ul>
<h2>${texts.pageA11yTestedTitle}</h2><p>${texts.pageA11yTested}</p><p>${texts.pageA11yUntested}</p>
<h2>${texts.pageA11yReportTitle}</h2><p>${texts.pageA11yReport({ name, email })}</p>`,
    { path: '/accessibility' },
  )
}
