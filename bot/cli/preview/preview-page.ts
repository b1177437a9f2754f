/** Preview page: every card in every theme, beside the same in Slack, as one page that needs nothing else. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { cardFor } from '../../../adaptive-cards/card-for.ts'
import { bytesOf } from '../../../adaptive-cards/fit.ts'
import { Language } from '../../../knowledge/language.ts'
import { renderMessage } from '../../adapters/slack/blocks/message.ts'
import { hasForm, renderView } from '../../adapters/slack/blocks/view.ts'
import { cardSamples } from '../card-samples.ts'
import { THEMES } from './themes.ts'

const require = createRequire(import.meta.url)

/** Built for browsers, but not among the package's exports. */
const MARKDOWN_IT = join(
  dirname(require.resolve('markdown-it/package.json')),
  'dist/browser/markdown-it.umd.min.js',
)

export function previewPage(): string {
  const samples = Language.options.flatMap((language) =>
    cardSamples(language).map(({ name, reply }) => {
      const card = cardFor(reply)
      const view = hasForm(reply) ? { view: renderView(reply) } : {}
      const slack = { message: renderMessage(reply), ...view }
      return { name, language, bytes: bytesOf(card), card, slack }
    }),
  )
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vraagbaak cards</title>
<style>${readFileSync(new URL('./page.css', import.meta.url), 'utf8')}</style>
</head>
<body>
<header><h1>Vraagbaak cards</h1><nav aria-label="Theme and language">${themeLinks()}</nav></header>
<main></main>
<script type="application/json" id="samples">${scriptJson({ samples, themes: THEMES })}</script>
<script>${inlineScript(require.resolve('adaptivecards/dist/adaptivecards.min.js'))}</script>
<script>${inlineScript(MARKDOWN_IT)}</script>
<script>${readFileSync(new URL('./slack.js', import.meta.url), 'utf8')}</script>
<script>${readFileSync(new URL('./page.js', import.meta.url), 'utf8')}</script>
</body>
</html>
`
}

function themeLinks(): string {
  return Object.keys(THEMES)
    .flatMap((theme) => Language.options.map((language) => `${theme},${language}`))
    .map((address) => `<a href="#${address}">${address.replace(',', ' ')}</a>`)
    .join('\n')
}

/** A sample may hold "</script>": in JSON every "<" can be written as an escape. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

function inlineScript(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('</script', '<\\/script')
}
