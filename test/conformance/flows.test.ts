/**
 * Conformance: everything that people do with the bot, in either platform, with what that platform
 * really sends. What is said here of one holds for the other.
 */
import { removeFolders } from '../knowledge/waterveen.ts'
import type { Client } from './client.ts'
import { closePoll, everybodyVotes, planPoll } from './hold-poll.ts'
import type { Municipality } from './municipality.ts'
import { ciso, deputy, employee, manager } from './people.ts'
import { aPlaceIn, PLATFORMS, type Place } from './platforms.ts'

afterAll(removeFolders)

describe.each(PLATFORMS)('in $name', (platform) => {
  let place: Place
  let town: Municipality
  let client: Client
  let last: Place['last']
  let ask: Place['ask']
  beforeEach(async () => {
    place = await aPlaceIn(platform)
    ;({ town, client, last, ask } = place)
  })
  afterEach(() => place.leave())

  it("answers with the handbook's own words and its source", async () => {
    const answer = await ask(employee, 'kan ik ff iets printen thuis')

    expect(answer.words).toMatch(/Nee, print op kantoor\./)
    expect(answer.words).toMatch(/1\.1/)
    expect(answer.verbs).toEqual(expect.arrayContaining(['show-section', 'rate-answer']))
  })

  it('shows the whole section, the chapters and a chapter when asked', async () => {
    await ask(employee, 'kan ik ff iets printen thuis')
    expect((await client.press(employee, 'show-section')).words).toMatch(/Thuis blijven stukken/)
    await client.say(employee, 'onderwerpen')
    expect(last(employee).words).toMatch(/Inloggen/)
    expect((await client.press(employee, 'show-chapter')).words).toMatch(/wifi/)
  })

  it('does not know, and brings the question to a human and the answer back', async () => {
    const nothing = await ask(employee, 'wie voert de kwartels in het park')
    expect(nothing.verbs).toContain('ask-human')
    await client.press(employee, 'ask-human')
    const sent = await client.press(employee, 'escalate', { question: 'Wie voert de kwartels?' })
    expect(sent.words).toMatch(/V-\d{4}-0001/)

    expect(last(ciso).words).toMatch(/Wie voert de kwartels\?.*Noor Hofland|Noor Hofland/)
    await client.press(ciso, 'answer-escalation', { answer: 'De boswachter voert ze.' })
    await client.close(employee)

    expect(last(employee).words).toMatch(/De boswachter voert ze\./)
    await client.say(employee, 'mijn vragen')
    expect(last(employee).words).toMatch(/Wie voert de kwartels\?/)
  })

  it('keeps a form that lacks something, and says what', async () => {
    await ask(employee, 'wie voert de kwartels in het park')
    await client.press(employee, 'ask-human')
    const refused = await client.press(employee, 'escalate', { question: ' ' })

    expect(refused.words).toMatch(/vraag/i)
    expect(client.sees(ciso)).toEqual([])
  })

  it('puts first aid first, and brings the report to who must know', async () => {
    const first = await ask(employee, 'help mijn laptop is gestolen')
    expect(first.words).toMatch(/Bel het meldpunt/)
    await client.press(employee, 'report-incident')
    const reported = await client.press(employee, 'send-incident', {
      ...{ what: 'Laptop uit de trein gestolen', when: 'net', devices: 'laptop' },
      ...{ personalData: 'yes', callBack: '06-00000000' },
    })

    expect(reported.words).toMatch(/I-\d{4}-0001|M-\d{4}-0001/)
    expect(last(ciso).words).toMatch(/Laptop uit de trein gestolen/)
    expect(last(deputy).words).toMatch(/Laptop uit de trein gestolen/)
  })

  it('offers a choice where several sections may be meant, and takes no for an answer', async () => {
    const choice = await ask(employee, 'wachtwoord')
    expect(choice.words).toMatch(/Hoe lang moet een wachtwoord zijn\?/)
    expect(choice.words).toMatch(/Mag ik mijn wachtwoord met een collega delen\?/)
    expect((await client.press(employee, 'none-of-these')).verbs).toContain('ask-human')
  })

  it('tells who asked when the answer changes, and a unit when it is announced', async () => {
    await ask(employee, 'kan ik ff iets printen thuis')
    const offer = await client.press(employee, 'rate-answer', {}, 'Ja')
    expect(offer.verbs).toContain('tell-me')
    await client.press(employee, 'tell-me')
    await client.say(ciso, 'wijzig 1.1')
    await client.press(ciso, 'save-section', { text: '**Nee, print alleen op kantoor.** Echt.' })
    await client.close(ciso)
    await client.press(ciso, 'publish-draft')
    await town.settle()
    await client.close(employee)
    expect(last(employee).words).toMatch(/Nee, print\s+alleen\s+op kantoor/)

    await client.press(ciso, 'announce')
    await client.press(ciso, 'plan-announcement', {
      audience: 'all',
      words: 'Let op.',
      when: 'now',
    })
    await client.press(ciso, 'confirm-announcement')
    await town.settle()
    expect(last(manager).words).toMatch(/Let op\./)
  })

  it('asks why an answer did not help, and thanks for one that did', async () => {
    await ask(employee, 'kan ik ff iets printen thuis')
    const why = await client.press(employee, 'rate-answer', {}, 'Nee')
    expect(why.words).toMatch(/Waarom hielp het niet/)
    expect(why.verbs).toContain('give-reason')
    expect((await client.press(employee, 'give-reason')).verbs).toContain('ask-human')
  })

  it('holds a poll of which nobody learns who answered what', async () => {
    const asked = await planPoll(place)
    expect(asked).toMatch(/\b16\b/)

    expect(last(employee).verbs.some((verb) => /poll/.test(verb))).toBe(true)
    await everybodyVotes(place)
    await client.say(employee, 'peiling')
    expect(last(employee).words).toMatch(/al/)
    expect(JSON.stringify(client.sees(ciso))).not.toContain('Collega')

    await closePoll(place)
    expect(last(ciso).words).toMatch(/peiling/i)
    await client.say(manager, 'resultaten')
    expect(last(manager).words).toMatch(/%|13/)
  })

  it('publishes what the CISO changed after a second person agreed, and takes it back', async () => {
    await client.say(ciso, 'wijzig 1.1')
    await client.press(ciso, 'save-section', {
      text: '**Nee, print op kantoor.** Vragen? Bel 088-000 0999.',
    })
    await client.close(ciso)
    expect(last(ciso).words).toMatch(/088-000 0999/)
    await client.press(ciso, 'ask-approval')
    await town.settle()

    expect(last(deputy).words).toMatch(/088-000 0999/)
    expect((await ask(employee, 'kan ik ff iets printen thuis')).words).not.toMatch(/0999/)
    await client.press(deputy, 'publish-draft')
    await town.settle()
    expect((await ask(employee, 'kan ik iets printen thuis')).words).toMatch(/0999/)

    await client.say(ciso, 'terug naar 1')
    await client.press(ciso, 'confirm-roll-back')
    expect((await ask(employee, 'mag ik thuis iets printen')).words).not.toMatch(/0999/)
  })

  it('reads a file that an editor sends, and refuses one of somebody else', async () => {
    await client.send(
      ciso,
      'koffie.md',
      '# Koffie\n\n## Mag ik koffie? {#koffie}\n\n**Ja.** Altijd.\n',
    )
    await town.settle()
    expect(client.sees(ciso).some(({ verbs }) => verbs.includes('show-draft'))).toBe(true)

    await client.send(employee, 'koffie.md', '# Koffie\n')
    expect(last(employee).words).not.toMatch(/concept/)
  })

  it('has a section confirmed by who read it, and forgets somebody at their word', async () => {
    await client.say(employee, 'mag ik mijn wachtwoord met een collega delen')
    await client.press(employee, 'show-section')
    await client.press(employee, 'acknowledge')
    await client.say(employee, 'vergeet mij')
    const gone = await client.press(employee, 'confirm-forget-me')

    expect(gone.words).toMatch(/1/)
  })

  it('tells in a channel nothing that is for one person', async () => {
    await client.sayInChannel(employee, 'mijn vragen')
    expect(JSON.stringify(client.inChannel())).not.toMatch(/Je hebt/)
    await client.sayInChannel(ciso, 'meldingen hier')
    await client.say(employee, 'help mijn laptop is gestolen')
    await client.press(employee, 'report-incident')
    await client.press(employee, 'send-incident', {
      ...{ what: 'Tas weg', when: 'net', devices: 'laptop', personalData: 'no', callBack: '' },
    })
    expect(client.inChannel().at(-1)?.words).toMatch(/Tas weg/)
  })

  it.each([
    ['employee', 'help', /vraag/i],
    ['employee', 'wat heb ik nog te lezen', /./],
    ['employee', 'nog te lezen', /wachtwoord met een collega/],
    ['employee', 'crisiskaart', /meldpunt/],
    ['employee', 'weer meedoen', /peiling/i],
    ['employee', 'niet meer melden', /meld/i],
    ['employee', 'my questions', /question/],
    ['ciso', 'open vragen', /vragen/],
    ['ciso', 'hiaten', /./],
    ['ciso', 'versies', /versie 1/i],
    ['ciso', 'verschil 1 1', /./],
    ['ciso', 'concepten', /concept/i],
    ['ciso', 'nieuwe paragraaf', /paragraaf/i],
    ['ciso', 'aankondigingen', /aankondig/i],
    ['ciso', 'gelezen', /./],
    ['ciso', 'nakijken', /./],
    ['ciso', 'resultaten', /./],
    ['manager', 'resultaten', /./],
  ] as const)('answers the %s who says "%s"', async (role, words, pattern) => {
    const who = { employee, ciso, manager }[role]
    const seen = client.sees(who).length
    const { words: said } = await ask(who, words)

    expect(client.sees(who).length).toBeGreaterThan(seen)
    expect(said).toMatch(pattern)
    expect(said).not.toMatch(/ging iets mis|went wrong/)
  })

  it('lets nobody do what is for others', async () => {
    await client.say(employee, 'wijzig 1.1')
    expect(last(employee).verbs).not.toContain('save-section')
    await client.say(employee, 'peilingen')
    expect(last(employee).verbs).not.toContain('edit-polls')
  })
})
