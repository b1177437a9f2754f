/** Waiting facts: what waits for the CISO, as far as it does not tell who asked. */
import type { Language } from '../../../knowledge/language.ts'
import { amountOf } from '../../contract/texts/long-moments.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { GAP_DAYS } from '../../results/handbook-use.ts'
import { IN_TIME_DAYS, MIN_OPEN, type WaitingQuestions } from '../../results/waiting-questions.ts'
import { type Html, html } from './html.ts'
import { shareInWords } from './use-words.ts'

export function waitingFacts(waiting: WaitingQuestions, language: Language): Html {
  const texts = textsFor(language)
  const days = { days: IN_TIME_DAYS }
  const lines = [
    [texts.pageUseOpen, openInWords(waiting, language)],
    ...(waiting.open === 'none' ? [] : [[texts.pageUseOldest, oldestInWords(waiting, language)]]),
    [texts.pageUseInTime(days), shareInWords(waiting.inTime, language)],
  ]
  return html`<section class="card"><dl class="facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
<p class="soft small">${texts.pageUseWaitingText({ days: GAP_DAYS })}</p></section>`
}

function openInWords({ open }: WaitingQuestions, language: Language): string {
  const texts = textsFor(language)
  if (open === 'none') return texts.pageUseNone
  return open === 'few'
    ? texts.pageUseLess({ amount: amountOf(MIN_OPEN, language) })
    : amountOf(open, language)
}

/** Of few only whether they wait too long. */
function oldestInWords({ oldestDays, isLate }: WaitingQuestions, language: Language): string {
  const texts = textsFor(language)
  if (oldestDays !== undefined) return texts.workingDays({ count: oldestDays })
  return isLate
    ? texts.pageUseLate({ days: IN_TIME_DAYS })
    : texts.pageUseOnTime({ days: IN_TIME_DAYS })
}
