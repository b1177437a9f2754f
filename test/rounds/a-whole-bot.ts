/**
 * A whole bot: as `bot/start.ts` builds it, between a stand-in identity provider and connector.
 *
 * In the test's own process, because only there the clock can be set.
 */
import { randomUUID } from 'node:crypto'
import { createConnector } from '../../bot/adapters/teams/connector.ts'
import { createTeamsSend, createTell } from '../../bot/adapters/teams/send.ts'
import { createTeamsEndpoint } from '../../bot/adapters/teams/teams.ts'
import { createBot } from '../../bot/bot.ts'
import { createChores } from '../../bot/chores/chores.ts'
import { createReminders } from '../../bot/chores/reminders.ts'
import { retention } from '../../bot/chores/retention.ts'
import { createWeeklyGaps } from '../../bot/chores/weekly-gaps.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import { createReceive } from '../../bot/receive.ts'
import type { RoundKeys } from '../../bot/round-keys.ts'
import { createRounds } from '../../bot/rounds/rounds.ts'
import type { Secret } from '../../bot/secret.ts'
import type { Served } from '../../bot/served.ts'
import type { Roster } from '../../bot/storage/people.ts'
import type { Storage } from '../../bot/storage/storage.ts'
import { captureConsole, createLog, describeError, type Log } from '../../bot/web/log.ts'
import { createMetrics, type Metrics } from '../../bot/web/metrics.ts'
import { createWebServer } from '../../bot/web/server.ts'
import { startConnector } from '../stand-ins/connector.ts'
import { readFixture } from '../stand-ins/fixture.ts'
import { startIdentityProvider } from '../stand-ins/identity-provider.ts'
import { APP_ID, forService, identityBy } from '../stand-ins/teams.ts'

export type WholeSettings = Readonly<{
  storage: Storage
  secret: Secret
  keys: RoundKeys
  served: Served
  roster: Roster
  clock: { now: number }
}>

/** Somebody as Teams names them. */
export type Caller = Readonly<{ person: string; name: string; conversation: string }>

export type WholeBot = Awaited<ReturnType<typeof aWholeBot>>

export async function aWholeBot(settings: WholeSettings) {
  const { storage, clock, roster } = settings
  const { organisation } = settings.served
  const [identity, connector] = await Promise.all([startIdentityProvider(APP_ID), startConnector()])
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => void lines.push(line) })
  const giveConsoleBack = captureConsole(log, () => clock.now)
  const metrics = createMetrics(log)
  const { server, delivery, chores } = compose(settings, { identity: identity.url, metrics, log })
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`
  await storage.transaction(({ people }) => people.replace(organisation.id, roster))

  /** Sends all that is due, however long the pace makes it last. */
  const deliver = async () => {
    let left = Number.POSITIVE_INFINITY
    for (let unchanged = 0; unchanged < 3; ) {
      await delivery.idle()
      await delivery.runOnce()
      clock.now += 1000
      const still = await waiting(storage, organisation.id)
      if (still === 0) return
      unchanged = still === left ? unchanged + 1 : 0
      left = still
    }
  }
  return {
    organisation,
    connector,
    clock,
    /** Of the log. */
    lines,
    deliver,
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
    /** An activity of Teams with a good token. @returns what Teams is answered */
    post: async (caller: Caller, fixture: string, changes: object) => {
      const token = await identity.sign(forService(connector))
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...activityOf(caller, fixture, connector), ...changes }),
      })
      return `${response.status} ${await response.text()}`
    },
    /** The clock goes there, and the bot does what is due. */
    goTo: async (moment: number) => {
      clock.now = moment
      await chores.runDue()
      await deliver()
    },
    close: async () => {
      await Promise.all([server.stop(), chores.stop()])
      await delivery.stop()
      await Promise.all([identity.close(), connector.close()])
      giveConsoleBack()
    },
  }
}

type Means = Readonly<{
  /** Address of the identity provider. */
  identity: string
  metrics: Metrics
  log: Log
}>

function compose(settings: WholeSettings, { identity, metrics, log }: Means) {
  const { storage, secret, keys, served: one } = settings
  const organisations = [one.organisation]
  const served = new Map([[one.organisation.id, one]])
  const clock = () => settings.clock.now
  const common = { ...metrics, clock, secret, newId: randomUUID, newReference: () => '3f9a00' }
  const services = { hosts: [], loopback: true }
  const { authentication, getToken } = identityBy(identity)
  const connector = createConnector({ getToken, services, clock })
  const { conversations } = storage.stores

  const delivery = createDelivery({
    ...common,
    ...{ storage, organisations, random: Math.random },
    sends: { teams: createTeamsSend({ conversations, connector }) },
    wait: async () => undefined,
  })
  const bot = createBot({ ...common, served, keys })
  const receive = createReceive({ ...common, bot, storage, hurry: delivery.hurry })
  const endpoint = createTeamsEndpoint({
    ...common,
    ...{ authentication, receive, conversations, tell: createTell(connector) },
    rules: { organisations, services, local: false },
  })
  const { runDue, cleanUp } = createRounds({ ...common, storage, served, keys })
  const chores = createChores({
    ...{ storage, organisations, clock },
    chores: [
      retention,
      createReminders({ served, newId: randomUUID }),
      createWeeklyGaps({ served, newId: randomUUID }),
    ],
    tasks: [
      { name: 'polls', run: runDue },
      { name: 'poll-keys', run: async () => ((await cleanUp()) ? ['destroyed'] : []) },
    ],
    observe: (event) => {
      const { organisation, chore: kind } = event
      if (event.kind === 'failed') throw event.error
      log('info', 'chore-done', { organisation, kind })
    },
  })
  const server = createWebServer({
    endpoints: { '/api/messages': endpoint },
    ready: async () => true,
    metrics: metrics.text,
    metricsFor: 'loopback',
    behindProxy: false,
    onAnswered: metrics.onAnswered,
    onBroken: (error) => log('error', 'broken', describeError(error)),
  })
  return { server, delivery, chores }
}

async function waiting({ stores }: Storage, organisation: string): Promise<number> {
  const tally = await stores.outbox.tally(organisation)
  const open = tally.filter(({ state }) => state === 'ready' || state === 'sending')
  return open.reduce((sum, { n }) => sum + n, 0)
}

function activityOf(
  { person, name, conversation }: Caller,
  fixture: string,
  { serviceUrl }: Readonly<{ serviceUrl: string }>,
): object {
  const activity = readFixture(fixture)
  return {
    ...activity,
    serviceUrl,
    from: { id: `29:${person}`, name, aadObjectId: person },
    conversation: { ...Object(activity).conversation, id: conversation },
  }
}
