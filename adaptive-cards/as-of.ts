/** As of: which version held on a day, and what would have been said from it; for who looks into it later. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf, SaidThen } from '../bot/contract/reply.ts'
import { heldBasePhrases } from '../bot/contract/texts/layer-phrases.ts'
import { longDate, sourcePhrase } from '../bot/contract/texts/phrases.ts'
import { versionLines } from '../bot/contract/texts/publishing-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { card, clip, type Element, heading, smallPrint, text } from './elements.ts'
import { fitInto } from './fit.ts'
import { quoted } from './parts.ts'
import { blocks } from './rich-text.ts'

const MAX_TITLE = 300
const MAX_LEAD_BYTES = 5_000
const MAX_PASSAGE_BYTES = 5_000
/** More than anybody publishes in a day. */
const MAX_VERSIONS = 8

export function asOfCard(reply: ReplyOf<'as-of'>): IAdaptiveCard {
  const { language, date, question, said } = reply
  const texts = textsFor(language)
  return card(language, [
    text(texts.asOfTitle({ date: longDate(date, language) }), { weight: 'Bolder', size: 'Large' }),
    ...(question === '' ? [] : [quoted(question)]),
    ...(said === undefined ? [] : [...saidThen(said, language), smallPrint(texts.asOfToday)]),
    ...held(reply),
  ])
}

function saidThen(said: SaidThen, language: Language): readonly Element[] {
  const texts = textsFor(language)
  const lines = (all: readonly string[]) =>
    all.map((words) => text(`– ${clip(words, MAX_TITLE)}`, {}, { spacing: 'Small' }))
  switch (said.kind) {
    case 'answer':
      return [
        heading(texts.asOfAnswer, 'Medium'),
        text(clip(said.title, MAX_TITLE), { weight: 'Bolder' }),
        ...fitInto(blocks(said.lead), MAX_LEAD_BYTES).elements,
        ...(said.passage ? fitInto(blocks(said.passage), MAX_PASSAGE_BYTES).elements : []),
        smallPrint(sourcePhrase(said.source, language)),
      ]
    case 'suggestions':
      return [heading(texts.asOfSuggestions, 'Medium'), ...lines(said.titles)]
    case 'incident':
      return [heading(texts.asOfIncident, 'Medium'), ...lines(said.steps)]
    case 'no-answer':
      return [text(said.elsewhere ? texts.asOfElsewhere(said.elsewhere) : texts.asOfNoAnswer)]
  }
}

function held({ language, versions, base, timeZone }: ReplyOf<'as-of'>): readonly Element[] {
  const texts = textsFor(language)
  const [atEnd, ...earlier] = versions
    .slice(0, MAX_VERSIONS)
    .map((version) => [
      text(texts.versionName({ version: `${version.number}` }), { weight: 'Bolder' }),
      ...versionLines(version, timeZone, language).map((words) =>
        smallPrint(words, { spacing: 'Small' }),
      ),
    ])
  return [
    text(texts.asOfHeld, {}, { separator: true, spacing: 'Large' }),
    ...(atEnd ?? []),
    ...(earlier.length === 0 ? [] : [text(texts.asOfEarlier), ...earlier.flat()]),
    ...heldBasePhrases(base, timeZone, language).map((words) => smallPrint(words)),
  ]
}
