/** Dutch words of the page that tells how the handbook is used. */

export const nlUse = {
  pageUse: 'Gebruik van het handboek',
  pageUsePeriod: (p: { from: string; until: string }) =>
    `Dertien hele weken: van ${p.from} tot en met ${p.until}. Op maandag schuift dit een week op.`,
  pageUseDemo: 'Voorbeeld: de vragen en de beoordelingen op deze pagina zijn verzonnen.',
  pageUseFew: 'te weinig vragen',
  pageUseFewRatings: 'te weinig beoordelingen',
  pageUseAbout: (p: { amount: string }) => `ongeveer ${p.amount}`,
  pageUseLess: (p: { amount: string }) => `minder dan ${p.amount}`,

  pageUseQuestions: 'Vragen',
  pageUseUnanswered: 'Zonder antwoord',
  pageUseChange: 'Laatste zes weken, naast de eerste zes',
  pageUseLessUnanswered: '▲ Vaker een antwoord dan eerst',
  pageUseMoreUnanswered: '▼ Vaker geen antwoord dan eerst',
  pageUseSame: '≈ Geen aantoonbaar verschil',

  pageUseTopics: 'Waar gaan de vragen over?',
  pageUseTopicsText: 'De tien teksten waarmee Vraagbaak het vaakst antwoord gaf.',
  pageUseTopicsCaption: 'Teksten en het aantal vragen, de meest gevraagde eerst',
  pageUseSection: 'Tekst in het handboek',
  pageUseBar: 'In verhouding',
  pageUseChapter: 'Hoofdstuk:',

  pageUseWeeks: 'Hoe vaak is er geen antwoord?',
  pageUseWeeksTitle: 'Deel van de vragen zonder antwoord, per week',
  pageUseWeeksText:
    'Vragen waar het handboek niet voor is, tellen hier niet mee. Een open rondje: te weinig vragen.',
  pageUseWeekOf: 'Week van',
  pageUseWeekPoint: (p: { date: string; rate: string }) => `In de week van ${p.date}: ${p.rate}.`,
  pageUseWeeksNone: 'In geen van de weken waren er genoeg vragen.',
  pageUseKinds: 'Wat zei Vraagbaak?',
  pageUseKindsCaption: 'Wat Vraagbaak zei, en hoe vaak',
  pageUseReply: 'Reactie',
  pageUseTimes: 'Aantal',
  pageUseAnswer: 'Een antwoord uit het handboek',
  pageUseSuggestions: 'Drie teksten om uit te kiezen',
  pageUseNoAnswer: 'Dat weet ik niet',
  pageUseNoneOfThese: 'Geen van de drie teksten was het',
  pageUseElsewhere: 'Daar gaat het handboek niet over',
  pageUseIncident: 'Eerste hulp bij een incident',

  pageUseRatings: 'Helpen de teksten?',
  pageUseRatingsText:
    'De tien teksten die het minst hielpen, over alle versies samen. Hier valt het meest te winnen.',
  pageUseRatingsCaption: 'Teksten en hoe vaak ze hielpen, de minst nuttige eerst',
  pageUseHelpful: 'Vond dit nuttig',
  pageUseRated: 'Beoordelingen',

  pageUseGaps: 'Waar helpt het handboek niet?',
  pageUseGapsText: (p: { count: number; days: number }) =>
    `Van de laatste ${p.days} dagen: alleen wat ${p.count} of meer verschillende mensen vroegen. Zonder tekst noemen we alleen woorden die zoveel mensen typten.`,
  pageUseGapsCaption: 'Onderwerpen waar het handboek niet bij hielp',
  pageUseGapTopic: 'Onderwerp',
  pageUseGapWhat: 'Wat ging er mis?',
  pageUseGapMissing: 'Er was geen antwoord',
  pageUseGapUnhelpful: 'De tekst hielp niet',
  pageUseGapsFew: 'Over geen enkel onderwerp hebben genoeg verschillende mensen iets gevraagd.',

  pageUseWaiting: 'Vragen aan de CISO',
  pageUseOpen: 'Nog open',
  pageUseNone: 'geen',
  pageUseOldest: 'De oudste wacht',
  pageUseLate: (p: { days: number }) => `langer dan ${p.days} werkdagen`,
  pageUseOnTime: (p: { days: number }) => `niet langer dan ${p.days} werkdagen`,
  pageUseInTime: (p: { days: number }) => `Afgehandeld binnen ${p.days} werkdagen`,
  pageUseWaitingText: (p: { days: number }) =>
    `De laatste ${p.days} dagen. Een vraag die te lang open staat, telt mee als te laat.`,

  pageUseHow: 'Hoe tellen we?',
  pageUseHowNobody: 'We tellen vragen per week, en nooit wie iets vroeg. Ook in een groepschat.',
  pageUseHowPeople:
    'Een teller weet niet hoeveel mensen iets vroegen. Daarom staat hier vragen, en niet mensen.',
  pageUseHowTen: (p: { amount: string }) =>
    `Bij minder dan ${p.amount} vragen of beoordelingen zie je niets. Dat is iets anders dan nul.`,
  pageUseHowRounded: 'Aantallen zijn afgerond op tien, en percentages op vijf.',
  pageUseHowRatings: 'Ook een beoordeling kan vaker van dezelfde persoon zijn.',
  pageUseHowOpen: (p: { amount: string }) =>
    `Staan er minder dan ${p.amount} vragen open? Dan zeggen we niet hoeveel, of hoe lang precies. Anders weet je wanneer iemand iets vroeg.`,
} as const
