/** Cards preview: `npm run cards:preview` writes one page that shows every card in every theme. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { previewPage } from './preview/preview-page.ts'

const PAGE = fileURLToPath(new URL('../../.preview/cards.html', import.meta.url))

mkdirSync(dirname(PAGE), { recursive: true })
writeFileSync(PAGE, previewPage())
console.log(`Wrote ${PAGE}`)
