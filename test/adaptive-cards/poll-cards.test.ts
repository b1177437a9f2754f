/** What the cards of polls ask, promise and show, and what they must never show. */
import { cardFor } from '../../adaptive-cards/card-for.ts'
import { withoutMarkdown } from '../../adaptive-cards/inputs.ts'
import { pollSamples } from '../../bot/cli/poll-samples.ts'
import { parseAction } from '../../bot/contract/action.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import { textsFor } from '../../bot/contract/texts/texts.ts'
import { plainText } from '../../bot/plain-text.ts'
import { Language } from '../../knowledge/language.ts'
import { aReply } from '../builders.ts'
import { aLesson, aPollPlanView, aPollView, aQuestion } from '../poll-builders.ts'
import { nodesOf, nodesOfType, payloadsOf, saidIn } from './nodes.ts'

const texts = textsFor('nl')
const saidOn = (reply: Reply): string => saidIn(cardFor(reply))
const buttonsOf = (reply: Reply) => nodesOfType(cardFor(reply), 'Action.Execute')
const verbsOf = (reply: Reply) => buttonsOf(reply).map(({ verb }) => verb)

describe('the questions of a poll', () => {
  const questions = ['Eerste?', 'Tweede?', 'Derde?'].map((nl) =>
    aQuestion({ text: { nl, en: nl } }),
  )
  const poll = aPollView({ questions })
  const card = cardFor(aReply('poll', { poll }))
  const groups = nodesOfType(card, 'Input.ChoiceSet')

  it('are radio buttons under their own words, required and with nothing chosen', () => {
    expect(groups.map(({ id, label }) => [id, label])).toEqual([
      ...[
        ['q1', 'Eerste?'],
        ['q2', 'Tweede?'],
        ['q3', 'Derde?'],
      ],
    ])
    for (const group of groups) {
      expect(group).toMatchObject({ style: 'expanded', isRequired: true })
      expect(group.value).toBeUndefined()
    }
  })

  it('are sent as the answers to this round', () => {
    const send = buttonsOf(aReply('poll', { poll })).find(({ verb }) => verb === 'answer-poll')
    const filled = { q1: 'nooit', q2: 'altijd', q3: 'nvt' }

    expect(parseAction({ ...Object(send?.data), ...filled })).toEqual({
      ...{ verb: 'answer-poll', roundId: poll.round, ...filled, q4: '', q5: '' },
    })
  })

  it('can be declined without an answer, and without taking along what was chosen', () => {
    const declining = [...nodesOf(card)].filter(
      ({ type, data }) =>
        /^Action\.(Execute|Submit)$/.test(type) && JSON.stringify(data).includes('decline-poll'),
    )

    expect(declining).toHaveLength(2 * 3) // each with its fallback
    for (const action of declining) expect(action).toMatchObject({ associatedInputs: 'none' })
  })

  it('say in words how many there are, how long it takes, and until when by local time', () => {
    const local = aReply('poll', { poll: { ...poll, timeZone: 'America/Kralendijk' } })

    expect(nodesOfType(card, 'TextBlock')[0]?.text).toBe('Drie vragen over veilig thuiswerken')
    expect(saidIn(card)).toContain('minder dan een minuut')
    expect(saidOn(aReply('poll', { poll }))).toContain('tot maandag 30 november om 16:00 uur.')
    expect(saidOn(local)).toContain('tot maandag 30 november om 11:00 uur.')
  })

  it('are introduced as confidential, or with a time, only where that belongs', () => {
    const mixed = [
      aQuestion({ scale: 'yesno' }),
      aQuestion({ scale: 'frequency', sensitive: true }),
      aQuestion({ scale: 'frequency' }),
    ]
    const nodes = [...nodesOf(cardFor(aReply('poll', { poll: aPollView({ questions: mixed }) })))]
    const order = nodes.flatMap(({ type, text, id }) => {
      if (type === 'Input.ChoiceSet') return [String(id)]
      const said = String(text)
      if (said === texts.pollSensitive) return ['confidential']
      return said === texts.pollPeriod ? ['period'] : []
    })

    expect(order).toEqual(['q1', 'confidential', 'period', 'q2', 'period', 'q3'])
  })

  it('are a reminder only when they are, and always name the incident desk', () => {
    const reminder = saidOn(aReply('poll', { reminder: true }))
    const first = saidOn(aReply('poll'))

    expect(reminder).toContain('kan niemand zien')
    expect(first).not.toContain('herinnering')
    expect(reminder).toContain('088-000 0199')
    expect(first).toContain('088-000 0199')
  })
})

