/** A layered office: two municipalities that build on the handbook of a region, and what they hear of it. */
import { randomUUID } from 'node:crypto'
import { asOfTask } from '../../bot/chores/as-of-answers.ts'
import { tellingTasks } from '../../bot/chores/telling-tasks.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import type { Speaker } from '../../bot/contract/request.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import { type LiveHandbooks, openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import type { HandbookFiles } from '../../knowledge/handbook-files.ts'
import { as, secret } from '../bot/a-bot.ts'
import { anOffice, newest, TWO_CISOS } from '../bot/an-office.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder } from '../knowledge/waterveen.ts'

const front = (title: string) =>
  `---\ntitle: ${title}\nowner: ciso@regio.example\nreview: 2099-01-01\n---\n\n`

export const PRINTING = `## Mag ik thuis printen? {#printen}

**Nee, print op kantoor.** Thuis blijven stukken liggen.
`
export const WIFI = `## Hoe maak ik mijn wifi thuis veilig? {#wifi}

**Verander het wachtwoord van je router.** Dat van de fabriek kent iedereen.
`
export const SCANNING = `## Mag ik thuis scannen? {#scannen}

**Ja, met de scanner van je werk.** Bewaar het meteen in het zaaksysteem.
`
export const home = (...sections: readonly string[]): HandbookFiles =>
  new Map([['01-home.md', `${front('Thuiswerken')}${sections.join('\n')}`]])

export const regio = anOrganisation({
  ...{ id: 'regio', name: 'Regio Waterland', tenants: [] },
  handbook: aFolder(Object.fromEntries(home(PRINTING, WIFI))),
})
const buildsOn = { id: regio.id, name: regio.name }
export const lindedam = anOrganisation({ id: 'lindedam', buildsOn, handbook: aFolder({}) })

export type LayeredOffice = Awaited<ReturnType<typeof aLayeredOffice>>

/** @param storage of its own, to be closed by who opened it */
export async function aLayeredOffice(
  storage: Storage,
  files: Readonly<Record<string, string>> = {},
  change: Partial<Organisation> = {},
) {
  const handbook = aFolder(files)
  const waterveen = anOrganisation({ id: 'waterveen', buildsOn, handbook, ...change })
  const organisations = [waterveen, lindedam, regio]
  const clock = { now: Date.parse('2026-12-01T12:00:00Z') }
  const handbooks = await openLiveHandbooks(organisations, storage.stores.handbooks, clock.now - 1)
  const office = await anOffice({
    ...{ storage, served: handbooks.served, people: TWO_CISOS, handbooks },
  })
  const parts = {
    ...{ secret, fetches: {}, storage, organisations, newId: randomUUID },
    clock: () => office.clock.now,
  }
  const tasksOf = (live: LiveHandbooks) => [
    ...handbookTasks({ ...parts, handbooks: live }),
    asOfTask({ ...parts, handbooks: live }),
    ...tellingTasks({ ...parts, served: live.served }),
  ]
  const tasks = tasksOf(handbooks)
  const work = async () => {
    const done: string[] = []
    for (const { run } of tasks) for (const { id } of organisations) done.push(...(await run(id)))
    return done
  }
  const publish = async (id: string, text: HandbookFiles) => {
    const after = (await storage.stores.handbooks.current(id))?.number ?? 0
    office.clock.now += 60_000
    const version = { files: text, author: 'marit', note: '', publishedAt: office.clock.now }
    await storage.stores.handbooks.publish(id, version, after)
  }
  return {
    ...{ ...office, organisations, handbooks, tasks, work, publish },
    /** All that is to be done and said. */
    settle: async () => {
      while ((await work()).length > 0);
      await office.deliver()
    },
    /** What another process does by the clock, over the same store. */
    anotherProcess: async () =>
      tasksOf(await openLiveHandbooks(organisations, storage.stores.handbooks, office.clock.now)),
    /** As it is answered from now. */
    handbook: (id: string) => handbooks.served.get(id)?.knowledge.handbook,
  }
}

/** What this editor was told last. */
export function told<K extends Reply['kind']>(
  office: LayeredOffice,
  who: Partial<Speaker>,
  kind: K,
): ReplyOf<K> {
  const all = office.inbox(who)
  return as(kind, all.findLast((reply) => reply.kind === kind) ?? newest(all))
}

/** With what the review was made with. */
export const publishing = ({
  draft,
  review,
}: ReplyOf<'draft-review'>): Extract<Action, { verb: 'publish-draft' }> => ({
  verb: 'publish-draft',
  ...{ draftId: draft.id, hash: draft.hash },
  ...(draft.base === undefined ? {} : { base: draft.base }),
  accepted: (review.gate?.lost ?? []).map((_, place) => place).join(','),
})
