/** Handbook: four sections, one of which says what to do when something happened. */

const front = (title: string) => `---
title: ${title}
language: nl
owner: ciso@waterveen.example
review: 2099-01-01
---
`

export const HANDBOOK = {
  '01-thuiswerken.md': `${front('Thuiswerken')}
## Mag ik thuis printen? {#thuiswerken-printen}
<!-- vraagbaak
questions:
  - "kan ik ff iets printen thuis"
-->

**Nee, print op kantoor.** Thuis blijven stukken liggen.

## Hoe maak ik mijn wifi thuis veilig? {#thuiswerken-wifi}
<!-- vraagbaak
questions:
  - "is mijn wifi thuis wel veilig"
-->

**Verander het wachtwoord van je router.** Dat van de fabriek kent iedereen.
`,
  '02-inloggen.md': `${front('Inloggen')}
## Hoe lang moet een wachtwoord zijn? {#inloggen-lengte}
<!-- vraagbaak
questions:
  - "hoeveel tekens moet mijn wachtwoord hebben"
-->

**Minstens veertien tekens.** Een zin is het makkelijkst.

## Mag ik mijn wachtwoord met een collega delen? {#inloggen-niet-delen}
<!-- vraagbaak
acknowledge: true
-->

**Nee, nooit.** Vraag voor je collega een eigen account aan.
`,
  '03-incident.md': `${front('Incident')}
## Wat doe ik als mijn laptop weg is? {#incident-laptop-weg}
<!-- vraagbaak
incident: [general, lost-or-stolen]
-->

**Meld het meteen.** Ook als je twijfelt.

1. Bel het meldpunt.
2. Zeg wat erop stond.
3. Wacht op wat je moet doen.
`,
}
