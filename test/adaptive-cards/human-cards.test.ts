/** What the cards of the human loop let people do, and what they promise. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { aHit, anEscalationView, anIncidentReport, aReply } from '../builders.ts'
import { nodesOfType, payloadsOf, runTexts } from './nodes.ts'

const verbsOf = (card: unknown) => nodesOfType(card, 'Action.Execute').map(({ verb }) => verb)
const firstOf = (card: unknown, type: string) => nodesOfType(card, type)[0]

describe('the form for a question', () => {
  it('sends one form with a name or without, after what each of them means', () => {
    const reply = aReply('human-form', { section: aHit({ id: 'paragraaf' }), origin: 'unhelpful' })
    const sent = { verb: 'escalate', formId: reply.formId, origin: 'unhelpful' }

    expect(nodesOfType(cardFor(reply), 'Action.Execute').map(({ data }) => data)).toEqual([
      { ...sent, sectionId: 'paragraaf', name: 'with-name' },
      { ...sent, sectionId: 'paragraaf', name: 'without-name' },
    ])
  })

  it('is filled in with the question, which is required', () => {
    const card = cardFor(aReply('human-form', { question: 'Mag dat?' }))

    expect(firstOf(card, 'Input.Text')).toMatchObject({ value: 'Mag dat?', isRequired: true })
  })

  it('says for how long the question is kept', () => {
    expect(runTexts(cardFor(aReply('human-form'))).join()).toContain('daarna nog 30 dagen')
  })
})

describe('a question for the CISO', () => {
  it('names who asked, or says that nobody did by name', () => {
    const named = anEscalationView({ asker: 'Femke Zandstra' })
    const saidOf = (escalation: typeof named) =>
      runTexts(cardFor(aReply('escalation', { escalation }))).join()

    expect(saidOf(named)).toContain('Gevraagd door Femke Zandstra · zo\u00a022\u00a0nov\u00a014:05')
    expect(saidOf(anEscalationView())).toContain('Gevraagd zonder naam')
  })

  it('offers at most eight sections, and no list when nothing was found', () => {
    const sections = Array.from({ length: 12 }, (_, index) => aHit({ id: `nr-${index}` }))
    const listed = firstOf(cardFor(aReply('escalation', { sections })), 'Input.ChoiceSet')
    const nothing = cardFor(aReply('escalation', { sections: [] }))

    expect(listed?.choices).toHaveLength(8)
    expect(nodesOfType(nothing, 'Input.ChoiceSet')).toEqual([])
    expect(verbsOf(nothing)).toEqual(['answer-escalation', 'propose-section', 'close-escalation'])
  })

  it('keeps what was typed, and proposes a section only once', () => {
    const card = cardFor(aReply('escalation', { draft: 'Ja, mits.', proposed: true }))

    expect(firstOf(card, 'Input.Text')?.value).toBe('Ja, mits.')
    expect(verbsOf(card)).not.toContain('propose-section')
    expect(runTexts(card)).toContain('Bewaard als voorstel voor het handboek.')
  })

  it('leaves nothing to press once it is handled, but to write the section that was missing', () => {
    expect(verbsOf(cardFor(aReply('escalation-handled')))).toEqual(['write-section'])
  })
})

describe('an answer that did not help', () => {
  it('asks why, and sends each reason with the question', () => {
    const card = cardFor(aReply('rating-reasons', { question: 'Mag dat?' }))
    const reasons = payloadsOf(card).filter((data) => JSON.stringify(data).includes('give-reason'))

    expect(reasons).toHaveLength(2 * 4) // each with its fallback
    expect(reasons[0]).toMatchObject({ reason: 'other-question', question: 'Mag dat?' })
  })
})

describe('a report of an incident', () => {
  it('asks nothing that must be filled in, below the number to call', () => {
    const card = cardFor(aReply('incident-form'))

    expect(runTexts(card)[0]).toContain('088-000 0199')
    expect(nodesOfType(card, 'Input.Text').filter(({ isRequired }) => isRequired)).toEqual([])
  })

  it('never says that it was sent when nobody is set to get it', () => {
    const told = JSON.stringify(cardFor(aReply('incident-reported', { delivered: true })))
    const kept = JSON.stringify(cardFor(aReply('incident-reported', { delivered: false })))

    expect(told).toContain('Je melding is verstuurd')
    expect(kept).not.toContain('verstuurd')
    expect(kept).toContain('Bel 088-000 0199')
  })

  it('alerts with its number first, and counts the 72 hours from the first notice', () => {
    const report = anIncidentReport({ firstNoticeAt: Date.UTC(2026, 10, 22, 13, 5) })
    const texts = runTexts(cardFor(aReply('incident-alert', { report })))

    expect(texts[0]).toBe('I-2026-0007')
    expect(texts.at(-1)).toMatch(
      /vanaf zo\u00a022\u00a0nov\u00a014:05\. .*wo\u00a025\u00a0nov\u00a014:05/,
    )
  })
})
