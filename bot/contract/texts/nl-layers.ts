/** Dutch words of layers: a handbook that builds on another, and what was answered on a day. */

export const nlLayers = {
  sourceLayer: (p: { name: string }) => `uit het handboek van ${p.name}`,
  versionWithBase: (p: { version: string; number: string }) => `${p.version} (basis ${p.number})`,

  changeOverride: (p: { name: string }) => `eigen versie van een paragraaf uit ${p.name}`,
  formFromBase: (p: { name: string }) =>
    `Deze paragraaf komt van ${p.name}. Wat je bewaart, wordt jullie eigen versie.`,
  formOverride: (p: { name: string }) =>
    `Dit is jullie eigen versie van een paragraaf van ${p.name}.`,
  takeBaseText: (p: { name: string }) => `Neem de tekst van ${p.name} weer over`,

  baseChangedTitle: 'Het basishandboek is gewijzigd',
  baseChangedText: (p: { name: string; title: string }) =>
    `${p.name} heeft "${p.title}" gewijzigd. Jullie hebben een eigen versie.`,
  baseAddedText: (p: { name: string; title: string }) =>
    `${p.name} heeft nu ook "${p.title}". Jullie eigen tekst blijft gelden.`,
  baseRemovedText: (p: { name: string; title: string }) =>
    `${p.name} heeft "${p.title}" verwijderd. Jullie eigen tekst blijft gelden.`,
  baseChangedThere: (p: { version: string }) => `Dit veranderde daar, in versie ${p.version}`,
  baseChangedOurs: 'Dit is jullie eigen tekst',
  baseChangedEdit: 'Pas onze versie aan',
  baseChangedTake: 'Neem de nieuwe tekst over',

  asOfTitle: (p: { date: string }) => `Het handboek op ${p.date}`,
  asOfHeld: 'Aan het eind van die dag gold deze versie:',
  asOfEarlier: 'Eerder op die dag gold:',
  asOfBase: (p: { name: string; version: string; moment: string }) =>
    `Het basishandboek van ${p.name} was versie ${p.version}, van ${p.moment}.`,
  asOfAsked: (p: { title: string }) => `De vraag: "${p.title}"`,
  asOfAnswer: 'Dit had ik geantwoord:',
  asOfSuggestions: 'Ik had laten kiezen uit:',
  asOfNoAnswer: 'Hierop had ik geen antwoord.',
  asOfElsewhere: (p: { topic: string; ask: string }) =>
    `Over ${p.topic} stond niets in het handboek. Ik had verwezen naar ${p.ask}.`,
  asOfIncident: 'Dit had ik als melding gezien. De eerste stappen waren:',
  asOfToday: 'Ik zoek zoals ik nu zoek, in de tekst van toen.',

  noticeAsOfComing: 'Ik zoek het op. Je krijgt zo antwoord.',
  noticeAsOfNoDate: 'Die datum bestaat niet. Typ bijvoorbeeld: op 3 mei 2026: mag ik thuis printen',
  noticeAsOfFuture: 'Die dag moet nog komen.',
  noticeAsOfBefore: 'Op die dag was er nog geen versie van het handboek.',
  noticeNoOwnVersion: 'Jullie hebben geen eigen versie van deze paragraaf.',
}
