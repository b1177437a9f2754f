/** Similar questions: alike whatever their order, endings and typing errors. */
import fc from 'fast-check'
import { groupQuestions } from '../../knowledge/similar-questions.ts'

/** The groups as the questions themselves. */
const grouped = (questions: readonly string[]) =>
  groupQuestions(questions).map((group) => group.map((place) => questions[place] ?? ''))

const DRONE = [
  'mag ik de drone over het havenfeest laten vliegen',
  'drone laten vliegen boven havenfeest, mag dat?',
  'hoi, mogen drones over het havenfeest vliegen?',
  'mag de drone boven het havenfest vliegen', // a typing error
]
const PARKING = ['kan ik een parkeervergunning krijgen', 'hoe krijg ik een parkeervergunning']

it('puts together those that ask the same, the largest group first', () => {
  const mixed = [DRONE[0], PARKING[0], DRONE[1], 'wie wint', DRONE[2], PARKING[1], DRONE[3]]

  const groups = grouped(mixed.map((question) => question ?? ''))

  expect(groups.map((group) => [...group].sort())).toEqual([
    [...DRONE].sort(),
    [...PARKING].sort(),
    ['wie wint'],
  ])
})

it('begins each group with the most typical question', () => {
  const odd = 'mijn neef wil met zijn rode drone uit Duitsland over het havenfeest vliegen'

  expect(grouped([odd, ...DRONE])[0]?.[0]).not.toBe(odd)
})

it('does not see what was masked as a word', () => {
  const questions = ['mail [BSN verwijderd] wie', 'bel [BSN verwijderd] waar']

  expect(grouped(questions)).toHaveLength(2)
})

it.each([[[]], [['']], [['de het een', 'en van ik']]])('takes any list: %j', (questions) => {
  expect(grouped(questions).flat().sort()).toEqual([...questions].sort())
})

const words = fc.constantFrom('drone', 'haven', 'feest', 'printer', 'wifi', 'sleutel', 'mail', 'de')
const anyQuestions = fc.array(
  fc.array(words, { maxLength: 5 }).map((typed) => typed.join(' ')),
  { maxLength: 25 },
)

it('puts every question in one group, and does not look at the order', () => {
  const asSet = (groups: readonly (readonly string[])[]) =>
    groups.map((group) => [...group].sort().join('|')).sort()

  fc.assert(
    fc.property(anyQuestions, fc.infiniteStream(fc.nat()), (questions, order) => {
      const shuffled = questions
        .map((question) => ({ question, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ question }) => question)

      expect(grouped(questions).flat().sort()).toEqual([...questions].sort())
      expect(asSet(grouped(shuffled))).toEqual(asSet(grouped(questions)))
    }),
  )
})
