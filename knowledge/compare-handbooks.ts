/** Compare handbooks: what somebody who knows the one would have to read anew in the other. */
import type { Handbook, Section } from './handbook.ts'

/** A section has one change: of one that was changed and moved it is told that it was changed. */
export type SectionChange =
  | Readonly<{ kind: 'added'; section: Section }>
  | Readonly<{ kind: 'removed'; section: Section }>
  | Readonly<{
      kind: 'changed'
      before: Section
      section: Section
      /** What of it. */
      parts: readonly ChangedPart[]
    }>
  | Readonly<{ kind: 'moved'; before: Section; section: Section }>

/** `search` is what finds it: keywords and example questions, which no employee reads. */
export const CHANGED_PARTS = ['title', 'text', 'search', 'incident', 'owner', 'review'] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

/**
 * By id, in order of the new handbook; what was removed comes last, in order of the old one. A
 * section that only has another number, because others came or went before it, did not change.
 */
export function compareHandbooks(before: Handbook, after: Handbook): readonly SectionChange[] {
  const here = after.sections.flatMap((section): readonly SectionChange[] => {
    const old = before.byId.get(section.id)
    return old === undefined ? [{ kind: 'added', section }] : changeOf(old, section)
  })
  const gone = before.sections.filter(({ id }) => !after.byId.has(id))
  return [...here, ...gone.map((section): SectionChange => ({ kind: 'removed', section }))]
}

function changeOf(before: Section, section: Section): readonly SectionChange[] {
  const parts = PARTS.filter(([, of]) => of(before) !== of(section)).map(([part]) => part)
  if (parts.length > 0) return [{ kind: 'changed', before, section, parts }]
  return before.chapter === section.chapter ? [] : [{ kind: 'moved', before, section }]
}

const PARTS: ReadonlyArray<readonly [part: ChangedPart, of: (section: Section) => string]> = [
  ['title', ({ title }) => title],
  ['text', ({ content }) => JSON.stringify(content)],
  ['search', ({ keywords, questions }) => JSON.stringify([keywords, questions])],
  ['incident', ({ incident }) => JSON.stringify(incident)],
  ['owner', ({ owner = '' }) => owner],
  ['review', ({ review = '' }) => review],
]
