/** Dutch words for who answers: the CISO, the deputy and the teams that get questions and reports. */

export const nlDesk = {
  escalationNew: 'Vraag van een medewerker',
  escalationReminder: 'Herinnering: deze vraag wacht op antwoord',
  escalationForDeputy: 'Deze vraag wacht al langer. Kun jij hem beantwoorden?',
  escalationOpened: 'Open vraag',
  askedBy: (p: { name: string }) => `Gevraagd door ${p.name}`,
  askedWithoutName: 'Gevraagd zonder naam',
  originNoAnswer: 'Het handboek gaf geen antwoord.',
  originUnhelpful: 'Het antwoord uit het handboek hielp niet.',
  originSection: (p: { title: string }) => `Dit antwoord hielp niet: ${p.title}`,
  escalationAnswer: 'Je antwoord, of de reden waarom je de vraag sluit',
  escalationAnswerHint: 'De medewerker krijgt dit zoals je het hier typt.',
  escalationSection: 'Of kies een paragraaf die antwoord geeft',
  escalationSectionHint: 'Kies een paragraaf',
  escalationProposed: 'Bewaard als voorstel voor het handboek.',
  sendAnswer: 'Verstuur antwoord',
  sendSection: 'Stuur deze paragraaf',
  proposeSection: 'Maak er een paragraaf van',
  closeEscalation: 'Sluit zonder antwoord',

  handledAnswered: 'Je antwoord is verstuurd',
  handledSection: 'De paragraaf is verstuurd',
  handledClosed: 'Gesloten, met je reden',

  openQuestionsTitle: 'Open vragen',
  openQuestionsNone: 'Er zijn geen open vragen.',

  gapsTitle: 'Wat het handboek nog niet beantwoordt',
  gapsIntro: (p: { days: number }) =>
    p.days === 1
      ? 'Vragen zonder goed antwoord van de afgelopen dag.'
      : `Vragen zonder goed antwoord van de afgelopen ${p.days} dagen.`,
  gapsNone: 'Geen enkele vraag werd door 3 of meer mensen gesteld.',
  gapTimes: (p: { times: number; people: number }) =>
    `${p.times} keer gevraagd, door ${p.people} mensen`,
  gapSection: (p: { title: string }) => `Hielp niet: ${p.title}`,
  gapsPrivacy: 'Je ziet alleen wat 3 of meer mensen vroegen. Wie dat waren, ziet niemand.',

  routeIncidents: 'Meldingen van incidenten komen vanaf nu hier',
  routeQuestions: 'Vragen aan de CISO komen vanaf nu hier',
  routeChapterTitle: 'Vragen over dit onderwerp komen vanaf nu hier',
  routeChapter: (p: { chapter: number; title: string }) => `Hoofdstuk ${p.chapter}: ${p.title}`,
  routeReaders: 'Iedereen die hier meeleest, kan ze zien.',

  noticeNotAllowed: 'Hier heb je geen rechten voor. Klopt dat niet? Vraag het dan aan de CISO.',
  noticeUnknownEscalation: 'Deze vraag ken ik niet meer. Misschien is hij gewist.',
  noticeAlreadyHandled: 'Iemand anders heeft deze vraag al afgehandeld.',
  noticeAnswerMissing: 'Typ eerst je antwoord. Er is nog niets verstuurd.',
  noticeReasonMissing: 'Typ eerst waarom je de vraag sluit. De medewerker krijgt die reden.',
  noticeSectionMissing: 'Kies eerst een paragraaf. Er is nog niets verstuurd.',
  noticeProposalKept: 'Bewaard als voorstel voor het handboek.',
  noticeRouteNeedsTeam: 'Dit werkt alleen in een team of een groep. Typ het daar nog eens.',
} as const
