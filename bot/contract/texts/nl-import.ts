/** Dutch words for what came of a document that was brought as a handbook. */

export const nlImport = {
  importTooLarge: 'Het bestand is te groot: het mag hooguit 10 MB zijn. Haal er plaatjes uit.',
  importTooLargeUnpacked: 'Uitgepakt is het bestand te groot. Verdeel het over meer bestanden.',
  importTooManyParts: 'Het bestand heeft te veel onderdelen of bladzijden. Knip het in stukken.',
  importTooSlow: 'Het lezen duurde te lang. Verdeel het document over meer bestanden.',
  importWrongType:
    'Dit soort bestand kan ik niet lezen. Gebruik .docx, .md, .pdf of een .zip met Markdown.',
  importEncrypted: 'Het bestand is beveiligd met een wachtwoord. Haal dat eraf.',
  importBroken: 'Het bestand is beschadigd. Open het en sla het opnieuw op.',
  importUnsafe:
    'In het bestand staat iets wat gevaarlijk kan zijn. Kopieer de tekst naar een nieuw document.',
  importBadEncoding: 'Ik kan de letters niet lezen. Sla de tekst op als UTF-8.',
  importBadNames: 'In de zip staan namen of bestanden die er niet in mogen. Maak een nieuwe zip.',
  importBrokenSettings:
    'Het bestand handbook.yaml klopt niet. Verbeter het en probeer het opnieuw.',
  importNoHeadings: 'Ik vind geen koppen. Geef koppen de stijl Kop 1 of Kop 2.',
  importNoText: 'Ik vind geen tekst. Is het een scan? Gebruik dan het document zelf.',

  importImages: (p: { count: number }) =>
    p.count === 1 ? '1 plaatje is weggelaten.' : `${p.count} plaatjes zijn weggelaten.`,
  importFootnotes: (p: { count: number }) =>
    p.count === 1
      ? '1 voetnoot staat nu tussen haakjes in de tekst.'
      : `${p.count} voetnoten staan nu tussen haakjes in de tekst.`,
  importTracked: (p: { count: number }) =>
    `Het document had bijgehouden wijzigingen (${p.count}). Ik nam ze allemaal over.`,
  importComments: (p: { count: number }) =>
    p.count === 1 ? '1 opmerking is weggelaten.' : `${p.count} opmerkingen zijn weggelaten.`,
  importTextBoxes: (p: { count: number }) =>
    p.count === 1
      ? 'De tekst van 1 tekstvak staat nu tussen de andere tekst.'
      : `De tekst van ${p.count} tekstvakken staat nu tussen de andere tekst.`,
  importContents: 'De inhoudsopgave is weggelaten. Die maakt het handboek zelf.',
  importStruck: (p: { count: number }) =>
    `Doorgehaalde tekst is weggelaten, op ${p.count} ${p.count === 1 ? 'plek' : 'plekken'}.`,
  importHeaders: 'Kopteksten en voetteksten zijn weggelaten.',
  importEmbedded: (p: { count: number }) =>
    p.count === 1
      ? '1 ingevoegd bestand is weggelaten.'
      : `${p.count} ingevoegde bestanden zijn weggelaten.`,
  importMacros: "Het document heeft macro's. Die heb ik niet gelezen.",
  importBefore: 'De tekst voor de eerste kop is weggelaten. Zet er een kop boven om hem te houden.',
  importGuessed: (p: { count: number }) =>
    p.count === 1
      ? 'Ik heb 1 kop geraden. Controleer hem.'
      : `Ik heb ${p.count} koppen geraden. Controleer ze.`,
  importSkipped: (p: { count: number }) =>
    p.count === 1
      ? '1 bestand in de zip is overgeslagen.'
      : `${p.count} bestanden in de zip zijn overgeslagen.`,
  importNewChapters: (p: { count: number }) =>
    p.count === 1
      ? '1 hoofdstuk is nieuw. Controleer de eigenaar en de controledatum.'
      : `${p.count} hoofdstukken zijn nieuw. Controleer de eigenaren en de controledata.`,
} as const
