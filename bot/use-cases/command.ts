/** Command: what somebody asks of the bot itself, with a button or with words that do the same. */
import type { Language } from '../../knowledge/language.ts'
import type { Action } from '../contract/action.ts'
import type { DocumentLink } from '../contract/documents.ts'
import { type AskAsOf, asOfCommand } from './as-of-words.ts'
import { bareWords } from './control-word.ts'

/** What a team wants to get; a chapter as it was typed. */
export type WantedRoute =
  | Readonly<{ kind: 'incidents' }>
  | Readonly<{ kind: 'questions' }>
  | Readonly<{ kind: 'chapter'; named: string }>

export type Command =
  | Action
  | Readonly<{ verb: 'show-gaps' }>
  | Readonly<{
      verb: 'ask-results'
      /** Of the round before the newest. */
      previous: boolean
      /** A unit, as it was typed. */
      named?: string
    }>
  | Readonly<{ verb: 'set-route'; route: WantedRoute }>
  | Readonly<{ verb: 'find-section'; named: string }>
  | AskAsOf
  /** With what was typed beside it. */
  | Readonly<{ verb: 'receive-document'; document: DocumentLink; text: string }>

export type Spoken = Readonly<{ command: Command; language: Language }>

const MY_QUESTIONS: Command = { verb: 'my-questions' }
const OPEN_QUESTIONS: Command = { verb: 'open-questions' }
const SHOW_GAPS: Command = { verb: 'show-gaps' }
const FORGET_ME: Command = { verb: 'forget-me' }
const ASK_HUMAN: Command = { verb: 'ask-human', question: '', origin: 'no-answer' }
const MY_POLL: Command = { verb: 'my-poll' }
const REJOIN_POLLS: Command = { verb: 'rejoin-polls' }
const SHOW_POLLS: Command = { verb: 'show-polls' }
const TELL_ME: Command = { verb: 'tell-me' }
const STOP_TELLING: Command = { verb: 'stop-telling' }
const ANNOUNCE: Command = { verb: 'announce' }
const SHOW_ANNOUNCEMENTS: Command = { verb: 'show-announcements' }
const TO_READ: Command = { verb: 'show-to-read' }
const READ_RECEIPTS: Command = { verb: 'show-read-receipts' }
const SHOW_REVIEWS: Command = { verb: 'show-reviews' }
const CRISIS_SHEET: Command = { verb: 'show-crisis-sheet' }
const SHOW_VERSIONS: Command = { verb: 'show-versions' }
const SHOW_DRAFTS: Command = { verb: 'show-drafts' }
const NEW_SECTION: Command = { verb: 'write-section', question: '' }
const REPORTS_HERE: Command = { verb: 'set-route', route: { kind: 'incidents' } }
const QUESTIONS_HERE: Command = { verb: 'set-route', route: { kind: 'questions' } }

const WORDS: Readonly<Record<Language, ReadonlyMap<string, Command>>> = {
  nl: new Map<string, Command>([
    ['mijn vragen', MY_QUESTIONS],
    ['open vragen', OPEN_QUESTIONS],
    ['hiaten', SHOW_GAPS],
    ['vergeet mij', FORGET_ME],
    ['vergeet me', FORGET_ME],
    ['vraag de ciso', ASK_HUMAN],
    ['vraag het de ciso', ASK_HUMAN],
    ['vraag aan de ciso', ASK_HUMAN],
    ['peiling', MY_POLL],
    ['mijn peiling', MY_POLL],
    ['vragenlijst', MY_POLL],
    ['weer meedoen', REJOIN_POLLS],
    ['peilingen', SHOW_POLLS],
    ['peilingen plannen', SHOW_POLLS],
    ['zeg het me als het wijzigt', TELL_ME],
    ['zeg het als het wijzigt', TELL_ME],
    ['zeg het me als dit wijzigt', TELL_ME],
    ['niet meer melden', STOP_TELLING],
    ['aankondigen', ANNOUNCE],
    ['aankondigingen', SHOW_ANNOUNCEMENTS],
    ['nog te lezen', TO_READ],
    ['gelezen', READ_RECEIPTS],
    ['leesbevestigingen', READ_RECEIPTS],
    ['nakijken', SHOW_REVIEWS],
    ['crisiskaart', CRISIS_SHEET],
    ['versies', SHOW_VERSIONS],
    ['concepten', SHOW_DRAFTS],
    ['nieuwe paragraaf', NEW_SECTION],
    ['meldingen hier', REPORTS_HERE],
    ['vragen hier', QUESTIONS_HERE],
  ]),
  en: new Map<string, Command>([
    ['my questions', MY_QUESTIONS],
    ['open questions', OPEN_QUESTIONS],
    ['gaps', SHOW_GAPS],
    ['forget me', FORGET_ME],
    ['ask the ciso', ASK_HUMAN],
    ['poll', MY_POLL],
    ['my poll', MY_POLL],
    ['join polls again', REJOIN_POLLS],
    ['polls', SHOW_POLLS],
    ['plan polls', SHOW_POLLS],
    ['tell me when it changes', TELL_ME],
    ['tell me when this changes', TELL_ME],
    ['tell me if it changes', TELL_ME],
    ['stop telling me', STOP_TELLING],
    ['announce', ANNOUNCE],
    ['announcements', SHOW_ANNOUNCEMENTS],
    ['to read', TO_READ],
    ['still to read', TO_READ],
    ['read receipts', READ_RECEIPTS],
    ['reviews', SHOW_REVIEWS],
    ['crisis sheet', CRISIS_SHEET],
    ['crisis card', CRISIS_SHEET],
    ['versions', SHOW_VERSIONS],
    ['drafts', SHOW_DRAFTS],
    ['new section', NEW_SECTION],
    ['reports here', REPORTS_HERE],
    ['incidents here', REPORTS_HERE],
    ['questions here', QUESTIONS_HERE],
  ]),
}