describe('the promise', () => {
  it('tells what is kept, until when, who sees what, and what it is not', () => {
    const said = saidOn(aReply('poll'))

    expect(said).toContain('bewaar ze niet bij je naam')
    expect(said).toContain('Ik onthoud alleen dat je hebt meegedaan, tot de ronde sluit.')
    expect(said).toContain('pas iets na sluiting, en alleen bij genoeg antwoorden')
    expect(said).toContain('vertrouwelijk, en niet anoniem')
  })

  it.each(Language.options)('is never that it is anonymous, in any text in %s', (language) => {
    const everything = pollSamples(language).map(
      ({ reply }) => `${saidOn(reply)} ${plainText(reply)}`,
    )
    const claims = everything.join(' ').match(/(\p{L}+)\s+(anoniem|anonymous)/gu) ?? []

    expect(claims.length).toBeGreaterThan(0)
    expect(claims.filter((claim) => !/^(niet|not)\s/.test(claim))).toEqual([])
  })
})

describe('the thanks', () => {
  it('holds the right answer and the section, and nothing to see or send answers with', () => {
    const reply = aReply('poll-thanks', { lessons: [aLesson({ right: '72 uur' })] })
    const card = cardFor(reply)

    expect(saidOn(reply)).toContain('Het juiste antwoord: 72 uur')
    expect(payloadsOf(card)).toContainEqual({
      verb: 'show-section',
      sectionId: 'incident-72-uur',
      below: true,
    })
    expect([...nodesOf(card)].filter(({ type }) => type.startsWith('Input.'))).toEqual([])
    expect(JSON.stringify(card)).not.toMatch(/roundId|"q\d"/)
  })

  it('puts the telephone and the report first where something may have to be reported', () => {
    const reply = aReply('poll-thanks', { report: true })
    const [first, title] = nodesOfType(cardFor(reply), 'TextBlock').map(({ text }) => text)

    expect(first).toBe('Is er iets gebeurd dat nog niet gemeld is?')
    expect(title).toBe('Bedankt, verwerkt.')
    expect(saidOn(reply)).toMatch(/^Meld het dan nu\.[^\n]*\nBel 088-000 0199/)
    expect(payloadsOf(cardFor(reply))[0]).toEqual({
      ...{ verb: 'report-incident', incident: 'general' },
    })
  })

  it('speaks of no report otherwise', () => {
    expect(verbsOf(aReply('poll-thanks'))).toEqual(['show-section'])
    expect(JSON.stringify(cardFor(aReply('poll-thanks')))).not.toContain(texts.pollReportTitle)
  })

  it('leaves out a question of which the handbook says nothing', () => {
    const lessons = [{ question: 'Zonder les?' }, aLesson({ question: 'Met les?' })]
    const reply = aReply('poll-thanks', { lessons })

    expect(saidOn(reply)).toContain('Met les?')
    expect(saidOn(reply) + plainText(reply)).not.toContain('Zonder les?')
    expect(JSON.stringify(cardFor({ ...reply, lessons: [{ question: 'x' }] }))).not.toContain(
      texts.pollLessons,
    )
  })
})

describe('declining', () => {
  it('tells what it means and gives the way back', () => {
    const [today, round, never] = (['today', 'round', 'never'] as const).map((how) =>
      aReply('poll-declined', { how }),
    )

    expect(today && saidOn(today)).toMatch(/^Vandaag [\s\S]*Typ dan: peiling\./)
    expect(round && saidOn(round)).toMatch(/^Van deze ronde [\s\S]*Typ dan: peiling\./)
    expect(never && saidOn(never)).toMatch(/^Je krijgt geen [\s\S]*Typ dan: weer meedoen\./)
    expect([today, round, never].map((reply) => reply && verbsOf(reply))).toEqual([
      ...[['my-poll'], ['my-poll'], ['rejoin-polls']],
    ])
  })
})

