/** Dutch words of results in the chat: for who leads people, and for the CISO. */

export const nlResults = {
  resultsTitle: 'Resultaten van de peiling',
  resultsMerged: (p: { list: string }) =>
    `Telde in deze ronde niet apart mee: ${p.list}. Er waren te weinig mensen voor een eigen cijfer. Hun antwoorden zijn opgeteld bij een groter onderdeel.`,
  resultsRefused: (p: { name: string }) =>
    `Van "${p.name}" kan ik je niets laten zien. Dat onderdeel leid je niet, of het telde in deze ronde niet apart mee.`,
  resultsBetter: (p: { topic: string; date: string }) => `${p.topic}: beter dan op ${p.date}`,
  resultsWorse: (p: { topic: string; date: string }) => `${p.topic}: slechter dan op ${p.date}`,
  resultsUnchanged: (p: { topic: string; date: string }) =>
    `${p.topic}: geen aantoonbare verandering sinds ${p.date}`,
  resultsLowest: (p: { topic: string }) => `${p.topic}: het laagste cijfer van deze ronde`,
  resultsHighest: (p: { topic: string }) => `${p.topic}: het hoogste cijfer van deze ronde`,
  resultsSafely: (p: { rate: string; answer: string }) =>
    `${p.rate}% antwoordt veilig: ${p.answer}.`,
  resultsNoHeadlines:
    'Er zijn hier te weinig antwoorden voor percentages, of bijna iedereen antwoordde hetzelfde. Bij de cijfers per vraag staat wat er wel te zien is.',
  resultsHidden: (p: { hidden: string; whole: string }) =>
    `Zonder eigen cijfer: ${p.hidden} van de ${p.whole} onderdelen hieronder. Zo is niemands antwoord te raden.`,
  resultsSuggestion: 'Begin hiermee',
  resultsSuggestionWhy: 'Deze vraag heeft het laagste cijfer. Dit helpt:',
  resultsFigures: 'Cijfers per vraag',
  resultsOthers: 'Andere onderdelen',
  resultsMore: (p: { amount: string }) =>
    `Er zijn er nog ${p.amount}. Typ "resultaten" met de naam van een onderdeel.`,
  resultsOpenPage: 'Open de resultatenpagina',
  resultsEarlier: 'Typ "resultaten vorige ronde" om de voorlaatste ronde te zien.',

  resultsChoiceTitle: 'Welk onderdeel bedoel je?',
  resultsChoiceText: (p: { name: string }) => `Er zijn er meer die lijken op "${p.name}".`,

  resultsLinkTitle: 'De resultatenpagina',
  resultsLinkText: (p: { organisation: string }) =>
    `Hier staan alle resultaten van ${p.organisation} die jij mag zien.`,
  resultsLinkOnce: (p: { count: number }) =>
    p.count === 1
      ? 'De link werkt één keer, binnen 1 minuut.'
      : `De link werkt één keer, binnen ${p.count} minuten.`,
  resultsBack: 'Terug naar de resultaten',
  resultsLinkYours: 'Hij is alleen voor jou. Stuur hem niet door.',

  noticeResultsNotYours:
    'Resultaten zijn er voor wie mensen leidt, voor de CISO en voor de auditor. Vraag je leidinggevende naar die van jouw onderdeel. Ging het over iets anders? Stel je vraag dan in een hele zin.',
  noticeNoResults:
    'Er zijn nog geen resultaten. Ze komen als een ronde is gesloten, en nooit eerder.',
  noticeNoEarlierResults: 'Er is nog maar één ronde gesloten. Typ "resultaten" om die te zien.',
  noticeResultsGone:
    'Deze ronde bewaar ik niet meer. Typ "resultaten" voor de ronde van het laatst.',
  noticeResultsPagePrivate:
    'Hier lezen anderen mee. Open de resultatenpagina vanuit ons eigen gesprek.',
  noticeNoResultsPage: 'Er is hier geen resultatenpagina. Typ "resultaten" om ze hier te zien.',
} as const
