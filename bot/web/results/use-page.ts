/**
 * Use page: what the handbook is asked, whether it knows and whether that helps.
 *
 * All figures were rounded before they came here, and what is withheld says so: it is never a zero.
 */
import { amountOf, dayOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { type HandbookUse, handbookUse, type WeekUse } from '../../results/handbook-use.ts'
import { MIN_QUESTIONS } from '../../results/use-figures.ts'
import { MIN_OPEN } from '../../results/waiting-questions.ts'
import type { Stores } from '../../storage/storage.ts'
import { weeksChart } from './charts/weeks.ts'
import { type Html, html } from './html.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'
import { gapsTable, kindsTable, ratingsTable, topicsTable } from './use-tables.ts'
import { amountInWords, shareInWords } from './use-words.ts'
import { waitingFacts } from './waiting-facts.ts'

/** Only for who sees all. */
export async function usePage(context: PageContext, stores: Stores): Promise<string> {
  const { language } = context
  const texts = textsFor(language)
  const use = await handbookUse({ ...context, stores })
  const { plan: _, ...ofNoRound } = context
  return layout(
    ofNoRound,
    texts.pageUse,
    html`${period(use.weeks, context)}${use.demo && html`<p class="demo">${texts.pageUseDemo}</p>`}
<section class="card">${facts(use, context)}</section>
<h2>${texts.pageUseTopics}</h2>${topicsTable(use.topics, language)}
<h2>${texts.pageUseWeeks}</h2>${weeks(use, context)}
<h2>${texts.pageUseKinds}</h2>${kindsTable(use.kinds, language)}
<h2>${texts.pageUseRatings}</h2>${ratingsTable(use.ratings, language)}
<h2>${texts.pageUseGaps}</h2>${gapsTable(use.gaps, language)}
<h2>${texts.pageUseWaiting}</h2>${waitingFacts(use.waiting, language)}
${howWeCount(context)}`,
    { path: '/use' },
  )
}

const SIX_DAYS_MS = 6 * 24 * 60 * 60 * 1000

function period(weeks: readonly WeekUse[], { language, organisation }: PageContext): Html {
  const day = (at: number) => dayOf(at, organisation.timeZone, language)
  const from = day(weeks[0]?.monday ?? 0)
  const until = day((weeks.at(-1)?.monday ?? 0) + SIX_DAYS_MS)
  return html`<p>${textsFor(language).pageUsePeriod({ from, until })}</p>`
}

function facts({ questions, unanswered, change }: HandbookUse, { language }: PageContext): Html {
  const texts = textsFor(language)
  const changes = {
    less: texts.pageUseLessUnanswered,
    more: texts.pageUseMoreUnanswered,
    'no-evidence': texts.pageUseSame,
  }
  const lines = [
    [texts.pageUseQuestions, amountInWords(questions, language)],
    [texts.pageUseUnanswered, shareInWords(unanswered, language)],
    [texts.pageUseChange, change === undefined ? texts.pageUseFew : changes[change]],
  ]
  return html`<dl class="facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
}

function weeks({ weeks }: HandbookUse, context: PageContext): Html {
  const { language, organisation } = context
  const texts = textsFor(language)
  const bars = weeks.map(({ monday, unanswered: share }) => {
    const date = dayOf(monday, organisation.timeZone, language)
    return { date, share, words: shareInWords(share, language) }
  })
  const shown = bars.filter(({ share }) => share !== undefined)
  const points = [...new Set([shown[0], shown.at(-1)])].flatMap((one) =>
    one === undefined ? [] : [texts.pageUseWeekPoint({ date: one.date, rate: one.words })],
  )
  const words = {
    ...{ id: 'weeks', title: texts.pageUseWeeksTitle },
    description: points.length > 0 ? points.join(' ') : texts.pageUseWeeksNone,
    head: [texts.pageUseWeekOf, texts.pageUseUnanswered],
  }
  return html`<p class="soft">${texts.pageUseWeeksText}</p><section class="card">${weeksChart(words, bars, context)}</section>`
}

function howWeCount({ language }: PageContext): Html {
  const texts = textsFor(language)
  const amount = (n: number) => ({ amount: amountOf(n, language) })
  const sentences = [
    texts.pageUseHowNobody,
    texts.pageUseHowPeople,
    texts.pageUseHowTen(amount(MIN_QUESTIONS)),
    texts.pageUseHowRounded,
    texts.pageUseHowRatings,
    texts.pageUseHowOpen(amount(MIN_OPEN)),
  ]
  return html`<h2>${texts.pageUseHow}</h2><ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`
}
