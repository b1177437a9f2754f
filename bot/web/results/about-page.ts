/** About page: what can be concluded from these figures, and what cannot. */
import type { Messages } from '../../contract/texts/nl.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import { DEFAULT_THRESHOLDS, type Thresholds } from '../../polls/thresholds.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import type { PageContext } from './page-context.ts'

export function aboutPage(context: PageContext): string {
  const texts = textsFor(context.language)
  const parts = [
    ...conclusions(texts),
    ...whenShown(texts, context.plan?.thresholds ?? DEFAULT_THRESHOLDS),
    ...reading(texts),
  ]
  return layout(
    context,
    texts.pageAboutTitle,
    html`${parts.map(([title, sentences]) => html`<h2>${title}</h2><ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`)}`,
    { path: '/about' },
  )
}

type Part = readonly [title: string, sentences: readonly string[]]

function conclusions(texts: Messages): readonly Part[] {
  return [
    [
      texts.pageAboutYes,
      [texts.pageAboutYesTeam, texts.pageAboutYesChange, texts.pageAboutYesTalk],
    ],
    [
      texts.pageAboutNo,
      [
        texts.pageAboutNoPerson,
        texts.pageAboutNoJudge,
        texts.pageAboutNoRank,
        texts.pageAboutNoCause,
      ],
    ],
  ]
}

function whenShown(texts: Messages, thresholds: Thresholds): readonly Part[] {
  const amount = (of: keyof Thresholds) => ({ amount: String(thresholds[of]) })
  const sentences = [
    texts.pageAboutEligible(amount('eligible')),
    texts.pageAboutAnswers(amount('answers')),
    texts.pageAboutPercentage(amount('percentage')),
    texts.pageAboutDistribution(amount('distribution')),
    texts.pageAboutExtreme,
    texts.pageAboutRemainder,
    texts.pageAboutSensitive,
    texts.pageAboutRounded,
  ]
  return [[texts.pageAboutFew, sentences]]
}

function reading(texts: Messages): readonly Part[] {
  return [
    [
      texts.pageAboutMargin,
      [texts.pageAboutInterval, texts.pageAboutCompare, texts.pageAboutVerdict],
    ],
    [
      texts.pageAboutSilent,
      [texts.pageAboutNonResponse, texts.pageAboutLow, texts.pageAboutHonest],
    ],
    [texts.pageAboutScale, [texts.pageAboutNoScale, texts.pageAboutNational]],
  ]
}
