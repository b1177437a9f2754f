/** Dutch words about files that an editor sends. */

export const nlDocuments = {
  documentReceivedTitle: 'Ik lees je bestand',
  documentReceivedText: (p: { title: string }) =>
    `${p.title} wordt een concept. Er verandert nog niets voor medewerkers.`,
  documentReceivedSoon: 'Je krijgt zo bericht.',
  documentRefusedTitle: 'Dit bestand kan ik niet gebruiken',
  documentRefusedSame: 'Het handboek is niet veranderd.',
  documentNotFetched: 'Ik kon het bestand niet ophalen. Stuur het opnieuw.',
  documentReadTitle: (p: { title: string }) => `${p.title} is gelezen`,
  documentReadDraft:
    'Het is een concept. Ik zoek uit wat er verandert; je krijgt zo een overzicht.',
  documentReadSame:
    'Er staat niets anders in dan in het handboek van nu. Er is geen concept gemaakt.',
  documentNotes: 'Let op:',
  documentDoubtsTitle: 'Welke paragrafen zijn dezelfde?',
  documentDoubtsText: (p: { title: string }) =>
    `In ${p.title} lijken paragrafen op wat er al is, maar ik weet het niet zeker.`,
  documentDoubtsPlace: (p: { place: number; count: number }) =>
    `Vanaf nummer ${p.place} van ${p.count}.`,
  documentDoubtsWhy: 'Zo blijven links en statistieken kloppen.',
  documentDoubtsIncomplete: 'Kies bij elke paragraaf een antwoord. Er is nog niets bewaard.',
  documentDoubtOf: (p: { title: string }) => `In het bestand: ${p.title}`,
  documentSameAs: (p: { title: string; rate: string }) =>
    `Dezelfde als: ${p.title} (${p.rate}% gelijk)`,
  documentNew: 'Een nieuwe paragraaf',
  documentChoose: 'Kies wat het is',
  documentSettle: 'Ga verder',
  documentSettleInTeams: 'Kiezen doe je in Teams, op de kaart met deze vakken.',
  noticeDocumentsOfEditors:
    'Ik lees geen bestanden. Typ je vraag, en stuur mij geen stukken van je werk.',
  noticeDocumentGone: 'Dit bestand is al verwerkt, of het is te lang geleden. Stuur het opnieuw.',
} as const
