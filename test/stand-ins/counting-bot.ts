/**
 * Counting bot: counts what it is asked in the transaction of its answer, in a process that a test
 * can kill. Arguments: the folder of its store, and "waits" for one that says when it is in its
 * transaction and never ends it.
 */
import { randomUUID } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { createConnector } from '../../bot/adapters/teams/connector.ts'
import { createIdentity } from '../../bot/adapters/teams/credentials.ts'
import { createTeamsSend, createTell } from '../../bot/adapters/teams/send.ts'
import { createTeamsEndpoint } from '../../bot/adapters/teams/teams.ts'
import type { Bot } from '../../bot/bot.ts'
import { Organisation } from '../../bot/contract/organisation.ts'
import { createDelivery } from '../../bot/delivery/delivery.ts'
import { openStorage } from '../../bot/open-storage.ts'
import { createReceive } from '../../bot/receive.ts'
import { createSecret } from '../../bot/secret.ts'
import { createWebServer } from '../../bot/web/server.ts'

const [dataDir = '', mode] = process.argv.slice(2)

const organisation = Organisation.parse({
  id: 'waterveen',
  name: 'gemeente Waterveen',
  tenants: [],
  timeZone: 'Europe/Amsterdam',
  languages: ['nl'],
  incidentDesk: { telephone: '088-000 0100', url: 'https://intranet.waterveen.example/meldpunt' },
  ciso: { name: 'Marit Oosterveld', email: 'ciso@waterveen.example' },
  handbook: 'handbook',
})

const bot: Bot = {
  reply: async (_request, stores) => {
    await stores.numbers.next('waterveen', 'asked')
    if (mode === 'waits') {
      process.send?.('in its transaction')
      await new Promise(() => {})
    }
    return { kind: 'notice', notice: 'you-are-welcome', language: 'nl' }
  },
  replyFromMemory: () => {
    throw new Error('the store is not down')
  },
}

const storage = await openStorage({ dataDir }, 'bot')
const { conversations } = storage.stores
const services = { hosts: [], loopback: true }
const connector = createConnector({ services, clock: Date.now })
const common = {
  storage,
  secret: createSecret(new Uint8Array(32).fill(3)),
  clock: Date.now,
  newId: randomUUID,
  newReference: () => '3f9a00',
  observe: () => {},
}
const delivery = createDelivery({
  ...common,
  organisations: [organisation],
  sends: { teams: createTeamsSend({ conversations, connector }) },
  random: Math.random,
})
delivery.start()
const server = createWebServer({
  endpoints: {
    '/api/messages': createTeamsEndpoint({
      ...common,
      authentication: createIdentity().authentication,
      rules: { organisations: [organisation], services, local: true },
      receive: createReceive({ ...common, bot, hurry: delivery.hurry }),
      conversations,
      tell: createTell(connector),
      onDropped: () => {},
    }),
  },
  ready: async () => true,
  metrics: async () => '',
  metricsFor: 'loopback',
  behindProxy: false,
  onAnswered: () => {},
  onBroken: () => {},
})
process.send?.(await server.listen(0, '127.0.0.1'))
flushCompileCache() // for the next one: it does not end in order
