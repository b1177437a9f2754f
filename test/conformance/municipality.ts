/**
 * A municipality: the whole bot behind both platforms, as `bot/start.ts` builds it, between a stand-in
 * for each; the test moves the clock ahead.
 */
import { randomUUID } from 'node:crypto'
import { asOfTask } from '../../bot/chores/as-of-answers.ts'
import { tellingTasks } from '../../bot/chores/telling-tasks.ts'
import type { Config } from '../../bot/config.ts'
import type { Delivery } from '../../bot/delivery/delivery.ts'
import { createFetchFile } from '../../bot/fetch-file.ts'
import { buildPlatforms } from '../../bot/platforms.ts'
import { handbookTasks } from '../../bot/publishing/handbook-tasks.ts'
import { openLiveHandbooks } from '../../bot/publishing/live-handbooks.ts'
import { createResultLinks } from '../../bot/result-links.ts'
import { derivedKeys } from '../../bot/round-keys.ts'
import { createRounds } from '../../bot/rounds/rounds.ts'
import type { Person } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { createLog } from '../../bot/web/log.ts'
import { createMetrics } from '../../bot/web/metrics.ts'
import { BASE } from '../../bot/web/results/page-context.ts'
import { views } from '../../bot/web/results/views.ts'
import { createSite } from '../../bot/web/results-site.ts'
import { createWebServer } from '../../bot/web/server.ts'
import { secret } from '../bot/a-bot.ts'
import { anOrganisation } from '../builders.ts'
import { aFolder } from '../knowledge/waterveen.ts'
import { TEAM } from '../stand-ins/slack/people.ts'
import { type Slack, startSlack } from '../stand-ins/slack/slack.ts'
import { anEmptyStorage } from '../stand-ins/storage.ts'
import { HANDBOOK } from './handbook.ts'

/** Where browsers find it. */
export const ADDRESS = 'https://vraagbaak.waterveen.example'
const DAY_MS = 24 * 3_600_000
/** Some looks at what is due, each of which may bring something for the next. */
const LOOKS = 3
/** Messages to many go at a pace. */
const PACE_MS = 1_000
/** What is not sent by then waits for another time of day. */
const MOST_UNCHANGED = 3

export type Municipality = Awaited<ReturnType<typeof aMunicipality>>

export type MunicipalityOptions = Readonly<{
  /** Whom the stand-in for Slack does not know yet. */
  slackUsers?: SlackUsers
  /** The handbook of the region that this one builds on. */
  region?: Readonly<Record<string, string>>
}>

