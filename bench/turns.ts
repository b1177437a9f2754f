/**
 * Turns: whole turns per second through restify and botbuilder, beside a bare echo bot.
 *
 * Both check really signed tokens and log in through the same library. Ours keeps every message and
 * its answer in a database file, durably, before it acknowledges; the echo bot keeps nothing, runs on
 * the same restify and on CloudAdapter, and sends a card of the mean size of ours. Each bot has a process of
 * its own; the load, the connector and the identity provider live in this one, so that they do not
 * compete for the bot's event loop. People of many tenants ask, see `tenants.ts`. The runs alternate, because the machine is not equally quick all
 * the time; the ratio is the median of the pairs. A turn counts when the connector has its card.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Connector, startConnector } from '../test/stand-ins/connector.ts'
import { readFixture } from '../test/stand-ins/fixture.ts'
import { startIdentityProvider } from '../test/stand-ins/identity-provider.ts'
import { APP_ID, forService } from '../test/stand-ins/teams.ts'
import { figures, type Measurement, type Options } from './measurement.ts'
import { TENANTS } from './tenants.ts'
import { median, percentile } from './timing.ts'
import { goldenQuestions } from './waterveen.ts'

const CONCURRENCY = 16
const PAIRS = 5
/** Bounds a run in count too, should a bot ever answer without working. */
const MAX_TURNS = 50_000
const WARM_SECONDS = 3
/** A prime, so that nobody says the same twice in a run: that would be taken for a repetition. */
const PEOPLE = 499

export const turns: Measurement = {
  title: `Whole turns through restify and botbuilder (${CONCURRENCY} at a time)`,
  run: async (options) => {
    const connector = await startConnector()
    const identity = await startIdentityProvider(APP_ID)
    const token = await identity.sign(forService(connector))
    const post = createPost(connector, token)
    const running: BotUnderTest[] = []
    try {
      const ours = await startUnderTest(['ours', identity.url])
      running.push(ours)
      await load(ours, { connector, post, seconds: WARM_SECONDS })
      const cardBytes = await meanCardBytes(ours, { connector, post })
      const echo = await startUnderTest(['echo', identity.url, String(cardBytes)])
      running.push(echo)
      await load(echo, { connector, post, seconds: WARM_SECONDS })
      const echoBytes = await meanCardBytes(echo, { connector, post })

      const pairs = await alternate(ours, echo, { connector, post, seconds: options.seconds })
      return report(pairs, options, { ours: cardBytes, echo: echoBytes })
    } finally {
      for (const { child } of running) child.kill() // by itself, so that it removes its database
      await Promise.all([connector.close(), identity.close()])
    }
  },
}

type BotUnderTest = Readonly<{ child: ChildProcess; port: number }>

