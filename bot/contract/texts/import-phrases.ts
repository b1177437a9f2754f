/** Import phrases: sentences about a document that was brought as a handbook. */
import type { ImportNote, NoteKind, Refusal } from '../../../knowledge/import/imported.ts'
import type { Language } from '../../../knowledge/language.ts'
import type { Messages } from './nl.ts'
import { textsFor } from './texts.ts'

/** Why nothing was read, and what to do. */
export function refusalPhrase(reason: Refusal, language: Language): string {
  const texts = textsFor(language)
  const words: Readonly<Record<Refusal, string>> = {
    'too-large': texts.importTooLarge,
    'too-large-unpacked': texts.importTooLargeUnpacked,
    'too-many-parts': texts.importTooManyParts,
    'too-slow': texts.importTooSlow,
    'wrong-type': texts.importWrongType,
    encrypted: texts.importEncrypted,
    broken: texts.importBroken,
    unsafe: texts.importUnsafe,
    'bad-encoding': texts.importBadEncoding,
    'bad-names': texts.importBadNames,
    'broken-settings': texts.importBrokenSettings,
    'no-headings': texts.importNoHeadings,
    'no-text': texts.importNoText,
  }
  return words[reason]
}

/** What became of something in the document. */
export function importNotePhrase({ kind, count }: ImportNote, language: Language): string {
  return notePhrases(textsFor(language), count)[kind]
}

const notePhrases = (texts: Messages, count: number): Readonly<Record<NoteKind, string>> => ({
  'image-dropped': texts.importImages({ count }),
  'footnotes-inlined': texts.importFootnotes({ count }),
  'tracked-changes-accepted': texts.importTracked({ count }),
  'comments-dropped': texts.importComments({ count }),
  'text-box-moved': texts.importTextBoxes({ count }),
  'contents-dropped': texts.importContents,
  'struck-text-dropped': texts.importStruck({ count }),
  'header-footer-dropped': texts.importHeaders,
  'embedded-dropped': texts.importEmbedded({ count }),
  'macro-dropped': texts.importMacros,
  'text-before-first-heading': texts.importBefore,
  'headings-guessed': texts.importGuessed({ count }),
  'files-skipped': texts.importSkipped({ count }),
  'chapter-added': texts.importNewChapters({ count }),
})
