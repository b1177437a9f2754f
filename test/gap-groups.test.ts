/** Gap groups: told only when at least three people asked, the ten largest. */
import { groupGaps } from '../bot/gap-groups.ts'
import type { Gap } from '../bot/storage/gaps.ts'
import type { Handbook, Section } from '../knowledge/handbook.ts'
import { aSection } from './builders.ts'

const section: Section = aSection({ id: 'drone', title: 'Mag ik een drone gebruiken?' })
const handbook: Handbook = {
  title: 'Handboek',
  version: '7',
  chapters: [],
  sections: [section],
  byId: new Map([[section.id, section]]),
}

let count = 0
const aGap = (question: string, askerTag: string, about?: string): Gap => ({
  id: `g-${++count}`,
  question,
  origin: about === undefined ? 'no-answer' : 'unhelpful',
  section: about,
  askerTag,
  day: '2026-12-01',
})
const asked = (question: string, people: number, about?: string) =>
  Array.from({ length: people }, (_, i) => aGap(question, `tag-${i}`, about))

it('shows what three people asked, and how often', () => {
  const gaps = [...asked('mag de drone vliegen', 3), aGap('mag de drone vliegen?', 'tag-0')]

  expect(groupGaps(gaps, handbook)).toEqual([
    { question: expect.stringMatching(/drone/), times: 4, people: 3 },
  ])
})

it('shows nothing of two people, however often they asked', () => {
  const gaps = [...asked('mag de drone vliegen', 2), ...asked('mag de drone vliegen', 2)]

  expect(groupGaps(gaps, handbook)).toEqual([])
})

it('names the section when all of a group are about it, and it is still there', () => {
  const sectionOf = (gaps: readonly Gap[]) => groupGaps(gaps, handbook)[0]?.section

  expect(sectionOf(asked('mag de drone', 3, 'drone'))).toEqual({
    id: 'drone',
    title: section.title,
  })
  expect(
    sectionOf([...asked('mag de drone', 3, 'drone'), aGap('mag de drone', 'x')]),
  ).toBeUndefined()
  expect(sectionOf(asked('mag de drone', 3, 'verdwenen'))).toBeUndefined()
})

it('shows the ten largest, the largest first', () => {
  const subjects = 'anker boei kade sluis brug veer loods dok mast roer kiel zeil'.split(' ')
  const gaps = subjects.flatMap((subject, i) => asked(`waar vind ik ${subject}`, 3 + i))

  const groups = groupGaps(gaps, handbook)

  expect(groups.map(({ times }) => times)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5])
  expect(groups[0]?.question).toBe('waar vind ik zeil')
})
