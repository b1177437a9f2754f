/** Quote: the handbook's own words with the place they come from. */
import type { Handbook, Section } from '../../knowledge/handbook.ts'
import type { SectionHit } from '../../knowledge/knowledge-base.ts'
import type { Hit, SectionLink, Source } from '../contract/reply.ts'

export const linkTo = ({ id, title }: Section): SectionLink => ({ id, title })

export const hitOf = ({ item, score }: SectionHit): Hit => ({
  ...linkTo(item),
  score: Math.round(score * 1000) / 1000,
})

/** @param now milliseconds since the epoch; decides whether the review is overdue. */
export function sourceOf(section: Section, handbook: Handbook, now: number): Source {
  const today = new Date(now).toISOString().slice(0, 10)
  return {
    handbook: handbook.title,
    version: handbook.version,
    ...(handbook.inForce === undefined ? {} : { inForce: handbook.inForce }),
    ...(handbook.base === undefined ? {} : { baseVersion: handbook.base.version }),
    ...(section.layer === undefined ? {} : { layer: section.layer }),
    number: section.number,
    ...(section.owner === undefined ? {} : { owner: section.owner }),
    reviewOverdue: section.review !== undefined && section.review < today,
  }
}

/** Sections named under "see also"; a link to a section that is gone is left out. */
export const relatedTo = (section: Section, handbook: Handbook): readonly SectionLink[] =>
  section.seeAlso.flatMap((id) => {
    const related = handbook.byId.get(id)
    return related === undefined ? [] : [linkTo(related)]
  })
