/** Crisis page: the crisis sheet as one file of HTML that needs nothing else, for black ink on A4. */
import { createHash } from 'node:crypto'
import type { Handbook } from '../../../knowledge/handbook.ts'
import type { Language } from '../../../knowledge/language.ts'
import type { CrisisSection } from '../../contract/care.ts'
import type { Organisation } from '../../contract/organisation.ts'
import { deskHoursPhrase, longDate } from '../../contract/texts/phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { type Html, html, raw } from '../../web/results/html.ts'

export type CrisisPage = Readonly<{
  organisation: Organisation
  handbook: Pick<Handbook, 'title' | 'version'>
  sections: readonly CrisisSection[]
  /** ISO date on which it is made. */
  day: string
  language: Language
}>

/** Two columns of small print: what can happen fits on one sheet, printed on both sides. */
const STYLE = `
@page{size:A4;margin:11mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:188mm;color:#000;background:#fff;font:9pt/1.28 system-ui,"Segoe UI",sans-serif;overflow-wrap:anywhere}
header{border:1.2mm solid #000;padding:3mm 4mm;margin-bottom:4mm}
h1{font-size:14pt;margin:0}
p{margin:.6mm 0}
.call{font-size:28pt;font-weight:800;line-height:1.15}
.sheet{columns:2;column-gap:7mm}
section{break-inside:avoid;border-top:.4mm solid #000;padding-top:1.4mm;margin-bottom:2.6mm}
h2{font-size:9.5pt;line-height:1.2;margin:0 0 .8mm}
ol{margin:0;padding-left:5.5mm}
footer{border-top:.4mm solid #000;padding-top:1.5mm;font-size:8pt}
@media screen{body{padding:8mm}}`.replaceAll('\n', '')

const styleHash = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs, and nothing is fetched. */
const CSP = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`

export function crisisPage(page: CrisisPage): string {
  const { organisation, sections, language } = page
  const texts = textsFor(language)
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${texts.crisisTitle} · ${organisation.name}</title><style>${raw(STYLE)}</style></head>
<body>${head(page)}
<main class="sheet">${sections.length === 0 && html`<p>${texts.crisisNone}</p>`}${sections.map(part)}</main>
${foot(page)}</body></html>
`.html
}

function head({ organisation, language }: CrisisPage): Html {
  const texts = textsFor(language)
  const { telephone, url } = organisation.incidentDesk
  return html`<header><h1>${texts.crisisTitle} · ${organisation.name}</h1>
<p class="call">${texts.incidentCall({ telephone })}</p>
<p>${deskHoursPhrase(organisation, language)} ${texts.crisisSheetIntro}</p>
<p>${texts.incidentReport}: ${url}</p>
<p>${texts.crisisContact(organisation.ciso)}</p></header>`
}

const part = ({ section, steps }: CrisisSection): Html =>
  html`<section><h2>${section.title}</h2>
<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol></section>`

function foot({ handbook, day, language }: CrisisPage): Html {
  const texts = textsFor(language)
  const { title, version } = handbook
  const date = longDate(day, language)
  return html`<footer><p>${texts.crisisSheetFoot({ handbook: title, version, date })} ${texts.crisisSheetAgain}</p></footer>`
}
