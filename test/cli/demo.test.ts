/** `npm run demo` tells its story, from the sloppy question to a version that is taken back. */
import { runCommand } from './run-command.ts'

const TIMEOUT_MS = 30_000

it(
  'tells the whole story, and quickly when nobody reads along',
  async () => {
    const { code, output, errors } = await runCommand('demo')
    const scenes = output.split(/^=== \d+\. /m)
    const [, sloppy, whole, choice, followUp, masked, unknown, english, incident, human] = scenes
    const [planned = '', opened = '', closed = '', results = ''] = scenes.slice(10).map(flat)
    const [edited = '', approved = '', told = '', announced = '', back = ''] = scenes
      .slice(14)
      .map(flat)

    expect([code, errors]).toEqual([0, ''])
    expect(scenes).toHaveLength(19)
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
    expect(planned).toMatch(
      /> peilingen .* Klopt deze planning\? .* om 10:00 uur 3 vragen aan 25 mensen\. .* De volgende rondes .* Stop de peiling/,
    )
    expect(opened).toMatch(
      /--- Bericht aan Marit, CISO Er is een ronde .* naar 25 mensen\. .*--- Bericht aan Noor, medewerker Drie vragen .* 15 collega's antwoorden ook .* Bedankt, verwerkt\. .*> peiling Je hebt al meegedaan\./,
    )
    expect(closed).toMatch(
      /--- Bericht aan Marit, CISO Resultaten van de peiling gemeente Waterveen .* Respons: 16 van 25 \(64%\) .*: het laagste cijfer van deze ronde /,
    )
    expect(results).toMatch(
      /^Resultaten: .* CISO> resultaten Resultaten van de peiling .* het laagste cijfer van deze ronde .* Begin hiermee .*> \[Cijfers per vraag\] Dit kwam uit de peiling .* Respons: 16 van 25 \(64%\) Uitnodiging aangekomen bij: 25 van 25 \(100%\) .* Preciezer kan niet, zonder iets over iemand te vertellen\. .* Waarschijnlijk tussen \d+ en \d+% \(16 antwoorden\).*> resultaten Resultaten zijn er voor wie mensen leidt/,
    )
    expect(edited).toMatch(
      /Openbare stukken mag je thuis wel printen\. .* CISO> wijzig paragraaf thuis printen Paragraaf 5\.8 wijzigen .*bewaard als concept .*--- Bericht aan Marit, CISO Concept .* Ik heb \d{3,} vragen gesteld .* Er verandert een telefoonnummer\. .* Openbare stukken mag je thuis wel printen\. .* versie 1 /,
    )
    expect(approved).toMatch(
      /\[Vraag een tweede persoon\] .*--- Bericht aan Gerrit, plaatsvervanger Concept .* Gerrit, plaatsvervanger> \[Keur goed en publiceer\] Versie 2 is gepubliceerd .*--- Bericht aan Marit, CISO Versie 2 is gepubliceerd/,
    )
    expect(told).toMatch(
      /--- Bericht aan Noor, medewerker .*gewijzigd.* zwart-wit\. .*> mag ik thuis printen\? .* alleen zwart-wit\. .* versie 2 /,
    )
    expect(announced).toMatch(
      /Dit gaat naar 9 mensen van dit onderdeel: Sociaal Domein\. Er is nog niets verstuurd\. .*--- Bericht aan Noor, medewerker Het handboek is gewijzigd .* zwart-wit\./,
    )
    expect(back).toMatch(
      /> versies .* Nagekeken door gerrit\.zandstra@.* Versie 1 terugzetten\? .* Versie 3 is gepubliceerd .* Openbare stukken mag je thuis wel printen\. .* versie 3 /,
    )
    expect(closed + results).not.toMatch(/Noor|Jeugd|Voorbeeldcijfers/)
  },
  TIMEOUT_MS,
)

/** Without the breaks of lines. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')
