/** Dutch words of publishing: for who changes the handbook. */

export const nlPublishing = {
  versionsTitle: 'Versies van het handboek',
  versionName: (p: { version: string }) => `Versie ${p.version}`,
  versionNow: 'Deze versie geldt nu.',
  versionBy: (p: { name: string; moment: string }) => `Van ${p.name}, ${p.moment}`,
  versionApproved: (p: { name: string }) => `Nagekeken door ${p.name}`,
  versionRestores: (p: { version: string }) => `Zet versie ${p.version} terug`,
  versionNote: (p: { title: string }) => `Reden: ${p.title}`,
  versionsOlder: 'Oudere versies vind je met de opdrachtregel.',
  byInstallation: 'de installatie',
  byCommandLine: 'de opdrachtregel',
  versionDifference: 'Wat is er sindsdien gewijzigd?',
  versionRollBack: 'Zet deze versie terug',

  differenceTitle: (p: { from: string; until: string }) =>
    `Verschil tussen versie ${p.from} en versie ${p.until}`,
  differenceNone: 'Voor wie het leest is er niets anders.',
  changesCount: (p: { count: number }) =>
    p.count === 1 ? 'Er verandert 1 paragraaf.' : `Er veranderen ${p.count} paragrafen.`,
  changesMore: (p: { count: number }) =>
    p.count === 1 ? 'En nog 1 paragraaf.' : `En nog ${p.count} paragrafen.`,
  changeAdded: 'nieuw',
  changeRemoved: 'vervalt',
  changeMoved: 'verplaatst',
  changeTitle: 'titel',
  changeText: 'tekst',
  changeSearch: 'zoekwoorden en voorbeeldvragen',
  changeIncident: 'eerste hulp',
  changeOwner: 'eigenaar',
  changeReview: 'datum van controle',
  changeLegend: 'Vet is nieuw. Doorgestreept vervalt.',
  changeWhole: 'Bekijk deze wijziging',
  pieceAdded: (p: { title: string }) => `«nieuw: ${p.title}»`,
  pieceRemoved: (p: { title: string }) => `«vervalt: ${p.title}»`,

  rollBackTitle: (p: { version: string }) => `Versie ${p.version} terugzetten?`,
  rollBackText: 'De tekst van toen wordt een nieuwe versie. Er gaat niets verloren.',
  rollBackAlone: 'Hiervoor is geen tweede persoon nodig. Je collega’s krijgen wel bericht.',
  rollBackConfirm: (p: { version: string }) => `Zet versie ${p.version} terug`,

  draftsTitle: 'Concepten',
  draftBy: (p: { name: string; moment: string }) => `Van ${p.name}, ${p.moment}`,
  draftAfter: (p: { version: string }) => `Gemaakt op versie ${p.version}.`,
  draftAsked: 'Hier wordt een tweede persoon om gevraagd.',
  draftShow: 'Bekijk het concept',

  draftKeptTitle: 'Je wijziging is bewaard als concept',
  draftKeptText: 'Medewerkers merken er nog niets van.',
  draftKeptReview:
    'Ik zoek uit wat er verandert en welke vragen dat raakt. Je krijgt zo een overzicht.',
  draftKeptAgain: 'Bekijk het overzicht',

  reviewTitle: 'Concept voor het handboek',
  reviewChanges: 'Wat verandert er?',
  reviewProblems: 'Let op',
  reviewErrors: 'Dit moet eerst goed zijn',
  reviewGate: 'Wat doet het met vragen?',
  gateNone: 'Ik heb geen vragen om te proberen.',
  gateAsked: (p: { count: number }) =>
    p.count === 1
      ? 'Ik heb 1 vraag gesteld aan het concept.'
      : `Ik heb ${p.count} vragen gesteld aan het concept.`,
  gateAllKept: 'Alles wat nu wordt beantwoord, blijft beantwoord.',
  gateLost: (p: { count: number }) =>
    p.count === 1
      ? 'Deze vraag krijgt een slechter antwoord dan nu:'
      : `Deze ${p.count} vragen krijgen een slechter antwoord dan nu:`,
  gateLostRest: (p: { count: number }) =>
    p.count === 1 ? 'En nog 1 andere vraag' : `En nog ${p.count} andere vragen`,
  gateGained: (p: { count: number }) =>
    p.count === 1
      ? 'Deze vraag krijgt een beter antwoord:'
      : `Deze ${p.count} vragen krijgen een beter antwoord:`,
  gateMore: (p: { count: number }) => `En nog ${p.count}.`,
  gateAccept: 'Vink aan wat je accepteert',
  gateAcceptWhy: 'Vink elke vraag aan. Of pas eerst de tekst of de voorbeeldvragen aan.',
  gateAcceptedBy: (p: { name: string }) => `Geaccepteerd door ${p.name}.`,
  outcomeAnswered: 'antwoord',
  outcomeSuggested: 'een keuze',
  outcomeLost: 'geen goed antwoord',
  gateChange: (p: { from: string; until: string }) => `eerst ${p.from}, nu ${p.until}`,
  sourceGolden: 'toetsvraag',
  sourceHelpful: 'hielp een medewerker',
  sourceExample: 'voorbeeldvraag',
  sourceGap: 'nog zonder antwoord',

  approvalReasonsTitle: 'Een tweede persoon moet meekijken',
  reasonLinks: 'Er verandert een link naar een website.',
  reasonTelephone: 'Er verandert een telefoonnummer.',
  reasonMail: 'Er verandert een mailadres.',
  reasonSoftware: 'Er verandert iets over installeren of downloaden.',
  reasonIncident: 'De eerste hulp bij een incident verandert.',
  reasonElsewhere: 'Er verandert iets in de verwijzingen naar anderen.',
  reasonDeputy: 'Het concept is van een plaatsvervanger.',
  reasonAlways: 'Zo is het ingesteld voor jullie organisatie.',

  mayRepair: 'Dit concept kan nog niet gepubliceerd worden.',
  mayPublish: 'Je mag dit zelf publiceren.',
  mayWait: 'Je collega’s is gevraagd om mee te kijken. Je krijgt bericht.',
  mayUnasked: 'Wie dit het laatst wijzigde, moet eerst om een tweede persoon vragen.',
  mayApprove: 'Klopt het? Dan publiceer jij het. Jouw naam komt bij de versie te staan.',
  draftPublish: 'Publiceer',
  draftApprove: 'Keur goed en publiceer',
  draftAsk: 'Vraag een tweede persoon',
  draftDiscard: 'Gooi weg',
  draftEdit: 'Pas aan',

  ruleLongSection: 'De tekst is langer dan 400 woorden. Splits hem in tweeën.',
  ruleDeadLink: 'Een link verwijst naar een paragraaf die er niet is.',
  ruleOwner: 'Er staat geen eigenaar bij.',
  ruleReview: 'Er staat geen datum van controle bij.',
  ruleShortAnswer: 'Er is geen alinea die als kort antwoord kan dienen.',
  ruleFirstAid: 'Bij een incident horen minstens drie genummerde stappen.',
  ruleEmpty: 'De paragraaf heeft geen tekst.',
  ruleNoId: 'De paragraaf heeft geen vaste naam. Een nieuwe titel breekt dan links.',
  ruleRepeatedId: 'Twee paragrafen hebben dezelfde vaste naam.',
  ruleSharedIncident: 'Twee paragrafen geven eerste hulp bij hetzelfde.',
  ruleDuplicate: 'Deze paragraaf lijkt erg op een andere.',
  ruleContradiction: 'Deze paragraaf lijkt een andere tegen te spreken.',
  ruleLink: 'Er staat een link in die niet veilig of niet duidelijk is.',
  ruleOther: 'De tekst is niet goed opgebouwd.',

  conflictTitle: 'Iemand anders veranderde hetzelfde',
  conflictText: (p: { version: string; name: string }) =>
    `Versie ${p.version} van ${p.name} kwam ertussen. Kies welke tekst geldt.`,
  conflictMine: 'Jouw tekst',
  conflictTheirs: 'Wat er nu staat',
  conflictTakeMine: 'Neem mijn tekst',
  conflictTakeTheirs: 'Neem wat er nu staat',
  conflictRemoved: 'Deze tekst vervalt.',

  writeSection: 'Schrijf hier een paragraaf over',
  editSection: 'Pas deze paragraaf aan',
  formEditTitle: (p: { number: string }) => `Paragraaf ${p.number} wijzigen`,
  formNewTitle: 'Nieuwe paragraaf',
  formText: 'Er verandert nog niets voor medewerkers. Eerst krijg je een overzicht.',
  formChapter: 'In welk hoofdstuk?',
  formChapterChoose: 'Kies een hoofdstuk',
  formTitle: 'Titel, het liefst als vraag',
  formBody: 'Tekst. De eerste alinea is het korte antwoord.',
  formBodyHelp:
    'Met twee sterretjes voor en na een woord wordt het vet. Een streepje maakt een lijst.',
  formQuestions: 'Voorbeeldvragen, elk op een eigen regel',
  formNote: 'Waarom verandert dit? Je collega’s zien dit.',
  formSave: 'Bewaar als concept',
  formInTeams: 'Invullen doe je in Teams, op de kaart met deze vakken.',
  problemTitleMissing: 'Vul een titel in. Er is nog niets bewaard.',
  problemTextMissing: 'Vul de tekst in. Er is nog niets bewaard.',
  problemNotOneSection:
    'Er staat een kop in de tekst. Maak daarvoor een eigen paragraaf, of gebruik vette woorden.',
  problemChapterMissing: 'Kies een hoofdstuk. Er is nog niets bewaard.',
  problemNothingChanged: 'Er is niets veranderd. Er is dus geen concept gemaakt.',
  problemChangedMeanwhile:
    'Iemand anders veranderde deze paragraaf intussen. Hieronder staat wat er nu staat.',

  publishedTitle: (p: { version: string }) => `Versie ${p.version} is gepubliceerd`,
  publishedMine: 'Nieuwe vragen krijgen meteen antwoord uit deze versie.',
  publishedOther: (p: { name: string }) => `${p.name} heeft het handboek gewijzigd.`,
  publishedWrong: 'Klopt er iets niet? Zet dan de vorige versie terug.',
  publishedUndo: (p: { version: string }) => `Terug naar versie ${p.version}`,

  noticeNoSuchVersion: 'Die versie is er niet. Typ "versies" om te zien welke er zijn.',
  noticeAlreadyCurrent: 'Die versie geldt nu al.',
  noticeNoSuchDraft: 'Dat concept is er niet meer. Typ "concepten" om te zien welke er zijn.',
  noticeNoDrafts: 'Er zijn geen concepten. Typ "wijzig paragraaf" en het onderwerp om te beginnen.',
  noticeDraftChanged:
    'Het concept of het handboek is intussen gewijzigd. Er is niets gepubliceerd. Typ "concepten" om het opnieuw te bekijken.',
  noticeDraftDiscarded: 'Het concept is weg. Het handboek is niet veranderd.',
  noticeDraftBroken: 'In het concept staat nog een fout. Er is niets gepubliceerd.',
  noticeLostNotAccepted:
    'Vink eerst elke vraag aan die een slechter antwoord krijgt. Er is nog niets gepubliceerd.',
  noticeApprovalNeeded: 'Hiervoor is een tweede persoon nodig. Er is nog niets gepubliceerd.',
  noticeApprovalUnasked:
    'Wie het concept het laatst wijzigde, moet eerst om een tweede persoon vragen.',
  noticeApprovalAsked: 'Je collega’s is al gevraagd om mee te kijken.',
  noticeNobodyToApprove:
    'Er is niemand die kan meekijken. Laat een plaatsvervanger toevoegen aan de personenlijst.',
  noticeSectionTooLong:
    'Deze paragraaf is te lang voor een kaart. Stuur mij een Word-bestand met de nieuwe tekst.',
  noticeSectionNotFound: 'Die paragraaf ken ik niet. Typ bijvoorbeeld: wijzig 5.3.',
} as const