const CHAPTER_HERE: Readonly<Record<Language, RegExp>> = {
  nl: /^vragen over (.{1,80}) hier$/u,
  en: /^questions about (.{1,80}) here$/u,
}

/** Undefined for a message that is for the handbook. */
export function commandOf(text: string): Spoken | undefined {
  const words = bareWords(text)
  for (const language of ['nl', 'en'] as const) {
    const command =
      WORDS[language].get(words) ??
      chapterRoute(words, language) ??
      publishing(text, language) ??
      asOfCommand(text, language) ??
      results(text, language)
    if (command !== undefined) return { command, language }
  }
  return undefined
}

function chapterRoute(words: string, language: Language): Command | undefined {
  const named = CHAPTER_HERE[language].exec(words)?.[1]
  return named === undefined ? undefined : { verb: 'set-route', route: { kind: 'chapter', named } }
}

/** With a word that no employee puts before a question: "wijzig mijn wachtwoord" is for the handbook. */
const PUBLISHING: Readonly<
  Record<Language, Readonly<Record<'difference' | 'back' | 'edit', RegExp>>>
> = {
  nl: {
    difference: /^verschil (?:tussen )?(?:versie )?(\d{1,6})(?: en)? (?:versie )?(\d{1,6})$/u,
    back: /^terug naar (?:versie )?(\d{1,6})$/u,
    edit: /^(?:wijzig (?:paragraaf )?(?=\d+\.\d+$)|wijzig paragraaf )(.{1,120})$/u,
  },
  en: {
    difference: /^difference (?:between )?(?:version )?(\d{1,6})(?: and)? (?:version )?(\d{1,6})$/u,
    back: /^back to (?:version )?(\d{1,6})$/u,
    edit: /^(?:edit (?:section )?(?=\d+\.\d+$)|edit section )(.{1,120})$/u,
  },
}

function publishing(text: string, language: Language): Command | undefined {
  if (text.length > MAX_RESULTS) return undefined
  const said = text.toLowerCase().replace(/\s+/gu, ' ').trim()
  const { difference, back, edit } = PUBLISHING[language]
  const [, from, to] = difference.exec(said) ?? []
  if (from !== undefined && to !== undefined)
    return isVersion(from) && isVersion(to)
      ? { verb: 'show-difference', from: Number(from), to: Number(to) }
      : undefined
  const version = back.exec(said)?.[1]
  if (version !== undefined && isVersion(version))
    return { verb: 'roll-back', version: Number(version) }
  const named = edit.exec(said)?.[1]
  return named === undefined ? undefined : { verb: 'find-section', named: named.trim() }
}

const isVersion = (word: string): boolean => Number(word) > 0

/** A name has a few words; what is longer, or asks something, is for the handbook. */
const NAME = String.raw`[\p{L}\p{N}][^?\s]*(?: [^?\s]+){0,5}`

const RESULTS: Readonly<Record<Language, RegExp>> = {
  nl: new RegExp(
    `^(?:peilingresultaten|resultaten(?: van)?(?: de)? peiling|resultaten)(?:(?: van)?(?: de)? (?<round>vorige|laatste) ronde)?(?:(?: van| voor)? (?<named>${NAME}))?$`,
    'iu',
  ),
  en: new RegExp(
    `^(?:poll results|results(?: of)?(?: the)? poll|results)(?:(?: of)?(?: the)? (?<round>previous|latest) round)?(?:(?: of| for)? (?<named>${NAME}))?$`,
    'iu',
  ),
}

function results(text: string, language: Language): Command | undefined {
  if (text.length > MAX_RESULTS) return undefined
  const said = text.replace(/\s+/gu, ' ').trim().replace(/[.!]$/u, '')
  const groups = RESULTS[language].exec(said.replace(ASKED_BRIEFLY, '$1'))?.groups
  if (groups === undefined) return undefined
  const { round = '', named } = groups
  const previous = /^(vorige|previous)$/i.test(round)
  return { verb: 'ask-results', previous, ...(named === undefined ? {} : { named }) }
}

/** "Resultaten Jeugd?" is no question for the handbook yet. */
const ASKED_BRIEFLY = /^(\S+(?: \S+){0,2})\?$/u

/** A path of units is the longest that is asked for. */
const MAX_RESULTS = 160
