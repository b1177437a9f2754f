/** An office: the bot with a store and people with roles, and what reaches each of them. */
import { randomUUID } from 'node:crypto'
import { type BotParts, createBot } from '../../bot/bot.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Request, Speaker } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Parcel, Send } from '../../bot/delivery/send.ts'
import { type Database, openSqlite } from '../../bot/storage/database.ts'
import { migrate } from '../../bot/storage/migrate.ts'
import type { Person } from '../../bot/storage/people.ts'
import { createStorage, type Storage } from '../../bot/storage/storage.ts'
import { createTalk } from '../../bot/talk.ts'
import { aSpeaker, as, secret, theParts, waterveen } from './a-bot.ts'
import { officeKnowledge } from './office-handbook.ts'

const entra = (last: string) => `5e1f0c3a-77d2-4b1e-9a40-0000000${last}`

/** Who they are on Teams, and what is shown of them there. */
export const kim: Partial<Speaker> = {
  person: entra('0a51c'),
  name: 'Kim de Wit',
  conversation: 'a:kim-1on1-7731',
}
export const sam: Partial<Speaker> = {
  person: entra('0b62d'),
  name: 'Sam Ouwehand',
  conversation: 'a:sam-1on1-8842',
}
export const ciso: Partial<Speaker> = {
  person: entra('0c150'),
  name: 'Marit Oosterveld',
  conversation: 'a:ciso-1on1-1',
}
export const secondCiso: Partial<Speaker> = {
  person: entra('0c151'),
  name: 'Joris Hartland',
  conversation: 'a:ciso-1on1-2',
}
export const deputy: Partial<Speaker> = {
  person: entra('0de07'),
  name: 'Gerrit Zandstra',
  conversation: 'a:deputy-1on1-1',
}
export const guest: Partial<Speaker> = { person: entra('09e57'), conversation: 'a:guest-1on1-1' }

const aPerson = (id: string, { person }: Partial<Speaker>, ...roles: Person['roles']): Person => ({
  id,
  email: `${id}@waterveen.example`,
  entraId: person ?? '',
  roles,
})

export const PEOPLE: readonly Person[] = [
  aPerson('kim.de.wit', kim),
  aPerson('sam.ouwehand', sam),
  aPerson('marit', ciso, { role: 'ciso' }),
  aPerson('gerrit', deputy, { role: 'deputy' }),
]
export const TWO_CISOS: readonly Person[] = [
  ...PEOPLE,
  aPerson('joris', secondCiso, { role: 'ciso' }),
]

export type OfficeSettings = Readonly<{
  people?: readonly Person[]
  organisation?: Partial<Organisation>
  storage?: Storage
  /** What is answered from, where that changes. */
  served?: BotParts['served']
  /** Makes links to the page of results. */
  resultLinks?: BotParts['resultLinks']
  /** Answers from earlier versions. */
  handbooks?: BotParts['handbooks']
}>

export async function anOffice(settings: OfficeSettings = {}) {
  const { people = PEOPLE, organisation, storage, served, resultLinks, handbooks } = settings
  const { database, store } = storage ? { database: undefined, store: storage } : await inMemory()
  const {
    parts: known,
    clock,
    observed,
  } = theParts(officeKnowledge, {
    ...waterveen,
    ...organisation,
  })
  const parts = { ...known, ...(served && { served }), ...(handbooks && { handbooks }) }
  const bot = createBot({ ...parts, ...(resultLinks && { resultLinks }) })
  const talk = createTalk(bot, store)
  const sent: Parcel[] = []
  const send: Send = async (parcel) => {
    sent.push(parcel)
    return { kind: 'sent', calls: 1 }
  }
  const delivery = createDelivery({
    storage: store,
    sends: { teams: send, slack: send },
    secret,
    organisations: [...parts.served.values()].map((one) => one.organisation),
    clock: parts.clock,
    newId: randomUUID,
    random: () => 0.5,
    wait: async () => undefined, // for a place in a conversation: the clock stands still
    observe: parts.observe,
  })
  const place = (roster: readonly Person[], id = 'waterveen') =>
    store.transaction((stores) => stores.people.replace(id, { people: roster, units: [] }))
  await place(people)

  const tell = (request: Request) => talk(request)
  const office = {
    ...parts,
    bot,
    clock,
    observed,
    storage: store,
    database,
    sent,
    place,
    say: (who: Partial<Speaker>, text: string) =>
      tell({ kind: 'message', text, speaker: aSpeaker(who) }),
    press: (who: Partial<Speaker>, action: Action) =>
      tell({ kind: 'action', action, speaker: aSpeaker(who) }),
    /** Sends all that is in the outbox. */
    deliver: () => delivery.runOnce(),
    /** What reached this person, the newest last. */
    inbox: ({ person }: Partial<Speaker>): readonly Reply[] =>
      sent
        .filter(({ address }) => address.kind === 'person' && address.person === person)
        .map(({ content }) => content),
    /** What reached this conversation. */
    inRoom: (room: string): readonly Reply[] =>
      sent
        .filter(({ address }) => address.kind === 'conversation' && address.conversation === room)
        .map(({ content }) => content),
    close: () => store.close(),
  }
  return office
}

export type Office = Awaited<ReturnType<typeof anOffice>>

async function inMemory(): Promise<Readonly<{ database: Database; store: Storage }>> {
  const database = openSqlite(':memory:')
  await migrate(database)
  return { database, store: createStorage(database) }
}

export const DRONE = 'mag ik de drone van de dienst over het havenfeest laten vliegen'

/** Fills in the form that somebody gets, as they would. */
export async function escalate(
  office: Office,
  who: Partial<Speaker>,
  { question = DRONE, name = 'without-name' as 'with-name' | 'without-name' } = {},
): Promise<Reply> {
  const asked = { verb: 'ask-human', question, origin: 'no-answer' } as const
  const form = as('human-form', await office.press(who, asked))
  return office.press(who, {
    verb: 'escalate',
    formId: form.formId,
    question: form.question,
    name,
    origin: form.origin,
  })
}

/** The card that a question made for this person. */
export function cardFor(office: Office, who: Partial<Speaker>): ReplyOf<'escalation'> {
  return as('escalation', newest(office.inbox(who)))
}

export function newest(replies: readonly Reply[]): Reply {
  const last = replies.at(-1)
  if (last === undefined) throw new Error('nothing arrived')
  return last
}

/** A form that was just filled in. */
export const aForm = (change: Partial<Extract<Action, { verb: 'escalate' }>> = {}) =>
  ({
    verb: 'escalate',
    formId: randomUUID(),
    question: DRONE,
    name: 'without-name',
    origin: 'no-answer',
    ...change,
  }) as const

/** The card of a question of Kim's, with the CISO. */
export async function waitingCard(office: Office): Promise<ReplyOf<'escalation'>> {
  await escalate(office, kim)
  await office.deliver()
  return cardFor(office, ciso)
}

export const anAnswer = (escalationId: string, text = 'Nee, boven publiek mag dat niet.') =>
  ({ verb: 'answer-escalation', escalationId, answer: text }) as const
