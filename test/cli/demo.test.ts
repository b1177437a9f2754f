/** `npm run demo` tells its story, from the sloppy question to the answer of a human. */
import { runCommand } from './run-command.ts'

const TIMEOUT_MS = 30_000

it(
  'tells the whole story, and quickly when nobody reads along',
  async () => {
    const { code, output, errors } = await runCommand('demo')
    const [, sloppy, whole, choice, followUp, masked, unknown, english, incident, human] =
      output.split(/^=== \d\. /m)

    expect([code, errors]).toEqual([0, ''])
    expect(sloppy).toMatch(/camscanner ofzo[\s\S]+Nee,[^.]*gratis scan-app[\s\S]+Bron: .+ § 5\.9/)
    expect(whole).toMatch(/> 1\n\nMag ik een scan-app[\s\S]+Zie ook:/)
    expect(choice).toMatch(/Bedoel je een van deze\?\n1\. [\s\S]+> 1\n[\s\S]+Bron: /)
    expect(followUp).toMatch(/> en op mijn telefoon\?\n/)
    expect(followUp).not.toMatch(/Meld dit nu|Dat weet ik niet/)
    expect(masked).toMatch(/Ik heb een BSN uit je bericht gehaald/)
    expect(unknown).toMatch(/Daar ga ik niet over|Dat weet ik niet/)
    expect(english).toMatch(/Source: .+ version/)
    expect(incident).toMatch(
      /Meld dit nu\. Bel 088-000 0100\.[\s\S]+\[Verstuur\][\s\S]+I-\d{4}-0001/,
    )
    expect(incident).toMatch(/--- Bericht aan Marit, CISO[\s\S]+06-12345678/)
    expect(human).toMatch(
      /\[Verstuur zonder mijn naam\][\s\S]+V-\d{4}-0001[\s\S]+--- Bericht aan Marit, CISO[\s\S]+havenfeest[\s\S]+--- Bericht aan Noor, medewerker[\s\S]+Boven publiek vliegen we niet/,
    )
    expect(human).not.toContain('Hofland')
  },
  TIMEOUT_MS,
)
