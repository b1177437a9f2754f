/** English words about files that an editor sends. */
import type { Messages } from './nl.ts'
import type { nlDocuments } from './nl-documents.ts'

export const enDocuments: Pick<Messages, keyof typeof nlDocuments> = {
  documentReceivedTitle: 'I am reading your file',
  documentReceivedText: (p) => `${p.title} becomes a draft. Nothing changes for employees yet.`,
  documentReceivedSoon: 'You will hear soon.',
  documentRefusedTitle: 'I cannot use this file',
  documentRefusedSame: 'The handbook has not changed.',
  documentNotFetched: 'I could not fetch the file. Send it again.',
  documentReadTitle: (p) => `${p.title} was read`,
  documentReadDraft: 'It is a draft. I am finding out what changes; you get an overview soon.',
  documentReadSame: 'It says nothing that the handbook does not say now. No draft was made.',
  documentNotes: 'Please note:',
  documentDoubtsTitle: 'Which sections are the same?',
  documentDoubtsText: (p) =>
    `In ${p.title} there are sections that look like what there is, but I am not sure.`,
  documentDoubtsPlace: (p) => `From number ${p.place} of ${p.count}.`,
  documentDoubtsWhy: 'This keeps links and statistics right.',
  documentDoubtsIncomplete: 'Choose an answer for every section. Nothing was kept yet.',
  documentDoubtOf: (p) => `In the file: ${p.title}`,
  documentSameAs: (p) => `The same as: ${p.title} (${p.rate}% alike)`,
  documentNew: 'A new section',
  documentChoose: 'Choose what it is',
  documentSettle: 'Go on',
  documentSettleInTeams: 'You choose in Teams, on the card with these fields.',
  noticeDocumentsOfEditors:
    'I do not read files. Type your question, and send me no papers of your work.',
  noticeDocumentGone: 'This file was dealt with, or it is too long ago. Send it again.',
}
