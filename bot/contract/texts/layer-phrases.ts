/** Layer phrases: sentences about a handbook that builds on another, put together from their parts. */
import type { Language } from '../../../knowledge/language.ts'
import type { LayerNotice } from '../layers.ts'
import type { HeldBase, ReplyOf } from '../reply.ts'
import { datedMoment } from './long-moments.ts'
import type { Messages } from './nl.ts'
import { textsFor } from './texts.ts'

export const layerNotices = (texts: Messages): Readonly<Record<LayerNotice, string>> => ({
  'no-own-version': texts.noticeNoOwnVersion,
  'as-of-coming': texts.noticeAsOfComing,
  'as-of-no-date': texts.noticeAsOfNoDate,
  'as-of-future': texts.noticeAsOfFuture,
  'as-of-before': texts.noticeAsOfBefore,
})

/** Whose text is on the form; undefined for one that only this organisation has. */
export function formLayerPhrase(
  { section }: Pick<ReplyOf<'section-form'>, 'section'>,
  language: Language,
): string | undefined {
  const texts = textsFor(language)
  if (section?.layer !== undefined) return texts.formFromBase({ name: section.layer })
  return section?.overrides && texts.formOverride({ name: section.overrides })
}

/** "Regio heeft … gewijzigd. Jullie hebben een eigen versie." */
export function baseChangedPhrase(
  { base, change }: ReplyOf<'base-changed'>,
  language: Language,
): string {
  const texts = textsFor(language)
  const what = { name: base, title: change.title }
  if (change.kind === 'removed') return texts.baseRemovedText(what)
  return change.kind === 'added' ? texts.baseAddedText(what) : texts.baseChangedText(what)
}

/** A line for each version of the base handbook that held on a day. */
export function heldBasePhrases(
  base: HeldBase | undefined,
  timeZone: string,
  language: Language,
): readonly string[] {
  return (base?.versions ?? []).map(({ number, publishedAt }) =>
    textsFor(language).asOfBase({
      ...{ name: base?.name ?? '', version: `${number}` },
      moment: datedMoment(publishedAt, timeZone, language),
    }),
  )
}
