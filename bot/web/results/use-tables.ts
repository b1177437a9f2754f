/** Use tables: texts, replies, ratings and gaps, each as a table that is also its chart. */

import type { Section } from '../../../knowledge/handbook.ts'
import type { Language } from '../../../knowledge/language.ts'
import { amountOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { type GapTopic, MIN_ASKERS } from '../../results/gap-topics.ts'
import { GAP_DAYS, type HandbookUse } from '../../results/handbook-use.ts'
import { MIN_QUESTIONS, NEARLY_ALL, NEARLY_NONE, roundedAmount } from '../../results/use-figures.ts'
import { shareBar } from './charts/share-bar.ts'
import { type Html, html, raw } from './html.ts'
import { amountInWords } from './use-words.ts'

export function topicsTable(topics: HandbookUse['topics'], language: Language): Html {
  const texts = textsFor(language)
  const most = topics[0]?.n
  if (most === undefined) return withheld(texts.pageUseFew)
  const heads = [texts.pageUseSection, texts.pageUseQuestions, texts.pageUseBar]
  const rows = topics.map(({ section, n }) => ({
    head: sectionHead(section, language),
    cells: [amountInWords(n, language), shareBar(Math.round((100 * n) / most))],
  }))
  return html`<p class="soft">${texts.pageUseTopicsText}</p>${table(texts.pageUseTopicsCaption, heads, rows)}`
}

export function kindsTable(kinds: HandbookUse['kinds'], language: Language): Html {
  const texts = textsFor(language)
  const names = {
    answer: texts.pageUseAnswer,
    suggestions: texts.pageUseSuggestions,
    'no-answer': texts.pageUseNoAnswer,
    'none-of-these': texts.pageUseNoneOfThese,
    elsewhere: texts.pageUseElsewhere,
    incident: texts.pageUseIncident,
  }
  const rows = kinds.map(({ kind, n }) => ({
    head: html`${names[kind]}`,
    cells: [amountInWords(n, language)],
    isWithheld: n === undefined,
  }))
  return table(texts.pageUseKindsCaption, [texts.pageUseReply, texts.pageUseTimes], rows)
}

export function ratingsTable(ratings: HandbookUse['ratings'], language: Language): Html {
  const texts = textsFor(language)
  if (ratings.length === 0) return withheld(texts.pageUseFewRatings)
  const heads = [texts.pageUseSection, texts.pageUseHelpful, texts.pageUseBar, texts.pageUseRated]
  const rows = ratings.map(({ section, helpful, n }) => ({
    head: sectionHead(section, language),
    cells: [helpfulInWords(helpful, language), shareBar(helpful), amountInWords(n, language)],
  }))
  return html`<p class="soft">${texts.pageUseRatingsText}</p>${table(texts.pageUseRatingsCaption, heads, rows)}`
}

function helpfulInWords(helpful: number, language: Language): string {
  const texts = textsFor(language)
  if (helpful >= NEARLY_ALL) return texts.pageAtLeast({ rate: String(NEARLY_ALL) })
  if (helpful <= NEARLY_NONE) return texts.pageAtMost({ rate: String(NEARLY_NONE) })
  return texts.pageUseAbout({ amount: `${helpful}%` })
}

export function gapsTable(gaps: HandbookUse['gaps'], language: Language): Html {
  const texts = textsFor(language)
  const about = texts.pageUseGapsText({ count: MIN_ASKERS, days: GAP_DAYS })
  if (gaps.length === 0) return html`<p class="soft">${about}</p>${withheld(texts.pageUseGapsFew)}`
  const heads = [texts.pageUseGapTopic, texts.pageUseGapWhat, texts.pageUseQuestions]
  const rows = gaps.map((gap) => ({
    head: gapHead(gap, language),
    cells: [
      gap.kind === 'unhelpful' ? texts.pageUseGapUnhelpful : texts.pageUseGapMissing,
      gapAmount(gap, language),
    ],
  }))
  return html`<p class="soft">${about}</p>${table(texts.pageUseGapsCaption, heads, rows)}`
}

const gapHead = (gap: GapTopic, language: Language): Html =>
  gap.kind === 'unhelpful' ? sectionHead(gap.section, language) : html`${gap.words.join(' · ')}`

/** Of five to nine people it may be few questions; that they are so many people is told already. */
function gapAmount({ n }: GapTopic, language: Language): string {
  const amount = { amount: amountOf(MIN_QUESTIONS, language) }
  return roundedAmount(n) === undefined
    ? textsFor(language).pageUseLess(amount)
    : amountInWords(roundedAmount(n), language)
}

/** The handbook is in Dutch, whatever the language of the page. */
function sectionHead({ title, number, chapter }: Section, language: Language): Html {
  const words = textsFor(language).pageUseChapter
  return html`<span lang="nl">§ ${number} ${title}</span><br><small>${words} <span lang="nl">${chapter}</span></small>`
}

const withheld = (words: string): Html => html`<p><b>${words}</b></p>`

type Row = Readonly<{ head: Html; cells: readonly (string | Html)[]; isWithheld?: boolean }>

function table(caption: string, heads: readonly string[], rows: readonly Row[]): Html {
  const [, ...others] = heads
  const row = ({ head, cells, isWithheld = false }: Row) =>
    html`<tr><th scope="row">${head}</th>${cells.map((cell, index) => html`<td${isWithheld && raw(' class="h"')} data-of="${others[index]}">${cell}</td>`)}</tr>`
  return html`<table class="stack"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table>`
}