/** @param people everybody in the roster */
export async function aMunicipality(
  people: readonly Person[],
  { slackUsers = [], region }: MunicipalityOptions = {},
) {
  const began = Date.now()
  let ahead = untilMondayMorning(began)
  const clock = () => Date.now() + ahead
  const slack = await startSlack({ clock, users: slackUsers, limits: 'none' })
  const storage = await anEmptyStorage()
  const organisation = anOrganisation({
    ...{ id: 'waterveen', handbook: aFolder(HANDBOOK), tenants: [] },
    delivery: { bulkPerSecond: 40, slackBulkPerSecond: 4 },
    ...(region && { buildsOn: REGION, slackTeams: [TEAM] }),
  })
  const organisations = region ? [organisation, regionWith(region)] : [organisation]
  const { id } = organisation
  await storage.transaction((stores) => stores.people.replace(id, { people, units: UNITS }))

  const handbooks = await openLiveHandbooks(organisations, storage.stores.handbooks, clock())
  const faults: string[] = []
  const log = createLog('warn', { write: (line: string) => void faults.push(line) })
  const onBroken = (error: unknown): string => `fault ${faults.push(String(error))}`
  const common = {
    ...{ config: configFor(slack), organisations, handbooks, storage, secret, clock },
    ...{ served: handbooks.served, keys: derivedKeys(secret), newId: randomUUID },
  }
  const address = () => ADDRESS
  const resultLinks = createResultLinks({ organisations, secret, address })
  const parts = { ...common, resultLinks, newReference: () => '3f9a00' }
  const platforms = buildPlatforms(parts, { metrics: createMetrics(log), log })
  const server = createWebServer({
    endpoints: platforms.endpoints,
    ...(platforms.slack?.listener && {
      unread: { prefix: '/slack/', listener: platforms.slack.listener },
    }),
    ...{ ready: async () => true, metrics: async () => '', metricsFor: 'loopback' },
    ...{ behindProxy: false, onAnswered: () => undefined },
    onBroken: (error) => faults.push(String(error)),
    pages: { prefix: BASE, site: createSite({ ...parts, views, address, onBroken }) },
  })
  const port = await server.listen(0, '127.0.0.1')
  slack.botIsAt(`http://127.0.0.1:${port}/slack/events`)
  await platforms.slack?.start()

  const rounds = createRounds({ ...common, resultLinks })
  const fetches = {
    teams: createFetchFile({ hosts: [], loopback: true }),
    slack: createFetchFile({ hosts: [], loopback: true, token: slack.botToken }),
  }
  const tasks = [
    ...handbookTasks({ ...common, fetches }),
    asOfTask(common),
    ...tellingTasks(common),
    ...(platforms.slack?.tasks ?? []),
  ]
  const look = async () => {
    for (const { run } of tasks) for (const one of organisations) await run(one.id)
    await rounds.runDue(id)
    await rounds.cleanUp()
    await deliver()
  }
  const deliver = () =>
    sendAll(platforms.delivery, {
      left: () => waiting(storage, id),
      pass: () => {
        ahead += PACE_MS
      },
    })

  return {
    organisation,
    /** The region publishes these files. */
    publishRegion: async (files: Readonly<Record<string, string>>) => {
      const after = (await storage.stores.handbooks.current(REGION.id))?.number ?? 0
      const text = new Map(Object.entries(files))
      const version = { files: text, author: 'regio', note: '', publishedAt: clock() }
      await storage.stores.handbooks.publish(REGION.id, version, after)
    },
    port,
    slack,
    storage,
    faults,
    clock,
    /** All that follows from what was said is done, and has arrived. */
    settle: async () => {
      for (let looks = 0; looks < LOOKS; looks += 1) {
        await deliver()
        await look()
        await slack.quiet()
      }
    },
    /** To the same time of day, so many days later. */
    pass: (days: number) => {
      ahead += days * DAY_MS
    },
    close: async () => {
      await Promise.all([server.stop(), platforms.slack?.stop()])
      await platforms.delivery.stop()
      await Promise.all([storage.close(), slack.close()])
    },
  }
}

type Waiting = Readonly<{ left: () => Promise<number>; pass: () => void }>

/** Time passes until nothing is left that may be sent at this time of day. */
async function sendAll(delivery: Delivery, { left, pass }: Waiting): Promise<void> {
  let before = Number.POSITIVE_INFINITY
  for (let unchanged = 0; unchanged < MOST_UNCHANGED; pass()) {
    await delivery.runOnce()
    await delivery.idle()
    const still = await left()
    if (still === 0) return
    unchanged = still === before ? unchanged + 1 : 0
    before = still
  }
}

/** How many deliveries are not at their end. */
async function waiting({ stores }: Storage, organisation: string): Promise<number> {
  const tally = await stores.outbox.tally(organisation)
  const open = tally.filter(({ state }) => state === 'ready' || state === 'sending')
  return open.reduce((sum, { n }) => sum + n, 0)
}

type SlackUsers = NonNullable<NonNullable<Parameters<typeof startSlack>[0]>['users']>

const REGION = { id: 'regio', name: 'Regio Waterland' }
const regionWith = (files: Readonly<Record<string, string>>) =>
  anOrganisation({ ...REGION, tenants: [], slackTeams: [], handbook: aFolder(files) })

const UNITS = [{ path: 'Ruimte', name: 'Ruimte' }]

/** Ten in the morning in Amsterdam, at all times of the year within working hours. */
function untilMondayMorning(now: number): number {
  const monday = new Date(now)
  monday.setUTCHours(9, 0, 0, 0)
  do monday.setUTCDate(monday.getUTCDate() + 1)
  while (monday.getUTCDay() !== 1)
  return monday.getTime() - now
}

/** As on a machine of somebody's own for Teams, and for Slack as in earnest. */
function configFor({ apiUrl, botToken, signingSecret }: Slack): Config {
  return {
    ...{ host: '127.0.0.1', port: 0, teams: { kind: 'local' }, extraServiceHosts: [] },
    ...{ fileHosts: [], behindProxy: false, metricsFor: 'loopback', logLevel: 'warn' },
    ...{ storage: { dataDir: '' }, clockSpeed: 1 },
    slack: { kind: 'http', botToken, signingSecret, apiUrl },
  }
}
