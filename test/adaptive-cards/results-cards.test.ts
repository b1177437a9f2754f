/** What the cards of results say in words, in which order, and what they keep hidden. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { ResultsView } from '../../bot/contract/results.ts'
import { plainText } from '../../bot/plain-text.ts'
import { aReply } from '../builders.ts'
import { aPollResult } from '../poll-builders.ts'
import { aHeadline, aResultsView } from '../results-builders.ts'
import { nodesOfType, payloadsOf, saidIn, urlsOf } from './nodes.ts'

const saidOn = (reply: Reply): string => saidIn(cardFor(reply)).replaceAll('\u00a0', ' ')
const said = (change: Partial<ResultsView> = {}): string =>
  saidOn(aReply('results', { view: aResultsView(change) }))
const titlesOn = (reply: Reply) =>
  nodesOfType(cardFor(reply), 'Action.Execute').map(({ title }) => title)

describe('results', () => {
  it.each([
    ['better', 'Werkplek: beter dan op 13 oktober 2026'],
    ['worse', 'Werkplek: slechter dan op 13 oktober 2026'],
    ['unchanged', 'Werkplek: geen aantoonbare verandering sinds 13 oktober 2026'],
    ['lowest', 'Werkplek: het laagste cijfer van deze ronde'],
    ['highest', 'Werkplek: het hoogste cijfer van deze ronde'],
  ] as const)('say in words that a question is %s', (finding, words) => {
    const text = said({ headlines: [aHeadline({ finding })] })

    expect(text).toContain(words)
    expect(text).toContain('72% antwoordt veilig: altijd of meestal.')
  })

  it('are marked as made up before anything else, where they are', () => {
    expect(said({ demo: true })).toMatch(/^Voorbeeldcijfers/)
    expect(said()).not.toContain('Voorbeeldcijfers')
  })

  it('say what is hidden and why, and nothing of that where nothing is', () => {
    expect(said({ units: { shown: 3, hidden: 1 } })).toContain(
      'Zonder eigen cijfer: 1 van de 4 onderdelen hieronder. Zo is niemands antwoord te raden.',
    )
    expect(said({ units: { shown: 4, hidden: 0 } })).not.toContain('Zonder eigen cijfer')
    expect(said()).toContain('Van minder dan 5 antwoorden')
  })

  it('show no number of a response that is hidden', () => {
    const hidden = { response: { state: 'hidden', reason: 'too-few' }, headlines: [] } as const
    const text = said({ ...hidden, units: { shown: 0, hidden: 0 } })

    expect(text).toContain('Respons: \nTe weinig antwoorden om iets te laten zien.')
    expect(text).toContain('te weinig antwoorden voor percentages')
    expect(text).not.toContain('%')
  })

  it('name what was refused and what was merged before any figure', () => {
    const text = said({ refused: 'Ruimte', merged: ['Griffie', 'Kabinet'] })
    const [before = ''] = text.split('Respons:')

    expect(before).toContain('Van "Ruimte" kan ik je niets laten zien.')
    expect(before).toContain('niet apart mee: Griffie, Kabinet.')
    expect(said()).not.toMatch(/kan ik je niets|niet apart mee/)
  })

  it('are judged by no colour', () => {
    const findings = ['better', 'worse', 'lowest'] as const
    const headlines = findings.map((finding) => aHeadline({ finding }))
    const card = JSON.stringify(cardFor(aReply('results', { view: aResultsView({ headlines }) })))

    expect(card).not.toMatch(/"(good|attention|warning)"/i)
  })

  it('lead to the section that helps, the figures, the page and the other units', () => {
    const { round } = aResultsView()

    expect(payloadsOf(cardFor(aReply('results')))).toEqual(
      expect.arrayContaining([
        { verb: 'show-section', sectionId: 'thuiswerken-printen', below: true },
        { verb: 'show-figures', roundId: round, unit: 'Sociaal Domein' },
        { verb: 'open-results' },
        { verb: 'show-results', round, unit: 'Sociaal Domein/Jeugd' },
      ]),
    )
    expect(titlesOn(aReply('results', { page: false }))).not.toContain('Open de resultatenpagina')
  })

  it('offer eight other units, and say how many more there are', () => {
    const others = Array.from({ length: 30 }, (_, index) => ({
      path: `Team ${index}`,
      name: `Team ${index}`,
    }))
    const reply = aReply('results', { view: aResultsView({ others }) })

    expect(titlesOn(reply).filter((title) => String(title).startsWith('Team'))).toHaveLength(8)
    expect(saidOn(reply)).toContain('Er zijn er nog 22.')
    expect(plainText(reply)).toContain('Er zijn er nog 22.')
  })
})

it('figures of a unit bear its name, and not how many invitations arrived everywhere', () => {
  const { coverage: _, ...result } = aPollResult({ unit: 'Jeugd' })
  const text = saidOn(aReply('poll-result', { result }))

  expect(text).toMatch(/^Jeugd\nRonde van/)
  expect(text).not.toContain('Uitnodiging aangekomen')
})

it('units of the same name are told apart by where they are', () => {
  expect(titlesOn(aReply('results-choice'))).toEqual(['Ruimte/Inkoop', 'Sociaal Domein/Inkoop'])
})

it('the page of results has one way in, with how long and for whom it works', () => {
  const reply = aReply('results-link')

  expect(urlsOf(cardFor(reply))).toEqual([reply.url])
  expect(saidOn(reply)).toContain('De link werkt één keer, binnen 10 minuten.')
  expect(saidOn(reply)).toContain('Hij is alleen voor jou.')
})
