/** Ballot box: an open round that somebody tries to stuff, and what there is in it. */
import { type Action, parseAction } from '../../bot/contract/action.ts'
import type { Reply } from '../../bot/contract/reply.ts'
import type { Received } from '../../bot/receive.ts'
import { secret } from '../bot/a-bot.ts'
import { aDesk, type Desk } from './a-desk.ts'
import { answerTo, aTown, entraIdOf, type Town } from './a-town.ts'
import { differences, type Stored, type StoredEngine } from './stored.ts'

/** On Teams and on Slack, with one row in the roster. */
export const ON_BOTH = 6
/** In the roster when the round opens, and not an hour later. */
export const LEAVER = 11
/** In the roster an hour after the round opened. */
export const JOINER = 99
export const slackIdOf = (n: number): string => `U0SLACK${n}`

export type BallotBox = Readonly<{
  stored: Stored
  town: Town
  desk: Desk
  /** Another process over the same database. */
  otherDesk: Desk
  answers: Extract<Action, { verb: 'answer-poll' }>
  /** Sends what a client could send, whatever it is. */
  pressRaw: (n: number, payload: unknown) => Promise<Reply>
  /** How many were counted. @throws Error when hashes and counters disagree */
  count: () => Promise<number>
  /** Tables and files that changed; what tells that a message came before is not among them. */
  changesBy: (work: () => Promise<unknown>) => Promise<readonly string[]>
  close: () => Promise<void>
}>

export async function aBallotBox({ openStored }: StoredEngine): Promise<BallotBox> {
  const stored = await openStored()
  const { storage } = stored
  const town = await aTown({ storage, keys: stored.keys(secret) })
  await changeRoster(town, (people) =>
    people.map((one, n) => (n === ON_BOTH ? { ...one, slackId: slackIdOf(n) } : one)),
  )
  const desk = aDesk(town)
  await desk.install()
  const { id } = await town.openRound()
  await changeRoster(town, (people) => [
    ...people.filter((_, n) => n !== LEAVER),
    { id: `p-${JOINER}`, entraId: entraIdOf(JOINER), unit: 'Jeugd', roles: [] },
  ])
  const other = stored.connect()
  let presses = 0
  return {
    ...{ stored, town, desk, answers: answerTo(town.card(1)) },
    otherDesk: aDesk({ ...town, storage: other }),
    pressRaw: async (n, payload) => {
      const action = parseAction(payload)
      const said = action === undefined ? unknown : ({ kind: 'action', action } as const)
      return repliedIn(await desk.arrive(n, said, `raw-${++presses}`))
    },
    count: () => count(town, id),
    changesBy: async (work) => {
      const before = await stored.rows()
      await work()
      return differences(before, await stored.rows()).filter((table) => table !== 'seen')
    },
    close: () => other.close().then(stored.close),
  }
}

const unknown = { kind: 'unknown-action' } as const

export function repliedIn(received: Received): Reply {
  if (received.kind !== 'replied') throw new Error(`no reply: ${received.kind}`)
  return received.reply
}

type People = Town['roster']['people']

function changeRoster(
  { storage, organisation }: Town,
  change: (people: People) => People,
): Promise<void> {
  return storage.transaction(async ({ people }) => {
    const [all, units] = [await people.list(organisation.id), await people.units(organisation.id)]
    const byNumber = all.toSorted((one, other) => numberOf(one) - numberOf(other))
    await people.replace(organisation.id, { people: change(byNumber), units })
  })
}

const numberOf = ({ id }: People[number]): number => Number(id.replace('p-', ''))

async function count({ storage, organisation }: Town, round: string): Promise<number> {
  const { participation } = storage.stores
  const tallies = await participation.tallies(organisation.id, round)
  const perQuestion: Record<string, number> = {}
  for (const { counts } of tallies)
    for (const [question, options] of Object.entries(counts))
      perQuestion[question] =
        (perQuestion[question] ?? 0) + Object.values(options).reduce((sum, n) => sum + n, 0)

  const { size } = await participation.takers(organisation.id, round)
  const all = new Set([size, ...Object.values(perQuestion)])
  if (all.size !== 1) throw new Error(`counts disagree: ${[...all].join(', ')}`)
  return size
}
