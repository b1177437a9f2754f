/** Dutch words of polls: for who is asked, and for who plans them and reads what came of them. */

export const nlPolls = {
  pollTitleOne: 'Eén vraag over veilig thuiswerken',
  pollTitleTwo: 'Twee vragen over veilig thuiswerken',
  pollTitleThree: 'Drie vragen over veilig thuiswerken',
  pollTitleFour: 'Vier vragen over veilig thuiswerken',
  pollTitleFive: 'Vijf vragen over veilig thuiswerken',
  pollReminder: 'Dit is een herinnering. Wie wel of niet heeft geantwoord, kan niemand zien.',
  pollBrief: 'Dit kost je minder dan een minuut. Meedoen is vrijwillig.',
  pollCloses: (p: { until: string }) => `Je kunt meedoen tot ${p.until}.`,
  pollPromiseCounted:
    'Je antwoorden zijn vertrouwelijk. Ik tel ze meteen op bij die van je afdeling, en bewaar ze niet bij je naam.',
  pollPromiseRemembered: 'Ik onthoud alleen dat je hebt meegedaan, tot de ronde sluit.',
  pollPromiseShown: 'Je leidinggevende ziet pas iets na sluiting, en alleen bij genoeg antwoorden.',
  pollPromiseLimit:
    'Op het moment van versturen is bekend wie je bent. Daarom noem ik dit vertrouwelijk, en niet anoniem.',
  pollQuestionOf: (p: { place: number; count: number }) => `Vraag ${p.place} van ${p.count}`,
  pollSensitive:
    'Vertrouwelijk: we tonen alleen groepscijfers. Je antwoord wordt nooit gebruikt bij de behandeling van een incident.',
  pollPeriod: 'Het gaat over de afgelopen vier weken.',
  pollChoose: 'Kies eerst een antwoord bij deze vraag.',
  pollFinal: 'Na het versturen kun je je antwoorden niet meer veranderen.',
  pollSend: 'Verstuur',
  pollInTeams: 'Antwoorden doe je in Teams, op de kaart met deze vragen.',
  pollFormInTeams: 'Aanpassen doe je in Teams, op de kaart met deze vakken.',
  pollRatherNot: 'Liever niet?',
  pollNotToday: 'Niet vandaag',
  pollNotThisRound: 'Deze ronde niet',
  pollNever: 'Nooit meer',

  pollThanksTitle: 'Bedankt, verwerkt.',
  pollThanksText: 'Je antwoorden zijn opgeteld. Hier laat ik niet zien wat je koos.',
  pollLessons: 'Dit zegt het handboek',
  pollRight: (p: { answer: string }) => `Het juiste antwoord: ${p.answer}`,
  pollReportTitle: 'Is er iets gebeurd dat nog niet gemeld is?',
  pollReportText: 'Meld het dan nu. Dat is nooit fout, ook niet als het langer geleden is.',
  pollReportApart: 'Een melding staat los van deze vragen: je antwoorden blijven vertrouwelijk.',

  pollDeclinedTitle: 'Dat is goed',
  pollDeclinedToday: 'Vandaag hoor je hier niets meer over.',
  pollDeclinedRound: 'Van deze ronde hoor je niets meer.',
  pollDeclinedNever: 'Je krijgt geen uitnodigingen meer.',
  pollStillUntil: (p: { until: string }) =>
    `Toch meedoen? Dat kan tot ${p.until}. Typ dan: peiling.`,
  pollComeBack: 'Wil je later toch weer meedoen? Typ dan: weer meedoen.',
  pollDeclinedUnseen: 'Je leidinggevende en de CISO zien dit niet.',
  pollTakePart: 'Toch meedoen',
  pollRejoin: 'Weer meedoen',

  pollPlanTitle: 'De peiling',
  pollPlanNone: 'Er is geen peiling gepland.',
  pollPlanWhat:
    'Een peiling stelt alle medewerkers af en toe een paar korte vragen. Meedoen is vrijwillig.',
  pollWhen: 'Wanneer:',
  pollRecurrence: (p: { rhythm: string; from: string }) => `${p.rhythm}, vanaf ${p.from}`,
  pollOpenFor: 'Een ronde is open:',
  workingDays: (p: { count: number }) => (p.count === 1 ? '1 werkdag' : `${p.count} werkdagen`),
  pollWho: 'Voor wie:',
  peopleCount: (p: { amount: string }) =>
    p.amount === '1' ? '1\u00a0mens' : `${p.amount}\u00a0mensen`,
  pollUnreachable: 'Niet bereikbaar:',
  pollUnreachableCount: (p: { persons: string }) => `${p.persons} (telt mee als geen antwoord)`,
  pollSending: 'Versturen duurt:',
  aboutSeconds: (p: { count: number }) => `ongeveer ${p.count} seconden`,
  aboutMinutes: (p: { count: number }) => `ongeveer ${p.count} minuten`,
  aboutHours: (p: { amount: string }) => `ongeveer ${p.amount} uur`,
  pollMerged: (p: { list: string }) =>
    `Te klein voor een eigen cijfer, en dus opgeteld bij een groter onderdeel: ${p.list}.`,
  pollDetectable: (p: { points: string }) =>
    `Doet de helft mee? Dan is tussen twee rondes pas een verschil van ongeveer ${p.points} te zien.`,
  points: (p: { amount: string }) =>
    p.amount === '1' ? '1\u00a0procentpunt' : `${p.amount}\u00a0procentpunten`,
  listMore: (p: { list: string; amount: string }) => `${p.list} en nog ${p.amount}`,
  pollUpcoming: 'De volgende rondes',
  momentInWords: (p: { day: string; time: string }) => `${p.day} om ${p.time}\u00a0uur`,
  pollRound: (p: { from: string; until: string }) => `${p.from}, open tot ${p.until}`,
  pollOpenTitle: 'Nu open',
  pollOpenRound: (p: { from: string; until: string }) =>
    `Deze ronde is open van ${p.from} tot ${p.until}.`,
  pollOpenAsked: (p: { persons: string }) => `De vragen gingen naar ${p.persons}.`,
  pollOpenUnseen: 'Tot de ronde sluit, kan niemand zien wat er is geantwoord, of door wie.',
  pollMake: 'Plan een peiling',
  pollChange: 'Pas de planning aan',
  pollStop: 'Stop de peiling',

  pollFormTitle: 'Plan een peiling',
  pollFormChange: 'Pas de planning aan',
  pollFormText: 'Er gebeurt nog niets. Je ziet eerst wat er verstuurd wordt, en naar wie.',
  pollFormWeeks: 'Om de hoeveel weken? (4 tot 52)',
  pollFormWeeksWrong: 'Typ een getal van 4 tot 52.',
  pollFormWeekday: 'Op welke dag?',
  pollFormAt: 'Hoe laat? (zoals 10:00)',
  pollFormAtWrong: 'Typ een tijd, zoals 10:00.',
  pollFormFrom: 'Vanaf welke datum?',
  pollFormFromWrong: 'Kies een datum.',
  pollFormDays: 'Hoeveel werkdagen is een ronde open? (1 tot 20)',
  pollFormDaysWrong: 'Typ een getal van 1 tot 20.',
  pollFormHolidays: 'Op feestdagen en in het weekend opent er geen ronde: dan wordt het later.',
  pollShowPlan: 'Bekijk de planning',

  pollConfirmTitle: 'Klopt deze planning?',
  pollConfirmText: (p: { from: string; questions: string; persons: string }) =>
    `Druk je op ja, dan stel ik op ${p.from} ${p.questions} aan ${p.persons}.`,
  pollConfirmNobody: 'Ik weet nog niemand om de vragen aan te stellen.',
  pollConfirmFew: (p: { persons: string; needed: string }) =>
    `Dit zou naar ${p.persons} gaan. Er zijn er minstens ${p.needed} nodig om iets te kunnen laten zien. Tot die tijd opent er geen ronde.`,
  questionCount: (p: { count: number }) =>
    p.count === 1 ? '1\u00a0vraag' : `${p.count}\u00a0vragen`,
  pollConfirmNothing: 'Er is nog niets veranderd.',
  pollConfirmChanges: 'Dit komt in de plaats van de planning die nu loopt.',
  pollConfirmYes: (p: { persons: string }) => `Ja, vraag dit aan ${p.persons}`,

  pollStopTitle: 'Zal ik de peiling stoppen?',
  pollStopText: 'Dan komen er geen nieuwe rondes meer. De cijfers van eerdere rondes blijven.',
  pollStopOpen: (p: { until: string }) => `De ronde die nu open is, loopt door tot ${p.until}.`,
  pollStopYes: 'Ja, stop de peiling',

  pollOpenedTitle: 'Er is een ronde van de peiling geopend',
  pollOpenedText: (p: { persons: string; until: string }) =>
    `Ik stuur de vragen naar ${p.persons}. De ronde sluit op ${p.until}.`,
  pollOpenedLate: (p: { date: string }) =>
    `Dit is de ronde van ${p.date}. Hij is later begonnen dan gepland.`,
  pollMissedTitle: 'Een ronde van de peiling is overgeslagen',
  pollMissedText: (p: { date: string }) =>
    `De ronde van ${p.date} is niet geopend. Ik stond uit, en daarna was het te laat.`,
  pollRefusedTitle: 'Een ronde van de peiling is niet geopend',
  pollRefusedText: (p: { date: string; persons: string; needed: string }) =>
    `De ronde van ${p.date} zou naar ${p.persons} gaan. Er zijn er minstens ${p.needed} nodig om iets te kunnen laten zien.`,
  pollLostTitle: 'Een ronde van de peiling is verloren',
  pollLostText: (p: { date: string }) =>
    `Van de ronde van ${p.date} kan ik niets laten zien. Er is een back-up teruggezet, of uit de cijfers was een antwoord van iemand af te leiden.`,
  pollLostWiped: 'Wat er was geantwoord, is gewist.',
  pollNewsNext: 'De volgende ronde gaat gewoon door.',

  pollDemo: 'Voorbeeldcijfers: deze antwoorden zijn verzonnen.',
  pollResultTitle: 'Dit kwam uit de peiling',
  pollResultDay: (p: { day: string }) => `Ronde van ${p.day}`,
  pollResultRound: (p: { from: string; until: string }) =>
    `Ronde van ${p.from} tot en met ${p.until}`,
  pollResponse: 'Respons:',
  pollReached: 'Uitnodiging aangekomen bij:',
  pollShare: (p: { amount: string; whole: string; rate: string }) =>
    `${p.amount} van ${p.whole} (${p.rate}%)`,
  pollResponseLow:
    'Minder dan 4 van de 10 mensen deden mee. Wees voorzichtig met wat je hieruit afleidt.',
  pollResponseVeryLow:
    'Minder dan 3 van de 10 mensen deden mee. Dit zegt weinig over alle medewerkers.',
  pollFavourable: (p: { answer: string }) => `Veilig is: ${p.answer}`,
  pollPercentage: (p: { rate: string }) => `${p.rate}% antwoordt veilig`,
  pollInterval: (p: { low: string; high: string; answers: string }) =>
    `Waarschijnlijk tussen ${p.low} en ${p.high}% (${p.answers}).`,
  answerCount: (p: { amount: string }) =>
    p.amount === '1' ? '1\u00a0antwoord' : `${p.amount}\u00a0antwoorden`,
  pollBandLow: 'Laag: minder dan een derde antwoordt veilig',
  pollBandMiddle: 'Midden: tussen een derde en twee derde antwoordt veilig',
  pollBandHigh: 'Hoog: meer dan twee derde antwoordt veilig',
  pollBandWhy: 'Preciezer kan niet, zonder iets over iemand te vertellen.',
  pollAtLeast: (p: { rate: string }) => `Ten minste ${p.rate}% antwoordt veilig`,
  pollAtMost: (p: { rate: string }) => `Hooguit ${p.rate}% antwoordt veilig`,
  pollExtremeWhy: (p: { answers: string }) =>
    `Er zijn ${p.answers}. Preciezer zeg ik het niet, om ieders antwoord te verbergen.`,
  pollHiddenFew: 'Te weinig antwoorden om iets te laten zien.',
  pollHiddenRemainder:
    'Niet getoond: samen met andere cijfers zou dit iets zeggen over te weinig mensen.',
  pollHiddenSensitive: 'Niet getoond: voor deze gevoelige vraag zijn er te weinig antwoorden.',
  pollHiddenOrganisation: 'Dit cijfer is er alleen voor de hele organisatie.',
  pollSince: (p: { date: string }) => `sinds ${p.date}`,
  pollSinceLast: 'sinds de vorige keer',
  pollBetter: (p: { since: string; points: string; low: string; high: string }) =>
    `Beter ${p.since}: ${p.points} meer, waarschijnlijk tussen ${p.low} en ${p.high}.`,
  pollWorse: (p: { since: string; points: string; low: string; high: string }) =>
    `Slechter ${p.since}: ${p.points} minder, waarschijnlijk tussen ${p.low} en ${p.high}.`,
  pollNoChange: (p: { since: string }) => `Geen aantoonbare verandering ${p.since}.`,
  pollNational: (p: { figure: string; label: string }) => `Landelijk: ${p.figure}, ${p.label}.`,
  pollNationalOwn: (p: { rate: string; answers: string }) =>
    `Hier gaf ${p.rate}% dat antwoord (${p.answers}).`,
  pollNationalLeftOut:
    'Het landelijke cijfer staat er niet bij: hier is geen goed eigen cijfer om ernaast te zetten.',
  pollNationalNone: 'Voor deze vraag is er geen landelijk cijfer.',
  pollUnits: (p: { amount: string; hidden: string }) =>
    `Onderdelen met een eigen cijfer: ${p.amount}. Zonder eigen cijfer: ${p.hidden}, zodat niemands antwoord te raden is.`,
  pollMinimum: (p: { amount: string }) =>
    `Van minder dan ${p.amount} antwoorden laat ik nergens iets zien.`,
  pollNonResponse:
    'Zouden mensen die niet meededen iets anders antwoorden? Dan kunnen deze cijfers afwijken.',

  helpPolls:
    'Soms stel ik een paar korte vragen. Meedoen is vrijwillig. Typ "peiling" om mee te doen, of "weer meedoen" als je was gestopt.',
  privacyPolls:
    'Je antwoorden op een peiling tel ik op, zonder je naam. Dat je meedeed, onthoud ik tot de ronde sluit.',

  noticePollAnsweredBefore:
    'Je hebt al meegedaan. Er is niets veranderd. Wat je toen koos, weet niemand.',
  noticePollClosed: 'Deze ronde is gesloten. Meedoen kan niet meer.',
  noticePollNotInvited:
    'Deze ronde vraag ik het aan anderen. Misschien ben jij de volgende keer aan de beurt.',
  noticePollIncomplete: 'Nog niet elke vraag heeft een antwoord. Er is nog niets verstuurd.',
  noticePollUnavailable:
    'Meedoen lukt niet meer: deze ronde sluit eerder dan gepland. Je antwoorden zijn niet bewaard.',
  noticeNoOpenPoll: 'Er is nu geen peiling open.',
  noticePollRejoined: 'Fijn. Bij een volgende peiling krijg je weer een uitnodiging.',
  noticePollStopped: 'De peiling is gestopt. Er komen geen nieuwe rondes meer.',
  noticeNoPollRuns: 'Er is geen peiling gepland.',
  noticePollFormWrong:
    'Ik kan de planning niet lezen. Kies 4 tot 52 weken, een tijd zoals 10:00, een datum, en 1 tot 20 werkdagen.',
} as const
