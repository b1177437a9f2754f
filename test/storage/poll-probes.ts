/** Poll probes: every method of the stores of polls, as the test of two organisations asks it. */
import type { Stores } from '../../bot/storage/storage.ts'
import {
  aPlan,
  aRound,
  aSeries,
  CLOSES,
  chosen,
  OPENS,
  QUESTIONS,
  ROUND_ID,
  SERIES_ID,
  UNITS,
} from './a-poll.ts'

export type Probe = (stores: Stores, organisation: string) => Promise<unknown>
/** The compiler sees to it that no method of any store is left out. */
export type Probes = {
  [S in keyof Stores]: { [M in keyof Stores[S]]: Probe | 'of the installation' }
}

const NOW = 1_000_000
const TAG = 'tag-of-noor'
const NEW_ID = '7a0d5d1e-58a4-4f0d-9a52-3d1f9b5c0003'
const DEMO = aRound({ id: 'demo', series: 'demo', demo: true })
const CLOSED = aRound({ id: 'closed', planned: '2026-10-13' })
const TAKING = { tag: TAG, unit: '', chosen: chosen() }
const START = { eligible: [{ person: '1001', unit: '' }], units: UNITS, questions: QUESTIONS }

/** One of everything. */
export async function fillPolls(
  { polls, participation }: Pick<Stores, 'polls' | 'participation'>,
  organisation: string,
): Promise<void> {
  await polls.startSeries(organisation, aSeries(), 1)
  await polls.addRound(organisation, CLOSED)
  await polls.close(organisation, 'closed', async () => aPlan())
  await polls.addRound(organisation, aRound())
  await polls.addRound(organisation, DEMO)
  await polls.optOut(organisation, TAG)
  await participation.open(organisation, ROUND_ID, START)
  await participation.take(organisation, ROUND_ID, TAKING, OPENS)
  await participation.leaveAlone(organisation, ROUND_ID, TAG, '2026-11-25')
  await participation.keepSalt(organisation, ROUND_ID, 'salt')
}

export const POLL_PROBES: Pick<Probes, 'polls' | 'participation'> = {
  polls: {
    series: (stores, o) => stores.polls.series(o),
    rounds: (stores, o) => stores.polls.rounds(o),
    round: (stores, o) => stores.polls.round(o, ROUND_ID),
    openRound: (stores, o) => stores.polls.openRound(o),
    lastPlanned: (stores, o) => stores.polls.lastPlanned(o, SERIES_ID),
    plan: (stores, o) => stores.polls.plan(o, 'closed'),
    plans: (stores, o) => stores.polls.plans(o),
    optOuts: async (stores, o) => [...(await stores.polls.optOuts(o))],
    stopSeries: (stores, o) => stores.polls.stopSeries(o, NOW),
    reminded: (stores, o) => stores.polls.reminded(o, ROUND_ID, 0),
    close: (stores, o) => stores.polls.close(o, ROUND_ID, async () => aPlan()),
    lose: (stores, o) => stores.polls.lose(o, ROUND_ID),
    removeDemo: (stores, o) => stores.polls.removeDemo(o),
    forgetBefore: (stores, o) => stores.polls.forgetBefore(o, CLOSES + 1),
    optIn: (stores, o) => stores.polls.optIn(o, TAG),
    optOut: (stores, o) => stores.polls.optOut(o, `new-${o}`),
    startSeries: (stores, o) => stores.polls.startSeries(o, aSeries({ id: NEW_ID }), 2),
    addRound: (stores, o) =>
      stores.polls.addRound(o, aRound({ id: NEW_ID, planned: '2027-01-05' })),
    openEverywhere: 'of the installation',
    loseOpen: 'of the installation',
  },
  participation: {
    unitOf: (stores, o) => stores.participation.unitOf(o, ROUND_ID, '1001'),
    eligible: (stores, o) => stores.participation.eligible(o, ROUND_ID),
    hasTaken: (stores, o) => stores.participation.hasTaken(o, ROUND_ID, TAG),
    takers: async (stores, o) => [...(await stores.participation.takers(o, ROUND_ID))],
    leftAlone: async (stores, o) => [
      ...(await stores.participation.leftAlone(o, ROUND_ID, '2026-11-25')),
    ],
    tallies: (stores, o) => stores.participation.tallies(o, ROUND_ID),
    salt: (stores, o) => stores.participation.salt(o, ROUND_ID),
    take: (stores, o) =>
      stores.participation.take(o, ROUND_ID, { ...TAKING, tag: `new-${o}` }, OPENS),
    forgetPerson: (stores, o) => stores.participation.forgetPerson(o, '1001'),
    wipe: (stores, o) => stores.participation.wipe(o, ROUND_ID),
    open: (stores, o) => stores.participation.open(o, NEW_ID, START),
    leaveAlone: (stores, o) =>
      stores.participation.leaveAlone(o, ROUND_ID, `new-${o}`, '2026-11-25'),
    keepSalt: (stores, o) => stores.participation.keepSalt(o, NEW_ID, 'salt'),
  },
}
