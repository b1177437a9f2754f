/**
 * Stop words: words that say nothing about the subject of a question.
 *
 * Without their removal every irrelevant question gets an answer, because "hoe", "ik" and "de"
 * match everywhere. Content-like words that general lists drop (vrij, samen, klaar, later) stay.
 */

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const DUTCH = `
  de het een en van ik te dat die in is op aan met als voor er maar om hem dan zou of wat mijn men
  dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft hebben deze u
  want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen moet ben zonder
  kan hun dus alles onder ja eens hier wie werd altijd doch wordt wezen kunnen ons zelf tegen na
  reeds wil kon niets uw iemand geweest andere zijn was niet hij had het
  bent hebt had hadden waren wou wilde willen wilt zult zullen zouden kun kunt konden mocht mochten
  ander anders elke elk ieder iedere iedereen niemand nergens ergens sommige zulke zoals zowel
  tussen terwijl totdat zodat zodra sinds tijdens volgens vanaf vanuit binnen behalve ondanks
  daarom daarvoor daarmee daarna daarbij daarvan hierover hiermee hierbij hierin waarmee waarin
  waarop waarover waarvan waardoor waarbij ervan erop erin erbij ermee eruit erover eraan
  welke welk waar waarom wanneer hoezo`

/** What people type around their question in a chat. */
const CHAT = `
  hoi hallo hey hee hai hi yo he heey goedemorgen goedemiddag goedenavond goeiemorgen morgen dag
  even effe ff eventjes vraagje vraag weet weten iemand graag alvast bedankt dank dankje bvd mvg
  groet groeten groetjes mag moeten moest mogen we wij jij jullie jou jouw hen onze eigenlijk gewoon
  wel ofzo zeg svp aub alsjeblieft snap precies eigen ga gaan gaat ging doe doet deed krijg krijgen
  krijgt nodig per via waarvoor hiervoor ervoor ok oke okay sorry help mn zn dr mn'n ie ik'm ivm iig
  igg gvd pls please thanks thx hè hoor joh nou toevallig misschien sowieso best wil echt heel erg
  zeker natuurlijk soms steeds weer zoiets dingen ding dus zeg maar toegestaan mogelijk moment`

const ENGLISH = `
  the a an and or of to in on at by for with from into about as is am are was were be been being
  do does did have has had i you he she it we they me him her us them my your his its our their
  this that these those what which who whom whose when where why how can could may might must shall
  should will would not no yes if then than so just also there here any some all hi hello hey please
  thanks thank allowed ok okay need want get got im ive dont`

const STOP: ReadonlySet<string> = set(`${DUTCH} ${CHAT}`)
const STOP_IN_ENGLISH: ReadonlySet<string> = set(ENGLISH)

export const isStopWord = (word: string): boolean => STOP.has(word)

/** For questions in English only: "of", "in" and "over" are Dutch words as well. */
export const isEnglishStopWord = (word: string): boolean => STOP_IN_ENGLISH.has(word)
