/** Views: the pages of this folder, as the site shows them. */
import { aboutPage } from './about-page.ts'
import { accessibilityPage } from './accessibility-page.ts'
import { csvOf } from './csv.ts'
import { overviewPage } from './overview-page.ts'
import { questionPage } from './question-page.ts'
import { roundsPage } from './rounds-page.ts'
import type { Views } from './site-views.ts'
import { unitPage } from './unit-page.ts'
import { usePage } from './use-page.ts'
import { xlsxOf } from './xlsx.ts'

export const views: Views = {
  overview: overviewPage,
  question: questionPage,
  unit: unitPage,
  rounds: roundsPage,
  about: aboutPage,
  accessibility: accessibilityPage,
  use: usePage,
  csv: csvOf,
  xlsx: xlsxOf,
}
