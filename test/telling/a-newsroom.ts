/** A newsroom: a municipality whose handbook changes: real bot, handbooks, chores, delivery and stores. */
import { randomUUID } from 'node:crypto'
import { type BotParts, createBot } from '../../bot/bot.ts'
import { createChores } from '../../bot/chores/chores.ts'
import { retention } from '../../bot/chores/retention.ts'
import { tellingTasks } from '../../bot/chores/telling-tasks.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import type { Outcome, Parcel, Send } from '../../bot/delivery/send.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import { rollBack } from '../../bot/publishing/publish.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { createTalk } from '../../bot/talk.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { aSpeaker, as, secret, waterveen } from '../bot/a-bot.ts'
import { aFolder } from '../knowledge/waterveen.ts'
import { entraIdOf, rosterOf } from '../rounds/a-town.ts'

/** Tuesday, one o'clock in Amsterdam. */
export const TUESDAY = Date.parse('2026-11-03T12:00:00Z')
export const HOUR = 3_600_000
export const DAY = 24 * HOUR

const PRINTING = 'Ja, thuis printen mag op je eigen printer.'
const WIFI = 'Verander het wachtwoord van je router.'

export type Sections = Readonly<{
  printing?: string
  printingTitle?: string
  wifi?: string
  /** What stands below the short answer. */
  wifiMore?: string
  /** Example question of the section about printing. */
  asked?: string
  extra?: string
}>

/** Of two sections; '' for one leaves it out. */
export function handbookOf(sections: Sections = {}): HandbookFiles {
  const { printing = PRINTING, wifi = WIFI, wifiMore = '', extra = '' } = sections
  const { printingTitle = 'Mag ik thuis printen?', asked = 'printer thuis gebruiken' } = sections
  const meta = `<!-- vraagbaak\nquestions:\n  - ${asked}\n-->\n`
  const first = `## ${printingTitle} {#printen}\n\n${meta}\n${printing}\n\n`
  const second = `## Hoe maak ik mijn wifi thuis veilig? {#wifi}\n\n${wifi}\n\n${wifiMore}\n\n`
  const text = `${printing === '' ? '' : first}${wifi === '' ? '' : second}${extra}`
  return new Map([
    ['01.md', `---\ntitle: Thuiswerken\n---\n\n${text}`],
    ['calibration.yaml', 'answerFrom: 0.3\nsuggestFrom: 0.05\n'],
  ])
}

export type NewsroomSettings = Readonly<{
  storage: Storage
  organisation?: Partial<Organisation>
  units?: Readonly<Record<string, number>>
  /** What becomes of a message; sent when it is left out. */
  outcomeOf?: (parcel: Parcel) => Outcome
  now?: number
}>

/** Person 0 is the CISO; the deputy comes after everybody else. */
export async function aNewsroom({ storage, ...settings }: NewsroomSettings) {
  const { units = { 'Ruimte/Groen': 2, 'Ruimte/Wegen': 2, Zorg: 2 } } = settings
  const folder = aFolder(Object.fromEntries(handbookOf()))
  const organisation = { ...waterveen, ...settings.organisation, handbook: folder }
  const clock = { now: settings.now ?? TUESDAY }
  const sent: Parcel[] = []
  const failures: unknown[] = []
  let tried = 0
  const live = await openLiveHandbooks([organisation], storage.stores.handbooks, clock.now)
  const parts: BotParts = {
    served: live.served,
    observe: () => undefined,
    clock: () => clock.now,
    secret,
    keys: derivedKeys(secret),
    newId: randomUUID,
  }
  const talk = createTalk(createBot(parts), storage)
  const send: Send = async (parcel) => {
    tried++
    const outcome = settings.outcomeOf?.(parcel) ?? { kind: 'sent' as const }
    if (outcome.kind === 'sent') sent.push(parcel)
    return { ...outcome, calls: 1 }
  }
  const delivery = createDelivery({
    ...{ ...parts, storage, organisations: [organisation], random: () => 0.5 },
    sends: { teams: send, slack: send },
    wait: async () => undefined,
  })
  const chores = createChores({
    ...{ storage, organisations: [organisation], chores: [retention], clock: () => clock.now },
    tasks: tellingTasks({ ...parts, storage }),
    observe: (event) => {
      if (event.kind === 'failed') failures.push(event.error)
    },
  })
  const deputy: Person = {
    ...{ id: 'deputy', entraId: entraIdOf(999), roles: [{ role: 'deputy' as const }] },
  }
  const { people: staff, units: paths } = rosterOf(units)
  // Of units below the same one, that one comes once.
  const roster = {
    people: staff,
    units: [...new Map(paths.map((one) => [one.path, one])).values()],
  }
  const place = (people: readonly Person[]) =>
    storage.transaction(async (stores) =>
      stores.people.replace(organisation.id, { ...roster, people }),
    )
  await place([...roster.people, deputy])
  const speaker = (n: number): Partial<Speaker> => ({
    ...{ person: entraIdOf(n), conversation: `a:chat-${n}` },
  })

  const newsroom = {
    ...{ organisation, storage, clock, sent, failures, roster, chores, delivery, parts, place },
    say: (n: number, text: string, change: Partial<Speaker> = {}) =>
      talk({ kind: 'message', text, speaker: aSpeaker({ ...speaker(n), ...change }) }),
    press: (n: number, action: Action, change: Partial<Speaker> = {}) =>
      talk({ kind: 'action', action, speaker: aSpeaker({ ...speaker(n), ...change }) }),
    /** The next version, which the bot answers from at once. */
    publish: async (sections: Sections): Promise<number> => {
      const after = (await storage.stores.handbooks.current(organisation.id))?.number ?? 0
      const files = handbookOf(sections)
      const version = { files, author: 'p-0', note: '', publishedAt: clock.now }
      await storage.stores.handbooks.publish(organisation.id, version, after)
      await live.refresh(organisation.id)
      return after + 1
    },
    /** Takes over what another process published. */
    refresh: () => live.refresh(organisation.id),
    rollBack: async (number: number): Promise<void> => {
      const order = { organisation: organisation.id, actor: 'p-0', now: clock.now }
      await storage.transaction((stores) => rollBack(number, order, stores))
      await live.refresh(organisation.id)
    },
    /** The chores look, and everything due is sent, however long the pace makes it last. */
    look: async (): Promise<void> => {
      await chores.runDue()
      await newsroom.deliver()
      await chores.runDue()
    },
    deliver: async (): Promise<void> => {
      await delivery.runOnce()
      for (let before = -1; tried > before; ) {
        before = tried
        clock.now += 1000
        await delivery.runOnce()
      }
    },
    inbox: (n: number): readonly Reply[] =>
      sent
        .filter(({ address }) => address.kind === 'person' && address.person === entraIdOf(n))
        .map(({ content }) => content),
    /** Asked about printing and agreed to hear when that changes. */
    listen: async (n: number): Promise<void> => {
      await newsroom.say(n, 'Mag ik thuis printen?')
      await newsroom.press(n, { verb: 'tell-me', sectionId: 'printen' })
    },
  }
  return newsroom
}

/** What somebody was told of answers that changed. */
export const toldTo = (newsroom: Newsroom, n: number): readonly ReplyOf<'changed-answers'>[] =>
  newsroom.inbox(n).map((reply) => as('changed-answers', reply))

export type Newsroom = Awaited<ReturnType<typeof aNewsroom>>
