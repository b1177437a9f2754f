/** Dutch words of what is told after a new version: of answers that changed, and announcements. */

export const nlTelling = {
  tellMeOffer: 'Wil je het horen als dit antwoord wijzigt? Dan zeg ik het je hier.',
  tellMeAbout: (p: { title: string }) => `Het gaat over: ${p.title}`,
  tellMeKept: (p: { days: number }) =>
    `Zeg je ja? Dan bewaar ik van elk antwoord welke paragraaf het was, ${daysOf(p.days)} lang.`,
  tellMeUnnamed: 'Dat bewaar ik zonder je vraag, en met een code in plaats van je naam.',
  tellMeButton: 'Zeg het me als dit wijzigt',
  tellMeStop: 'Wil je dit niet meer? Typ dan: niet meer melden.',

  tellingOnTitle: 'Goed, ik laat het je weten',
  tellingOnText: 'Wijzigt een antwoord dat je van mij kreeg? Dan hoor je het hier.',
  tellingOnKept: (p: { days: number }) =>
    `Ik bewaar ${daysOf(p.days)} van welke paragraaf je een antwoord kreeg. Ik bewaar niet wat je vroeg.`,
  tellingOnEnds: (p: { days: number }) =>
    `Vraag je ${daysOf(p.days)} niets? Dan wis ik alles, ook dat je dit wilde.`,
  stopTellingButton: 'Niet meer melden',

  changedAnswerOne: 'Een antwoord dat je kreeg, is gewijzigd',
  changedAnswerMany: 'Antwoorden die je kreeg, zijn gewijzigd',
  changedAsked: (p: { date: string; title: string }) =>
    `Je vroeg op ${p.date} iets over: ${p.title}`,
  changedAskedText: 'Het antwoord is gewijzigd.',
  changedRemoved: 'Dit staat niet meer in het handboek.',
  changedBack: 'Dit staat weer in het handboek.',
  changedAdded: 'Nieuw in het handboek',
  changedTitleBefore: (p: { title: string }) => `Dit heette eerst: ${p.title}`,
  changedBefore: 'Eerst:',
  changedAfter: 'Nu:',
  changedShort: 'Kort antwoord:',
  changedRest: 'Het korte antwoord is hetzelfde. De uitleg eronder is gewijzigd.',
  changedMore: (p: { count: number }) =>
    p.count === 1
      ? 'Er is nog 1 paragraaf gewijzigd.'
      : `Er zijn nog ${p.count} paragrafen gewijzigd.`,
  changedVersions: (p: { number: string; version: string }) =>
    `Je had versie ${p.number} van het handboek. Nu geldt versie ${p.version}.`,
  changedWhy: 'Je krijgt dit bericht omdat je erom vroeg.',

  announcementTitle: 'Het handboek is gewijzigd',
  announcementWords: 'De CISO schrijft erbij:',
  announcementVersion: (p: { version: string }) => `Dit is versie ${p.version} van het handboek.`,
  announceButton: 'Kondig dit aan',

  announceTitle: (p: { version: string }) => `Versie ${p.version} aankondigen`,
  announceFormText: 'Dit is er gewijzigd. Er wordt nog niets verstuurd.',
  announceAdded: (p: { title: string }) => `Nieuw: ${p.title}`,
  announceChanged: (p: { title: string }) => `Gewijzigd: ${p.title}`,
  announceRemoved: (p: { title: string }) => `Vervallen: ${p.title}`,
  announceAudience: 'Voor wie is het?',
  announceAudienceMissing: 'Kies voor wie het is.',
  announceUnit: 'Welk onderdeel?',
  announceUnitHint: 'Alleen als het voor één onderdeel is',
  announceUnitTyped: 'De naam van het onderdeel, als het voor één onderdeel is',
  announceToUnit: 'Eén onderdeel, met alles wat eronder valt',
  announceToAll: 'Alle medewerkers',
  announceOwnWords: 'Eigen woorden erbij (hoeft niet)',
  announceWhen: 'Wanneer?',
  announceNow: 'Zo snel mogelijk',
  announceLater: 'Op het moment hieronder',
  announceDate: 'Op welke dag?',
  announceDateWrong: 'Kies een dag.',
  announceTime: 'Hoe laat? (zoals 10:00)',
  announceTimeWrong: 'Typ een tijd, zoals 10:00.',
  announceHours: 'Ik verstuur alleen tijdens werktijd. Anders wordt het de eerste werkdag erna.',
  announceShow: 'Bekijk de aankondiging',
  announceFormInTeams: 'Invullen doe je in Teams, op de kaart met deze vakken.',

  announceConfirmTitle: 'Klopt deze aankondiging?',
  announceConfirmAll: (p: { persons: string }) =>
    `Dit gaat naar alle medewerkers: ${p.persons}. Er is nog niets verstuurd.`,
  announceConfirmUnit: (p: { persons: string; title: string }) =>
    `Dit gaat naar ${p.persons} van dit onderdeel: ${p.title}. Er is nog niets verstuurd.`,
  announceConfirmNobody: 'Ik weet niemand aan wie ik dit kan sturen.',
  announceStarts: (p: { from: string }) => `Versturen begint op ${p.from}.`,
  announceUnreachable: (p: { persons: string }) => `Niet bereikbaar: ${p.persons}.`,
  announceExactly: 'Dit krijgen ze te zien:',
  announceConfirmYes: (p: { persons: string }) => `Ja, stuur naar ${p.persons}`,
  announceAgain: 'Opnieuw invullen',

  announcementsTitle: 'Aankondigingen',
  announcementsNone: 'Er zijn nog geen aankondigingen.',
  announcementToAll: (p: { version: string }) => `Versie ${p.version}, aan alle medewerkers`,
  announcementToUnit: (p: { version: string; title: string }) =>
    `Versie ${p.version}, aan ${p.title}`,
  announcementPlanned: (p: { moment: string; persons: string }) =>
    `Gepland voor ${p.moment}, voor ${p.persons}.`,
  announcementSending: 'Wordt nu verstuurd.',
  announcementDone: 'Klaar.',
  announcementCancelled: 'Ingetrokken.',
  announcementSent: (p: { amount: string }) => `Aangekomen: ${p.amount}`,
  announcementBlocked: (p: { amount: string }) => `Geweigerd: ${p.amount}`,
  announcementUnknown: (p: { amount: string }) => `Misschien aangekomen: ${p.amount}`,
  announcementStopped: (p: { amount: string }) => `Niet verstuurd: ${p.amount}`,
  announcementWaiting: (p: { amount: string }) => `Nog te versturen: ${p.amount}`,
  announcementCancel: 'Trek in',
  announcementOfVersion: (p: { version: string }) => `Trek in: versie ${p.version}`,

  privacyTelling: (p: { days: number }) =>
    `Typ "zeg het me als het wijzigt" om te horen of een antwoord wijzigt. Dan bewaar ik ${daysOf(p.days)} over welke paragraaf het ging.`,
  removedAnswered: (p: { count: number }) =>
    p.count === 1
      ? '1 paragraaf waarvan je een antwoord kreeg'
      : `${p.count} paragrafen waarvan je een antwoord kreeg`,

  noticeTellingStopped:
    'Goed, ik meld geen wijzigingen meer. Wat ik daarvoor van je bewaarde, is gewist.',
  noticeTellingOff: 'Dat kan ik hier niet. Ik heb niets bewaard.',
  noticeAnnouncementFormWrong:
    'Kies voor wie het is, en welk onderdeel dat is. Bij alle medewerkers hoort geen onderdeel. Er is niets verstuurd.',
  noticeAnnouncementUnitUnknown: 'Dit onderdeel ken ik niet. Er is niets verstuurd.',
  noticeAnnouncementTimeWrong:
    'Dat moment is al voorbij, of duurt langer dan een jaar. Er is niets verstuurd.',
  noticeAnnouncementNothing:
    'Er is niets om aan te kondigen: deze versie verandert niets wat medewerkers lezen.',
  noticeAnnouncementUnknown: 'Deze aankondiging ken ik niet meer.',
  noticeAnnouncementTooLate: 'Intrekken kan niet meer: er wacht niets meer op versturen.',
} as const

const daysOf = (days: number): string => (days === 1 ? '1 dag' : `${days} dagen`)
