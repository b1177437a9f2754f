/** Polls, town: an organisation of any size with a poll that is due, in a store of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { loadBank } from '../bot/load-questions.ts'
import { openStorage } from '../bot/open-storage.ts'
import { nextOccurrences } from '../bot/polls/occurrences.ts'
import type { Series } from '../bot/polls/series.ts'
import { keysInFolder } from '../bot/round-keys.ts'
import { createRounds } from '../bot/rounds/rounds.ts'
import { createSecret } from '../bot/secret.ts'
import type { Person, Unit } from '../bot/storage/people.ts'
import { filesIn } from '../knowledge/handbook-files.ts'
import { openKnowledgeBase } from '../knowledge/knowledge-base.ts'
import { waterveen } from './waterveen.ts'

const knowledge = await openKnowledgeBase(filesIn(waterveen().handbook))

/** Nobody is spared: everybody is asked, whatever the number. */
const CENSUS = 1_000_000

export type PollTown = Awaited<ReturnType<typeof aPollTown>>

/** @param units teams of equal size, in departments of ten */
export async function aPollTown(folder: string, people: number, units: number) {
  const storage = await openStorage({ dataDir: folder }, 'bot')
  const sample = waterveen()
  const polls = { ...sample.polls, panelAbove: CENSUS }
  const organisation = { ...sample, polls }
  const bank = loadBank(organisation)
  const secret = createSecret(randomBytes(32))
  const keys = keysInFolder(join(folder, 'rounds'))
  const series: Series = {
    id: randomUUID(),
    recurrence: { everyWeeks: 6, weekday: 2, at: '10:00', from: '2027-01-12' },
    openDays: 5,
    anchors: [...bank.anchors],
    // With the two that are always asked this makes five, the most there can be.
    modules: [{ title: { nl: 'Alles', en: 'All' }, questions: ['P05', 'P10', 'P11'] }],
  }
  const [occurrence] = nextOccurrences(series, organisation, { now: 0, count: 1 })
  if (occurrence === undefined) throw new Error('the series has no first round')

  await storage.transaction(async ({ people: store, polls }) => {
    await store.replace(organisation.id, rosterOf(people, units))
    await polls.startSeries(organisation.id, series, 0)
  })
  const clock = { now: occurrence.opensAt }
  const parts = {
    storage,
    served: new Map([[organisation.id, { organisation, knowledge, bank }]]),
    secret,
    keys,
    clock: () => clock.now,
    newId: randomUUID,
  }
  return { ...parts, organisation, occurrence, clockHand: clock, rounds: createRounds(parts) }
}

export const entraIdOf = (n: number): string =>
  `7a000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function rosterOf(count: number, units: number) {
  const paths = Array.from({ length: units }, (_, n) => `Afdeling ${Math.floor(n / 10)}/Team ${n}`)
  const people = Array.from({ length: count }, (_, n): Person => {
    const unit = paths[n % units] ?? ''
    return { id: `p-${n}`, entraId: entraIdOf(n), unit, roles: [], language: 'nl' }
  })
  const departments = [...new Set(paths.map((path) => path.split('/')[0] ?? ''))]
  const all: Unit[] = [
    ...departments.map((name) => ({ path: name, name })),
    ...paths.map((path) => {
      const [parent = '', name = ''] = path.split('/')
      return { path, name, parent }
    }),
  ]
  return { people, units: all }
}
