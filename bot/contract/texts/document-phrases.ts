/** Document phrases: sentences about a file that an editor sent. */
import type { Language } from '../../../knowledge/language.ts'
import type { DocumentNotice, DocumentRefusal, DocumentReply, DoubtView } from '../documents.ts'
import { NEW_SECTION } from '../documents.ts'
import { refusalPhrase } from './import-phrases.ts'
import type { Messages } from './nl.ts'
import { textsFor } from './texts.ts'

export function documentRefusalPhrase(reason: DocumentRefusal, language: Language): string {
  return reason === 'not-fetched'
    ? textsFor(language).documentNotFetched
    : refusalPhrase(reason, language)
}

type Doubts = Extract<DocumentReply, { kind: 'document-doubts' }>

/** What is asked, why, and how far it is. */
export function doubtsPhrases(
  { name, settled, total, doubts, incomplete }: Doubts,
  language: Language,
): readonly string[] {
  const texts = textsFor(language)
  return [
    ...(incomplete ? [texts.documentDoubtsIncomplete] : []),
    `${texts.documentDoubtsText({ title: name })} ${texts.documentDoubtsWhy}`,
    ...(total > doubts.length
      ? [texts.documentDoubtsPlace({ place: settled + 1, count: total })]
      : []),
  ]
}

export function doubtChoices(
  { candidates }: DoubtView,
  language: Language,
): ReadonlyArray<Readonly<{ value: string; title: string }>> {
  const texts = textsFor(language)
  const known = candidates.map(({ id: value, title, likeness }) => ({
    value,
    title: texts.documentSameAs({ title, rate: `${Math.round(likeness * 100)}` }),
  }))
  return [...known, { value: NEW_SECTION, title: texts.documentNew }]
}

export const documentNotices = (texts: Messages): Readonly<Record<DocumentNotice, string>> => ({
  'documents-of-editors': texts.noticeDocumentsOfEditors,
  'document-gone': texts.noticeDocumentGone,
})
