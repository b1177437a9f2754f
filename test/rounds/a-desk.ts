/** A desk: how what people of a town say and press comes in from Teams, kept and told apart. */
import { createBot } from '../../bot/bot.ts'
import type { Request } from '../../bot/contract/request.ts'
import { createReceive, type Received } from '../../bot/receive.ts'
import type { Conversation } from '../../bot/storage/conversations.ts'
import { speakerOf, type Town } from './a-town.ts'

/** What somebody does, without who it is. */
export type Said = Request extends infer One
  ? One extends Request
    ? Omit<One, 'speaker'>
    : never
  : never

export type Desk = Readonly<{
  /** @param id the platform's id of it: the same when it is delivered again */
  arrive: (n: number, said: Said, id: string) => Promise<Received>
  /** The same in a team where others read along, on a client that sends buttons as messages. */
  arriveInTeam: (n: number, said: Said, id: string) => Promise<Received>
  /** Everybody installs the bot, in the order of the roster. */
  install: () => Promise<void>
}>

/** Where everybody of it reads along. */
export const TEAM = '19:a-team'

export function aDesk({ parts, storage, organisation, roster }: Town): Desk {
  const receive = createReceive({
    ...parts,
    bot: createBot(parts),
    storage,
    hurry: () => undefined,
    newReference: () => '3f9a00',
  })
  const arrive = (
    n: number,
    said: Said,
    { id, shared }: Readonly<{ id: string; shared: boolean }>,
  ) => {
    const own = speakerOf(n, organisation)
    const speaker = shared ? { ...own, conversation: TEAM, shared } : own
    const request = { ...said, speaker } as Request // one whole kind, with its speaker again
    const { conversation } = speaker
    return receive({
      ...{ request, organisation, id },
      conversation: { ...conversationOf(n, organisation), id: conversation },
      address: { kind: 'conversation', platform: 'teams', conversation },
      isMessage: () => shared || request.kind === 'message',
      tell: async () => true,
    })
  }
  return {
    arrive: (n, said, id) => arrive(n, said, { id, shared: false }),
    arriveInTeam: (n, said, id) => arrive(n, said, { id, shared: true }),
    install: () =>
      storage.transaction(async ({ conversations }) => {
        for (const n of roster.people.keys())
          await conversations.keep(organisation.id, conversationOf(n, organisation), true)
      }),
  }
}

function conversationOf(n: number, organisation: Town['organisation']): Conversation {
  const { conversation, person, language } = speakerOf(n, organisation)
  const serviceUrl = 'https://connector.example/'
  return { platform: 'teams', id: conversation, person, serviceUrl, bot: '28:bot', language }
}
