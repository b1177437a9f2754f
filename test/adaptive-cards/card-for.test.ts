/** Every card, of every kind and in both languages, is one that Teams can show. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { cardSamples } from '../../bot/cli/card-samples.ts'
import { parseAction } from '../../bot/contract/action.ts'
import { textsFor } from '../../bot/contract/texts/texts.ts'
import { Language } from '../../knowledge/language.ts'
import { aHit, anOrganisation, aReply, aSource, everyReply, richTextOf } from '../builders.ts'
import { lintProblems } from './card-lint.ts'
import { nodesOfType, payloadsOf, runTexts, urlsOf } from './nodes.ts'
import { schemaProblems } from './schema.ts'

const samples = Language.options.flatMap((language) =>
  cardSamples(language).map(({ name, reply }) => ({ name: `${name} in ${language}`, reply })),
)

describe('every card', () => {
  it('has a sample of every kind of reply', () => {
    const shown = new Set(samples.map(({ reply }) => reply.kind))

    expect(everyReply().filter(({ kind }) => !shown.has(kind))).toEqual([])
  })

  it.each(samples)('$name is valid in Teams', ({ reply }) => {
    expect(schemaProblems(cardFor(reply))).toEqual([])
  })

  it.each(samples)('$name keeps our own rules', ({ reply }) => {
    expect(lintProblems(cardFor(reply))).toEqual([])
  })

  it.each(everyReply())('$kind speaks the language of the reply', (reply) => {
    const dutch = cardFor({ ...reply, language: 'nl' })
    const english = cardFor({ ...reply, language: 'en' })

    expect(english.lang).toBe('en')
    expect(JSON.stringify(english.body)).not.toBe(JSON.stringify(dutch.body))
  })
})

const ID = '11111111-1111-4111-8111-111111111111'
const texts = textsFor('nl')
const choices = [{ title: '**Ja**', value: 'ja' }]
const execute = (data: { verb: string }) => ({ type: 'Action.Execute', verb: data.verb, data })

describe('the checks themselves', () => {
  it('refuse a card that Teams does not know', () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', txt: 'x' }] }

    expect(schemaProblems(card)).toContainEqual(expect.stringContaining('TextBlock'))
  })

  it('refuse Markdown of others, phone links and buttons without a payload', () => {
    const body = [
      { type: 'TextBlock', text: '[klik](https://evil.example)', wrap: true },
      { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: 'Bel', url: 'tel:112' }] },
      { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Ja', data: {} }] },
    ]
    const problems = lintProblems({ type: 'AdaptiveCard', body }).join('\n')

    expect(problems).toMatch(/TextBlock parses Markdown/)
    expect(problems).toMatch(/Action.OpenUrl leads to tel:112/)
    expect(problems).toMatch(/Action.Execute needs an Action.Submit fallback/)
    expect(problems).toMatch(/AdaptiveCard version must be 1.5/)
  })

  it('refuse fields without a label, that nobody reads, or that break what is sent', () => {
    const close = { verb: 'close-escalation', escalationId: ID, answer: 'Reden' }
    const send = { verb: 'send-incident', formId: ID, incident: 'malware' }
    const body = [
      { type: 'Input.Text', id: 'answer', label: 'Je antwoord', isRequired: true, maxLength: 10 },
      { type: 'Input.Text', id: 'anwser', label: texts.humanFormQuestion, maxLength: 10 },
      { type: 'Input.ChoiceSet', id: 'personalData', label: texts.incidentPersonalData, choices },
      { type: 'ActionSet', actions: [close, send].map((data) => execute(data)) },
    ]
    const problems = lintProblems({ type: 'AdaptiveCard', version: '1.5', body }).join('\n')

    expect(problems).toMatch(/Input.Text has no label of the catalogue/)
    expect(problems).toMatch(/input anwser is not read/)
    expect(problems).toMatch(/input answer and the button of close-escalation carry the same field/)
    expect(problems).toMatch(/what is filled in does not reach send-incident/)
    expect(problems).toMatch(/Input.ChoiceSet has a choice that is not plain/)
  })

  it('refuse a required field that does not say so', () => {
    const input = { type: 'Input.Text', id: 'question', label: texts.humanFormQuestion }
    const card = { ...input, maxLength: 500, isRequired: true }

    expect(lintProblems(card)).toContain('Input.Text is required, and does not say so')
  })
})

describe('answer', () => {
  it('opens with the short answer right under the title', () => {
    const card = cardFor(aReply('answer'))

    expect(runTexts(card).slice(0, 3)).toEqual([
      'Mag ik thuis printen?',
      'Nee, print op kantoor.',
      'Thuis blijven stukken liggen.',
    ])
  })

  it('names handbook, version, section and date', () => {
    const card = cardFor(aReply('answer', { source: aSource({ number: '5.8' }) }))

    expect(runTexts(card)).toContain(
      'Bron: Handboek informatieveiligheid · versie 7 · § 5.8 · geldig vanaf 1\u00a0maart\u00a02026',
    )
  })

  it('offers the whole section, the related ones and a rating of this very version', () => {
    const card = cardFor(aReply('answer', { related: [aHit({ id: 'andere' })] }))
    const rated = { verb: 'rate-answer', sectionId: 'thuiswerken-printen', version: '7' }

    expect(payloadsOf(card)).toEqual(
      expect.arrayContaining([
        { verb: 'show-section', sectionId: 'thuiswerken-printen' },
        { verb: 'show-section', sectionId: 'andere' },
        { ...rated, helpful: true },
        { ...rated, helpful: false, question: 'Kan ik thuis iets printen?' },
      ]),
    )
  })

  it('says so in words when the review is overdue', () => {
    const overdue = aReply('answer', { source: aSource({ reviewOverdue: true }) })

    expect(runTexts(cardFor(overdue)).join()).toMatch(/nog niet opnieuw gecontroleerd/)
    expect(runTexts(cardFor(aReply('answer'))).join()).not.toMatch(/opnieuw gecontroleerd/)
  })

  it('tells what was taken out of the message', () => {
    const card = cardFor(aReply('answer', { masked: ['bsn', 'iban', 'email'] }))

    expect(runTexts(card).join()).toMatch(/een BSN, een rekeningnummer en een e-mailadres/)
  })
})

describe('incident', () => {
  it('shows the number first and large', () => {
    const card = cardFor(aReply('incident'))
    const [first] = nodesOfType(card, 'TextRun')

    expect(first).toMatchObject({ text: 'Bel 088-000 0199', size: 'ExtraLarge', weight: 'Bolder' })
  })

  it('numbers the steps, opens the desk and says that nothing has been reported yet', () => {
    const card = cardFor(aReply('incident'))
    const texts = runTexts(card)

    expect(texts).toEqual(expect.arrayContaining(['1.', '2.', '3.', 'Zet wifi uit.']))
    expect(texts.join()).toMatch(/nog niet gemeld/)
    expect(urlsOf(card)).toEqual(['https://intranet.lindedam.example/meldpunt'])
  })

  it('keeps the number for clients without cards', () => {
    expect(cardFor(aReply('incident')).fallbackText).toBe('Bel 088-000 0199')
  })

  it('never asks what was meant', () => {
    expect(JSON.stringify(cardFor(aReply('incident')))).not.toMatch(/bedoel/i)
  })
})

describe('suggestions', () => {
  it('lets long titles wrap, and offers none of these', () => {
    const title = 'Mag ik mijn laptop van het werk meenemen naar het buitenland?'.repeat(2)
    const card = cardFor(aReply('suggestions', { sections: [aHit({ id: 'a', title })] }))

    expect(runTexts(card)).toContain(title)
    expect(payloadsOf(card).map((payload) => parseAction(payload)?.verb)).toEqual(
      expect.arrayContaining(['show-section', 'none-of-these']),
    )
  })
})

describe('no answer', () => {
  it('hands the question over to a person by name', () => {
    const organisation = anOrganisation({
      ciso: { name: 'Ada Vos', email: 'ada@lindedam.example' },
    })
    const card = cardFor(aReply('no-answer', { organisation, question: 'Mag dat?' }))

    expect(runTexts(card)).toContain('Vraag het aan de CISO, Ada Vos. Dat kan ook zonder je naam.')
    expect(payloadsOf(card)[0]).toEqual({
      ...{ verb: 'ask-human', question: 'Mag dat?', origin: 'no-answer' },
    })
  })
})

describe('a question that belongs elsewhere', () => {
  it('says whom to ask, and names the CISO last', () => {
    const elsewhere = { topic: 'verlof', ask: 'het HR-servicepunt' }
    const card = cardFor(aReply('no-answer', { elsewhere }))

    expect(runTexts(card)).toContain('Vraag het aan het HR-servicepunt.')
    expect(nodesOfType(card, 'Action.Execute').map(({ verb }) => verb)).toEqual([
      ...['show-chapters', 'ask-human'],
    ])
  })
})

describe('section', () => {
  it('leaves out related sections that the text links to already', () => {
    const related = [aHit({ id: 'gelinkt' }), aHit({ id: 'nieuw', title: 'Nieuw' })]
    const content = richTextOf('Zie ook [dit](#gelinkt).')
    const card = cardFor(aReply('section', { content, related }))
    const shown = nodesOfType(card, 'Action.Execute').map(({ data }) => data)

    expect(shown.filter((data) => JSON.stringify(data).includes('gelinkt'))).toHaveLength(1)
    expect(shown).toContainEqual({ verb: 'show-section', sectionId: 'nieuw' })
  })
})
