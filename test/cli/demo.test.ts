/** `npm run demo` tells its story, from the sloppy question to the honest no. */
import { runCommand } from './run-command.ts'

it('tells the whole story, and quickly when nobody reads along', async () => {
  const { code, output, errors } = await runCommand('demo')
  const [, sloppy, whole, choice, followUp, incident, masked, unknown, english] =
    output.split(/^=== \d\. /m)

  expect([code, errors]).toEqual([0, ''])
  expect(sloppy).toMatch(/camscanner ofzo[\s\S]+Nee,[^.]*gratis scan-app[\s\S]+Bron: .+ § 5\.9/)
  expect(whole).toMatch(/> 1\n\nMag ik een scan-app[\s\S]+Zie ook:/)
  expect(choice).toMatch(/Bedoel je een van deze\?\n1\. [\s\S]+> 1\n[\s\S]+Bron: /)
  expect(followUp).toMatch(/> en op mijn telefoon\?\n/)
  expect(followUp).not.toMatch(/Meld dit nu|Dat weet ik niet/)
  expect(incident).toMatch(/Meld dit nu\. Bel 088-000 0100\./)
  expect(masked).toMatch(/Ik heb een BSN uit je bericht gehaald/)
  expect(unknown).toMatch(/Daar ga ik niet over|Dat weet ik niet/)
  expect(english).toMatch(/Source: .+ version/)
}, 30_000)
