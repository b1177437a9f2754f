/** A care office: the bot with a handbook that must be read and reviewed, its chores, and what each is told. */
import { randomUUID } from 'node:crypto'
import { createChores } from '../../bot/chores/chores.ts'
import { createReadCount } from '../../bot/chores/read-count.ts'
import { createReadRetention } from '../../bot/chores/read-retention.ts'
import { createReviewReminders } from '../../bot/chores/review-reminders.ts'
import type { Action } from '../../bot/contract/action.ts'
import type { Organisation } from '../../bot/contract/organisation.ts'
import type { Reply, ReplyOf } from '../../bot/contract/reply.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { as } from '../bot/a-bot.ts'
import { anOffice, TWO_CISOS } from '../bot/an-office.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder } from '../knowledge/waterveen.ts'

const FRONT = `---
title: Incident
language: nl
owner: ciso@waterveen.example
review: 2099-01-01
---
`

/** One section that everybody must read, with a date and an owner of its own. */
export const aHandbook = ({
  text = '**Bel meteen het meldpunt.** Ook als je twijfelt.',
  review = '2027-03-01',
  owner = 'kim.de.wit@waterveen.example',
  others = '',
} = {}): string => `${FRONT}
## Hoe meld ik een incident? {#incident-melden}
<!-- vraagbaak
incident: [general]
acknowledge: true
owner: ${owner}
review: ${review}
-->

${text}

1. Bel het meldpunt.
2. Zeg wat er gebeurde.
3. Wis niets.
4. Blijf bereikbaar.

## Wat gebeurt er daarna? {#incident-daarna}

**Het meldpunt belt je terug.** Blijf bereikbaar.
${others}`

export type CareOffice = Awaited<ReturnType<typeof aCareOffice>>

export type CareSettings = Readonly<{
  organisation?: Partial<Organisation>
  people?: readonly Person[]
  chapter?: string
}>

/** @param storage of its own, to be closed by who opened it */
export async function aCareOffice(storage: Storage, settings: CareSettings = {}) {
  const { people = TWO_CISOS, chapter = aHandbook() } = settings
  const organisation = anOrganisation({
    ...{ id: 'waterveen', handbook: aFolder({ '02-incident.md': chapter }) },
    ...settings.organisation,
  })
  const handbooks = await openLiveHandbooks([organisation], storage.stores.handbooks, 1)
  const { served } = handbooks
  const office = await anOffice({ storage, served, people, organisation })
  const failures: unknown[] = []
  const choresOn = (on: Storage) =>
    createChores({
      storage: on,
      chores: [
        createReadRetention(office),
        createReadCount(office),
        createReviewReminders({ served, newId: randomUUID }),
      ],
      organisations: [organisation],
      clock: () => office.clock.now,
      observe: (event) => {
        if (event.kind === 'failed') failures.push(event.error)
      },
    })
  const tasks = handbookTasks({
    ...{ handbooks, storage, organisations: [organisation], clock: () => office.clock.now },
    ...{ newId: randomUUID, secret: office.secret, fetches: {} },
  })
  const settle = async () => {
    for (let done = ['first']; done.length > 0; ) {
      done = []
      for (const { run } of tasks) done.push(...(await run('waterveen')))
    }
    await office.deliver()
  }
  return {
    ...{ ...office, organisation, handbooks, failures, choresOn, settle },
    /** The clock is set, and all that is due is done and sent. */
    goTo: async (moment: string) => {
      office.clock.now = Date.parse(moment)
      await choresOn(storage).runDue()
      await office.deliver()
    },
    /** The next version, which the bot answers from at once. */
    publish: async (text: string) => {
      const after = (await storage.stores.handbooks.current('waterveen'))?.number ?? 0
      const files = new Map([['02-incident.md', text]])
      const version = { files, author: 'marit', note: '', publishedAt: office.clock.now }
      await storage.stores.handbooks.publish('waterveen', version, after)
      await handbooks.refresh('waterveen')
    },
  }
}

type Who = Parameters<CareOffice['press']>[0]

export const REPORTING = 'incident-melden'

export const opened = async (
  office: CareOffice,
  who: Who,
  sectionId = REPORTING,
): Promise<ReplyOf<'section'>> =>
  as('section', await office.press(who, { verb: 'show-section', sectionId }))

/** As the button of this section says it. */
export function button({ section, acknowledge }: ReplyOf<'section'>): Action {
  if (acknowledge === undefined) throw new Error('this section has no such button')
  return { verb: 'acknowledge', sectionId: section.id, words: acknowledge.words }
}

export const read = async (office: CareOffice, who: Who): Promise<Reply> =>
  office.press(who, button(await opened(office, who)))

/** A staff of so many in each unit, beside who has a role. */
export function staffOf(units: Readonly<Record<string, number>>): readonly Person[] {
  return Object.entries(units).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, n): Person => {
      const id = `${unit.toLowerCase()}-${n}`
      return { id, entraId: `entra-${id}`, unit, roles: [] }
    }),
  )
}

export const speaking = ({ entraId = '' }: Person) => ({
  ...{ person: entraId, conversation: `a:${entraId}` },
})
