/** Plain documents: what is said about an editor's file, as text alone. */
import type { ReplyOf } from './contract/reply.ts'
import {
  documentRefusalPhrase,
  doubtChoices,
  doubtsPhrases,
} from './contract/texts/document-phrases.ts'
import { importNotePhrase } from './contract/texts/import-phrases.ts'
import { textsFor } from './contract/texts/texts.ts'
import { line, numbered, type Part, wrap } from './plain-layout.ts'

export function documentReceived(reply: ReplyOf<'document-received'>): readonly Part[] {
  const texts = textsFor(reply.language)
  return [
    line(texts.documentReceivedTitle),
    wrap(line(texts.documentReceivedText({ title: reply.name }))),
    wrap(texts.documentReceivedSoon),
  ]
}

export function documentRefused(reply: ReplyOf<'document-refused'>): readonly Part[] {
  const { language, name, reason } = reply
  const texts = textsFor(language)
  return [
    line(texts.documentRefusedTitle),
    wrap(line(name)),
    wrap(documentRefusalPhrase(reason, language)),
    wrap(texts.documentRefusedSame),
  ]
}

export function documentRead(reply: ReplyOf<'document-read'>): readonly Part[] {
  const { language, name, notes, draftId } = reply
  const texts = textsFor(language)
  const lines = notes.map((note) => wrap(importNotePhrase(note, language), '- '))
  return [
    wrap(line(texts.documentReadTitle({ title: name }))),
    wrap(draftId === undefined ? texts.documentReadSame : texts.documentReadDraft),
    lines.length === 0 ? undefined : [texts.documentNotes, ...lines].join('\n'),
    draftId === undefined ? undefined : numbered([texts.draftKeptAgain]),
  ]
}

/** For reading: text alone has no fields to choose in. */
export function documentDoubts(reply: ReplyOf<'document-doubts'>): readonly Part[] {
  const { language, doubts } = reply
  const texts = textsFor(language)
  return [
    line(texts.documentDoubtsTitle),
    ...doubtsPhrases(reply, language).map((words) => wrap(line(words))),
    ...doubts.map((doubt) => {
      const title = wrap(line(texts.documentDoubtOf({ title: doubt.title })))
      const choices = doubtChoices(doubt, language).map((one) => wrap(line(one.title), '- '))
      return [title, ...choices].join('\n')
    }),
    wrap(texts.documentSettleInTeams),
  ]
}
