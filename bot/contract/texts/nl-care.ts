/** Dutch words of what keeps a handbook alive: reading receipts, review dates and the crisis sheet. */

export const nlCare = {
  acknowledgeAsk: 'Heb je dit gelezen en begrepen?',
  acknowledgeButton: 'Gelezen en begrepen',
  acknowledgeCode:
    'Ik bewaar een code in plaats van je naam. Leidinggevenden zien ongeveer hoeveel mensen bevestigden, nooit wie.',
  acknowledgeName:
    'Ik bewaar je personeelsnummer, je onderdeel en de datum. Zo kan de gemeente laten zien wie dit las.',
  acknowledgeUntil: (p: { days: number }) =>
    `Dat wis ik ${p.days} dagen nadat deze tekst wijzigt. Typ "vergeet mij" om het eerder te wissen.`,

  toReadTitle: 'Nog te lezen',
  toReadText: 'Lees deze paragrafen. Druk daarna onderaan op "Gelezen en begrepen".',

  readTitle: 'Wie heeft het gelezen?',
  readText: 'Zoveel mensen zeiden: gelezen en begrepen. Namen en precieze aantallen toon ik niet.',
  readCounted: (p: { date: string }) => `Geteld op ${p.date}. Elke week tel ik opnieuw.`,
  readNotCounted: 'Nog niet geteld. Dat doe ik aan het begin van elke week.',
  readTooFew: 'Er zijn te weinig mensen om iets te tonen.',
  readFew: 'nog weinig of niemand',
  readAbout: (p: { figure: string }) => `ongeveer ${p.figure}`,
  readMost: 'bijna iedereen of iedereen',
  readUnit: (p: { title: string; persons: string; figure: string }) =>
    `${p.title} (${p.persons}): ${p.figure}`,
  readMerged: (p: { list: string }) =>
    `Te klein om apart te tonen, en bij een groter onderdeel geteld: ${p.list}.`,
  readMore: 'Er zijn meer onderdelen dan hier passen.',

  reviewsTitle: 'Nakijken: klopt dit nog?',
  reviewsEditor:
    'Klopt een tekst nog? Dan zet ik de nieuwe datum in een concept. Je publiceert het daarna zelf.',
  reviewsOwner:
    'Jij bent de eigenaar van deze teksten. Klopt er iets niet meer? Vraag de CISO om het te wijzigen.',
  reviewUntil: (p: { date: string }) => `Nakijken uiterlijk op ${p.date}`,
  reviewPast: (p: { date: string }) => `De datum is voorbij: ${p.date}`,
  reviewYes: 'Klopt nog, over een jaar weer',
  reviewYesOwner: 'Klopt nog',
  reviewsAllYes: 'Alles klopt nog',
  reviewsMore: (p: { count: number }) =>
    p.count === 1
      ? 'Er is nog 1 paragraaf om na te kijken.'
      : `Er zijn nog ${p.count} paragrafen om na te kijken.`,
  reviewConfirmedTitle: 'De eigenaar zegt: dit klopt nog',
  reviewConfirmedBy: (p: { name: string }) => `Nagekeken door ${p.name}. Neem je dat over?`,

  crisisTitle: 'Crisiskaart',
  crisisNone: 'Het handboek heeft nog geen stappen voor incidenten.',
  crisisMore: 'Niet alles past op deze kaart. Kijk in het handboek voor de rest.',
  crisisContact: (p: { name: string; email: string }) => `CISO: ${p.name}, ${p.email}`,
  crisisSheetIntro: 'Bel eerst. Doe daarna wat hieronder staat.',
  crisisSheetFoot: (p: { handbook: string; version: string; date: string }) =>
    `${p.handbook}, versie ${p.version}, afgedrukt op ${p.date}.`,
  crisisSheetAgain: 'Hang na elke nieuwe versie een nieuwe kaart op.',

  removedAcknowledged: (p: { count: number }) =>
    p.count === 1 ? '1 bevestiging dat je iets las' : `${p.count} bevestigingen dat je iets las`,

  noticeAcknowledged: 'Dank je. Dit telt mee.',
  noticeAcknowledgedBefore: 'Dit had je al bevestigd. Het telt één keer.',
  noticeAcknowledgeChanged:
    'Deze tekst is intussen gewijzigd. Open de paragraaf opnieuw en lees hem nog eens.',
  noticeAcknowledgeNotAsked: 'Deze paragraaf hoef je niet te bevestigen. Er is niets bewaard.',
  noticeAcknowledgeUnknown:
    'Je staat niet in het personeelsbestand. Daarom kan ik dit niet voor je bijhouden.',
  noticeNothingToRead: 'Je hebt alles bevestigd wat iedereen moet lezen.',
  noticeNoReadReceipts: 'Er zijn geen paragrafen die iedereen moet bevestigen.',
  noticeNoReviews: 'Er hoeft nu niets te worden nagekeken.',
  noticeReviewsChanged:
    'De tekst is intussen gewijzigd, of is al nagekeken. Er is niets veranderd.',
  noticeReviewsPassedOn: 'Dank je. De CISO krijgt het te horen.',
} as const
