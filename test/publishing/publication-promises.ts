/** Publication promises: what must be true of a publication when all is over, whatever went wrong (F17). */
import { createBot } from '../../bot/bot.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { loadBank } from '../../bot/load-questions.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { secret } from '../bot/a-bot.ts'
import { ciso, deputy, kim, secondCiso } from '../bot/an-office.ts'
import { aQuestion, type PressRoom } from './a-press-room.ts'
import { told } from './a-publication.ts'

export const QUESTIONS = [
  ...[
    'mag ik thuis printen',
    'kan ik ff iets printen thuis',
    'printer thuis',
    'servicedesk bellen',
  ],
  ...[
    'mijn laptop is weg',
    'wifi thuis veilig',
    'wachtwoord van mijn router',
    'wie kent de fabriek',
  ],
  ...['stukken liggen thuis', 'kwartels voeren'],
]

const bank = loadBank({ polls: {} })

/** What the bot answers from memory, question by question, in one text. */
export const answersOf = ({ answerOf }: Pick<PressRoom, 'answerOf'>): string =>
  JSON.stringify(QUESTIONS.map((question) => answerOf(question)))

/** What a bot that never knew another version answers. */
export async function answersOfVersion(room: PressRoom, number: number): Promise<string> {
  const { organisation, storage } = room
  const read = () => storage.stores.handbooks.version(organisation.id, number)
  const version = await read().catch(read) // the call that fails may be this one
  if (version === undefined) throw new Error(`there is no version ${number}`)
  const knowledge = await openKnowledgeBase(version.files, `${number}`)
  const bot = createBot({
    ...{ served: new Map([[organisation.id, { organisation, knowledge, bank }]]), secret },
    ...{ keys: derivedKeys(secret), observe: () => undefined, newId: () => '' },
    clock: () => room.clock.now,
  })
  return answersOf({ answerOf: (text) => bot.replyFromMemory(aQuestion(text, organisation.id)) })
}

/** Each version of a room is built once. */
const expected = new WeakMap<PressRoom, Map<number, Promise<string>>>()

function expectedAnswers(room: PressRoom, number: number): Promise<string> {
  const known = expected.get(room) ?? new Map<number, Promise<string>>()
  expected.set(room, known)
  const answers = known.get(number) ?? answersOfVersion(room, number)
  known.set(number, answers)
  return answers
}

/** At any moment: all answers are of the version that holds, or all of the one that held before. */
export async function mixedAnswers(room: PressRoom, newest: number): Promise<readonly string[]> {
  const found = answersOf(room)
  for (const number of [newest, newest - 1])
    if (number > 0 && found === (await expectedAnswers(room, number))) return []
  return [`the answers are neither those of version ${newest} nor of the one before`]
}

/** @returns what goes against the promises, after all steps */
export async function brokenPromises(room: PressRoom): Promise<readonly string[]> {
  return [
    ...(await brokenInStore(room)),
    ...brokenTelling(room),
    ...((await expectedAnswers(room, 3)) === answersOf(room)
      ? []
      : ['other answers than version 3']),
    ...((await expectedAnswers(room, 2)) !== answersOf(room) ? [] : ['the versions are the same']),
  ]
}

async function brokenInStore({ storage, organisation: { id } }: PressRoom) {
  const { handbooks, draftReviews, audit } = storage.stores
  const versions = await handbooks.versions(id)
  const what = versions.map(({ number, author, approver, restores, hash }) => {
    return { number, author, approver, restores, isFirst: hash === versions.at(-1)?.hash }
  })
  const rows = await audit.list(id)
  const published = rows.filter(({ action }) => action === 'handbook-published')
  const asked = rows.filter(({ action }) => action === 'approval-asked')
  const [saved] = rows.filter(({ action }) => action === 'draft-saved')
  const left = saved && (await draftReviews.find(id, saved.object))
  const verdict = await audit.verify(id)
  return [
    ...unlessSame(what, HISTORY, 'versions'),
    ...unlessSame(
      published.map(({ actor, object }) => `${actor} ${object}`),
      PUBLISHED,
      'audit',
    ),
    ...unlessSame(asked.length, 1, 'asked for approval'),
    ...unlessSame(await handbooks.drafts(id), [], 'drafts'),
    ...unlessSame(left, undefined, 'what was found out about the draft'),
    ...unlessSame(verdict.kind, 'intact', 'the audit log'),
  ]
}

const HISTORY = [
  { number: 3, author: 'gerrit', approver: undefined, restores: 1, isFirst: true },
  { number: 2, author: 'marit', approver: 'joris', restores: undefined, isFirst: false },
  { number: 1, author: 'installation', approver: undefined, restores: undefined, isFirst: true },
]
const PUBLISHED = ['joris 2', 'gerrit 3']

function brokenTelling(room: PressRoom): readonly string[] {
  const published = (who: Partial<Speaker>, number: number) =>
    told(room, who, 'published').filter(({ content }) => content.version.number === number)
  const changed = (after: number) =>
    told(room, kim, 'changed-answers').filter(({ content }) => content.versions.after === after)
  return [
    ...once(published(ciso, 2), 'the author hears of version 2'),
    ...once(published(deputy, 2), 'the deputy hears of version 2'),
    ...never(published(secondCiso, 2), 'who published hears of it as of news'),
    ...once(published(ciso, 3), 'the author hears of version 3'),
    ...once(published(secondCiso, 3), 'the approver hears of version 3'),
    ...once(changed(2), 'who asked hears of version 2'),
    ...once(changed(3), 'who asked hears of version 3'),
    ...orMarked(told(room, secondCiso, 'draft-review'), 'the second CISO sees the draft'),
    ...orMarked(told(room, deputy, 'draft-review'), 'the deputy sees the draft'),
    ...orMarked(told(room, ciso, 'draft-review'), 'the author sees the review'),
  ]
}

type Copies = readonly Readonly<{ content: Reply; possiblyDouble: boolean }>[]

const never = (copies: Copies, what: string) =>
  copies.length === 0 ? [] : [`${what}: ${copies.length}`]
const once = (copies: Copies, what: string) =>
  copies.length === 1 ? [] : [`${what} ${copies.length} times`]

/** A second copy, when the first may have been lost, says that it may be one. */
function orMarked(copies: Copies, what: string): readonly string[] {
  const unmarked = copies.filter(({ possiblyDouble }) => !possiblyDouble)
  const isRight = copies.length >= 1 && copies.length <= 2 && unmarked.length === 1
  return isRight ? [] : [`${what} ${copies.length} times, ${unmarked.length} unmarked`]
}

function unlessSame(found: unknown, wanted: unknown, what: string): readonly string[] {
  const [one, other] = [found, wanted].map((value) => JSON.stringify(value))
  return one === other ? [] : [`${what}: ${one}, and not ${other}`]
}
