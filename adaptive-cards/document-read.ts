/** Document read: a file became a draft, and what of it did not come along. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { ReplyOf } from '../bot/contract/reply.ts'
import { importNotePhrase } from '../bot/contract/texts/import-phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { box, button, buttons, card, text } from './elements.ts'

export function documentReadCard(reply: ReplyOf<'document-read'>): IAdaptiveCard {
  const { language, name, notes, draftId } = reply
  const texts = textsFor(language)
  const lines = notes.map((note) => text(importNotePhrase(note, language)))
  const title = texts.documentReadTitle({ title: name })
  return card(language, [
    text(title, { weight: 'Bolder', size: 'Large' }),
    text(draftId === undefined ? texts.documentReadSame : texts.documentReadDraft),
    lines.length === 0
      ? undefined
      : box('warning', [text(texts.documentNotes, { weight: 'Bolder' }), ...lines]),
    draftId === undefined
      ? undefined
      : buttons(button(texts.draftKeptAgain, { verb: 'show-draft', draftId })),
  ])
}
