/** English words for what came of a document that was brought as a handbook. */
import type { Translated } from './nl.ts'
import type { nlImport } from './nl-import.ts'

export const enImport: Translated<typeof nlImport> = {
  importTooLarge: 'The file is too large: 10 MB at most. Take out pictures.',
  importTooLargeUnpacked: 'Unpacked, the file is too large. Divide it over more files.',
  importTooManyParts: 'The file has too many parts or pages. Cut it into pieces.',
  importTooSlow: 'Reading took too long. Divide the document over more files.',
  importWrongType: 'I cannot read this kind of file. Use .docx, .md, .pdf or a .zip with Markdown.',
  importEncrypted: 'The file is locked with a password. Take it off.',
  importBroken: 'The file is damaged. Open it and save it again.',
  importUnsafe: 'The file holds something that may do harm. Copy the text to a new document.',
  importBadEncoding: 'I cannot read the letters. Save the text as UTF-8.',
  importBadNames: 'The zip holds names or files that it must not hold. Make a new zip.',
  importBrokenSettings: 'Something is wrong with handbook.yaml. Correct it and try again.',
  importNoHeadings: 'I find no headings. Give headings the style Heading 1 or Heading 2.',
  importNoText: 'I find no text. Is it a scan? Then use the document itself.',

  importImages: (p) =>
    p.count === 1 ? '1 picture was left out.' : `${p.count} pictures were left out.`,
  importFootnotes: (p) =>
    p.count === 1
      ? '1 footnote is now in brackets in the text.'
      : `${p.count} footnotes are now in brackets in the text.`,
  importTracked: (p) => `The document had tracked changes (${p.count}). I accepted all of them.`,
  importComments: (p) =>
    p.count === 1 ? '1 comment was left out.' : `${p.count} comments were left out.`,
  importTextBoxes: (p) =>
    p.count === 1
      ? 'The text of 1 text box now stands between the other text.'
      : `The text of ${p.count} text boxes now stands between the other text.`,
  importContents: 'The table of contents was left out. The handbook makes it itself.',
  importStruck: (p) =>
    `Struck-out text was left out, in ${p.count} ${p.count === 1 ? 'place' : 'places'}.`,
  importHeaders: 'Headers and footers were left out.',
  importEmbedded: (p) =>
    p.count === 1 ? '1 embedded file was left out.' : `${p.count} embedded files were left out.`,
  importMacros: 'The document has macros. I did not read them.',
  importBefore: 'The text before the first heading was left out. Give it a heading to keep it.',
  importGuessed: (p) =>
    p.count === 1 ? 'I guessed 1 heading. Check it.' : `I guessed ${p.count} headings. Check them.`,
  importSkipped: (p) =>
    p.count === 1 ? '1 file in the zip was skipped.' : `${p.count} files in the zip were skipped.`,
  importNewChapters: (p) =>
    p.count === 1
      ? '1 chapter is new. Check its owner and its review date.'
      : `${p.count} chapters are new. Check their owners and review dates.`,
}
