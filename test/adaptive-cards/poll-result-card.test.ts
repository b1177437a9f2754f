/** What the card of a result shows, and what it keeps hidden or undecided. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Cell } from '../../bot/polls/plan.ts'
import { aReply } from '../builders.ts'
import { aNationalView, aPollResult, aQuestionResult } from '../poll-builders.ts'
import { saidIn } from './nodes.ts'

const saidOn = (reply: Reply): string => saidIn(cardFor(reply))

const found = (cell: Cell, since?: string): string =>
  saidOn(
    aReply('poll-result', {
      result: aPollResult({
        questions: [aQuestionResult({ cell, ...(since === undefined ? {} : { since }) })],
      }),
    }),
  )

describe('a result', () => {
  const percentage = {
    state: 'percentage',
    favourable: 70,
    interval: { low: 55, high: 88 },
    answers: 19,
  } as const
  const changed = (verdict: 'better' | 'worse' | 'no-evidence', estimate: number) => ({
    ...percentage,
    change: {
      ...{ verdict, since: 'id', sinceAt: 0 },
      difference: { estimate, low: estimate - 10, high: estimate + 10 },
    },
  })

  it('gives a percentage with its interval and its number of answers', () => {
    expect(found(percentage)).toContain(
      '70% antwoordt veilig\nWaarschijnlijk tussen 55 en 88% (19 antwoorden).',
    )
  })

  it('says better, worse or neither in words, and since when', () => {
    expect(found(changed('better', 14), '2026-01-12')).toContain(
      'Beter sinds 12 januari 2026: 14 procentpunten meer, waarschijnlijk tussen 4 en 24.',
    )
    expect(found(changed('worse', -14), '2026-01-12')).toContain(
      'Slechter sinds 12 januari 2026: 14 procentpunten minder, waarschijnlijk tussen 4 en 24.',
    )
    expect(found(changed('no-evidence', 3), '2026-01-12')).toContain(
      'Geen aantoonbare verandering sinds 12 januari 2026.',
    )
    expect(found(changed('no-evidence', 3))).toContain('sinds de vorige keer.')
  })

  it.each([
    ['low', 'Laag: minder dan een derde'],
    ['middle', 'Midden: tussen een derde en twee derde'],
    ['high', 'Hoog: meer dan twee derde'],
  ] as const)('gives few answers as %s, without a percentage', (band, words) => {
    const said = found({ state: 'band', band })

    expect(said).toContain(words)
    expect(said.split('Ik vergrendel')[1]).not.toMatch(/\d+%/)
  })

  it('gives no exact figure where nearly all answer alike', () => {
    const extreme = { state: 'extreme', answers: 12 } as const

    expect(found({ ...extreme, side: 'at-least-80' })).toContain('Ten minste 80% antwoordt veilig')
    expect(found({ ...extreme, side: 'at-most-20' })).toContain('Hooguit 20% antwoordt veilig')
  })

  it.each([
    ['too-few', 'Te weinig antwoorden om iets te laten zien.'],
    ['remainder', 'over te weinig mensen'],
    ['sensitive', 'gevoelige vraag'],
    ['organisation-only', 'alleen voor de hele organisatie'],
  ] as const)('that is hidden as %s says why, and no number', (reason, words) => {
    const [, said = ''] = found({ state: 'hidden', reason }).split('Veilig is: vaak of altijd\n')
    const [own = ''] = said.split('Onderdelen met een eigen cijfer')

    expect(own).toContain(words)
    expect(own).not.toMatch(/\d/)
  })

  it('gives response and coverage as numbers, or why there is no response to show', () => {
    const shown = aReply('poll-result', {
      result: aPollResult({
        response: { state: 'shown', answers: 14, eligible: 19, rate: 74 },
        coverage: { reached: 18, eligible: 19, rate: 95 },
      }),
    })
    const hidden = aPollResult({ response: { state: 'hidden', reason: 'too-few' } })

    expect(saidOn(shown)).toContain('14 van 19 (74%)')
    expect(saidOn(shown)).toContain('18 van 19 (95%)')
    expect(saidOn(aReply('poll-result', { result: hidden }))).toContain('Te weinig antwoorden')
  })

  it.each([
    [40, 'Minder dan', false],
    [39, 'Minder dan 4 van de 10', true],
    [30, 'Minder dan 4 van de 10', true],
    [29, 'Minder dan 3 van de 10', true],
  ])('with a response of %d%% says "%s": %s', (rate, words, expected) => {
    const response = { state: 'shown', answers: rate, eligible: 100, rate } as const
    const said = saidOn(aReply('poll-result', { result: aPollResult({ response }) }))
    const [beforeNotes = ''] = said.split('Onderdelen met een eigen cijfer')

    expect(beforeNotes.includes(words)).toBe(expected)
  })

  it('is marked as made up before anything else, where it is', () => {
    const demo = saidOn(aReply('poll-result', { result: aPollResult({ demo: true }) }))

    expect(demo).toMatch(/^Voorbeeldcijfers/)
    expect(saidOn(aReply('poll-result'))).not.toContain('Voorbeeldcijfers')
  })

  it('is judged by no colour', () => {
    const verdicts = ['better', 'worse'] as const
    const questions = verdicts.map((verdict) =>
      aQuestionResult({ cell: changed(verdict, 14), national: aNationalView() }),
    )
    const card = JSON.stringify(
      cardFor(aReply('poll-result', { result: aPollResult({ questions }) })),
    )

    expect(card).not.toMatch(/"(good|attention|warning)"/i)
  })
})

describe('a national figure', () => {
  const beside = (national: ReturnType<typeof aNationalView>) =>
    saidOn(
      aReply('poll-result', {
        result: aPollResult({ questions: [aQuestionResult({ national })] }),
      }),
    )

  it('stands beside our own share of that answer, with its source and caveat', () => {
    expect(beside(aNationalView())).toContain(
      [
        'Landelijk: 36%, informatieveiligheid afgenomen.',
        'Hier gaf 22% dat antwoord (140 antwoorden).',
        'Bron: een onderzoek, eind 2020.',
        'Een andere groep en een ander jaar.',
      ].join('\n'),
    )
  })

  it('is left out where there is no share of our own to put beside it', () => {
    const { own: _, ...alone } = aNationalView()

    expect(beside(alone)).not.toContain('36%')
    expect(beside(alone)).toContain('staat er niet bij')
  })
})
