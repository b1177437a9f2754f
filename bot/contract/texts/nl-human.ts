/** Dutch words of the loop with a human: questions to the CISO, reports, gaps, being forgotten. */

export const nlHuman = {
  askCiso: 'Vraag de CISO',
  myQuestions: 'Mijn vragen',
  moreHere: 'Er is meer dan hier past.',
  asOfSection: (p: { title: string }) => `Het gaat over: ${p.title}`,

  reasonsTitle: 'Jammer. Waarom hielp het niet?',
  reasonOtherQuestion: 'Mijn vraag ging over iets anders',
  reasonUnclear: 'De tekst is niet duidelijk',
  reasonNotWorkable: 'Dit lukt niet in mijn werk',
  reasonNotTrue: 'Dit klopt niet',
  reasonsPrivacy: 'Ik tel je reden mee zonder je naam.',
  reasonsHuman: 'Heb je nu een antwoord nodig? Vraag het dan aan de CISO.',
  reasonNotedTitle: 'Dank je',
  reasonNotedText: 'Zo weten we wat er beter moet aan deze tekst.',

  humanFormTitle: 'Vraag de CISO',
  humanFormCheck: 'Klopt je vraag zo? Je kunt hem nog aanpassen.',
  humanFormEmpty: 'Schrijf op wat je wilt weten.',
  humanFormQuestion: 'Je vraag',
  humanFormMissing: 'Typ eerst je vraag.',
  humanFormName: 'Met je naam kan de CISO ook even met je overleggen.',
  humanFormNameless:
    'Zonder je naam ziet de CISO niet wie je bent. Zet dan ook je naam niet in je vraag.',
  humanFormAnswer: 'Het antwoord krijg je altijd hier, van mij.',
  sendWithName: 'Verstuur met mijn naam',
  sendWithoutName: 'Verstuur zonder mijn naam',

  escalatedTitle: 'Je vraag is verstuurd',
  escalatedNumber: (p: { number: string }) => `Nummer ${p.number}`,
  escalatedWithName: 'De CISO ziet je naam.',
  escalatedWithoutName: 'De CISO ziet niet wie je bent.',
  escalatedNext: 'Zodra er antwoord is, krijg je het hier.',

  nobodyTitle: 'Ik kan je vraag niet doorsturen',
  nobodyText: 'Er is nog niemand ingesteld die vragen krijgt. Ik heb je vraag niet bewaard.',
  nobodyMail: (p: { name: string; email: string }) => `Mail de CISO, ${p.name}: ${p.email}.`,

  myQuestionsNone: 'Je hebt nog niets aan de CISO gevraagd.',
  stateOpen: 'nog geen antwoord',
  stateAnswered: 'beantwoord',
  stateClosed: 'gesloten',
  answerOf: 'Antwoord:',
  reasonOf: 'Reden:',
  sectionOf: 'Antwoord uit het handboek:',

  humanAnswerTitle: 'Antwoord van de CISO',
  humanSectionText: 'Je antwoord staat in het handboek:',
  humanReasonTitle: 'De CISO heeft je vraag gesloten',
  humanReasonText: 'Je krijgt geen antwoord. Dit is de reden:',
  humanAnswerMore: 'Wil je verder vragen? Stel dan een nieuwe vraag aan de CISO.',

  incidentFormButton: 'Meld dit',
  incidentFormTitle: 'Meld het incident',
  incidentFormCall: (p: { telephone: string }) => `Haast? Bel ${p.telephone}. Dat gaat sneller.`,
  incidentFormPartly: 'Weet je iets niet? Laat het dan leeg.',
  incidentWhat: 'Wat is er gebeurd?',
  incidentWhen: 'Wanneer was dat?',
  incidentWhenHint: 'Bijvoorbeeld: vandaag 10 uur',
  incidentDevices: 'Om welke apparaten of systemen gaat het?',
  incidentDevicesHint: 'Bijvoorbeeld: mijn laptop',
  incidentPersonalData: 'Zijn er gegevens van mensen bij betrokken?',
  incidentCallBack: 'Op welk nummer kunnen we je bellen?',
  incidentNoResidents:
    'Typ geen namen of BSN van inwoners. Schrijf wel op om hoeveel mensen het gaat.',
  answerYes: 'Ja',
  answerNo: 'Nee',
  answerUnknown: 'Weet ik niet',
  sendReport: 'Verstuur melding',

  reportedTitle: 'Je melding is verstuurd',
  reportedKeptTitle: 'Bel nu: niemand heeft je melding gekregen',
  reportedNumber: (p: { number: string; moment: string }) => `Nummer ${p.number}, ${p.moment}`,
  reportedNext: 'De mensen die incidenten oppakken, krijgen je melding nu.',
  reportedCall: (p: { telephone: string; hours: string }) =>
    `Haast, of hoor je niets? Bel ${p.telephone}, ${p.hours}.`,
  reportedNobody: (p: { telephone: string }) =>
    `Ik heb je melding bewaard, maar er is nog niemand ingesteld die hem krijgt. Bel ${p.telephone} en noem het nummer van je melding.`,

  alertTitle: 'Incident gemeld',
  alertWhat: 'Wat:',
  alertWhen: 'Wanneer:',
  alertDevices: 'Apparaten of systemen:',
  alertPersonalData: 'Gegevens van mensen:',
  alertCallBack: 'Bel terug op:',
  alertReporter: 'Gemeld door:',
  alertReported: 'Melding verstuurd:',
  alertFirstNotice: 'Voor het eerst verteld aan de bot:',
  alertNotFilledIn: 'niet ingevuld',
  alertUnknown: 'niet bekend',
  alertDeadline: (p: { from: string; until: string }) =>
    `Zijn er persoonsgegevens bij? Reken de 72 uur dan voor de zekerheid vanaf ${p.from}. Ze lopen tot ${p.until}.`,
  kindGeneral: 'Incident',
  kindClickedLink: 'Op een verdachte link geklikt',
  kindEnteredCredentials: 'Wachtwoord ingevuld op een verdachte pagina',
  kindLostOrStolen: 'Iets kwijt of gestolen',
  kindWrongRecipient: 'Bericht naar de verkeerde gestuurd',
  kindVisibleRecipients: 'Mailadressen voor iedereen zichtbaar',
  kindMalware: 'Schadelijke software, of een apparaat dat vreemd doet',
  kindUnexpectedLogin: 'Onverwachte inlogmelding',
  kindAiLeak: 'Gegevens in een AI-dienst gezet',
  kindIntruder: 'Onbekende in het gebouw',
  kindFakeCaller: 'Verdacht telefoontje',
  kindPaymentFraud: 'Verdacht verzoek om te betalen',

  forgetTitle: 'Zal ik wissen wat ik van je bewaar?',
  forgetWhat: 'Dan wis ik je vragen, en waar ik je een bericht kan sturen.',
  forgetOpen: 'Wacht je nog op antwoord van de CISO? Dan krijg je dat niet meer.',
  forgetStays: 'Meldingen van incidenten blijven bewaard. Je rol en je afdeling blijven bekend.',
  forgetConfirm: 'Ja, wis alles',
  forgetNot: 'Wil je dit niet? Dan hoef je niets te doen.',
  forgottenTitle: 'Gewist',
  forgottenNothing: 'Ik had niets van je bewaard.',
  removedRoster: 'je gegevens in de lijst van medewerkers',
  removedConversations: (p: { count: number }) =>
    p.count === 1
      ? 'het gesprek waarin ik je berichten kon sturen'
      : `${p.count} gesprekken waarin ik je berichten kon sturen`,
  removedQuestions: (p: { count: number }) =>
    p.count === 1 ? '1 vraag aan de CISO' : `${p.count} vragen aan de CISO`,
  removedGaps: (p: { count: number }) =>
    p.count === 1 ? '1 vraag zonder goed antwoord' : `${p.count} vragen zonder goed antwoord`,
  removedNotices: (p: { count: number }) =>
    p.count === 1
      ? 'het moment waarop je een incident noemde'
      : `${p.count} momenten waarop je een incident noemde`,
} as const
