/**
 * Conformance, handbooks: one that builds on that of a region, what one said on a day, and a Word file,
 * in either platform.
 */
import { aWordFile, bold, h1, h2, p, paragraph } from '../knowledge/import/a-word-file.ts'
import { removeFolders } from '../knowledge/waterveen.ts'
import { ciso, employee } from './people.ts'
import { aPlaceIn, PLATFORMS, type Place } from './platforms.ts'

const QUESTION = 'mag ik thuis scannen'
const regionSaying = (lead: string) => ({
  '01-scannen.md': `---
title: Scannen
language: nl
owner: ciso@regio.example
review: 2099-01-01
---

## Mag ik thuis scannen? {#scannen}

**${lead}** Bewaar het meteen in het zaaksysteem.
`,
})

afterAll(removeFolders)

describe.each(PLATFORMS)('in $name', (platform) => {
  let place: Place
  afterEach(() => place.leave())

  describe('a handbook that builds on that of a region', () => {
    beforeEach(async () => {
      place = await aPlaceIn(platform, { region: regionSaying('Ja, met de scanner van je werk.') })
    })

    it('says whose words they are, and takes over what the region publishes', async () => {
      const { town, ask } = place
      const before = await ask(employee, QUESTION)
      await town.publishRegion(regionSaying('Nee, scan op kantoor.'))
      await town.settle()

      expect(before.words).toMatch(/scanner van je werk.*Regio Waterland/s)
      expect((await ask(employee, `${QUESTION} dan`)).words).toMatch(/Nee, scan op kantoor/)
    })

    it('gets words of its own, is asked when the region changes them, and goes back', async () => {
      const { town, client, ask, last } = place
      await client.say(ciso, 'wijzig paragraaf scannen')
      const own = { text: '**Ja, bij ons wel.** Op de printer van je werk.' }
      await client.press(ciso, 'save-section', own)
      await client.close(ciso)
      expect(last(ciso).words).toMatch(/eigen versie van een paragraaf uit Regio Waterland/)
      await client.press(ciso, 'publish-draft')
      await town.settle()
      expect((await ask(employee, QUESTION)).words).toMatch(/bij ons wel/)

      await town.publishRegion(regionSaying('Nee, scan op kantoor.'))
      await town.settle()
      const changed = client.sees(ciso).find(({ verbs }) => verbs.includes('take-base-text'))
      expect(changed?.words).toMatch(/Regio Waterland/)
      await client.press(ciso, 'take-base-text')
      await town.settle()
      await client.press(ciso, 'publish-draft')
      await town.settle()

      expect((await ask(employee, `${QUESTION} nu`)).words).toMatch(/Nee, scan op kantoor/)
    })
  })

  describe('a handbook of its own', () => {
    beforeEach(async () => {
      place = await aPlaceIn(platform)
    })

    it('tells what it said on a day, to who looks into things', async () => {
      const { town, client, ask, last } = place
      await ask(employee, 'kan ik ff iets printen thuis')
      const day = new Date(town.clock()).toISOString().slice(0, 10).split('-').reverse().join('-')
      town.pass(1)
      await client.say(ciso, 'wijzig 1.1')
      await client.press(ciso, 'save-section', { text: '**Ja, op de printer van je werk.**' })
      await client.close(ciso)
      await client.press(ciso, 'publish-draft')
      await town.settle()
      await client.say(ciso, `op ${day}: mag ik thuis printen`)
      await town.settle()

      expect(last(ciso).words).toMatch(/Nee, print op kantoor/)
      expect((await ask(employee, `op ${day}: mag ik thuis printen`)).words).not.toMatch(
        /Nee, print/,
      )
    })

    it('takes a chapter from a Word file, and shows what differs before it is published', async () => {
      const { town, client, ask } = place
      const chapter = [
        h1('Thuiswerken'),
        h2('Mag ik thuis printen?'),
        paragraph(bold('Nee, print op kantoor.')),
        p('Thuis blijven stukken liggen.'),
        h2('Hoe maak ik mijn wifi thuis veilig?'),
        paragraph(bold('Verander het wachtwoord van je router.')),
        p('Dat van de fabriek kent iedereen.'),
        h2('Mag ik thuis vergaderen?'),
        paragraph(bold('Ja, met de deur dicht.')),
        p('Huisgenoten luisteren mee.'),
      ]
      await client.send(ciso, 'thuiswerken.docx', aWordFile(chapter.join('')))
      await town.settle()
      const before = await ask(employee, 'mag ik thuis vergaderen')
      expect(before.words).not.toMatch(/deur dicht/)

      await client.press(ciso, 'show-draft')
      await town.settle()
      expect(client.sees(ciso).at(-1)?.words).toMatch(/deur dicht/)
      await client.press(ciso, 'publish-draft')
      await town.settle()

      expect((await ask(employee, 'mag ik thuis ook vergaderen')).words).toMatch(/deur dicht/)
    })
  })
})
