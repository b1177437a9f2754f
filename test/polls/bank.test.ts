/** The bank that ships: answerable, complete, and true to the handbook and the study it names. */
import { loadOrganisations, SAMPLE_ORGANISATIONS } from '../../bot/load-organisations.ts'
import { loadBank } from '../../bot/load-questions.ts'
import { lintQuestion } from '../../bot/polls/bank/lint.ts'
import { questionsOf } from '../../bot/polls/occurrences.ts'
import { MAX_QUESTIONS, Question } from '../../bot/polls/question.ts'
import { filesIn } from '../../knowledge/handbook-files.ts'
import { readHandbook } from '../../knowledge/read-handbook.ts'

const bank = loadBank({ polls: {} })
const questions = [...bank.questions.values()]
const rounds = bank.modules.map((_, index) => questionsOf(bank, index, bank))

describe('questions', () => {
  const [waterveen] = loadOrganisations(SAMPLE_ORGANISATIONS)
  const { handbook } = readHandbook(filesIn(waterveen?.handbook ?? ''))
  const sections = new Set(handbook.byId.keys())

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s is as a round keeps it, and good to answer',
    (_id, question) => {
      expect(Question.parse(question)).toEqual(question)
      expect(lintQuestion(question, sections)).toEqual([])
    },
  )

  it('there are forty, and what admits a breach is marked', () => {
    const marked = (mark: 'sensitive' | 'organisationOnly') =>
      questions.filter((question) => question[mark]).map(({ id }) => id)

    expect(questions).toHaveLength(40)
    expect(marked('sensitive')).toEqual([
      'P02',
      'P07',
      'P08',
      'P09',
      'P13',
      'P19',
      'P21',
      'P25',
      'P29',
    ])
    expect(marked('organisationOnly')).toEqual(['P39']) // about one's own manager
    expect(bank.questions.get('P02')?.reportOn).toEqual(['ja'])
  })

  it('every one can be passed over in two ways', () => {
    for (const { options } of questions) {
      const outside = options.slice(-2)
      expect(options.filter(({ substantive }) => !substantive)).toEqual(outside)
      expect(outside.at(-1)?.value).toBe('liever_niet')
    }
  })

  it('a quiz has its own answers before those two', () => {
    expect(bank.questions.get('P33')?.options.map(({ value }) => value)).toEqual([
      'ja',
      'nee',
      'weet_niet',
      'liever_niet',
    ])
  })
})

describe('the series', () => {
  it('asks three each time, the same two among them, for more than a year', () => {
    expect(bank.anchors).toEqual(['P01', 'P36'])
    expect(bank.questions.get('P01')?.national).toBeDefined()
    expect(new Set(rounds.map(({ length }) => length))).toEqual(new Set([3]))
    expect(rounds.length).toBeGreaterThanOrEqual(14)
    expect(MAX_QUESTIONS).toBeGreaterThanOrEqual(3)
  })

  it('comes to every subject, and to none of its questions twice', () => {
    const ids = bank.modules.flatMap((module) => module.questions)
    const subjects = new Set(rounds.flat().map(({ area }) => area))

    expect(new Set(ids).size).toBe(ids.length)
    expect(subjects).toEqual(new Set(Object.keys(bank.areas)))
  })

  it('never asks to admit something twice running, also when it begins again', () => {
    const sensitive = rounds.map((round) => round.some((question) => question.sensitive))

    sensitive.forEach((is, index) => {
      expect(is && sensitive[(index + 1) % sensitive.length]).toBe(false)
    })
    expect(sensitive[0]).toBe(false)
  })
})

describe('national figures', () => {
  const { respondents } = bank.study
  const figures = [...bank.figures.values()]

  /** Wilson 1927, without continuity correction; in percent. */
  function wilson(count: number): readonly [number, number] {
    const z2 = 1.959964 ** 2
    const p = count / respondents
    const middle = p + z2 / (2 * respondents)
    const half = Math.sqrt(z2 * ((p * (1 - p)) / respondents + z2 / (4 * respondents ** 2)))
    const scale = 100 / (1 + z2 / respondents)
    return [(middle - half) * scale, (middle + half) * scale]
  }

  it.each(
    figures.flatMap(({ key, alternative, ...first }) => [
      [key, first] as const,
      ...(alternative === undefined ? [] : [[`${key}, the other value`, alternative] as const]),
    ]),
  )('%s: the interval is that of the percentage, which stands in the quote', (_key, figure) => {
    const counts = Array.from({ length: respondents + 1 }, (_, count) => count).filter(
      (count) => Math.round((100 * count) / respondents) === figure.percentage,
    )
    const [low, high] = figure.wilson95

    expect(figure.quote).toMatch(new RegExp(`\\b${figure.percentage}( procent|%)`))
    expect(low).toBeCloseTo(Math.min(...counts.map((count) => wilson(count)[0])), 1)
    expect(high).toBeCloseTo(Math.max(...counts.map((count) => wilson(count)[1])), 1)
  })

  it('show both values where two were published', () => {
    expect(bank.figures.get('volledig-digitaal')?.display).toEqual({
      nl: '47 of 50%',
      en: '47 or 50%',
    })
  })

  it('stand beside six questions, and count an answer that was not the safe one where it was not', () => {
    const shares = questions.flatMap(({ id, national }) =>
      national === undefined ? [] : [[id, national.figure, national.counts]],
    )

    expect(shares).toEqual([
      ['P01', 'informatieveiligheid-afgenomen', ['afgenomen']],
      ['P02', 'privacy-in-geding', ['ja']],
      ['P03', 'achterstanden', ['ja']],
      ['P04', 'hinder-thuiswerken', ['ja']],
      ['P05', 'volledig-digitaal', ['ja']],
      ['P06', 'digitalisering-hoger-op-agenda', ['ja']],
    ])
  })

  it('are never shown without their source and a warning', () => {
    expect(bank.study.source.nl).toContain('117 hogere ambtenaren')
    expect(bank.study.caveat.nl).toContain('een andere groep en een ander jaar')
    expect(bank.study.computed.nl).toContain('niet gepubliceerd')
  })
})
