import { lintQuestion } from '../../bot/polls/bank/lint.ts'
import type { Option, Question } from '../../bot/polls/question.ts'

const option = (value: string, nl = value, en = value, substantive = true): Option => ({
  value,
  text: { nl, en },
  substantive,
})
const DO_NOT_KNOW = option('nvt', 'weet ik niet / n.v.t.', 'do not know', false)
const RATHER_NOT = option('liever_niet', 'zeg ik liever niet', 'I would rather not say', false)

const GOOD: Question = {
  id: 'L01',
  text: {
    nl: 'Ik vergrendel mijn scherm als ik thuis van mijn plek loop.',
    en: 'I lock my screen when I leave my place at home.',
  },
  scale: 'frequency',
  options: [option('nooit'), option('soms'), option('altijd'), DO_NOT_KNOW, RATHER_NOT],
  area: 'werkplek',
  areaName: { nl: 'Werkplek', en: 'Workspace' },
  section: 'thuiswerken-scherm-vergrendelen',
  favourable: ['altijd'],
  sensitive: false,
  organisationOnly: false,
  reportOn: [],
}

const lint = (change: Partial<Question>) => lintQuestion({ ...GOOD, ...change })
const lintDutch = (nl: string, change: Partial<Question> = {}) =>
  lint({ ...change, text: { ...GOOD.text, nl } })
const lintEnglish = (en: string) => lint({ text: { ...GOOD.text, en } })

it('has nothing to say of a good question', () => {
  expect(lint({})).toEqual([])
})

describe('two things in one', () => {
  it.each([
    ['Ik vergrendel mijn scherm en ruim mijn bureau op.', 'scherm en ruim'],
    ['Ik werk in de VPN of zet mijn bestanden op een stick.', 'VPN of zet'],
    ['Ben je tevreden over je laptop en over de servicedesk?', 'laptop en over'],
    ['Mijn collega’s en mijn leidinggevende werken veilig.', 'collega’s en mijn'],
    ['Ik meld incidenten en/of verdachte mails.', 'incidenten en/of verdachte'],
    ['Ik gebruik Teams/Slack voor werk.', 'Teams/Slack'],
    ['Ik gebruik Teams / WhatsApp voor werk.', 'Teams / WhatsApp'],
    ['Mijn wifi en router zijn van mij en staan in de meterkast.', 'mij en staan'],
  ])('%s', (text, words) => {
    expect(lintDutch(text)).toEqual([expect.stringContaining(`(nl) asks two things ("${words}")`)])
  })

  it.each([
    ['I lock my screen and tidy my desk.', 'screen and tidy'],
    ['I use the VPN or a USB stick.', 'VPN or a'],
  ])('%s', (text, words) => {
    expect(lintEnglish(text)).toEqual([
      expect.stringContaining(`(en) asks two things ("${words}")`),
    ])
  })

  it.each([
    ['a pair that is one thing', 'Mijn wifi en router hebben een eigen wachtwoord.'],
    ['idem with a capital', 'Telefoon of laptop neem ik mee naar huis.'],
    ['"of" that means whether', 'Ik weet of mijn laptop versleuteld is.'],
    ['idem, with a word between', 'Ik controleer eerst of het adres klopt.'],
    ['one example and the rest', 'Ik deel gegevens via WhatsApp of een andere app.'],
    ['examples between brackets', 'Ik gebruik gratis diensten (Dropbox en WeTransfer).'],
    ['letters within a word', 'Ik bezoek de open wifi-zone met mijn telefoon.'],
  ])('does not take for it: %s', (_what, text) => {
    expect(lintDutch(text)).toEqual([])
  })

  it('is no matter in the scene of a quiz, only in what is asked', () => {
    const scene = 'Je scherm wordt zwart en de laptop piept.'
    const quiz = { scale: 'quiz' } as const

    expect(lintDutch(`${scene} Wat doe je als eerste?`, quiz)).toEqual([])
    expect(lintDutch(`${scene} Wat doe je en wie bel je?`, quiz)).toEqual([
      expect.stringContaining('je en wie'),
    ])
  })

  it('is no matter where the answers are named', () => {
    const change = {
      scale: 'change',
      options: [option('minder'), option('gelijk', 'gelijk gebleven'), option('meer'), DO_NOT_KNOW],
      favourable: ['meer'],
    } as const

    const named = lintDutch('Is het minder, gelijk gebleven of meer?', {
      ...change,
      options: [...change.options],
      favourable: [...change.favourable],
    })
    expect(named).toEqual([])
  })
})

describe('the text', () => {
  it('is too long, in words or in characters', () => {
    expect(lintDutch(`Ik ${'doe '.repeat(25)}`.trim())).toEqual([
      'the text (nl) has 26 words: say it in at most 25',
    ])
    expect(lintDutch(`Ik ${'doe '.repeat(24)}`.trim())).toEqual([])
    expect(lintDutch(`Ik ${'x'.repeat(138)}`)).toEqual([
      'the text (nl) has 141 characters: use at most 140',
    ])
  })

  it('has two question marks', () => {
    expect(lintDutch('Werk je thuis? Lukt dat veilig?')).toEqual([
      'the text (nl) has two question marks: ask one thing',
    ])
  })

  it.each(['Ik vergrendel altijd mijn scherm.', 'Ik deel mijn wachtwoord nooit.'])(
    'says how often, with answers that say how often: %s',
    (text) => {
      expect(lintDutch(text)).toEqual([expect.stringContaining('says how often')])
      expect(lintDutch(text, { scale: 'agreement' })).toEqual([])
    },
  )
})

describe('the answers', () => {
  it('have none for who does not know', () => {
    const [nooit, soms, altijd] = GOOD.options
    const options = [nooit, soms, altijd, RATHER_NOT].flatMap((one) => one ?? [])

    expect(lint({ options })).toEqual([expect.stringContaining('does not know has to guess')])
  })

  it('have one that counts as "I do not know" by name only', () => {
    const options = GOOD.options.map((one) => ({ ...one, substantive: true }))

    expect(lint({ options })).toEqual([expect.stringContaining('does not know has to guess')])
  })

  it.each<[string, Partial<Question>, string]>([
    ['none is favourable', { favourable: ['nvt'] }, 'no answer counts as favourable'],
    ['all are', { favourable: ['nooit', 'soms', 'altijd'] }, 'every answer counts as favourable'],
    ['favourable names one that is not there', { favourable: ['altijd', 'vaak'] }, '"vaak"'],
    ['reportOn does', { reportOn: ['ja'] }, 'reportOn names "ja"'],
    [
      'the national figure does',
      { national: { figure: 'x', counts: ['vaak'] } },
      'national.counts names "vaak"',
    ],
    ['two are the same', { options: [...GOOD.options, option('soms')] }, 'the same value'],
    ['a quiz has two right ones', { scale: 'quiz', favourable: ['soms', 'nooit'] }, 'one right'],
  ])('%s', (_what, change, words) => {
    expect(lint(change)).toContainEqual(expect.stringContaining(words))
  })
})

it('asks about a section that the handbook does not have', () => {
  expect(lintQuestion(GOOD, new Set(['mail-cc-bcc']))).toEqual([
    'the handbook has no section "thuiswerken-scherm-vergrendelen"',
  ])
  expect(lintQuestion(GOOD, new Set([GOOD.section]))).toEqual([])
})
