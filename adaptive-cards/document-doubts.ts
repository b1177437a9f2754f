/** Document doubts: sections of a file that may be ones that there are; the editor says which. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { DoubtView } from '../bot/contract/documents.ts'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { doubtChoices, doubtsPhrases } from '../bot/contract/texts/document-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import type { Language } from '../knowledge/language.ts'
import { button, buttons, card, type Element, heading, labelOf, text } from './elements.ts'
import { dropdown, type Field, withoutMarkdown } from './inputs.ts'

const FIELDS = ['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7'] as const satisfies readonly Field[]
const MAX_TITLE = 200

export function documentDoubtsCard(reply: ReplyOf<'document-doubts'>): IAdaptiveCard {
  const { language, documentId, settled, doubts } = reply
  const texts = textsFor(language)
  const settle = { verb: 'settle-document', documentId, settled } as const
  return card(language, [
    heading(texts.documentDoubtsTitle),
    ...doubtsPhrases(reply, language).map((words) => text(words)),
    ...FIELDS.flatMap((field, place) => choice(field, doubts[place], language)),
    buttons({ ...button(texts.documentSettle, settle), style: 'positive' }),
  ])
}

/** Titles of others: a label is read as Markdown by some clients. */
function choice(
  field: Field,
  doubt: DoubtView | undefined,
  language: Language,
): readonly Element[] {
  if (doubt === undefined) return []
  const texts = textsFor(language)
  const label = withoutMarkdown(texts.documentDoubtOf({ title: doubt.title }), MAX_TITLE)
  const choices = doubtChoices(doubt, language).map(({ value, title }) => ({
    value,
    title: labelOf(title).replace(/\s+/g, ' '),
  }))
  return [dropdown(field, label, { placeholder: texts.documentChoose, choices })]
}
