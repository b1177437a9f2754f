/** Cell words: a figure in a symbol and words, so that no page depends on its colour. */
import type { Language } from '../../../knowledge/language.ts'
import { dayOf } from '../../contract/texts/long-moments.ts'
import { type Figure, figureOf } from '../../contract/texts/poll-result-phrases.ts'
import { textsFor } from '../../contract/texts/texts.ts'
import type { Cell, Change, HiddenReason } from '../../polls/plan.ts'
import type { Relation } from '../../results/figures.ts'
import { localDate } from '../../working-time.ts'
import type { PageContext } from './page-context.ts'

type CellWords = Readonly<{
  /** Hidden from who listens: the words say the same. */
  symbol: string
  /** Such as "82%", "hoog" or "te weinig". */
  short: string
  /** How it is beside the organisation; empty where that is not known. */
  relation: string
  style: 'a' | 'b' | 's' | 'h'
}>

export function cellWords(cell: Cell, relation: Relation, language: Language): CellWords {
  const texts = textsFor(language)
  switch (cell.state) {
    case 'hidden':
      return { symbol: '–', short: hiddenWord(cell.reason, language), relation: '', style: 'h' }
    case 'band':
      return { ...bandWords(cell.band, language), relation: '', style: 's' }
    case 'extreme': {
      const most = cell.side === 'at-least-80'
      const short = most ? texts.pageAtLeast({ rate: '80' }) : texts.pageAtMost({ rate: '20' })
      return { symbol: most ? '≥' : '≤', short, relation: '', style: 's' }
    }
    case 'percentage':
      return { short: `${cell.favourable}%`, ...relationWords(relation, language) }
  }
}

function bandWords(band: 'low' | 'middle' | 'high', language: Language) {
  const texts = textsFor(language)
  const words = {
    low: { symbol: '◔', short: texts.pageLow },
    middle: { symbol: '◑', short: texts.pageMiddle },
    high: { symbol: '◕', short: texts.pageHigh },
  }
  return words[band]
}

function relationWords(
  relation: Relation,
  language: Language,
): Pick<CellWords, 'symbol' | 'relation' | 'style'> {
  const texts = textsFor(language)
  const words = {
    above: { symbol: '▲', relation: texts.pageAbove, style: 'a' },
    below: { symbol: '▼', relation: texts.pageBelow, style: 'b' },
    same: { symbol: '≈', relation: texts.pageSame, style: 's' },
    unknown: { symbol: '', relation: '', style: 's' },
  } as const
  return words[relation]
}

function hiddenWord(reason: HiddenReason, language: Language): string {
  const texts = textsFor(language)
  const words = {
    'too-few': texts.pageTooFew,
    remainder: texts.pageProtected,
    sensitive: texts.pageSensitive,
    'organisation-only': texts.pageOrganisationOnly,
  }
  return words[reason]
}

/** In whole sentences: the same as in the chat. */
export function figureInWords(cell: Cell, context: PageContext): Figure {
  const since = cell.state === 'percentage' ? cell.change?.sinceAt : undefined
  const { timeZone } = context.organisation
  return figureOf(
    {
      ...{ question: '', favourable: '', section: undefined, cell },
      ...(since === undefined ? {} : { since: localDate(since, timeZone) }),
    },
    context.language,
  )
}

/** "▲ Beter dan op 1 september 2026": what was shown to have changed, or that nothing was. */
export function changeInWords({ verdict, sinceAt }: Change, context: PageContext): string {
  const { language, organisation } = context
  const texts = textsFor(language)
  const date = dayOf(sinceAt, organisation.timeZone, language)
  if (verdict === 'no-evidence') return `≈ ${texts.pageUnchanged({ date })}`
  return verdict === 'better' ? `▲ ${texts.pageBetter({ date })}` : `▼ ${texts.pageWorse({ date })}`
}