describe('planning', () => {
  it('fills the form with what runs, each under the field that the bot reads', () => {
    const recurrence = { everyWeeks: 8, weekday: 4, at: '13:30', from: '2027-01-14' }
    const card = cardFor(aReply('poll-form', { recurrence, openDays: 7, changes: true }))
    const inputs = [...nodesOf(card)].filter(({ type }) => type.startsWith('Input.'))

    expect(Object.fromEntries(inputs.map(({ id, value }) => [id, value]))).toEqual({
      ...{ everyWeeks: '8', weekday: '4', at: '13:30', from: '2027-01-14', openDays: '7' },
    })
    expect(nodesOfType(card, 'TextBlock')[0]?.text).toBe('Pas de planning aan')
  })

  it('names the number of people in the sentence, on the button and in what it sends', () => {
    const plan = aPollPlanView({ people: 1_214 })
    const reply = aReply('poll-confirm', { plan })
    const [confirm] = buttonsOf(reply)

    expect(saidOn(reply)).toMatch(
      /^Druk je op ja, dan stel ik op dinsdag 24 november 2026 om 10:00 uur 3 vragen aan 1\.214 mensen\./,
    )
    expect(String(confirm?.title).replaceAll('\u00a0', ' ')).toBe('Ja, vraag dit aan 1.214 mensen')
    expect(confirm?.data).toEqual({
      ...{ verb: 'confirm-polls', recurrence: plan.recurrence, openDays: 5, people: 1_214 },
    })
  })

  it('cannot be confirmed where there is nobody to ask', () => {
    const plan = aPollPlanView({ people: 0, upcoming: [] })

    expect(verbsOf(aReply('poll-confirm', { plan }))).toEqual(['edit-polls'])
  })

  it('says what is too small, what can be seen, and who gets no invitation', () => {
    const said = saidOn(aReply('poll-plan', { plan: aPollPlanView() }))

    expect(said).toContain('groter onderdeel: Griffie, Bestuursstaf.')
    expect(said).toContain('pas een verschil van ongeveer 13 procentpunten')
    expect(said).toContain('12 mensen (telt mee als geen antwoord)')
    expect(said).toContain('elke 6 weken op dinsdag om 10:00, vanaf 24 november 2026')
  })

  it.each([
    [0, 'ongeveer 10 seconden'],
    [41, 'ongeveer 40 seconden'],
    [89, 'ongeveer 90 seconden'],
    [90, 'ongeveer 2 minuten'],
    [1_000, 'ongeveer 17 minuten'],
    [12_600, 'ongeveer 3,5 uur'],
  ])('calls %d seconds of sending "%s"', (sendingSeconds, words) => {
    expect(saidOn(aReply('poll-plan', { plan: aPollPlanView({ sendingSeconds }) }))).toContain(
      words,
    )
  })

  it('says of a round that is open only when it is and to how many it went', () => {
    const { open } = aReply('poll-stop')
    const said = saidOn(aReply('poll-plan', open === undefined ? {} : { open }))

    expect(said).toContain('De vragen gingen naar 214 mensen.')
    expect(said).toContain('kan niemand zien wat er is geantwoord')
  })

  it('offers to start where nothing runs, and to change or stop what does', () => {
    const { plan: _, ...nothing } = aReply('poll-plan')

    expect(verbsOf(nothing)).toEqual(['edit-polls'])
    expect(verbsOf(aReply('poll-plan'))).toEqual(['edit-polls', 'stop-polls'])
  })
})

describe('text of others among radio buttons', () => {
  it('is as it was where Markdown would read nothing in it', () => {
    const usual = [
      'weet ik niet / n.v.t.',
      '24 uur',
      'thuis (deels)',
      "foto's",
      'Q&A',
      '5 à 10 - 12',
    ]

    expect(usual.map((text) => withoutMarkdown(text, 80))).toEqual(usual)
  })

  it('keeps a form that can be read where Markdown would', () => {
    expect(withoutMarkdown('**ja** [nee](https://evil.example)', 80)).toBe(
      '＊＊ja＊＊ ［nee］(https://evil.example)',
    )
    expect(withoutMarkdown('1. een', 80)).toBe('1． een')
    expect(withoutMarkdown('# kop', 80)).toBe('＃ kop')
  })
})
