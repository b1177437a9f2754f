/** Every way in: what everybody is told, whatever they press or say, at one moment of a round. */
import { createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import type { Grant } from '../../bot/contract/role.ts'
import { commandOf } from '../../bot/use-cases/command.ts'
import { SOME_WORDS } from '../care-builders.ts'
import { entraIdOf, speakerOf, type Town } from './a-town.ts'
import { seededIds } from './seeded-ids.ts'

export const EMPLOYEE = 20
/** By role: their number in the roster. The CISO is 0. */
const NUMBERS = { manager: 21, deputy: 22, auditor: 23, admin: 24 } as const

const SOME_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0042'
const about = { sectionId: 'thuiswerken-printen', version: 'x', question: 'mag dit' } as const
const form = { everyWeeks: '8', weekday: '3', at: '11:00', from: '2027-03-01', openDays: '3' }
const recurrence = { everyWeeks: 8, weekday: 3, at: '11:00', from: '2027-03-01' }

const SOME_HASH = 'a'.repeat(64)

/** The compiler sees to it that no button is left out. */
const BUTTONS: { readonly [V in Action['verb']]: Extract<Action, { verb: V }> } = {
  ask: { verb: 'ask', question: 'hoeveel mensen deden mee aan de peiling' },
  'show-section': { verb: 'show-section', sectionId: about.sectionId },
  'show-chapter': { verb: 'show-chapter', chapter: 1 },
  'show-chapters': { verb: 'show-chapters' },
  'show-help': { verb: 'show-help' },
  'none-of-these': { verb: 'none-of-these', question: 'mag dit' },
  'rate-answer': { verb: 'rate-answer', ...about, helpful: true },
  'give-reason': { verb: 'give-reason', ...about, reason: 'unclear' },
  'ask-human': { verb: 'ask-human', question: 'mag dit', origin: 'no-answer' },
  escalate: {
    ...{ verb: 'escalate', formId: SOME_ID, question: 'mag dit' },
    ...{ name: 'with-name', origin: 'no-answer' },
  },
  'my-questions': { verb: 'my-questions' },
  'open-questions': { verb: 'open-questions' },
  'show-escalation': { verb: 'show-escalation', escalationId: SOME_ID },
  'answer-escalation': { verb: 'answer-escalation', escalationId: SOME_ID, answer: 'ja' },
  'answer-with-section': {
    ...{ verb: 'answer-with-section', escalationId: SOME_ID, sectionId: about.sectionId },
  },
  'close-escalation': { verb: 'close-escalation', escalationId: SOME_ID, answer: 'klaar' },
  'propose-section': { verb: 'propose-section', escalationId: SOME_ID, answer: 'ja' },
  'report-incident': { verb: 'report-incident', incident: 'clicked-link' },
  'send-incident': {
    ...{ verb: 'send-incident', formId: SOME_ID, incident: 'clicked-link', what: 'geklikt' },
    ...{ when: 'net', devices: 'laptop', personalData: 'no', callBack: '088-000 0100' },
  },
  'answer-poll': { verb: 'answer-poll', roundId: SOME_ID, q1: '', q2: '', q3: '', q4: '', q5: '' },
  'decline-poll': { verb: 'decline-poll', roundId: SOME_ID, how: 'round' },
  'my-poll': { verb: 'my-poll' },
  'rejoin-polls': { verb: 'rejoin-polls' },
  'show-polls': { verb: 'show-polls' },
  'edit-polls': { verb: 'edit-polls' },
  'plan-polls': { verb: 'plan-polls', ...form },
  'confirm-polls': { verb: 'confirm-polls', recurrence, openDays: 3, people: 25 },
  'stop-polls': { verb: 'stop-polls' },
  'confirm-stop-polls': { verb: 'confirm-stop-polls' },
  'show-results': { verb: 'show-results' },
  'show-figures': { verb: 'show-figures', roundId: SOME_ID, unit: '' },
  'open-results': { verb: 'open-results' },
  'tell-me': { verb: 'tell-me', sectionId: about.sectionId },
  'stop-telling': { verb: 'stop-telling' },
  acknowledge: { verb: 'acknowledge', sectionId: about.sectionId, words: SOME_WORDS },
  'show-to-read': { verb: 'show-to-read' },
  'show-read-receipts': { verb: 'show-read-receipts' },
  'show-reviews': { verb: 'show-reviews' },
  'confirm-reviews': {
    ...{ verb: 'confirm-reviews', sections: [{ id: about.sectionId, words: SOME_WORDS }] },
  },
  'show-crisis-sheet': { verb: 'show-crisis-sheet' },
  announce: { verb: 'announce' },
  'plan-announcement': {
    ...{ verb: 'plan-announcement', formId: SOME_ID, version: 1, audience: 'all', unit: '' },
    ...{ words: '', when: 'now', date: '', time: '' },
  },
  'confirm-announcement': {
    ...{ verb: 'confirm-announcement', formId: SOME_ID, version: 1, words: '', people: 25 },
  },
  'show-announcements': { verb: 'show-announcements' },
  'cancel-announcement': { verb: 'cancel-announcement', announcementId: SOME_ID },
  'show-versions': { verb: 'show-versions' },
  'show-difference': { verb: 'show-difference', from: 1, to: 1 },
  'roll-back': { verb: 'roll-back', version: 1 },
  'confirm-roll-back': { verb: 'confirm-roll-back', version: 1, after: 1 },
  'show-drafts': { verb: 'show-drafts' },
  'show-draft': { verb: 'show-draft', draftId: SOME_ID },
  'show-change': { verb: 'show-change', draftId: SOME_ID, sectionId: about.sectionId },
  'discard-draft': { verb: 'discard-draft', draftId: SOME_ID, hash: SOME_HASH },
  'edit-section': { verb: 'edit-section', sectionId: about.sectionId },
  'write-section': { verb: 'write-section', question: 'mag dit' },
  'save-section': {
    ...{ verb: 'save-section', draftId: SOME_ID, sectionId: about.sectionId, basedOn: 1 },
    ...{ chapter: '', title: 'Mag dit?', text: '**Nee.**', questions: '', note: '' },
  },
  'rebase-draft': { verb: 'rebase-draft', draftId: SOME_ID, hash: SOME_HASH, side: 'mine' },
  'take-base-text': { verb: 'take-base-text', sectionId: 'thuiswerken-printen' },
  'publish-draft': { verb: 'publish-draft', draftId: SOME_ID, hash: SOME_HASH, accepted: '' },
  'ask-approval': { verb: 'ask-approval', draftId: SOME_ID, hash: SOME_HASH, accepted: '' },
  'settle-document': {
    ...{ verb: 'settle-document', documentId: SOME_ID, settled: 0, s0: 'new' },
    ...{ s1: '', s2: '', s3: '', s4: '', s5: '', s6: '', s7: '' },
  },
  'forget-me': { verb: 'forget-me' },
  'confirm-forget-me': { verb: 'confirm-forget-me' },
}

/** Also those for which there is no button. */
const WORDS = [
  ...['mijn vragen', 'open vragen', 'hiaten', 'vergeet mij', 'vraag de ciso'],
  ...['resultaten', 'resultaten vorige ronde', 'resultaten Jeugd', 'results'],
  ...['peiling', 'mijn peiling', 'vragenlijst', 'weer meedoen', 'peilingen', 'peilingen plannen'],
  ...['meldingen hier', 'vragen hier', 'vragen over thuiswerken hier'],
  ...['my questions', 'open questions', 'gaps', 'forget me', 'ask the ciso'],
  ...['poll', 'my poll', 'join polls again', 'polls', 'plan polls'],
  ...['reports here', 'questions here', 'questions about mail here'],
  ...['zeg het me als het wijzigt', 'niet meer melden', 'aankondigen', 'aankondigingen'],
  ...['versies', 'concepten', 'nieuwe paragraaf', 'versions', 'drafts', 'new section'],
  ...['nog te lezen', 'gelezen', 'nakijken', 'crisiskaart'],
  ...['to read', 'read receipts', 'reviews', 'crisis sheet'],
  ...['tell me when it changes', 'stop telling me', 'announce', 'announcements'],
]
const QUESTIONS = ['uitslag', 'tussenstand', 'resultaten peiling', 'help', 'hoeveel deden mee']

export type Person = Readonly<{
  label: string
  speaker: Partial<Speaker>
  /** Says all that can be said; the others, whose words lead to the same buttons, only ask. */
  speaks?: boolean
}>

export const EMPLOYEE_AND_CISO: readonly Person[] = [
  { label: 'employee', speaker: { person: entraIdOf(EMPLOYEE) }, speaks: true },
  { label: 'ciso', speaker: { person: entraIdOf(0) }, speaks: true },
]
export const EVERY_ROLE: readonly Person[] = [
  ...EMPLOYEE_AND_CISO,
  { label: 'guest', speaker: { person: 'a-guest', conversation: 'a:guest' } },
  { label: 'ciso in a team', speaker: { person: entraIdOf(0), shared: true } },
  ...Object.entries(NUMBERS).map(([label, n]) => ({ label, speaker: { person: entraIdOf(n) } })),
]

/** Gives people these roles. */
export async function giveRoles({ storage, organisation, roster }: Town): Promise<void> {
  const roles = new Map<number, Grant>(
    Object.entries(NUMBERS).map(([role, n]) => [n, grantOf(role as keyof typeof NUMBERS)]),
  )
  const people = roster.people.map((one, n) => {
    const grant = roles.get(n)
    return grant === undefined ? one : { ...one, roles: [grant] }
  })
  await storage.transaction((stores) =>
    stores.people.replace(organisation.id, { ...roster, people }),
  )
}

const grantOf = (role: keyof typeof NUMBERS): Grant =>
  role === 'manager' ? { role, unit: 'Wmo' } : { role }

/** By who and what: the reply. Nothing comes of any of it. */
export async function lookEverywhere(
  town: Town,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>()
  const open = await town.storage.stores.polls.openRound(town.organisation.id)
  for (const { label, speaker, speaks = false } of people) {
    const whole = { ...speakerOf(EMPLOYEE, town.organisation), ...speaker }
    const texts = speaks ? [...WORDS, ...QUESTIONS] : QUESTIONS
    for (const [what, request] of requestsOf(whole, open?.id ?? SOME_ID, texts))
      told.set(`${label}: ${what}`, await replyTo(request, town))
  }
  return told
}

function requestsOf(
  speaker: Speaker,
  roundId: string,
  texts: readonly string[],
): readonly (readonly [string, Request])[] {
  const buttons = Object.values(BUTTONS).map(
    (button): Action => ('roundId' in button ? { ...button, roundId } : button),
  )
  return [
    ...buttons.map(
      (action) => [`button ${action.verb}`, { kind: 'action', action, speaker }] as const,
    ),
    ...texts.map((text) => [`words ${text}`, { kind: 'message', text, speaker }] as const),
  ]
}

const TAKEN_BACK = new Error('this was only to look')

/** In a transaction that is taken back, by a bot that remembers nobody. */
async function replyTo(request: Request, { parts, storage }: Town): Promise<string> {
  const bot = createBot({ ...parts, newId: seededIds(1), observe: () => undefined })
  let told = ''
  const taken = storage.transaction(async (stores) => {
    told = JSON.stringify(await bot.reply(request, stores))
    throw TAKEN_BACK
  })
  await taken.catch((error: unknown) => {
    if (error !== TAKEN_BACK) throw error
  })
  return told
}

/** Commands by words that this file does not know. */
export function forgottenWords(source: string): readonly string[] {
  const all = [...source.matchAll(/^ +\['([^']+)', [A-Z_]+\],$/gm)].map(([, words = '']) => words)
  const known = new Set(WORDS.map((words) => JSON.stringify(commandOf(words))))
  return all.filter((words) => !known.has(JSON.stringify(commandOf(words))))
}
