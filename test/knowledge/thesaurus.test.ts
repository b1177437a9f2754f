/** Thesaurus: which words a question also looks for, in which direction and how strongly. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { stem } from '../../knowledge/dutch/stem.ts'
import { isStopWord } from '../../knowledge/dutch/stop-words.ts'
import { tokens } from '../../knowledge/dutch/tokens.ts'
import type { Language } from '../../knowledge/language.ts'
import { emptyThesaurus, readThesaurus } from '../../knowledge/thesaurus.ts'

const FILE = 'synonyms.yaml'
const read = (source: string) => readThesaurus([{ file: FILE, source }])

const thesaurus = read(`concepts:
  - same: [laptop, notebook]
    narrower: [macbook]
    broader: [apparaat]
    english: [computer]
  - same: [vernietigen]
    narrower: [oud papier]
    weight: 0.5
  - same: [papier, stukken op papier]
`)

/** Weight per stem for a question of these words. */
function weightsFor(question: string, language: Language = 'nl'): Readonly<Record<string, number>> {
  const found = thesaurus(tokens(question), language)
  return Object.fromEntries(found.flatMap(({ stems }) => [...stems]))
}

describe('directions', () => {
  it('finds what means the same, both ways', () => {
    expect(weightsFor('laptop')).toMatchObject({ [stem('notebook')]: 0.8 })
    expect(weightsFor('notebook')).toMatchObject({ [stem('laptop')]: 0.8 })
  })

  it('finds the general word when asked with a narrow one, and for little the other way', () => {
    expect(weightsFor('macbook')[stem('laptop')]).toBeCloseTo(0.8)
    expect(weightsFor('laptop')[stem('macbook')]).toBeCloseTo(0.32)
  })

  it('tries a broader word for little, and never the other way', () => {
    expect(weightsFor('laptop')[stem('apparaat')]).toBeCloseTo(0.32)
    expect(weightsFor('apparaat')).toEqual({})
  })

  it('reads an English word in an English question only', () => {
    expect(weightsFor('computer', 'en')[stem('laptop')]).toBeCloseTo(0.8)
    expect(weightsFor('computer', 'nl')).toEqual({})
    expect(weightsFor('laptop', 'en')).not.toHaveProperty(stem('computer'))
  })

  it('knows the forms of a word', () => {
    expect(weightsFor('laptops')).toEqual(weightsFor('laptop'))
  })

  it('knows nothing of other words, nor of names that an object has by itself', () => {
    expect(weightsFor('fiets constructor __proto__ toString')).toEqual({})
    expect(emptyThesaurus(['laptop'], 'nl')).toEqual([])
  })
})

describe('phrases', () => {
  it('tells which words of the question it stands for', () => {
    expect(thesaurus(tokens('mijn oud papier weg'), 'nl')[0]).toMatchObject({ start: 1, length: 2 })
  })

  it('takes the longest: "oud papier" is more than "papier"', () => {
    expect(weightsFor('oud papier')[stem('vernietigen')]).toBeCloseTo(0.5)
    expect(weightsFor('papier')).not.toHaveProperty(stem('vernietigen'))
  })

  it('spreads the weight of a phrase over its words', () => {
    expect(weightsFor('papier')[stem('stukken')]).toBeCloseTo(0.48)
  })
})

describe('a second file', () => {
  it('adds to the first', () => {
    const both = readThesaurus([
      { file: 'a.yaml', source: 'concepts: [{same: [laptop, notebook]}]' },
      { file: 'b.yaml', source: 'concepts: [{same: [laptop, tosti]}]' },
    ])

    expect([...(both(['laptop'], 'nl')[0]?.stems.keys() ?? [])].sort()).toEqual(
      ['notebook', 'tosti'].map(stem).sort(),
    )
  })
})

describe('a bad file', () => {
  it.each([
    ['an unknown field', 'concepts:\n  - same: [a1]\n    synoniem: [b1]', 'line 3', 'synoniem'],
    ['no words', 'concepts:\n  - same: []', 'line 2', 'same'],
    ['an empty word', 'concepts:\n  - same: [""]', 'line 2', 'concepts.0.same.0'],
    ['a weight above 1', 'concepts:\n  - same: [a1]\n    weight: 2', 'line 3', 'weight'],
    ['a weight of 0', 'concepts:\n  - same: [a1]\n    weight: 0', 'line 3', 'weight'],
    ['a number for a word', 'concepts:\n  - same: [112]', 'line 2', 'same'],
    ['a list for a word', 'concepts:\n  - same: [[a1]]', 'line 2', 'same'],
    ['no list of concepts', 'woorden: []', 'line 1', 'concepts'],
    ['broken YAML', 'concepts:\n  - same: [a1', 'line 2', ''],
    ['an alias', 'concepts:\n  - same: [*.pdf]', 'line 2', 'quotes'],
  ])('with %s is refused with file, line and field', (_, source, line, field) => {
    expect(() => read(source)).toThrow(new RegExp(`${FILE}, ${line}.*${field}`))
  })
})

describe('the security thesaurus', () => {
  const path = fileURLToPath(new URL('../../knowledge/synonyms.yaml', import.meta.url))
  const source = readFileSync(path, 'utf8')
  const { concepts } = parse(source)
  const words: readonly string[] = concepts.flatMap((concept: Record<string, string[]>) =>
    ['same', 'narrower', 'broader', 'english'].flatMap((field) => concept[field] ?? []),
  )

  it('can be read, and has 250 concepts or more', () => {
    expect(() => read(source)).not.toThrow()
    expect(concepts.length).toBeGreaterThanOrEqual(250)
  })

  it('holds no stop word, which no question would ever find', () => {
    expect(words.filter((word) => tokens(word).every(isStopWord))).toEqual([])
  })

  it('holds no phrase that is too long to be found', () => {
    expect(words.filter((word) => tokens(word).length > 4)).toEqual([])
  })
})
