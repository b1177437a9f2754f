/** The bot's own words in Dutch: the source of the catalogue, B1 level, "je". */
import { nlCare } from './nl-care.ts'
import { nlDesk } from './nl-desk.ts'
import { nlDocuments } from './nl-documents.ts'
import { nlEntra } from './nl-entra.ts'
import { nlExports } from './nl-exports.ts'
import { nlHuman } from './nl-human.ts'
import { nlImport } from './nl-import.ts'
import { nlLayers } from './nl-layers.ts'
import { nlPages } from './nl-pages.ts'
import { nlPolls } from './nl-polls.ts'
import { nlPublishing } from './nl-publishing.ts'
import { nlResults } from './nl-results.ts'
import { nlSlack } from './nl-slack.ts'
import { nlTelling } from './nl-telling.ts'
import { nlUse } from './nl-use.ts'

export const nl = {
  ...nlHuman,
  ...nlDesk,
  ...nlPolls,
  ...nlPublishing,
  ...nlDocuments,
  ...nlResults,
  ...nlPages,
  ...nlExports,
  ...nlTelling,
  ...nlCare,
  ...nlUse,
  ...nlEntra,
  ...nlImport,
  ...nlLayers,
  ...nlSlack,
  cardNotShown: 'Deze app kan mijn antwoord niet tonen. Gebruik de nieuwste versie van Teams.',

  welcomeTitle: 'Hoi, ik ben Vraagbaak',
  welcomeIntro: (p: { organisation: string }) =>
    `Stel me je vraag over veilig werken. Je krijgt het antwoord uit het handboek van ${p.organisation}, en je ziet waar het staat.`,
  welcomeIncident: (p: { telephone: string; hours: string }) =>
    `Is er net iets misgegaan? Bel meteen ${p.telephone}, ${p.hours}.`,
  dayAndNight: 'dag en nacht',
  welcomeHuman: 'Weet ik iets niet? Dan kun je het aan de CISO vragen, met of zonder je naam.',
  privacyAnswered: 'Krijg je antwoord uit het handboek? Dan bewaar ik je vraag niet.',
  privacyGap: (p: { days: number }) =>
    `Helpt mijn antwoord niet? Dan bewaar ik je vraag hooguit ${daysInDutch(p.days)}, met een code in plaats van je naam.`,
  privacyHelpful: (p: { days: number }) =>
    `Zeg je dat het nuttig was? Dan bewaar ik je vraag wel, hooguit ${daysInDutch(p.days)} en zonder je naam.`,
  privacyNoGap: 'Ook als ik geen antwoord heb, bewaar ik je vraag niet.',
  privacyAsked: (p: { days: number }) =>
    `Wat je de CISO vraagt, bewaar ik tot er antwoord is, en daarna nog ${daysInDutch(p.days)}.`,
  privacyAskedNoDays: 'Wat je de CISO vraagt, bewaar ik tot er antwoord is.',
  privacyReports: 'Een melding van een incident blijft bewaard.',
  privacyConversation: 'Tot je de app verwijdert, onthoud ik waar ik je een bericht kan sturen.',
  privacyRatings: 'Of een antwoord nuttig was, tel ik zonder naam.',
  privacyForget: 'Typ "vergeet mij" om te wissen wat ik van je bewaar.',
  privacyResidents:
    'Typ geen gegevens van inwoners, zoals een BSN, een adres of iets uit een dossier.',
  welcomeExamples: 'Probeer bijvoorbeeld',
  outsiderTitle: 'Ik ben er voor medewerkers',
  outsiderText: (p: { organisation: string }) =>
    `Ik geef alleen antwoord aan wie bij ${p.organisation} werkt. Vraag het aan je contactpersoon daar.`,
  outsiderIncident: (p: { organisation: string; telephone: string; hours: string }) =>
    `Is er iets gebeurd met informatie van ${p.organisation}? Bel nu ${p.telephone}, ${p.hours}.`,
  helpButton: 'Hoe werkt het?',

  helpTitle: 'Zo werkt het',
  helpAsk: 'Typ je vraag zoals je hem aan een collega stelt. Typfouten zijn geen probleem.',
  helpFollowUp: 'Je kunt doorvragen, zoals "en op mijn telefoon?".',
  helpSource: 'Mijn antwoorden komen letterlijk uit het handboek. Ik verzin niets.',
  helpUnknown:
    'Weet ik het niet? Dan zeg ik dat. Je kunt het dan aan de CISO vragen, met of zonder je naam.',
  helpMine: 'Typ "mijn vragen" om te zien wat je de CISO vroeg.',
  helpPrivacy: 'Wat ik bewaar',
  helpIncident: 'Je kunt ook typen wat er is gebeurd. Dan zie je meteen wat je moet doen.',

  sourceLine: (p: { handbook: string; version: string; number: string }) =>
    `Bron: ${p.handbook} · versie ${p.version} · § ${p.number}`,
  sourceSince: (p: { date: string }) => `geldig vanaf ${p.date}`,
  sourceOverdue: 'Let op: deze tekst is nog niet opnieuw gecontroleerd. Dat had al gemoeten.',

  wholeSection: 'Hele paragraaf',
  related: 'Verder lezen',
  notWhatYouMeant: 'Niet wat je zocht?',
  helpfulQuestion: 'Was dit nuttig?',
  yes: 'Ja',
  no: 'Nee',
  ratedHelpfulTooltip: 'Ja, dit was nuttig',
  ratedUnhelpfulTooltip: 'Nee, dit was niet nuttig',
  chapters: 'Alle onderwerpen',
  chaptersTitle: 'Onderwerpen in het handboek',
  backToChapters: 'Terug naar alle onderwerpen',
  sectionCount: (p: { count: number }) => (p.count === 1 ? '1 paragraaf' : `${p.count} paragrafen`),
  moreInHandbook: 'Deze paragraaf is te lang voor de chat. Lees de rest in het handboek.',
  moreTopics: 'Er is meer dan hier past. Typ je vraag, dan zoek ik het op.',

  suggestionsTitle: 'Bedoel je een van deze?',
  noneOfThese: 'Geen van deze',

  noAnswerTitle: 'Dat weet ik niet',
  noAnswerText: 'Ik vind hier niets over in het handboek. En ik gok liever niet.',
  elsewhereTitle: 'Daar ga ik niet over',
  elsewhereText: (p: { topic: string }) =>
    `Dit gaat volgens mij over ${p.topic}. Dat staat niet in het handboek.`,
  elsewhereAsk: (p: { ask: string }) => `Vraag het aan ${p.ask}.`,
  elsewhereWrong:
    'Gaat je vraag toch over veilig werken? Stel hem dan nog eens, met andere woorden.',
  elsewhereHuman: 'Of vraag het de CISO.',
  noAnswerHuman: (p: { name: string }) =>
    `Vraag het aan de CISO, ${p.name}. Dat kan ook zonder je naam.`,
  noAnswerRephrase: 'Of stel je vraag nog eens, met andere woorden.',
  mailCiso: 'Mail de CISO',
  mailSubject: 'Vraag over veilig werken',

  incidentTitle: 'Meld dit nu',
  incidentCall: (p: { telephone: string }) => `Bel ${p.telephone}`,
  incidentCallNote: 'Dag en nacht, ook in het weekend.',
  incidentSteps: 'Doe nu dit',
  incidentNoBlame: 'Goed dat je het zegt. Melden is nooit fout.',
  incidentReport: 'Open het meldpunt',
  incidentNotReported: 'Let op: met je bericht aan mij is het nog niet gemeld.',
  incidentMore: 'Lees meer',

  masked: (p: { kinds: string }) =>
    `Ik heb ${p.kinds} uit je bericht gehaald en niet bewaard. Verwijder je bericht ook zelf.`,
  maskedBsn: 'een BSN',
  maskedIban: 'een rekeningnummer',
  maskedEmail: 'een e-mailadres',
  maskedPhone: 'een telefoonnummer',

  answeredBelow: 'Het antwoord staat hieronder.',
  /** Before a message that is sent again, because nobody can know whether it arrived. */
  possiblyDouble: '(mogelijk dubbel)',
  noticeTooLong: (p: { limit: number }) =>
    `Dat is een lang bericht. Kun je je vraag korter stellen? Gebruik hooguit ${p.limit} tekens.`,
  noticeEmpty: 'Ik zie geen vraag. Typ wat je wilt weten, of typ "help".',
  noticeOutdatedCard:
    'Deze knop werkt niet meer. Stel je vraag opnieuw, dan krijg je het antwoord van nu.',
  noticeUnknownSection: 'Deze paragraaf staat niet meer in het handboek. Stel je vraag opnieuw.',
  noticeRatedHelpful: 'Fijn om te horen. Dank je.',
  noticeRatedUnhelpful: 'Dank je. Zo weten we welke tekst beter moet.',
  noticeYouAreWelcome: 'Graag gedaan. Stel gerust nog een vraag.',
  noticeQuestionMissing: 'Ik zie geen vraag. Typ hem in het vak en druk dan op versturen.',
  noticeTooManyQuestions:
    'Je hebt dit uur al veel vragen gestuurd. Deze heb ik niet verstuurd: probeer het over een uur nog eens.',
  noticeIncidentIncomplete:
    'Schrijf op wat er gebeurde, of op welk nummer we je kunnen bellen. Er is nog niets verstuurd.',
  noticeSentPrivately: 'Hier lezen anderen mee. Ik stuur het je in ons eigen gesprek.',
  noticeNotStored:
    'Dit lukt nu niet: ik kan even niets bewaren of versturen. Is er haast? Bel het meldpunt, of mail de CISO. Probeer het anders straks nog eens.',

  failureTitle: 'Er ging iets mis',
  failureText: (p: { reference: string }) =>
    `Ik kon je vraag niet beantwoorden. Probeer het zo nog eens. Lukt het dan niet? Bel de servicedesk en noem nummer ${p.reference}.`,
  failureIncident: (p: { telephone: string }) =>
    `Is er net iets misgegaan met gegevens of apparaten? Wacht niet op mij en bel ${p.telephone}.`,

  firstAidCall: 'Bel meteen het meldpunt, ook als je twijfelt.',
  firstAidStop: 'Stop met wat je deed en wis niets.',
  firstAidNote: 'Schrijf op wat er gebeurde, hoe laat, en om welke gegevens het gaat.',
} as const

function daysInDutch(days: number): string {
  return days === 1 ? '1 dag' : `${days} dagen`
}

/** The same keys with the same parameters, in another language. */
export type Translated<Source> = {
  readonly [K in keyof Source]: Source[K] extends (p: infer P) => string ? (p: P) => string : string
}

/** Every key of the Dutch catalogue. */
export type Messages = Translated<typeof nl>
