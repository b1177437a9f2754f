/** Plain layers: a base handbook that changed, and what held on a day, as text alone. */

import type { Language } from '../knowledge/language.ts'
import type { ReplyOf, SaidThen } from './contract/reply.ts'
import { baseChangedPhrase, heldBasePhrases } from './contract/texts/layer-phrases.ts'
import { longDate } from './contract/texts/phrases.ts'
import { versionLines } from './contract/texts/publishing-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, sourcePart, wrap } from './plain-layout.ts'
import { changePart } from './plain-publishing.ts'
import { richTextToPlain } from './plain-rich-text.ts'

export function baseChanged(reply: ReplyOf<'base-changed'>): readonly Part[] {
  const { language, change, own, version } = reply
  const texts = textsFor(language)
  const take = change.kind === 'removed' ? [] : [texts.baseChangedTake]
  return [
    line(texts.baseChangedTitle),
    wrap(line(baseChangedPhrase(reply, language))),
    texts.baseChangedThere({ version: `${version}` }),
    ...changePart(change, language),
    `${texts.baseChangedOurs}\n${own
      .split('\n')
      .map((words) => wrap(line(words)))
      .join('\n')}`,
    numbered([texts.baseChangedEdit, ...take]),
  ]
}

export function asOf(reply: ReplyOf<'as-of'>): readonly Part[] {
  const { language, date, question, said, versions, base, timeZone } = reply
  const texts = textsFor(language)
  const [atEnd, ...earlier] = versions.map((version) =>
    [
      texts.versionName({ version: `${version.number}` }),
      ...versionLines(version, timeZone, language).map((words) => wrap(line(words))),
    ].join('\n'),
  )
  return [
    line(texts.asOfTitle({ date: longDate(date, language) })),
    question === '' ? undefined : wrap(line(texts.asOfAsked({ title: question }))),
    ...(said === undefined ? [] : [...saidThen(said, language), wrap(texts.asOfToday)]),
    [texts.asOfHeld, atEnd].join('\n'),
    earlier.length === 0 ? undefined : [texts.asOfEarlier, ...earlier].join('\n'),
    ...heldBasePhrases(base, timeZone, language).map((words) => wrap(line(words))),
  ]
}

function saidThen(said: SaidThen, language: Language): readonly Part[] {
  const texts = textsFor(language)
  const list = (all: readonly string[]) => all.map((words) => wrap(line(words), '- ')).join('\n')
  switch (said.kind) {
    case 'answer':
      return [
        texts.asOfAnswer,
        wrap(line(said.title)),
        richTextToPlain(said.lead),
        said.passage && richTextToPlain(said.passage),
        sourcePart(said.source, language),
      ]
    case 'suggestions':
      return [`${texts.asOfSuggestions}\n${list(said.titles)}`]
    case 'incident':
      return [`${wrap(texts.asOfIncident)}\n${list(said.steps)}`]
    case 'no-answer':
      return [wrap(line(said.elsewhere ? texts.asOfElsewhere(said.elsewhere) : texts.asOfNoAnswer))]
  }
}