async function startUnderTest(args: readonly string[]): Promise<BotUnderTest> {
  const file = fileURLToPath(new URL('./turn-server.ts', import.meta.url))
  const child = fork(file, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the ${args[0]} bot ended with ${code} before it listened`)
  })
  ended.catch(() => undefined) // after it listens, its end is ours to choose
  const [port] = await Promise.race([once(child, 'message'), ended])
  return { child, port: Number(port) }
}

/** The next question of the next person. */
type Post = (port: number, agent: Agent) => Promise<void>

/** Made for each run: a connection that rested may be closed at the moment it is used again. */
const newAgent = () => new Agent({ keepAlive: true, maxSockets: CONCURRENCY })

/** Teams uses one token for about an hour; ids of activities never come back. */
function createPost(connector: Connector, token: string): Post {
  const questions = goldenQuestions()
  const message = readFixture('message-personal')
  let activities = 0

  return (port, agent) => {
    activities += 1
    const person = activities % PEOPLE
    const tenantId = TENANTS[person % TENANTS.length]
    const body = JSON.stringify({
      ...message,
      id: `activity-${activities}`,
      text: questions[activities % questions.length],
      serviceUrl: connector.serviceUrl,
      from: { id: `29:person-${person}` },
      conversation: { conversationType: 'personal', tenantId, id: `a:conversation-${person}` },
      channelData: { tenant: { id: tenantId } },
    })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
    }
    return new Promise((resolve, reject) => {
      request({ port, path: '/api/messages', method: 'POST', headers, agent }, (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        )
      })
        .on('error', reject)
        .end(body)
    })
  }
}

type Means = Readonly<{ connector: Connector; post: Post }>
type Run = Readonly<{ turnsPerSecond: number; p50: number; p99: number }>

async function load(
  { port }: BotUnderTest,
  { connector, post, seconds }: Means & { seconds: number },
): Promise<Run> {
  connector.forget()
  const took: number[] = []
  const agent = newAgent()
  const started = performance.now()
  const end = started + seconds * 1000
  let next = 0
  const asker = async () => {
    while (performance.now() < end && next < MAX_TURNS) {
      const asked = performance.now()
      next += 1
      await post(port, agent)
      took.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, asker))
  agent.destroy()
  await allSent(connector, took.length)
  const lasted = (performance.now() - started) / 1000
  took.sort((a, b) => a - b)
  return {
    turnsPerSecond: took.length / lasted,
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
  }
}

const SENT_WITHIN_MS = 30_000

/** Ours acknowledges before it sends; a turn counts when its card is there, and so does the time. */
async function allSent(connector: Connector, count: number): Promise<void> {
  const end = performance.now() + SENT_WITHIN_MS
  while (connector.messages().length < count && performance.now() < end) await wait(1)
  const sent = connector.messages().length
  if (sent !== count) throw new Error(`${count} turns, but ${sent} cards were sent`)
}

/** Of each golden question once, one at a time: the size of what the bot sends as attachments. */
async function meanCardBytes({ port }: BotUnderTest, { connector, post }: Means): Promise<number> {
  connector.forget()
  const count = goldenQuestions().length
  const agent = newAgent()
  for (let turn = 0; turn < count; turn += 1) await post(port, agent)
  agent.destroy()
  await allSent(connector, count)
  const bytes = connector
    .messages()
    .map(({ summary = '', attachments }) =>
      Buffer.byteLength(summary + JSON.stringify(attachments?.[0]?.content)),
    )
  return Math.round(bytes.reduce((sum, size) => sum + size, 0) / bytes.length)
}

type Pair = Readonly<{ ours: Run; echo: Run }>

async function alternate(
  ours: BotUnderTest,
  echo: BotUnderTest,
  means: Means & { seconds: number },
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const byOurs = await load(ours, means)
    pairs.push({ ours: byOurs, echo: await load(echo, means) })
  }
  return pairs
}

function report(
  pairs: readonly Pair[],
  { seconds }: Options,
  bytes: Readonly<{ ours: number; echo: number }>,
): string {
  const middle = (of: (pair: Pair) => number) => median(pairs.map(of))
  const ratio = middle(({ ours, echo }) => ours.turnsPerSecond / echo.turnsPerSecond)
  const echo = middle((pair) => pair.echo.turnsPerSecond)
  const latency = (name: 'p50' | 'p99') => ({
    what: `a turn, ${name}`,
    ours: middle((pair) => pair.ours[name]),
    peer: middle((pair) => pair.echo[name]),
    unit: 'ms' as const,
  })
  const rates = ({ ours, echo }: Pair) =>
    `${ours.turnsPerSecond.toFixed(0)} : ${echo.turnsPerSecond.toFixed(0)}`
  const rows = figures('bare echo bot', [
    {
      what: `turns per second, median of ${PAIRS} pairs of ${seconds} s`,
      ours: ratio * echo, // so that the row agrees with the median of the pairs
      peer: echo,
      unit: 'turns/s',
      target: { ratioAtLeast: 0.85 },
    },
    latency('p50'),
    latency('p99'),
    { what: 'card and summary, mean', ours: bytes.ours, peer: bytes.echo, unit: 'bytes' },
  ])
  return `${rows}\n\nPairs (ours : echo, turns per second): ${pairs.map(rates).join(', ')}.`
}
