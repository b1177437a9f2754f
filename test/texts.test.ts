/** The bot's own words: complete in both languages, and easy to read. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Messages } from '../bot/contract/texts/nl.ts'
import { maskedPhrase, noticePhrase, sourcePhrase } from '../bot/contract/texts/phrases.ts'
import { textsFor } from '../bot/contract/texts/texts.ts'
import { Language } from '../knowledge/language.ts'
import { PersonalData } from '../knowledge/personal-data.ts'
import { aSource } from './builders.ts'

/** A value for every parameter of every message; a message with a new one does not compile here. */
const PARAMETERS = {
  organisation: 'gemeente Lindedam',
  telephone: '088-000 0199',
  hours: 'op werkdagen van 8 tot 18 uur',
  handbook: 'Handboek',
  version: '7',
  number: '5.8',
  date: '1 maart 2026',
  count: 3,
  name: 'Ada Vos',
  email: 'ada@lindedam.example',
  kinds: 'een BSN',
  topic: 'verlof',
  ask: 'het HR-servicepunt',
  limit: 500,
  reference: '3f9a',
  title: 'Mag ik thuis printen?',
  chapter: 5,
  days: 30,
  times: 9,
  people: 6,
  moment: 'ma 23 nov 14:05',
  from: 'ma 23 nov 14:05',
  until: 'do 26 nov 14:05',
  place: 1,
  answer: 'binnen 72 uur',
  rhythm: 'elke 6 weken op dinsdag om 10:00',
  amount: '214',
  list: 'Griffie, Bestuursstaf',
  points: '14 procentpunten',
  persons: '214 mensen',
  questions: '3 vragen',
  answers: '140 antwoorden',
  needed: '10',
  whole: '300',
  rate: '72',
  low: '64',
  high: '79',
  since: 'sinds 12 januari 2026',
  figure: '36%',
  label: 'informatieveiligheid afgenomen',
  hidden: '4',
  day: 'dinsdag 24 november',
  time: '10:00',
}

/** The same in both languages: names and words that are the same word. */
const SAME_IN_BOTH: readonly string[] = []

const PARTS = new URL('../bot/contract/texts/', import.meta.url)

/** Every key as it stands in the files: of two that are the same, one would silently win. */
const keysOf = (language: Language): readonly string[] =>
  readdirSync(PARTS)
    .filter((name) => name === `${language}.ts` || name.startsWith(`${language}-`))
    .flatMap((name) => readFileSync(new URL(name, PARTS), 'utf8').match(/^ {2}\w+(?=:)/gm) ?? [])

const rendered = (language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries<Messages[keyof Messages]>(textsFor(language)).map(([key, message]) => [
      key,
      typeof message === 'string' ? message : message(PARAMETERS),
    ]),
  )

const keys = Object.keys(textsFor('nl'))

describe.each(Language.options)('texts in %s', (language) => {
  it('has no key twice', () => {
    const keys = keysOf(language)
    expect(keys.length).toBeGreaterThan(500)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it.each(keys)('%s renders as words', (key) => {
    const text = rendered(language)[key] ?? ''

    expect(text.trim()).toBe(text)
    expect(text).not.toBe('')
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
  })

  it('keeps sentences short enough to read at B1', () => {
    const sentences = Object.values(rendered(language)).flatMap((text) => text.split(/(?<=[.?!]) /))
    const long = sentences.filter((sentence) => sentence.split(' ').length > 20)

    expect(long).toEqual([])
  })

  it('holds no Markdown, which a card would parse', () => {
    const parsed = Object.values(rendered(language)).filter((text) => /[*_[\]`#<>|]/.test(text))

    expect(parsed).toEqual([])
  })
})

describe('English', () => {
  it.each(keys.filter((key) => !SAME_IN_BOTH.includes(key)))('%s is not Dutch', (key) => {
    expect(rendered('en')[key]).not.toBe(rendered('nl')[key])
  })
})

describe('phrases', () => {
  it('join what was taken out as each language does', () => {
    expect(maskedPhrase(['bsn', 'iban', 'phone'], 'nl')).toContain(
      'een BSN, een rekeningnummer en een telefoonnummer',
    )
    expect(maskedPhrase(['bsn', 'email'], 'en')).toContain(
      'a citizen service number (BSN) and an e-mail address',
    )
    expect(maskedPhrase([], 'nl')).toBeUndefined()
  })

  it.each(PersonalData.options)('name %s in both languages', (kind) => {
    expect(maskedPhrase([kind], 'nl')).not.toBe(maskedPhrase([kind], 'en'))
  })

  it('write the date in full, and leave it out when there is none', () => {
    const source = aSource({ inForce: '2026-01-01' })
    const { inForce: _, ...undated } = source

    expect(sourcePhrase(source, 'nl')).toMatch(/geldig vanaf 1\u00a0januari\u00a02026$/)
    expect(sourcePhrase(source, 'en')).toMatch(/in force since 1\u00a0January\u00a02026$/)
    expect(sourcePhrase(undated, 'nl')).toMatch(/§ 5\.3$/)
  })

  it('count one section as one', () => {
    expect(textsFor('nl').sectionCount({ count: 1 })).toBe('1 paragraaf')
    expect(textsFor('nl').sectionCount({ count: 2 })).toBe('2 paragrafen')
  })

  it('tell the limit of a question that is too long', () => {
    expect(noticePhrase('too-long', 'nl')).toContain('500')
  })
})
