/** Compounds: cut into words that the handbook uses, and only into those. */
import fc from 'fast-check'
import { createSplitter } from '../../../knowledge/dutch/split-compound.ts'
import { stem } from '../../../knowledge/dutch/stem.ts'

/** A handbook in which each of these words stands in three sections. */
function handbookOf(words: string) {
  const known = new Set(words.split(' ').map(stem))
  return createSplitter(
    (wanted) => (known.has(wanted) ? 3 : 0),
    (letters) => [...known].some((stem) => stem.startsWith(letters)),
  )
}

const split = handbookOf(
  'thuis werk werkplek plek beveiliging wachtwoord beleid data datalek melding gemeente huis mail ding',
)
const stems = (words: string) => words.split(' ').map(stem)

it.each([
  ['thuiswerkplekbeveiliging', 'thuis werkplek beveiliging'],
  ['wachtwoordbeleid', 'wachtwoord beleid'],
  ['datalekmelding', 'datalek melding'],
  ['thuiswerk', 'thuis werk'],
  ['wachtwoordenbeleid', 'wachtwoord beleid'],
  ['beleidswerk', 'beleid werk'],
  ['gemeentehuis', 'gemeente huis'],
])('cuts %s into %s', (compound, parts) => {
  expect(split(compound)).toEqual(stems(parts))
})

it('takes the fewest parts: werkplek is a word', () => {
  expect(split('thuiswerkplek')).toEqual(stems('thuis werkplek'))
})

it.each([
  ['a short word', 'werken'],
  ['a word that holds one known part', 'werkdinges'],
  ['a word that the handbook does not know', 'onbekendwoord'],
  ['a word of the handbook', 'beveiliging'],
  ['a code', 'werkplek2data'],
  ['a word of 300 letters', 'werk'.repeat(75)],
  ['a name that an object has by itself', 'constructor'],
])('leaves %s whole', (_, word) => {
  expect(split(word)).toEqual([])
})

it('takes no ending for a part', () => {
  const careless = handbookOf('veilig heid werk baar')

  expect(careless('veiligheid')).toEqual([])
  expect(careless('werkbaar')).toEqual([])
})

it('gives at most four parts, each a word of the handbook, for any word', () => {
  const part = fc.constantFrom('thuis', 'werk', 'plek', 'beleid', 's', 'en', 'x', 'huis')
  const word = fc.array(part, { maxLength: 20 }).map((parts) => parts.join(''))
  const known = new Set(stems('thuis werk werkplek plek beleid huis'))

  fc.assert(
    fc.property(word, (any) => {
      const parts = split(any)

      expect(parts.length).toBeLessThanOrEqual(4)
      expect(parts.filter((one) => !known.has(one))).toEqual([])
    }),
  )
})

it('asks the vocabulary a bounded number of times, however ambiguous the word', () => {
  let asked = 0
  const greedy = createSplitter(
    () => {
      asked += 1
      return 3
    },
    () => true,
  )

  greedy('a'.repeat(60))

  expect(asked).toBeLessThan(30_000)
})
