/** Dutch words of the pages with results. */

export const nlPages = {
  pageSkip: 'Ga naar de inhoud',
  pageMenu: 'Hoofdmenu',
  pageCrumbs: 'Kruimelpad',
  pageOtherLanguage: 'English',
  pageOverview: 'Overzicht',
  pageRounds: 'Rondes',
  pageAbout: 'Zo lees je dit',
  pageAccessibility: 'Toegankelijkheid',
  pageSignOut: 'Uitloggen',
  pageRoundFrom: 'Ronde van',
  pageShow: 'Toon',
  pageCsv: 'Download als CSV',
  pageXlsx: 'Download voor Excel',
  pageMethod:
    'Percentages zijn schattingen met een marge. Antwoorden van te weinig mensen laten we niet zien.',
  pageContact: (p: { name: string; email: string }) =>
    `Vragen over deze cijfers? Stel ze aan de CISO: ${p.name}, ${p.email}.`,

  pageSignIn: 'Bekijk de resultaten',
  pageSignInText: 'Je hebt in de chat om deze pagina gevraagd. Klik op de knop om haar te openen.',
  pageSignInButton: 'Open de resultaten',
  pageSignInOnce:
    'Deze link werkt één keer, en alleen de eerste tien minuten. Stuur hem niet door.',
  pageHowToGetIn: 'Typ in de chat met Vraagbaak: resultaten. Dan krijg je een nieuwe link.',
  pageNotSignedIn: 'Je bent niet ingelogd',
  pageExpired: 'Deze link werkt niet meer',
  pageNoRights: 'Deze resultaten zijn niet voor jou',
  pageNoRightsText:
    'Alleen leidinggevenden en de CISO zien resultaten. Klopt dit niet? Vraag het dan aan de CISO.',
  pageNotFound: 'Deze pagina is er niet',
  pageNotFoundText: 'Misschien is de ronde verwijderd, of klopt het adres niet.',
  pageTooMany: 'Dat was te vaak achter elkaar',
  pageTooManyText: 'Wacht een minuut en probeer het dan nog eens.',
  pageBroken: 'Er ging iets mis',
  pageBrokenText: (p: { reference: string }) =>
    `Probeer het straks nog eens. Lukt het dan niet? Bel de servicedesk en noem nummer ${p.reference}.`,
  pageSignedOut: 'Je bent uitgelogd',

  pageTable: (p: { title: string }) => `Cijfers in een tabel: ${p.title}`,
  pageRoundHead: 'Ronde',
  pageShareHead: 'Antwoordt veilig',
  pageIntervalHead: 'Waarschijnlijk',
  pageAnswers: 'Antwoorden',
  pageAnswer: 'Antwoord',
  pageShareOfAll: 'Deel van alle antwoorden',
  pageTrendNone: 'In geen van de rondes is er een percentage.',
  pageTrendPoint: (p: { date: string; rate: string }) => `Op ${p.date}: ${p.rate}%.`,
  pageTrendTitle: (p: { topic: string }) => `Verloop: ${p.topic}`,
  pageTrend: 'Verloop over de rondes',
  pageTrends: 'Gaat het de goede kant op?',
  pageTrendText:
    'Deze vragen stellen we elke ronde. De lichte band is de marge. Een open rondje: geen percentage.',
  pageDistribution: 'Zo is er geantwoord',

  pageAtLeast: (p: { rate: string }) => `${p.rate}% of meer`,
  pageAtMost: (p: { rate: string }) => `${p.rate}% of minder`,
  pageLow: 'laag',
  pageMiddle: 'midden',
  pageHigh: 'hoog',
  pageAbove: 'hoger',
  pageBelow: 'lager',
  pageSame: 'vergelijkbaar',
  pageAboveWhole: 'Hoger dan de hele organisatie',
  pageBelowWhole: 'Lager dan de hele organisatie',
  pageSameWhole: 'Vergelijkbaar met de hele organisatie',
  pageTooFew: 'te weinig antwoorden',
  pageProtected: 'afgeschermd',
  pageSensitive: 'te weinig voor gevoelige vraag',
  pageOrganisationOnly: 'alleen voor het geheel',
  pageBetter: (p: { date: string }) => `Beter dan op ${p.date}`,
  pageWorse: (p: { date: string }) => `Slechter dan op ${p.date}`,
  pageUnchanged: (p: { date: string }) => `Geen aantoonbare verandering sinds ${p.date}`,
  pageFirstTime: 'Niet te vergelijken met een eerdere ronde',
  pageSafely: 'antwoordt veilig',
  pageBetween: (p: { low: string; high: string }) => `Waarschijnlijk tussen ${p.low} en ${p.high}%`,

  pageOverviewTitle: 'Zo veilig werken we thuis',
  pageNoRound: 'Er is nog geen ronde gesloten. Daarna staan hier de resultaten.',
  pageWhole: (p: { organisation: string }) => `Hele organisatie: ${p.organisation}`,
  pageOthers: 'Ook van jou:',
  pageMerged: (p: { list: string }) =>
    `Te klein voor een eigen cijfer, en dus opgeteld bij een groter onderdeel: ${p.list}.`,
  pageNoHeadlines: 'Voor percentages zijn er te weinig antwoorden. Dit is wel te zeggen:',
  pageFoundBetter: 'Beter',
  pageFoundWorse: 'Slechter',
  pageFoundLowest: 'Laagste cijfer van deze ronde',
  pageFoundHighest: 'Hoogste cijfer van deze ronde',
  pageFoundSame: 'Geen verandering te zien',
  pageDo: 'Wat kun je doen?',
  pageDoText: (p: { topic: string }) => `Begin met: ${p.topic}. Bespreek het in je team.`,
  pageSection: (p: { number: string }) => `In het handboek, § ${p.number}:`,
  pageSectionHow: 'Typ deze titel in de chat met Vraagbaak om de tekst te lezen.',
  pageHandbook: 'Wat zegt het handboek?',
  pageResponseTitle: 'Hoeveel mensen deden mee?',
  pageResponseHead: 'Respons',
  pageHeatTitle: 'Per onderdeel',
  pageHeatText: 'In de volgorde van de organisatie. Dit is geen ranglijst.',
  pageHeatCaption: 'Welk deel antwoordt veilig, per onderdeel en onderwerp',
  pageUnit: 'Onderdeel',
  pageUnitsBelow: (p: { name: string; amount: string }) => `${p.name}: onderdelen (${p.amount})`,
  pageUnitsLeft: (p: { amount: string }) =>
    `Er zijn nog ${p.amount} onderdelen. Klik op een onderdeel om te zien wat eronder valt.`,
  pageLegend: 'Wat betekenen de tekens?',
  pageLegendAbove: 'Hoger dan de hele organisatie. De marges overlappen niet.',
  pageLegendBelow: 'Lager dan de hele organisatie. De marges overlappen niet.',
  pageLegendSame: 'Vergelijkbaar: de marges overlappen, dus er is geen verschil te zien.',
  pageLegendBand: (p: { count: number }) =>
    `Laag, midden of hoog: er zijn minder dan ${p.count} antwoorden, te weinig voor een percentage.`,
  pageLegendExtreme:
    '80% of meer, of 20% of minder: preciezer zeggen zou iemands antwoord verraden.',
  pageLegendProtected: 'Afgeschermd: met andere cijfers samen zou dit te weinig mensen verraden.',

  pageUnitsTitle: 'Onderdelen naast de hele organisatie',
  pageUnitsText:
    'In de volgorde van de organisatie. Streep: de marge. Lichte baan: de marge van de hele organisatie.',
  pageUnitsCaption: 'Elk onderdeel met zijn marge',
  pageMargin: 'Marge, van 0 tot 100%',
  pageCompared: 'Naast de hele organisatie',
  pageNational: 'Landelijk, ter vergelijking',
  pageQuestions: 'Per vraag',
  pageUnitNotThen: 'Dit onderdeel had in deze ronde geen eigen cijfer. Kies een andere ronde.',

  pageRoundsText: 'Van een ronde die nog open is, kan niemand iets zien.',
  pageRoundsCaption: 'Gesloten rondes, de nieuwste eerst',
  pageClosed: 'Gesloten op',
  pageTopics: 'Onderwerpen',
  pageDemoWord: 'voorbeeldcijfers',

  pageAboutTitle: 'Wat kun je hieruit wel en niet opmaken?',
  pageAboutYes: 'Dit kun je eruit opmaken',
  pageAboutYesTeam: 'Welk deel van je mensen een veilig antwoord geeft, met de marge erbij.',
  pageAboutYesChange: 'Of dat aantoonbaar anders is dan in een eerdere ronde.',
  pageAboutYesTalk: 'Waarover je het in je team kunt hebben, en welke tekst daarbij helpt.',
  pageAboutNo: 'Dit kun je er niet uit opmaken',
  pageAboutNoPerson: 'Wie heeft geantwoord, of wat iemand koos. Dat weet niemand.',
  pageAboutNoJudge:
    'Hoe goed iemand zijn werk doet. Gebruik deze cijfers nooit voor een beoordeling.',
  pageAboutNoRank: 'Welk team het beste is. Daarom staat er nergens een ranglijst.',
  pageAboutNoCause: 'Waardoor een cijfer verandert. Vraag dat aan de mensen zelf.',
  pageAboutFew: 'Wanneer je een cijfer ziet',
  pageAboutEligible: (p: { amount: string }) =>
    `Een onderdeel telt minstens ${p.amount} mensen. Een kleiner onderdeel tellen we op bij het onderdeel erboven.`,
  pageAboutAnswers: (p: { amount: string }) =>
    `Bij minder dan ${p.amount} antwoorden zie je niets, ook niet hoeveel het er waren.`,
  pageAboutPercentage: (p: { amount: string }) =>
    `Bij minder dan ${p.amount} antwoorden zie je alleen laag, midden of hoog.`,
  pageAboutDistribution: (p: { amount: string }) =>
    `Vanaf ${p.amount} antwoorden kun je zien hoe de antwoorden zijn verdeeld.`,
  pageAboutExtreme:
    'Antwoordt bijna iedereen hetzelfde? Dan zie je alleen: 80% of meer, of 20% of minder.',
  pageAboutRemainder:
    'Soms is een cijfer afgeschermd. Anders kun je door aftrekken achter de antwoorden van een paar mensen komen.',
  pageAboutSensitive: 'Bij gevoelige vragen zijn we strenger.',
  pageAboutRounded: 'Percentages van kleine groepen zijn afgerond op 5.',
  pageAboutMargin: 'De marge',
  pageAboutInterval:
    'Niet iedereen antwoordt. Daarom staat bij elk percentage waar het echte cijfer waarschijnlijk ligt (95%, Wilson).',
  pageAboutCompare:
    'Een onderdeel is pas hoger of lager dan de organisatie als de marges elkaar niet raken.',
  pageAboutVerdict:
    'Beter of slechter staat er alleen als het verschil geen toeval lijkt. Anders zie je: geen aantoonbare verandering.',
  pageAboutSilent: 'Wie niet meedeed',
  pageAboutNonResponse:
    'De marge zegt niets over mensen die niet meededen. Antwoorden zij anders? Dan kloppen de cijfers minder.',
  pageAboutLow: 'Doen er minder dan 4 van de 10 mensen mee? Wees dan voorzichtig.',
  pageAboutHonest: 'Mensen zeggen zelf wat ze doen. Dat is niet altijd wat ze echt doen.',
  pageAboutScale: 'De vragen',
  pageAboutNoScale: 'De vragen zijn bedoeld om te leren. Samen zijn ze geen gevalideerde schaal.',
  pageAboutNational:
    'Een landelijk cijfer gaat over andere mensen in een ander jaar. Het is geen norm.',

  pageA11yGoal: 'Deze pagina’s zijn gemaakt om te voldoen aan WCAG 2.2, niveau AA.',
  pageA11yKeyboard: 'Alles werkt met het toetsenbord, en zonder scripts.',
  pageA11yReader: 'Bij elke grafiek staat een beschrijving en een tabel met dezelfde cijfers.',
  pageA11yColour:
    'Kleur betekent nooit iets zonder teken en woord. Donker en hoog contrast werken ook.',
  pageA11yZoom: 'Je kunt vergroten tot 400%, en afdrukken op A4.',
  pageA11yTestedTitle: 'Hoe is dit getest?',
  pageA11yTested: 'Bij elke wijziging test een programma alle pagina’s in Chromium.',
  pageA11yUntested: 'Mensen met een beperking hebben de pagina’s nog niet getest.',
  pageA11yReportTitle: 'Werkt er iets niet?',
  pageA11yReport: (p: { name: string; email: string }) =>
    `Meld het bij ${p.name}, ${p.email}. Zeg welke pagina het is en wat er misgaat.`,
} as const
